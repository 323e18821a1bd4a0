// WebVTT, as Teams and Zoom write transcripts. Blocks are separated by blank lines; a block with a line "begin --> end"
// is a cue, its speaker in <v Naam> or as "Naam: " before the text (after the W3C's WebVTT, section 4).
#include <algorithm>
#include <vector>

#include "corpus/readers/formats.h"
#include "corpus/readers/transcript.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kNameWords = 5;

/// Text without tags and with the entities that WebVTT has; the first voice goes to `speaker`.
std::string without_tags(std::string_view text, std::string& speaker) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '<') {
      const auto end = text.find('>', at);
      if (end == std::string_view::npos) break;
      const std::string_view tag = text.substr(at + 1, end - at - 1);
      if (tag.starts_with("v") && speaker.empty()) {
        const auto name = tag.find(' ');  // "v.loud Naam": classes come before the name
        if (name != std::string_view::npos) speaker = clean(tag.substr(name));
      }
      at = end + 1;
      continue;
    }
    constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&lrm;", ""}, {"&rlm;", ""}};
    const auto entity = std::find_if(std::begin(kEntities), std::end(kEntities),
                                     [&](const auto& one) { return text.substr(at).starts_with(one.first); });
    if (entity != std::end(kEntities)) {
      out += entity->second;
      at += entity->first.size();
    } else {
      out += text[at++];
    }
  }
  return out;
}

/// "Jan Jansen: Goedemorgen" → name; the text keeps the rest.
void take_name(std::string& text, std::string& speaker) {
  const auto colon = text.find(": ");
  if (colon == std::string::npos || colon == 0 || colon > 60) return;
  const std::string name = clean(std::string_view(text).substr(0, colon));
  if (name.empty() || count_words(name) > kNameWords || name.find_first_of(".,?!") != std::string::npos) return;
  const auto first = static_cast<unsigned char>(name.front());
  if (first >= 'a' && first <= 'z') return;
  speaker = name;
  text.erase(0, colon + 2);
}

}  // namespace

Draft read_vtt(std::string_view utf8, const ReadHints& hints, const Deadline& deadline) {
  if (!utf8.starts_with("WEBVTT"))
    fail_document("is no transcript: it doesn't begin with WEBVTT", "export it again as .vtt");
  std::vector<Cue> cues;
  std::string title;
  bool first = true, in_cue = false;
  std::string speaker, text;
  int begin = 0;
  const auto end_cue = [&] {
    if (in_cue && !text.empty()) {
      std::string voice;
      std::string said = without_tags(text, voice);
      if (voice.empty()) take_name(said, voice);
      cues.push_back({std::move(voice), begin, std::move(said)});
    }
    text.clear();
    in_cue = false;
  };
  for (std::size_t from = 0; from < utf8.size();) {
    deadline.check();
    const std::size_t to = std::min(utf8.find('\n', from), utf8.size());
    std::string_view line = utf8.substr(from, to - from);
    from = to + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (first) {  // "WEBVTT - Titel"
      first = false;
      title = clean(line.substr(6));
      if (title.starts_with("- ")) title.erase(0, 2);
    } else if (clean(line).empty()) {
      end_cue();
    } else if (const auto arrow = line.find("-->"); arrow != std::string_view::npos && !in_cue) {
      if (const auto seconds = clock_seconds(clean(line.substr(0, arrow)))) {
        begin = *seconds;
        in_cue = true;
      }
    } else if (in_cue) {
      text += (text.empty() ? "" : " ") + std::string(line);
    }
    // Anything else is a note, a style, or the number of a cue.
  }
  end_cue();
  SectionBuilder builder;
  const bool names_left_out = add_transcript(builder, cues, hints);
  Draft draft = std::move(builder).finish();
  draft.names_left_out = names_left_out;
  draft.title = title;
  return draft;
}

}  // namespace corpus
