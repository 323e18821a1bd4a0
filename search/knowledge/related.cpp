#include <algorithm>
#include <cmath>

#include "search/index/errors.h"
#include "search/knowledge/knowledge.h"
#include "search/schema.h"

namespace search {
namespace {

constexpr std::size_t kMostWords = 24;       // rare words of the document that are looked up
constexpr Xapian::doccount kFewest = 2;      // a word of this document alone joins nothing
constexpr double kWordWeight = 0.35;         // against a value of the vocabulary
constexpr std::size_t kLongestList = 5'000;  // documents of a value or word that are looked at: more say little
constexpr double kLeast = 1.0;

double idf(const Knowledge& knowledge, std::size_t frequency) {
  return std::log(1 + static_cast<double>(knowledge.index().columns().documents) / static_cast<double>(frequency));
}

bool is_rare_word(const std::string& term) {
  if (term.size() < 4 || term.front() < 'a' || term.front() > 'z') return false;  // no prefix, no number, no sign
  return !is_stop_word(term);
}

void add_words(const Knowledge& knowledge, Reader& reader, DocId self, std::vector<double>& likeness) {
  auto& database = reader.database;
  const auto most = std::max<std::size_t>(kFewest, std::min<std::size_t>(kLongestList, database.get_doccount() / 8));
  struct Word {
    std::string term;
    double weight;
  };
  std::vector<Word> words;
  for (auto term = database.termlist_begin(self); term != database.termlist_end(self); ++term) {
    const auto frequency = term.get_termfreq();
    if (frequency < kFewest || frequency > most || !is_rare_word(*term)) continue;
    const auto count = unpack_occurrences(term.get_wdf());
    const auto often = std::log(std::max(1.0, static_cast<double>(count.body + count.heading + count.title)));
    words.push_back({*term, idf(knowledge, frequency) * std::min(3.0, 1 + often)});
  }
  const auto kept = std::min(words.size(), kMostWords);
  std::partial_sort(
      words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept), words.end(),
      [](const Word& a, const Word& b) { return a.weight != b.weight ? a.weight > b.weight : a.term < b.term; });
  words.resize(kept);
  for (const auto& word : words)
    for (auto posting = database.postlist_begin(word.term); posting != database.postlist_end(word.term); ++posting)
      likeness[*posting] += kWordWeight * word.weight;
}

void add_values(const Knowledge& knowledge, DocId self, std::vector<double>& likeness) {
  for (const auto field : {Field::theme, Field::solution, Field::municipality}) {
    const double weight = field == Field::municipality ? 0.5 : 1;
    for (const auto ordinal : knowledge.index().columns().facets[number(field)].of(self)) {
      const auto documents = knowledge.postings().of(field, ordinal);
      if (documents.size() > kLongestList) continue;
      for (const auto doc : documents) likeness[doc] += weight * idf(knowledge, documents.size());
    }
  }
}

std::vector<std::string> shared(const std::vector<corpus::Value>& a, const std::vector<corpus::Value>& b) {
  std::vector<std::string> values;
  for (const auto& value : a)
    if (std::ranges::find(b, value.value, &corpus::Value::value) != b.end()) values.push_back(value.value);
  return values;
}

}  // namespace

std::vector<Related> related_documents(const Knowledge& knowledge, const corpus::Document& document,
                                       std::size_t limit) {
  const auto self = knowledge.number_of(document.id);
  if (self == 0) return {};
  const auto& columns = knowledge.index().columns();
  std::vector<double> likeness(std::size_t{columns.last} + 1, 0);
  add_values(knowledge, self, likeness);
  const auto lease = knowledge.index().lease();
  translating_errors(knowledge.index().generation(), [&] { add_words(knowledge, *lease, self, likeness); });
  const auto session = knowledge.sessions().of(self);
  std::vector<DocId> candidates;
  for (const auto doc : knowledge.postings().all())
    if (likeness[doc] >= kLeast && doc != self && !(session && knowledge.sessions().of(doc) == session))
      candidates.push_back(doc);
  // Some are dropped below: chapters of the same book can be told only once read.
  const auto count = std::min(candidates.size(), limit * 4);
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count), candidates.end(),
                    [&](DocId a, DocId b) {
                      return likeness[a] != likeness[b] ? likeness[a] > likeness[b] : columns.id(a) < columns.id(b);
                    });
  candidates.resize(count);
  std::vector<Related> related;
  for (const auto doc : candidates) {
    if (related.size() == limit) break;
    const auto other = std::move(read_documents(knowledge.index(), *lease, std::span(&doc, 1)).front());
    if (!document.book.id.empty() && other.book.id == document.book.id) continue;
    related.push_back({reference(other), likeness[doc], shared(document.themes, other.themes),
                       shared(document.solutions, other.solutions)});
  }
  return related;
}

}  // namespace search
