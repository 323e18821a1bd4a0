#include "search/query/plan.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "corpus/error.h"
#include "search/analysis/linking.h"
#include "search/query/matcher.h"
#include "search/schema.h"

namespace search {
namespace {

constexpr std::size_t kMostWords = 128;
/// Postings that one query may read; a posting costs some 15 ns, one with positions some 20 times that.
constexpr std::uint64_t kPostingBudget = 8'000'000;
constexpr std::uint64_t kPositionCost = 20;
/// Parts of a compound count when they stand within so many words.
constexpr unsigned kNearWindow = 6;

[[noreturn]] void too_heavy() {
  throw corpus::Error(corpus::ErrorKind::too_heavy, "Deze zoekvraag is te zwaar.",
                      "Gebruik minder woorden, of woorden die minder vaak voorkomen.");
}

/// A token of the query with its analysis kept (the analyzer's own result is overwritten by the next word).
struct Word {
  std::string text, normalized;
  WordAnalysis analysis;
};

class Planner {
 public:
  Planner(const Index& index, Reader& reader) : index_(index), reader_(reader) {}

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
      if (++tokens_ > kMostWords) too_heavy();
      words.push_back({text.substr(token.begin, token.end - token.begin), token.normalized, analysis});
    });
  }

  /// Makes clauses of a run of loose words: labels of several words and open compounds first, then single words.
  void add_loose(std::vector<Word>& words) {
    std::vector<std::string> stems;
    for (const auto& word : words) stems.push_back(word.analysis.stem);
    for (std::size_t i = 0; i < words.size();) {
      std::vector<LabelMatcher::Match> labels;
      index_.labels().match_at(stems, i, labels);
      std::size_t length = 1;
      for (const auto& label : labels) length = std::max(length, label.length);
      if (length > 1) {
        add_label(std::span(words).subspan(i, length), labels);
      } else if (i + 1 < words.size() && add_open_compound(words[i], words[i + 1])) {
        length = 2;
      } else if (is_stop_word(words[i].normalized) || is_question_word(words[i].normalized)) {
        set_aside_.push_back(words[i]);
      } else {
        add_word(words[i]);
      }
      i += length;
    }
    words.clear();
  }

  /// "If nothing else is left, stop words count as content words."
  void restore_stop_words() {
    for (const auto& clause : plan_.clauses)
      if (clause.counts) return;
    for (const auto& word : set_aside_) add_word(word);
  }

  void add_word(const Word& word) {
    Clause clause;
    clause.text = word.text;
    clause.idf = idf(frequency(word.analysis.stem));
    word_sources(word, clause.sources);
    push(std::move(clause));
    mark_word(word, plan_.clauses.size() - 1);
  }

  void add_label(std::span<const Word> words, const std::vector<LabelMatcher::Match>& labels) {
    Clause clause;
    for (const auto& word : words) clause.text += (clause.text.empty() ? "" : " ") + word.text;
    std::uint64_t df = 0;
    for (const auto& label : labels) {
      if (label.length != words.size()) continue;
      const auto& term = index_.labels().term(label.concept_number);
      df = std::max(df, frequency(term));
      add_source(Source::Kind::concept_label, term, clause.sources);
      plan_.marks.concepts.try_emplace(label.concept_number, plan_.clauses.size());
    }
    clause.idf = idf(df);
    push(std::move(clause));
  }

  /// "buurt app" where some document has "buurtapp" or "buurt-app".
  bool add_open_compound(const Word& first, const Word& second) {
    for (const auto* word : {&first, &second})
      if (word->normalized.size() < kShortestPart || is_stop_word(word->normalized) ||
          is_question_word(word->normalized))
        return false;
    Word joined{first.text + " " + second.text, first.normalized + second.normalized, {}};
    joined.analysis = reader_.analyzer.analyze_word(joined.normalized);
    // The word itself must be there: a stem alone may come from another word.
    if (!reader_.database.term_exists(prefixed(kWordPrefix, joined.normalized))) return false;
    joined.analysis.part_stems = {first.analysis.stem, second.analysis.stem};
    add_word(joined);
    return true;
  }

  // ---- phrases, OR groups, fields, exclusions
  // -------------------------------------------------------------------------

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
        add_source(Source::Kind::value, prefixed(item.field->term_prefix, field_value(*item.field, item.text)),
                   result.sources);
        continue;
      }
      append(item.text, words);
      if (words.empty()) continue;
      result.scores = true;
      result.text += (result.text.empty() ? "" : " OR ") + item.text;
      if (words.size() == 1) {
        word_sources(words.front(), result.sources);
        df += frequency(words.front().analysis.stem);
        if (!clause.excluded) mark_word(words.front(), plan_.clauses.size());
      } else {
        df += add_phrase(words, result.sources);
        if (!clause.excluded)
          for (const auto& word : words)
            if (!is_stop_word(word.normalized)) plan_.marks.stems.try_emplace(word.analysis.stem, plan_.clauses.size());
      }
    }
    result.idf = idf(std::min(df, index_.columns().documents));
    return result;
  }

  std::uint64_t add_phrase(const std::vector<Word>& words, std::vector<Source>& sources) {
    std::vector<Xapian::Query> terms;
    std::uint64_t rarest = index_.columns().documents;
    for (const auto& word : words) {
      terms.emplace_back(word.analysis.stem);
      rarest = std::min(rarest, frequency(word.analysis.stem));
    }
    spend(rarest * kPositionCost + frequency_sum(words));
    Source source{Source::Kind::phrase,
                  {},
                  Xapian::Query(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(),
                                static_cast<Xapian::termcount>(terms.size()))};
    const auto df = rarest == 0 ? 0 : documents_of(reader_.database, source.query).size();
    sources.push_back(std::move(source));
    return df;
  }

  std::uint64_t frequency_sum(const std::vector<Word>& words) const {
    std::uint64_t sum = 0;
    for (const auto& word : words) sum += frequency(word.analysis.stem);
    return sum;
  }

  /// A value as it stands in the index: as written when some document has it so, else the vocabulary's slug for it.
  std::string field_value(const FieldInfo& field, const std::string& typed) const {
    if (index_.columns().facets[number(field.field)].find(typed) != FacetColumn::npos || !field.scheme) return typed;
    const auto* known = index_.vocabulary().resolve(*field.scheme, typed);
    return known ? known->slug : typed;
  }

  // ---- sources ------------------------------------------------------------------------------------------------------

  void word_sources(const Word& word, std::vector<Source>& sources) {
    const auto& stem = word.analysis.stem;
    add_source(Source::Kind::stem, prefixed(std::string_view{}, stem), sources);
    add_source(Source::Kind::title, prefixed(kTitlePrefix, stem), sources);
    add_source(Source::Kind::heading, prefixed(kHeadingPrefix, stem), sources);
    add_source(Source::Kind::part, prefixed(kPartPrefix, stem), sources);
    std::vector<LabelMatcher::Match> labels;
    index_.labels().match_at(std::span(&stem, 1), 0, labels);
    for (const auto& label : labels)
      add_source(Source::Kind::concept_label, index_.labels().term(label.concept_number), sources);
    add_near_parts(word, sources);
  }

  void add_near_parts(const Word& word, std::vector<Source>& sources) {
    const auto& parts = word.analysis.part_stems;
    if (parts.size() < 2) return;
    std::vector<Xapian::Query> terms;
    std::uint64_t rarest = index_.columns().documents, sum = 0;
    for (const auto& part : parts) {
      terms.emplace_back(part);
      const auto df = frequency(part);
      rarest = std::min(rarest, df);
      sum += df;
    }
    if (rarest == 0) return;
    spend(rarest * kPositionCost + sum);
    sources.push_back({Source::Kind::near_parts,
                       {},
                       Xapian::Query(Xapian::Query::OP_NEAR, terms.begin(), terms.end(),
                                     kNearWindow + static_cast<Xapian::termcount>(parts.size()) - 2)});
  }

  void add_source(Source::Kind kind, std::string term, std::vector<Source>& sources) {
    const auto df = frequency(term);
    if (df == 0) return;
    for (const auto& source : sources)
      if (source.term == term) return;
    spend(df);
    sources.push_back({kind, std::move(term), {}});
  }

  void push(Clause clause) { plan_.clauses.push_back(std::move(clause)); }

  void mark_word(const Word& word, std::size_t clause) {
    plan_.marks.stems.try_emplace(word.analysis.stem, clause);
    for (const auto& part : word.analysis.part_stems) plan_.marks.part_stems.try_emplace(part, clause);
    std::vector<LabelMatcher::Match> labels;
    index_.labels().match_at(std::span(&word.analysis.stem, 1), 0, labels);
    for (const auto& label : labels) plan_.marks.concepts.try_emplace(label.concept_number, clause);
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

  /// A word typed twice is one word.
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
  }

  static bool same_word(const Clause& a, const Clause& b) {
    if (!a.counts || !b.counts || a.firm || b.firm) return false;
    if (a.sources.empty() && b.sources.empty()) return a.text == b.text;
    return std::ranges::equal(a.sources, b.sources, [](const Source& x, const Source& y) {
      return x.kind == y.kind && x.term == y.term &&
             (!x.term.empty() || x.query.get_description() == y.query.get_description());
    });
  }

  double idf(std::uint64_t df) const {
    return df == 0 ? 0 : std::log1p(static_cast<double>(index_.columns().documents) / static_cast<double>(df));
  }
  std::uint64_t frequency(const std::string& term) const { return reader_.database.get_termfreq(term); }
  void spend(std::uint64_t postings) {
    spent_ += postings;
    if (spent_ > kPostingBudget) too_heavy();
  }

  const Index& index_;
  Reader& reader_;
  Plan plan_;
  std::vector<Word> set_aside_;
  std::size_t tokens_ = 0;
  std::uint64_t spent_ = 0;
};

}  // namespace

Plan make_plan(const Index& index, Reader& reader, const ParsedQuery& query) {
  return Planner(index, reader).make(query);
}

}  // namespace search
