#include "corpus/document.h"

#include <unicode/brkiter.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <unordered_map>

#include "corpus/error.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kPassageWords = 200;
constexpr std::size_t kPassageBytes = 4000;  // text without spaces has few words; this is far above 200 ordinary ones

struct Unit {
  std::string text;
  std::size_t words = 0;
};

bool fits(const std::string& text, std::size_t words) { return words <= kPassageWords && text.size() <= kPassageBytes; }

std::vector<std::string> sentences(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createSentenceInstance("nl", status));
  UText bytes = UTEXT_INITIALIZER;
  utext_openUTF8(&bytes, text.data(), static_cast<std::int64_t>(text.size()), &status);
  std::vector<std::string> out;
  if (U_SUCCESS(status)) breaks->setText(&bytes, status);
  if (U_SUCCESS(status)) {
    std::int32_t from = breaks->first();
    for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next()) {
      out.push_back(
          clean(std::string_view(text).substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from))));
    }
  }
  utext_close(&bytes);
  if (U_FAILURE(status)) throw Error(ErrorKind::not_possible, "ICU can't find sentences", "reinstall libicu");
  return out;
}

/// A sentence that is itself too long: cut at spaces, or anywhere when there are none.
void add_cut(std::vector<Unit>& units, std::string_view sentence) {
  while (!sentence.empty()) {
    std::size_t end = 0, words = 0;
    while (end < sentence.size() && words < kPassageWords && end <= kPassageBytes) {
      const std::size_t space = std::min(sentence.find(' ', end + 1), sentence.size());
      if (end > 0 && space > kPassageBytes) break;
      end = space;
      ++words;
    }
    const std::string_view part = truncate_utf8(sentence.substr(0, end), kPassageBytes);
    units.push_back({clean(part), count_words(part)});
    sentence.remove_prefix(part.size());
  }
}

/// The smallest parts that are kept together: list items and sentences, cut further only when too long.
std::vector<Unit> units_of(const Block& block) {
  std::vector<Unit> units;
  const auto add_sentences = [&units](const std::string& text) {
    for (const std::string& sentence : sentences(text)) {
      const std::size_t words = count_words(sentence);
      if (fits(sentence, words)) {
        units.push_back({sentence, words});
      } else {
        add_cut(units, sentence);
      }
    }
  };
  if (block.type == Block::Type::paragraph) {
    add_sentences(clean(block.text));
    return units;
  }
  const std::string text = clean(block.text, true);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string item = text.substr(from, to - from);
    const std::size_t words = count_words(item);
    if (fits(item, words)) {
      units.push_back({item, words});
    } else {
      add_sentences(item);
    }
    from = to + 1;
  }
  return units;
}

/// Texts of about equal length, so that a paragraph of 210 words doesn't leave a passage of 10.
std::vector<std::string> texts_of(const Block& block) {
  const bool list = block.type == Block::Type::list;
  const std::string whole = clean(block.text, list);
  const std::size_t total = count_words(whole);
  if (whole.empty()) return {};
  if (fits(whole, total)) return {whole};
  const std::size_t aim = total / ((total + kPassageWords - 1) / kPassageWords + (total == 0));
  std::vector<std::string> out;
  std::size_t words = 0;
  for (const Unit& unit : units_of(block)) {
    if (unit.text.empty()) continue;
    const bool full = !out.empty() && (words >= aim || words + unit.words > kPassageWords ||
                                       out.back().size() + unit.text.size() > kPassageBytes);
    if (out.empty() || full) {
      out.push_back(unit.text);
      words = unit.words;
    } else {
      out.back() += (list ? '\n' : ' ') + unit.text;
      words += unit.words;
    }
  }
  return out;
}

class Ids {
 public:
  std::string next(const std::string& text) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash64(text)));
    const std::string base = "p-" + std::string(digits, 6);
    std::size_t& count = counts_[base];
    return ++count == 1 ? base : base + "-" + std::to_string(count);
  }

 private:
  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace

std::string Date::iso() const {
  if (year <= 0) return {};
  char out[40];
  if (month <= 0) {
    std::snprintf(out, sizeof out, "%04d", year);
  } else if (day <= 0) {
    std::snprintf(out, sizeof out, "%04d-%02d", year, month);
  } else {
    std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  }
  return out;
}

std::vector<PassageSection> split_passages(const std::vector<Section>& sections) {
  Ids ids;
  std::vector<PassageSection> out;
  for (const Section& section : sections) {
    PassageSection made{clean(section.heading), section.level, {}};
    for (const Block& block : section.blocks) {
      for (std::string& text : texts_of(block)) {
        std::string id = ids.next(text);
        made.passages.push_back({std::move(id), std::move(text), block.type, block.page});
      }
    }
    // A heading right above another one has no text but is still searched.
    if (!made.heading.empty() || !made.passages.empty()) out.push_back(std::move(made));
  }
  return out;
}

}  // namespace corpus
