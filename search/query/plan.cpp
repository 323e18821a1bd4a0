#include "search/query/plan.h"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "search/analysis/linking.h"
#include "search/query/selection.h"
#include "search/query/sources.h"
#include "search/schema.h"

namespace search {
namespace {

constexpr std::size_t kMostWords = 128;
/// Weight of a part of a compound on its own, beside a word that is really there.
constexpr double kPartWeight = 0.4;

class Planner {
 public:
  Planner(const Index& index, Reader& reader) : index_(index), reader_(reader), sources_(index, reader) {}

  Plan make(const ParsedQuery& query) {
    std::vector<Word> loose;
    for (const auto& clause : query.clauses) {
      if (clause.excluded) {
        auto excluded = group(clause);
        if (!excluded.sources.empty()) plan_.exclusions.push_back(std::move(excluded));
      } else if (clause.items.size() == 1 && clause.items.front().kind == QueryItem::Kind::word) {
        append(clause.items.front().text, loose);
      } else {
        add_loose(loose);  // keeps the order of clauses that of the query
        add_firm(clause);
      }
    }
    add_loose(loose);
    restore_stop_words();
    apply_rule();
    return std::move(plan_);
  }

 private:
  // ---- words -----------------------------------------------------------------------------------------------------

  void append(const std::string& text, std::vector<Word>& words) {
    reader_.analyzer.tokenize(text, [&](const Token& token, const WordAnalysis& analysis) {
      if (++tokens_ > kMostWords) throw_too_heavy();
      words.push_back({text.substr(token.begin, token.end - token.begin), token.normalized, analysis});
    });
  }

  /// Makes clauses of a run of loose words: labels of several words and open compounds first, then single words.
  void add_loose(std::vector<Word>& words) {
    std::vector<std::string> stems;
    for (const auto& word : words) stems.push_back(word.analysis.stem);
    const auto short_forms = abbreviations_of(stems);
    for (std::size_t i = 0; i < words.size();) {
      std::vector<StemTrie::Match> labels;
      index_.labels().match_at(stems, i, labels);
      std::size_t length = 1;
      for (const auto& label : labels) length = std::max(length, label.length);
      if (length > 1) {
        add_label(std::span(words).subspan(i, length), labels);
      } else if (i + 1 < words.size() && add_open_compound(words[i], words[i + 1])) {
        length = 2;
      } else if (is_set_aside(words[i])) {
        set_aside_.push_back(words[i]);
      } else {
        add_word(words[i], short_forms[i]);
      }
      i += length;
    }
    words.clear();
  }

  static bool is_set_aside(const Word& word) {
    return is_stop_word(word.normalized) || is_question_word(word.normalized);
  }

  /// By word: the stems of abbreviations whose long form it stands in.
  std::vector<std::vector<std::string>> abbreviations_of(const std::vector<std::string>& stems) const {
    std::vector<std::vector<std::string>> short_forms(stems.size());
    std::vector<StemTrie::Match> found;
    for (std::size_t i = 0; i < stems.size(); ++i) index_.abbreviations().long_forms_at(stems, i, found);
    for (const auto& match : found)
      for (std::size_t i = 0; i < match.length; ++i)
        short_forms[match.begin + i].push_back(index_.abbreviations().entries()[match.number].short_stem);
    return short_forms;
  }

  /// "If nothing else is left, stop words count as content words."
  void restore_stop_words() {
    for (const auto& clause : plan_.clauses)
      if (clause.counts) return;
    for (const auto& word : set_aside_) add_word(word, {});
  }

  void add_word(const Word& word, const std::vector<std::string>& short_forms) {
    if (!seen_.insert(word.normalized).second) return;  // a word typed twice is one word
    Clause clause;
    clause.text = word.text;
    clause.idf = sources_.idf(sources_.frequency(word.analysis.stem));
    sources_.add_word(word, clause.sources);
    for (const auto& stem : short_forms) {
      sources_.add_term(Source::Kind::synonym, prefixed(std::string_view{}, stem), clause.sources);
      plan_.marks.stems.try_emplace(stem, plan_.clauses.size());
    }
    mark_word(word, plan_.clauses.size());
    push(std::move(clause));
    add_parts(word.analysis.part_stems);
  }

  /// The parts of a compound say something on their own, too: less, and nothing about which documents match.
  void add_parts(const std::vector<std::string>& stems) {
    if (stems.size() < 2) return;
    for (const auto& stem : stems) {
      Clause clause;
      clause.text = stem;
      clause.counts = false;
      clause.weight = kPartWeight;
      clause.idf = sources_.idf(sources_.frequency(stem));
      sources_.add_part(stem, clause.sources);
      if (!clause.sources.empty()) push(std::move(clause));
    }
  }

  void add_label(std::span<const Word> words, const std::vector<StemTrie::Match>& labels) {
    Clause clause;
    for (const auto& word : words) clause.text += (clause.text.empty() ? "" : " ") + word.text;
    std::uint64_t df = 0;
    for (const auto& label : labels) {
      if (label.length != words.size()) continue;
      const auto& term = index_.labels().term(label.number);
      df = std::max(df, sources_.frequency(term));
      sources_.add_term(Source::Kind::synonym, term, clause.sources);
      plan_.marks.concepts.try_emplace(label.number, plan_.clauses.size());
    }
    clause.idf = sources_.idf(df);
    push(std::move(clause));
  }

  /// "buurt app" where some document has "buurtapp" or "buurt-app".
  bool add_open_compound(const Word& first, const Word& second) {
    for (const auto* word : {&first, &second})
      if (word->normalized.size() < kShortestPart || is_set_aside(*word)) return false;
    Word joined{first.text + " " + second.text, first.normalized + second.normalized, {}};
    joined.analysis = reader_.analyzer.analyze_word(joined.normalized);
    // The word itself must be there: a stem alone may come from another word.
    if (index_.suggestions().documents_with(joined.normalized) == 0) return false;
    joined.analysis.part_stems = {first.analysis.stem, second.analysis.stem};
    add_word(joined, {});
    return true;
  }

  // ---- phrases, OR groups, fields, exclusions ---------------------------------------------------------------------

  void add_firm(const QueryClause& clause) {
    auto firm = group(clause);
    if (firm.text.empty()) return;  // nothing but punctuation
    firm.firm = true;
    push(std::move(firm));
  }

  /// The items of a clause as one, by all their sources.
  Clause group(const QueryClause& clause) {
    Clause result;
    result.counts = clause.items.size() == 1 && clause.items.front().kind == QueryItem::Kind::phrase;
    result.scores = false;
    std::uint64_t df = 0;
    for (const auto& item : clause.items) {
      std::vector<Word> words;
      if (item.kind == QueryItem::Kind::field) {
        result.text += (result.text.empty() ? "" : " OR ") + std::string(item.field->parameter) + ":" + item.text;
        const auto value = value_in_index(*item.field, item.text, index_.columns(), index_.vocabulary());
        sources_.add_term(Source::Kind::value, prefixed(item.field->term_prefix, value), result.sources);
        continue;
      }
      append(item.text, words);
      if (words.empty()) continue;
      result.scores = true;
      result.text += (result.text.empty() ? "" : " OR ") + item.text;
      if (words.size() == 1) {
        sources_.add_word(words.front(), result.sources);
        df += sources_.frequency(words.front().analysis.stem);
        if (!clause.excluded) mark_word(words.front(), plan_.clauses.size());
      } else {
        std::vector<std::vector<std::string>> sequences;
        df += sources_.add_phrase(words, result.sources, sequences);
        if (!clause.excluded)
          for (auto& stems : sequences) plan_.marks.sequences.push_back({std::move(stems), plan_.clauses.size()});
      }
    }
    result.idf = sources_.idf(std::min(df, index_.columns().documents));
    return result;
  }

  void push(Clause clause) { plan_.clauses.push_back(std::move(clause)); }

  void mark_word(const Word& word, std::size_t clause) {
    const auto& stem = word.analysis.stem;
    plan_.marks.stems.try_emplace(stem, clause);
    for (const auto& part : word.analysis.part_stems) plan_.marks.part_stems.try_emplace(part, clause);
    std::vector<StemTrie::Match> found;
    index_.labels().match_at(std::span(&stem, 1), 0, found);
    for (const auto& label : found) plan_.marks.concepts.try_emplace(label.number, clause);
    found.clear();
    index_.abbreviations().short_forms_at(std::span(&stem, 1), 0, found);
    for (const auto& match : found)
      plan_.marks.sequences.push_back({index_.abbreviations().entries()[match.number].long_stems, clause});
  }

  // ---- the rule -----------------------------------------------------------------------------------------------------

  void apply_rule() {
    drop_repeated();
    std::size_t counting = 0;
    double sum = 0;
    for (const auto& clause : plan_.clauses)
      if (clause.counts) {
        ++counting;
        sum += clause.idf;
      }
    plan_.half_rule = counting > 2;  // one or two must all match
    plan_.needed_idf = sum / 2;
  }

  /// Forms of one word ("wijk wijken") are one word.
  void drop_repeated() {
    std::vector<std::size_t> renumbered(plan_.clauses.size());
    std::vector<Clause> clauses;
    for (std::size_t i = 0; i < plan_.clauses.size(); ++i) {
      const auto same =
          std::ranges::find_if(clauses, [&](const Clause& clause) { return same_word(clause, plan_.clauses[i]); });
      renumbered[i] = static_cast<std::size_t>(same - clauses.begin());
      if (same == clauses.end()) clauses.push_back(std::move(plan_.clauses[i]));
    }
    plan_.clauses = std::move(clauses);
    for (auto& [stem, clause] : plan_.marks.stems) clause = renumbered[clause];
    for (auto& [stem, clause] : plan_.marks.part_stems) clause = renumbered[clause];
    for (auto& [number, clause] : plan_.marks.concepts) clause = renumbered[clause];
    for (auto& sequence : plan_.marks.sequences) sequence.clause = renumbered[sequence.clause];
  }

  static bool same_word(const Clause& a, const Clause& b) {
    if (a.is_part() && b.is_part()) return a.text == b.text;
    if (!a.counts || !b.counts || a.firm || b.firm) return false;
    if (a.sources.empty() && b.sources.empty()) return a.text == b.text;
    return std::ranges::equal(a.sources, b.sources, [](const Source& x, const Source& y) {
      return x.kind == y.kind && x.term == y.term && x.sequence == y.sequence;
    });
  }

  const Index& index_;
  Reader& reader_;
  SourceBuilder sources_;
  Plan plan_;
  std::vector<Word> set_aside_;
  std::unordered_set<std::string> seen_;  // loose words, normalised
  std::size_t tokens_ = 0;
};

}  // namespace

Plan make_plan(const Index& index, Reader& reader, const ParsedQuery& query) {
  return Planner(index, reader).make(query);
}

}  // namespace search
