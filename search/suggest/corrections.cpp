#include "search/suggest/corrections.h"

#include <algorithm>
#include <cmath>

#include "search/lexicon/lexicon.h"
#include "search/query/postings.h"
#include "search/schema.h"
#include "search/suggest/close_words.h"

namespace search {
namespace {

constexpr std::size_t kShortestWord = 3;  // shorter words have too many neighbours
constexpr std::size_t kMostCorrections = 12;
constexpr std::size_t kLettersPerEdit = 4;  // a word of eight letters may hold two slips
constexpr std::size_t kShortestHalf = 3;    // of words run together
constexpr std::size_t kShortestCorrectedPart = 4;
constexpr std::size_t kPartsTried = 2;              // known beginnings, and known ends, of a compound
constexpr std::uint32_t kMostRunTogether = 10'000;  // documents of the rarer half: bounds the time of a phrase

bool in_lexicon(std::string_view word) { return Lexicon::builtin().contains(word); }

/// A word, or one with the s that links ("veiligheids").
bool is_first_part(std::string_view written) {
  return in_lexicon(written) || (written.ends_with('s') && in_lexicon(written.substr(0, written.size() - 1)));
}

EditCost budget_of(std::size_t letters) {
  return static_cast<EditCost>(std::min<std::size_t>(kMostCost, letters * kEdit / kLettersPerEdit));
}

bool has_public_document(const Index& index, const Reader& reader, const std::string& term) {
  for (auto posting = reader.database.postlist_begin(term); posting != reader.database.postlist_end(term); ++posting)
    if (index.columns().is_public[*posting]) return true;
  return false;
}

/// Letters that stand more than twice in a row, twice.
std::string without_runs(const std::string& word) {
  std::string result;
  for (const char c : word)
    if (result.size() < 2 || result.back() != c || result[result.size() - 2] != c) result += c;
  return result;
}

class Corrector {
 public:
  Corrector(const Index& index, Reader& reader, const std::string& word)
      : index_(index), reader_(reader), word_(word) {}

  std::vector<Correction> corrections(Standing standing) {
    const auto budget = budget_of(word_.size());
    const auto sound = std::min(budget, kCloseSound);
    switch (standing) {
      case Standing::right:
        return {};
      case Standing::unfound:
        whole_words(sound);
        break;
      case Standing::rare:
        whole_words(std::min(budget, kEdit));
        break;
      case Standing::plausible:
        whole_words(std::min(budget, kEdit));
        if (cheapest_ > kCloseSound) run_together();
        break;
      case Standing::unknown:
        whole_words(budget);
        // Whatever sounds alike is a better guess than anything made up.
        if (cheapest_ > kCloseSound) {
          compounds();
          run_together();
        }
        break;
    }
    std::ranges::stable_sort(found_, {}, [](const Correction& c) { return c.score(c.documents); });
    if (found_.size() > kMostCorrections) found_.resize(kMostCorrections);
    return std::move(found_);
  }

 private:
  const WordList& words() const { return index_.suggestions().words; }

  void add(std::string text, std::string word, double documents, unsigned cost, bool known) {
    found_.push_back(
        {std::move(text), std::move(word), documents, kErrorWeight * cost / kEdit, known ? 0 : kKnownWord});
    cheapest_ = std::min(cheapest_, cost);
  }

  void whole_words(EditCost most) {
    const auto stem = reader_.analyzer.analyze_word(word_).stem;
    // "heeeel": no word has a letter three times in a row.
    const auto squeezed = without_runs(word_);
    if (squeezed != word_)
      if (auto row = words().find(squeezed)) {
        add(std::move(row->display), std::move(row->word), row->count, kSameSound, true);
        return;
      }
    auto found = close_words(words(), squeezed, most);
    for (auto& close : found) {
      const bool known = in_lexicon(close.word);
      // Another form of the same word finds the same documents. The lexicon has all forms of the words in it.
      if (close.cost > kCloseSound && !known && reader_.analyzer.analyze_word(close.word).stem == stem) continue;
      add(std::move(close.display), std::move(close.word), close.count, close.cost, known);
    }
  }

  /// "buurtprefentie": one part is a word, the other is close to one, and together they are a compound.
  void compounds() {
    std::vector<std::size_t> after_beginning, before_end;
    for (auto at = kShortestCorrectedPart; at + kShortestCorrectedPart <= word_.size(); ++at) {
      const auto first = std::string_view(word_).substr(0, at), second = std::string_view(word_).substr(at);
      if (is_first_part(first)) after_beginning.insert(after_beginning.begin(), at);
      if (in_lexicon(second)) before_end.push_back(at);
    }
    // The longest known parts: they leave the least to guess.
    for (std::size_t i = 0; i < std::min(kPartsTried, after_beginning.size()); ++i) {
      const auto at = after_beginning[i];
      const auto first = word_.substr(0, at);
      for (const auto& close : close_part(word_.substr(at))) add_compound(first + close.word, close);
    }
    for (std::size_t i = 0; i < std::min(kPartsTried, before_end.size()); ++i) {
      const auto at = before_end[i];
      const auto second = word_.substr(at);
      for (const auto& close : close_part(word_.substr(0, at))) add_compound(close.word + second, close);
    }
  }

  std::vector<CloseWord> close_part(const std::string& part) const {
    auto close = close_words(words(), part, std::min(budget_of(part.size()), kEdit));
    std::erase_if(close, [](const CloseWord& c) { return !in_lexicon(c.word); });
    std::ranges::stable_sort(close, {}, [](const CloseWord& c) {
      return kErrorWeight * c.cost / kEdit - std::log(static_cast<double>(c.count));
    });
    if (close.size() > kMostCorrections) close.resize(kMostCorrections);
    return close;
  }

  void add_compound(const std::string& compound, const CloseWord& part) {
    if (index_.suggestions().documents_with(compound) > 0) return;  // found as a whole word, or too rare to be offered
    if (reader_.analyzer.analyze_word(compound).parts.empty()) return;
    // As likely as its corrected part is common, far below any compound that stands somewhere.
    const auto share = static_cast<double>(part.count) / static_cast<double>(index_.columns().documents + 1);
    add(compound, {}, share, part.cost, true);
  }

  /// "openbareorde": where the two stand next to each other in documents.
  void run_together() {
    std::size_t best = 0;
    std::uint32_t rarest = 0;
    for (auto at = kShortestHalf; at + kShortestHalf <= word_.size(); ++at) {
      const auto first = words().find(word_.substr(0, at)), second = words().find(word_.substr(at));
      if (!first || !second || !in_lexicon(first->word) || !in_lexicon(second->word)) continue;
      if (std::min(first->count, second->count) > rarest) {
        rarest = std::min(first->count, second->count);
        best = at;
      }
    }
    if (best == 0 || rarest > kMostRunTogether) return;
    const auto first = word_.substr(0, best), second = word_.substr(best);
    const Sequence phrase{{reader_.analyzer.analyze_word(first).stem, reader_.analyzer.analyze_word(second).stem}, 0};
    std::uint32_t documents = 0;
    for (const auto doc : find_sequence(reader_.database, index_.posting_cache(), phrase))
      documents += index_.columns().is_public[doc];
    if (documents < 2) return;
    add(words().find(first)->display + " " + words().find(second)->display, {}, documents, kJoined, true);
  }

  const Index& index_;
  Reader& reader_;
  const std::string& word_;
  std::vector<Correction> found_;
  unsigned cheapest_ = kMostCost + 1;
};

}  // namespace

double Correction::score(double likely) const { return slip + penalty - std::log(likely); }

Standing standing_of(const Index& index, Reader& reader, const std::string& word, const WordAnalysis& analysis) {
  if (word.size() < kShortestWord || word.size() > kLongestCorrected) return Standing::right;
  for (const char c : word)
    if (c >= '0' && c <= '9') return Standing::right;
  const bool good = in_lexicon(word), there = index.suggestions().documents_with(word) > 0;
  if (there) return good ? Standing::right : Standing::rare;
  if (good) {
    // Another form of a word that documents have finds them.
    if (has_public_document(index, reader, analysis.stem) ||
        has_public_document(index, reader, prefixed(kPartPrefix, analysis.stem)))
      return Standing::right;
    return Standing::unfound;
  }
  return analysis.parts.empty() ? Standing::unknown : Standing::plausible;
}

std::vector<Correction> corrections_of(const Index& index, Reader& reader, const std::string& word, Standing standing) {
  return Corrector(index, reader, word).corrections(standing);
}

}  // namespace search
