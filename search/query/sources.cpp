#include "search/query/sources.h"

#include <algorithm>
#include <cmath>

#include "corpus/error.h"
#include "search/query/postings.h"
#include "search/schema.h"

namespace search {
namespace {

/// So many postings a document; a small index may always have as many as 100,000 documents have.
constexpr std::uint64_t kPostingsADocument = 80;
constexpr std::uint64_t kLeastBudget = 100'000 * kPostingsADocument;
constexpr std::uint64_t kPositionCost = 30;
/// Parts of a compound count when they stand within so many words.
constexpr unsigned kNearWindow = 6;
/// Ways to say one phrase: labels and abbreviations in it multiply.
constexpr std::size_t kMostVariants = 12;

}  // namespace

void throw_too_heavy() {
  throw corpus::Error(corpus::ErrorKind::too_heavy, "Deze zoekvraag is te zwaar.",
                      "Gebruik minder woorden, of woorden die minder vaak voorkomen.");
}

SourceBuilder::SourceBuilder(const Index& index, Reader& reader)
    : index_(index), reader_(reader), budget_(std::max(kLeastBudget, index.columns().documents * kPostingsADocument)) {}

void SourceBuilder::add_word(const Word& word, std::vector<Source>& sources) {
  const auto& stem = word.analysis.stem;
  add_term(Source::Kind::stem, prefixed(std::string_view{}, stem), sources);
  add_term(Source::Kind::part, prefixed(kPartPrefix, stem), sources);
  std::vector<StemTrie::Match> found;
  index_.labels().match_at(std::span(&stem, 1), 0, found);
  for (const auto& label : found) add_term(Source::Kind::synonym, index_.labels().term(label.number), sources);
  found.clear();
  index_.abbreviations().short_forms_at(std::span(&stem, 1), 0, found);
  for (const auto& match : found)
    add_sequence(Source::Kind::synonym, index_.abbreviations().entries()[match.number].long_stems, sources);
  if (word.analysis.part_stems.size() > 1) add_near(word.analysis.part_stems, sources);
}

void SourceBuilder::add_term(Source::Kind kind, std::string term, std::vector<Source>& sources) {
  const auto df = frequency(term);
  if (df == 0 || std::ranges::find(sources, term, &Source::term) != sources.end()) return;
  spend(df);
  sources.push_back({kind, std::move(term), {}});
}

void SourceBuilder::add_part(const std::string& stem, std::vector<Source>& sources) {
  for (auto& [kind, term] : {std::pair{Source::Kind::stem, prefixed(std::string_view{}, stem)},
                             std::pair{Source::Kind::part, prefixed(kPartPrefix, stem)}}) {
    const auto df = frequency(term);
    if (df > 0 && spent_ + df <= budget_) add_term(kind, term, sources);
  }
}

std::uint64_t SourceBuilder::add_phrase(std::span<const Word> words, std::vector<Source>& sources,
                                        std::vector<std::vector<std::string>>& sequences) {
  std::vector<std::string> stems;
  for (const auto& word : words) stems.push_back(word.analysis.stem);
  std::uint64_t df = 0;
  for (auto& variant : variants(stems)) {
    const auto before = sources.size();
    if (variant.size() == 1)
      add_term(Source::Kind::stem, prefixed(std::string_view{}, variant.front()), sources);
    else
      add_sequence(Source::Kind::phrase, variant, sources);
    if (sources.size() > before)
      // Kept for the matcher, which asks for the same postings.
      df += PostingCursor(reader_.database, index_.posting_cache(), sources.back()).size();
    sequences.push_back(std::move(variant));
  }
  return std::min<std::uint64_t>(df, index_.columns().documents);
}

double SourceBuilder::idf(std::uint64_t df) const {
  return df == 0 ? 0 : std::log1p(static_cast<double>(index_.columns().documents) / static_cast<double>(df));
}

/// The phrase itself, then with each label and abbreviation in it said otherwise.
std::vector<std::vector<std::string>> SourceBuilder::variants(const std::vector<std::string>& stems) const {
  std::vector<std::vector<std::string>> all{stems};
  std::vector<StemTrie::Match> found;
  for (std::size_t begin = 0; begin < stems.size(); ++begin) {
    const auto add = [&](std::size_t length, const std::vector<std::string>& other) {
      auto variant = std::vector(stems.begin(), stems.begin() + static_cast<std::ptrdiff_t>(begin));
      variant.insert(variant.end(), other.begin(), other.end());
      variant.insert(variant.end(), stems.begin() + static_cast<std::ptrdiff_t>(begin + length), stems.end());
      if (all.size() < kMostVariants && std::ranges::find(all, variant) == all.end()) all.push_back(std::move(variant));
    };
    found.clear();
    index_.labels().match_at(stems, begin, found);
    for (const auto& match : found)
      for (const auto& label : index_.labels().labels(match.number)) add(match.length, label);
    found.clear();
    index_.abbreviations().long_forms_at(stems, begin, found);
    for (const auto& match : found) add(match.length, {index_.abbreviations().entries()[match.number].short_stem});
    found.clear();
    index_.abbreviations().short_forms_at(stems, begin, found);
    for (const auto& match : found) add(1, index_.abbreviations().entries()[match.number].long_stems);
  }
  return all;
}

void SourceBuilder::add_near(const std::vector<std::string>& stems, std::vector<Source>& sources) {
  const auto postings = cost(stems);
  if (postings == 0) return;
  spend(postings);
  sources.push_back({Source::Kind::near_parts, {}, {stems, kNearWindow + static_cast<Position>(stems.size()) - 2}});
}

void SourceBuilder::add_sequence(Source::Kind kind, const std::vector<std::string>& stems,
                                 std::vector<Source>& sources) {
  const auto postings = cost(stems);
  if (postings == 0) return;
  spend(postings);
  sources.push_back({kind, {}, {stems, 0}});
}

std::uint64_t SourceBuilder::cost(const std::vector<std::string>& stems) const {
  std::uint64_t rarest = index_.columns().documents, sum = 0;
  for (const auto& stem : stems) {
    const auto df = frequency(stem);
    rarest = std::min(rarest, df);
    sum += df;
  }
  return rarest == 0 ? 0 : rarest * kPositionCost + sum;
}

void SourceBuilder::spend(std::uint64_t postings) {
  spent_ += postings;
  if (spent_ > budget_) throw_too_heavy();
}

}  // namespace search
