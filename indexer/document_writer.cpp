#include "indexer/document_writer.h"

#include <algorithm>
#include <unordered_map>

#include "corpus/text.h"
#include "search/fields.h"
#include "search/index/positions.h"
#include "search/index/record.h"
#include "search/schema.h"
#include "search/synonyms/abbreviations.h"

namespace indexer {
namespace {

using search::Field;

/// The title as completions know it: its first words, normalised.
std::string normalized_title(const std::string& title, search::Analyzer& analyzer) {
  constexpr std::size_t most_words = 12, most_bytes = 120;
  std::string words;
  std::size_t count = 0;
  for (const auto& token : analyzer.tokens(title)) {
    if (++count > most_words || words.size() + 1 + token.normalized.size() > most_bytes) break;
    words += (words.empty() ? "" : " ") + token.normalized;
  }
  return words;
}

/// Terms of the running text: title, headings and passages, one unit at a time.
class TextTerms {
 public:
  TextTerms(Xapian::Document& document, const search::LabelMatcher& labels, search::Analyzer& analyzer)
      : document_(document), labels_(labels), analyzer_(analyzer) {}

  /// `count`: which field's count each word adds to.
  void add(const std::string& text, unsigned search::Occurrences::*count) {
    stems_.clear();
    analyzer_.tokenize(text, [&](const search::Token& token, const search::WordAnalysis& word) {
      ++(occurrences_[word.stem].*count);
      for (const auto& part : word.part_stems) ++(occurrences_[search::prefixed(search::kPartPrefix, part)].*count);
      if (!search::is_stop_word(token.normalized)) ++content_words_;
      stems_.push_back(word.stem);
    });
    positions_.add_text(stems_);
    add_concepts(count);
    words_seen_ += static_cast<unsigned>(stems_.size());
  }

  /// Call once, after the last add().
  void finish() {
    for (const auto& [term, occurrences] : occurrences_)
      document_.add_term(term, search::pack_occurrences(occurrences));
    document_.add_value(search::kPositionsSlot, positions_.finish());
  }

  unsigned words() const { return words_seen_; }
  unsigned content_words() const { return content_words_; }

 private:
  void add_concepts(unsigned search::Occurrences::*count) {
    for (std::size_t begin = 0; begin < stems_.size(); ++begin) {
      matches_.clear();
      labels_.match_at(stems_, begin, matches_);
      // Several labels of one concept may begin here; it stands here once.
      std::ranges::sort(matches_, {}, &search::LabelMatcher::Match::number);
      for (std::size_t i = 0; i < matches_.size(); ++i)
        if (i == 0 || matches_[i].number != matches_[i - 1].number) {
          const auto& term = labels_.term(matches_[i].number);
          positions_.add_at(term, begin);
          ++(occurrences_[term].*count);
        }
    }
  }

  Xapian::Document& document_;
  const search::LabelMatcher& labels_;
  search::Analyzer& analyzer_;
  search::PositionEncoder positions_;
  unsigned words_seen_ = 0, content_words_ = 0;
  std::unordered_map<std::string, search::Occurrences> occurrences_;
  std::vector<std::string> stems_;
  std::vector<search::LabelMatcher::Match> matches_;
};

std::vector<std::string> direct_values(const corpus::Document& document, Field field) {
  const auto values_of = [](const std::vector<corpus::Value>& list) {
    std::vector<std::string> values;
    for (const auto& value : list) values.push_back(value.value);
    return values;
  };
  switch (field) {
    case Field::theme:
      return values_of(document.themes);
    case Field::municipality:
      return values_of(document.municipalities);
    case Field::solution:
      return values_of(document.solutions);
    case Field::police_unit:
      return values_of(document.police_units);
    case Field::kind:
      return {document.kind.value};
    case Field::year:
      return document.date.year > 0 ? std::vector{document.date.iso().substr(0, 4)} : std::vector<std::string>{};
  }
  return {};
}

void add_definitions(const std::string& passage, Xapian::Document& document) {
  for (const auto& definition : search::find_definitions(passage))
    if (const auto term = search::definition_term(definition); !term.empty()) document.add_boolean_term(term);
}

}  // namespace

Xapian::Document DocumentWriter::write(const corpus::Document& document, search::Analyzer& analyzer,
                                       std::vector<std::string>& warnings) const {
  Xapian::Document result;
  const bool is_public = document.access == corpus::kPublicAccess;

  TextTerms text(result, labels_, analyzer);
  text.add(document.title, &search::Occurrences::title);
  const auto title_words = text.content_words();
  for (const auto& section : document.sections) {
    text.add(section.heading, &search::Occurrences::heading);
    for (const auto& passage : section.passages) {
      text.add(passage.text, &search::Occurrences::body);
      if (is_public) add_definitions(passage.text, result);
    }
  }
  text.finish();

  const auto add_value = [&](std::string_view prefix, const std::string& value) {
    if (value.size() > search::kMaxTermBytes)
      warnings.push_back("a value is cut after " + std::to_string(search::kMaxTermBytes) + " bytes: \"" +
                         value.substr(0, 40) + "…\"");
    if (!value.empty()) result.add_boolean_term(search::prefixed(prefix, value));
  };
  for (const auto& field : search::kFields)
    for (const auto& value : direct_values(document, field.field)) {
      if (field.scheme && field.counts_broader)
        for (const auto& broader : vocabulary_.with_broader(*field.scheme, value))
          add_value(field.term_prefix, broader);
      else
        add_value(field.term_prefix, value);
    }
  add_value(search::kAccessPrefix, document.access);
  add_value(search::kBookPrefix, document.book.id);
  result.add_boolean_term(search::id_term(document.id));

  const auto& date = document.date;
  if (date.year > 0)
    result.add_value(search::kDateSlot,
                     search::pack_number(static_cast<unsigned>(date.year * 10000 + date.month * 100 + date.day)));
  result.add_value(search::kIdSlot, document.id);
  if (is_public) result.add_value(search::kTitleSlot, normalized_title(document.title, analyzer));
  if (!is_public) result.add_value(search::kAccessSlot, document.access);
  if (!document.session.empty()) result.add_value(search::kSessionSlot, document.session);
  result.add_value(search::kLengthSlot, search::pack_number(text.words()));
  result.add_value(search::kTitleLengthSlot, search::pack_number(title_words));
  result.set_data(search::encode_record(document));
  return result;
}

}  // namespace indexer
