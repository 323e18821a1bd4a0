// E-mail addresses, also with the signs spelled out against collectors: "naam (at) voorbeeld (punt) nl".
#include <optional>

#include "corpus/privacy/finders.h"

namespace corpus::privacy {
namespace {

bool local_char(const ScanText& text, std::size_t i) {
  return text.alnum(i) || std::string_view("._%+-'").find(text[i]) != std::string_view::npos;
}

/// "(at)", "[apenstaart]", "{dot}"…: the word between brackets at `i`, and where it ends.
struct Spelled {
  std::string word;
  std::size_t end = 0;
};
std::optional<Spelled> spelled(const ScanText& text, std::size_t i) {
  if (std::string_view("([{<").find(text[i]) == std::string_view::npos) return std::nullopt;
  auto at = i + 1;
  while (text[at] == ' ') ++at;
  const auto begin = at;
  while (at - begin < 12 && (text.letter(at) || text[at] == '.' || text[at] == '@')) ++at;
  const auto word = text.lower(begin, at);
  while (text[at] == ' ') ++at;
  if (word.empty() || std::string_view(")]}>").find(text[at]) == std::string_view::npos) return std::nullopt;
  return Spelled{word, at + 1};
}

/// Skips "." or a spelled dot; false when there is none. `spelled_at`: a bare word between spaces may stand for it.
bool skip_dot(const ScanText& text, std::size_t& at, bool spelled_at) {
  if (text[at] == '.' && text.alnum(at + 1)) {
    ++at;
    return true;
  }
  auto next = at;
  while (text[next] == ' ' && next - at < 2) ++next;
  if (const auto word = spelled(text, next);
      word && (word->word == "dot" || word->word == "punt" || word->word == ".")) {
    at = word->end;
    if (text[at] == ' ') ++at;
    return true;
  }
  if (spelled_at && text[at] == ' ')
    for (const std::string_view word : {"punt", "dot"})
      if (text.lower(at + 1, at + 1 + word.size()) == word && text[at + 1 + word.size()] == ' ') {
        at += word.size() + 2;
        return true;
      }
  return false;
}

/// End of a domain that begins at `at`; 0 when there is none.
std::size_t domain(const ScanText& text, std::size_t at, bool spelled_at) {
  struct Label {
    std::size_t begin, end;
    bool letters;
  };
  std::vector<Label> labels;
  do {
    Label label{at, at, true};
    while (text.alnum(at) || (text[at] == '-' && at > label.begin && text.alnum(at + 1)))
      label.letters &= text.letter(at++);
    label.end = at;
    if (label.end == label.begin || label.end - label.begin > 63) break;
    labels.push_back(label);
  } while (skip_dot(text, at, spelled_at));
  const auto may_be_last = [](const Label& label) {
    return label.letters && label.end - label.begin >= 2 && label.end - label.begin <= 24;
  };
  // "voorbeeld.nl.Daarna": the next sentence began without a space.
  if (labels.size() > 2 && text.upper(labels.back().begin) && !text.upper(labels[labels.size() - 2].begin) &&
      may_be_last(labels[labels.size() - 2]))
    labels.pop_back();
  while (labels.size() > 1 && !may_be_last(labels.back())) labels.pop_back();
  return labels.size() > 1 ? labels.back().end : 0;
}

/// The part before the sign for "at", which ends at `end`; its beginning, or `end` when there is none.
std::size_t local_begin(const ScanText& text, std::size_t end) {
  auto begin = end;
  while (begin > 0 && end - begin < 64 && local_char(text, begin - 1)) --begin;
  while (begin < end && !text.alnum(begin)) ++begin;
  return begin;
}

}  // namespace

void find_emails(const ScanText& text, Spans& found) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    std::size_t sign_end = 0;
    bool bare = false;
    if (text[i] == '@') {
      sign_end = i + 1;
    } else if (const auto word = spelled(text, i); word && (word->word == "at" || word->word == "apenstaart" ||
                                                            word->word == "apenstaartje" || word->word == "@")) {
      sign_end = word->end;
    } else if (text[i] == ' ' && text[i + 1] == 'a' && text.lower(i + 1, i + 4) == "at ") {
      sign_end = i + 3;
      bare = true;
    } else if (text[i] == ' ' && text[i + 1] == 'a' && text.lower(i + 1, i + 13) == "apenstaartje") {
      sign_end = i + 13;
      bare = true;
    } else if (text[i] == ' ' && text[i + 1] == 'a' && text.lower(i + 1, i + 11) == "apenstaart") {
      sign_end = i + 11;
      bare = true;
    } else {
      continue;
    }
    auto local_end = i;
    if (text.before(local_end) == ' ') --local_end;
    const auto begin = local_begin(text, local_end);
    if (begin == local_end) continue;
    if (text[sign_end] == ' ') ++sign_end;
    const auto end = domain(text, sign_end, true);
    if (end == 0) continue;
    // A bare "at" is a word like others: there the dot must be spelled as well.
    if (bare && text.chars().substr(sign_end, end - sign_end).find('.') != std::string_view::npos &&
        text.lower(i + 1, i + 3) == "at")
      continue;
    found.push_back({begin, end});
    i = end;
  }
}

}  // namespace corpus::privacy
