#include "search/suggest.h"

#include <algorithm>
#include <array>
#include <set>

#include "corpus/text.h"
#include "search/query/parser.h"
#include "search/schema.h"

namespace search {
namespace {

constexpr std::size_t kShortestCorrected = 4;  // shorter words have too many neighbours
constexpr std::size_t kLongestCorrected = 40;

/// Damerau-Levenshtein distance (adjacent letters may change places), given up above `most`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > kLongestCorrected || b.size() > kLongestCorrected) return most + 1;
  std::array<std::array<std::size_t, kLongestCorrected + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    auto least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return rows[a.size() % 3][b.size()];
}

/// The closest word that public documents have, the more frequent one of equals; empty when nothing is close.
std::string closest_word(const Xapian::Database& database, const std::string& word) {
  if (word.size() < kShortestCorrected || word.size() > kLongestCorrected) return {};
  const std::size_t most = word.size() < 7 ? 1 : 2;
  std::string best;
  std::size_t best_distance = most + 1;
  Xapian::doccount best_frequency = 0;
  const auto consider = [&](const std::string& prefix) {
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
      const auto text = *term;
      const auto candidate = std::string_view(text).substr(1);
      if (candidate.size() + most < word.size() || candidate.size() > word.size() + most) continue;
      const auto distance = edit_distance(word, candidate, std::min(most, best_distance));
      if (distance > most || distance > best_distance) continue;
      const auto frequency = term.get_termfreq();
      if (frequency < 2) continue;  // a word of one document may be a slip itself, or tell about that document
      if (distance == best_distance && frequency <= best_frequency) continue;
      best = candidate;
      best_distance = distance;
      best_frequency = frequency;
    }
  };
  // Slips in the first letter are rare: the letter itself, or the second one when the first two changed places.
  consider(prefixed(kWordPrefix, word.substr(0, 1)));
  if (best.empty()) consider(prefixed(kWordPrefix, word.substr(1, 1)));
  return best;
}

}  // namespace

std::optional<std::string> did_you_mean(Reader& reader, const std::string& query) {
  const auto parsed = parse_query(query);
  std::string corrected;
  std::size_t copied = 0;
  bool changed = false;
  for (const auto& clause : parsed.clauses)
    for (const auto& item : clause.items) {
      if (item.kind == QueryItem::Kind::field || clause.excluded) continue;
      for (const auto& token : reader.analyzer.tokens(item.text)) {
        if (is_stop_word(token.normalized) || is_question_word(token.normalized)) continue;
        const auto& analysis = reader.analyzer.analyze(token);
        if (reader.database.term_exists(prefixed(std::string_view{}, analysis.stem)) ||
            reader.database.term_exists(prefixed(kPartPrefix, analysis.stem)))
          continue;
        const auto better = closest_word(reader.database, token.normalized);
        if (better.empty()) continue;
        corrected.append(parsed.text, copied, item.begin + token.begin - copied);
        corrected += better;
        copied = item.begin + token.end;
        changed = true;
      }
    }
  if (!changed) return std::nullopt;
  corrected.append(parsed.text, copied, std::string::npos);
  return corrected;
}

std::vector<Completion> complete(const Index& index, const std::string& typed, std::size_t limit) {
  const auto text = corpus::to_valid_utf8(typed);
  const auto folded = corpus::fold(corpus::clean(text));
  if (folded.empty()) return {};
  struct Candidate {
    Completion completion;
    std::uint64_t popularity;
  };
  std::vector<Candidate> candidates;
  for (const auto& field : kFields) {
    if (!field.scheme) continue;
    const auto& column = index.columns().facets[number(field.field)];
    for (std::size_t i = 0; i < column.values.size(); ++i) {
      if (column.public_counts[i] == 0) continue;
      const auto label = corpus::fold(column.labels[i]);
      // A label is offered for the beginning of any of its words.
      const auto at = label.find(folded);
      if (at != std::string::npos && (at == 0 || label[at - 1] == ' ' || label[at - 1] == '-'))
        candidates.push_back({{column.labels[i], std::string(field.parameter)}, column.public_counts[i]});
    }
  }

  const auto lease = index.lease();
  const auto tokens = lease->analyzer.tokens(text);
  if (!tokens.empty() && tokens.back().end == text.size()) {
    const auto prefix = prefixed(kWordPrefix, tokens.back().normalized);
    const auto before = text.substr(0, tokens.back().begin);
    std::vector<Candidate> words;
    for (auto term = lease->database.allterms_begin(prefix); term != lease->database.allterms_end(prefix); ++term)
      if (term.get_termfreq() >= 2 && !is_stop_word((*term).substr(1)))
        words.push_back({{before + (*term).substr(1), "woord"}, term.get_termfreq()});
    std::ranges::stable_sort(words, std::ranges::greater{}, &Candidate::popularity);
    if (words.size() > limit) words.resize(limit);
    candidates.insert(candidates.end(), words.begin(), words.end());
  }

  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::popularity);
  std::vector<Completion> completions;
  std::set<std::string> seen;
  for (auto& candidate : candidates) {
    if (completions.size() == limit) break;
    if (seen.insert(corpus::fold(candidate.completion.text)).second)
      completions.push_back(std::move(candidate.completion));
  }
  return completions;
}

}  // namespace search
