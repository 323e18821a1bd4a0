#include <algorithm>
#include <cmath>

#include "search/query/parser.h"
#include "search/suggest.h"
#include "search/suggest/context.h"
#include "search/suggest/corrections.h"

namespace search {
namespace {

constexpr std::size_t kMostWords = 128;    // looked at
constexpr std::size_t kMostCorrected = 3;  // words; who misspells more must look at the query anew

/// A word of the query and where it stands in the text.
struct Typed {
  std::size_t begin = 0, end = 0;
  std::string normalized;
  WordAnalysis analysis;
  bool loose = false;  // neither in a phrase nor in an item of several words
  bool content = true;
};

std::vector<Typed> words_of(const ParsedQuery& query, Analyzer& analyzer) {
  std::vector<Typed> words;
  for (const auto& clause : query.clauses) {
    if (clause.excluded) continue;
    for (const auto& item : clause.items) {
      if (item.kind == QueryItem::Kind::field) continue;
      const auto tokens = analyzer.tokens(item.text);
      for (const auto& token : tokens) {
        if (words.size() == kMostWords) return words;
        words.push_back({item.begin + token.begin, item.begin + token.end, token.normalized, analyzer.analyze(token),
                         tokens.size() == 1 && clause.items.size() == 1 && item.kind == QueryItem::Kind::word,
                         !is_stop_word(token.normalized) && !is_question_word(token.normalized)});
      }
    }
  }
  return words;
}

class Speller {
 public:
  Speller(const Index& index, Reader& reader, const ParsedQuery& query)
      : index_(index), reader_(reader), query_(query), words_(words_of(query, reader.analyzer)) {}

  std::optional<std::string> better_query() {
    std::string text;
    std::size_t copied = 0, corrected = 0;
    for (std::size_t i = 0; i < words_.size() && corrected < kMostCorrected; ++i) {
      std::size_t length = 2;
      auto better = joined(i);
      if (better.empty()) {
        length = 1;
        better = correction(i);
      }
      if (better.empty()) continue;
      text.append(query_.text, copied, words_[i].begin - copied);
      text += better;
      i += length - 1;
      copied = words_[i].end;
      ++corrected;
    }
    if (corrected == 0) return std::nullopt;
    return text.append(query_.text, copied, std::string::npos);
  }

 private:
  /// "onder mijning": two words, one of them no word, that are one in the index; empty otherwise.
  std::string joined(std::size_t i) {
    if (i + 1 >= words_.size()) return {};
    const auto &first = words_[i], &second = words_[i + 1];
    if (!first.loose || !second.loose || second.begin != first.end + 1) return {};
    if (!is_no_word(first) && !is_no_word(second)) return {};
    const auto found = index_.suggestions().words.find(first.normalized + second.normalized);
    return found ? found->display : std::string{};
  }

  bool is_no_word(const Typed& word) {
    return word.content && standing_of(index_, reader_, word.normalized, word.analysis) == Standing::unknown;
  }

  std::string correction(std::size_t i) {
    const auto& typed = words_[i];
    if (!typed.content) return {};
    const auto standing = standing_of(index_, reader_, typed.normalized, typed.analysis);
    if (standing == Standing::right) return {};
    auto corrections = corrections_of(index_, reader_, typed.normalized, standing);
    if (corrections.empty()) return {};
    auto context = context_of(i);
    const Correction* best = nullptr;
    double best_score = 0;
    for (const auto& correction : corrections) {
      const auto score = correction.score(context.likely(correction.word, correction.documents));
      if (!best || score < best_score) {
        best = &correction;
        best_score = score;
      }
    }
    if (standing == Standing::rare || standing == Standing::plausible) {
      // It may be right: a name, a term of the trade, a compound made on the spot. Then it is no slip at all.
      const Correction itself{
          {}, {}, std::max<double>(index_.suggestions().documents_with(typed.normalized), kPlausible), 0, kKnownWord};
      if (best_score >= itself.score(context.likely(typed.normalized, itself.documents))) return {};
    }
    return best->text;
  }

  Context context_of(std::size_t i) const {
    std::vector<std::string> stems;
    for (std::size_t j = 0; j < words_.size(); ++j)
      if (j != i && words_[j].content) stems.push_back(words_[j].analysis.stem);
    return {index_, reader_, stems};
  }

  const Index& index_;
  Reader& reader_;
  const ParsedQuery& query_;
  std::vector<Typed> words_;
};

}  // namespace

std::optional<std::string> did_you_mean(const Index& index, Reader& reader, const std::string& query) {
  const auto parsed = parse_query(query);
  return Speller(index, reader, parsed).better_query();
}

}  // namespace search
