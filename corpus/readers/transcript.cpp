#include "corpus/readers/transcript.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "corpus/text.h"

namespace corpus {
namespace {

constexpr int kLongTurn = 120;  // seconds
constexpr std::size_t kLongTurnWords = 180;
constexpr std::size_t kNameBytes = 80;
constexpr std::size_t kFewestCues = 3;

class Roles {
 public:
  explicit Roles(const ReadHints& hints) : hints_(hints) {
    for (const auto& [name, role] : hints.speakers) given_[fold(clean(name))] = role;
  }
  std::string of(const std::string& speaker) {
    const std::string name = clean(speaker);
    if (name.empty()) return {};
    const auto [known, first] = roles_.try_emplace(fold(name));
    if (first) {
      const auto given = given_.find(known->first);
      if (given != given_.end())
        known->second = given->second;
      else if (hints_.keep_speakers)
        known->second = name;
      else
        known->second = "Spreker " + std::to_string(++numbered_);
      hide_ |= known->second != name;
    }
    return known->second;
  }
  /// Whether some name became a role.
  bool hide() const { return hide_; }

 private:
  const ReadHints& hints_;
  std::map<std::string, std::string> given_, roles_;
  int numbered_ = 0;
  bool hide_ = false;
};

std::string clock(int seconds) {
  char text[40];
  std::snprintf(text, sizeof text, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return text;
}

struct SpeakerLine {
  std::string speaker;
  int seconds = 0;
};

/// "Jansen, Piet   0:03" → name and time: the line above what was said, in the Word files of Teams.
std::optional<SpeakerLine> speaker_line(std::string_view line) {
  const auto space = line.find_last_of(" \t");
  if (space == std::string_view::npos || line.size() > kNameBytes + 12) return std::nullopt;
  const auto seconds = clock_seconds(line.substr(space + 1));
  std::string name = clean(line.substr(0, space));
  if (!seconds || name.empty() || name.find_first_of("0123456789:") != std::string::npos) return std::nullopt;
  return SpeakerLine{std::move(name), *seconds};
}

/// "0:0:0.0 --> 0:0:3.120": the older form, the name on the next line.
std::optional<int> time_span(std::string_view line) {
  const auto arrow = line.find("-->");
  if (arrow == std::string_view::npos) return std::nullopt;
  const auto begin = clock_seconds(clean(line.substr(0, arrow)));
  return begin && clock_seconds(clean(line.substr(arrow + 3))) ? begin : std::nullopt;
}

}  // namespace

std::optional<int> clock_seconds(std::string_view text) {
  int parts[3] = {0, 0, 0};
  int count = 0;
  std::size_t at = 0;
  while (count < 3) {
    const std::size_t from = at;
    int value = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && at - from < 4; ++at)
      value = value * 10 + text[at] - '0';
    if (at == from) return std::nullopt;
    parts[count++] = value;
    if (at == text.size() || text[at] != ':') break;
    ++at;
  }
  if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
    ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  }
  if (at != text.size() || count < 2) return std::nullopt;
  for (int i = 1; i < count; ++i)
    if (parts[i] > 59) return std::nullopt;
  return count == 3 ? parts[0] * 3600 + parts[1] * 60 + parts[2] : parts[0] * 60 + parts[1];
}

bool add_transcript(SectionBuilder& out, const std::vector<Cue>& cues, const ReadHints& hints) {
  Roles roles(hints);
  std::string paragraph, speaker, last;
  int began = 0;
  std::size_t words = 0;
  const auto flush = [&] {
    out.paragraph(paragraph);
    paragraph.clear();
  };
  for (const Cue& cue : cues) {
    const std::string text = clean(cue.text);
    if (text.empty() || (text == last && cue.speaker == speaker)) continue;  // captions that stay on screen come twice
    const bool sentence_ended =
        !paragraph.empty() && std::string_view(".?!").find(paragraph.back()) != std::string_view::npos;
    const bool long_turn =
        (cue.seconds - began > kLongTurn || words > kLongTurnWords) && (sentence_ended || words > 2 * kLongTurnWords);
    if (paragraph.empty() || cue.speaker != speaker || long_turn) {
      flush();
      began = cue.seconds;
      speaker = cue.speaker;
      words = 0;
      paragraph = "[" + clock(began) + "] ";
      if (const std::string role = roles.of(speaker); !role.empty()) paragraph += role + ": ";
    } else {
      paragraph += ' ';
    }
    paragraph += text;
    words += count_words(text);
    last = text;
  }
  flush();
  return roles.hide();
}

std::optional<Draft> read_transcript_paragraphs(const std::vector<std::string>& paragraphs, const ReadHints& hints) {
  std::vector<Cue> cues;
  std::vector<std::string> before;
  std::size_t others = 0;
  enum class Expect { nothing, name, text } expect = Expect::nothing;
  for (const std::string& paragraph : paragraphs) {
    for (std::size_t from = 0; from <= paragraph.size();) {
      const std::size_t to = std::min(paragraph.find('\n', from), paragraph.size());
      const std::string line = clean(std::string_view(paragraph).substr(from, to - from));
      from = to + 1;
      if (line.empty()) continue;
      if (const auto begin = time_span(line)) {
        cues.push_back({{}, *begin, {}});
        expect = Expect::name;
      } else if (auto named = speaker_line(line)) {
        cues.push_back({std::move(named->speaker), named->seconds, {}});
        expect = Expect::text;
      } else if (expect == Expect::name) {
        cues.back().speaker = line;
        expect = Expect::text;
      } else if (expect == Expect::text) {
        cues.back().text += (cues.back().text.empty() ? "" : " ") + line;
      } else {
        before.push_back(line);
        ++others;
      }
    }
  }
  const auto said = static_cast<std::size_t>(
      std::count_if(cues.begin(), cues.end(), [](const Cue& cue) { return !cue.text.empty(); }));
  if (said < kFewestCues || said < cues.size() / 2 || others > cues.size() + 20) return std::nullopt;
  SectionBuilder builder;
  std::string title;
  for (const std::string& line : before) {
    const bool note = fold(line).find("transcri") != std::string::npos && count_words(line) <= 3;
    if (title.empty() && !note)
      title = line;
    else if (!note)
      builder.paragraph(line);
  }
  const bool names_left_out = add_transcript(builder, cues, hints);
  Draft draft = std::move(builder).finish();
  draft.names_left_out = names_left_out;
  draft.title = title;
  return draft;
}

}  // namespace corpus
