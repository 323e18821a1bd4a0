#include "search/query/matcher.h"

#include <algorithm>
#include <array>
#include <bit>

#include "search/query/postings.h"
#include "search/query/scoring.h"

namespace search {
namespace {

constexpr DocId kBlock = 1024;
constexpr double kTolerance = 1e-9;  // of the contract, for sums of idf

/// A set of documents of one block.
class BlockSet {
 public:
  void add(DocId at) { words_[at / 64] |= std::uint64_t{1} << at % 64; }
  bool has(DocId at) const { return words_[at / 64] >> at % 64 & 1; }
  void clear() { words_.fill(0); }
  DocId size() const {
    DocId count = 0;
    for (const auto word : words_) count += static_cast<DocId>(std::popcount(word));
    return count;
  }
  template <typename Visit>
  void each(Visit visit) const {
    for (DocId i = 0; i < words_.size(); ++i)
      for (auto word = words_[i]; word != 0; word &= word - 1)
        visit(i * 64 + static_cast<DocId>(std::countr_zero(word)));
  }

 private:
  std::array<std::uint64_t, kBlock / 64> words_{};
};

/// Sums of one document over the clauses read so far. A double for the idf: the rule compares with a tolerance.
struct Sums {
  double idf = 0;
  float score = 0;
  TitleMatch title;
  std::uint16_t firm = 0, counted = 0;  // clauses that match
  std::uint16_t failed = 0;             // Selection::failures()
};

/// A clause with its posting lists.
struct Step {
  const Clause* clause = nullptr;
  float idf = 0;
  std::vector<PostingCursor> cursors;
  std::vector<float> weights;  // of the sources, same order
  std::uint64_t postings = 0;
  bool opens = false;  // brings documents in; else it adds to those that are there
};

class Matcher {
 public:
  Matcher(const Index& index, Reader& reader, const Plan& plan, const Selection& selection, bool less)
      : columns_(index.columns()), plan_(plan), selection_(selection), less_(less), query_idf_(total_idf(plan)) {
    const auto cursors = [&](const Clause& clause, Step& step) {
      for (const auto& source : clause.sources) {
        step.cursors.emplace_back(reader.database, index.posting_cache(), source);
        step.weights.push_back(source_weight(source.kind));
        step.postings += step.cursors.back().size();
      }
    };
    for (const auto& clause : plan.clauses) {
      cursors(clause, steps_.emplace_back(Step{&clause, ranking_idf(clause), {}, {}, 0, false}));
      firm_ += clause.firm;
      counting_ += clause.counts;
    }
    for (const auto& clause : plan.exclusions) cursors(clause, exclusions_.emplace_back());
    choose_opening();
    std::ranges::stable_partition(steps_, &Step::opens);
  }

  std::vector<Scored> run() {
    std::uint64_t most = 0;
    for (const auto& step : steps_)
      if (step.opens) most += step.postings;
    found_.reserve(std::min<std::uint64_t>(most, columns_.documents));
    for (DocId next = first_open(); next != PostingCursor::kEnd; next = first_open()) {
      begin_ = next - next % kBlock;
      for (auto& step : steps_) add(step);
      finish();
    }
    return std::move(found_);
  }

 private:
  /// Clauses without which no document can be found.
  void choose_opening() {
    const auto rarest = [&](auto needed) {
      Step* best = nullptr;
      for (auto& step : steps_)
        if (needed(*step.clause) && (!best || step.postings < best->postings)) best = &step;
      if (best) best->opens = true;
    };
    if (firm_ > 0) return rarest([](const Clause& clause) { return clause.firm; });
    if (!less_ && !plan_.half_rule) return rarest([](const Clause& clause) { return clause.counts; });
    if (less_) {
      for (auto& step : steps_) step.opens = true;
      return;
    }
    // What has only the commonest words stays below half of the idf, so those needn't be looked for.
    std::vector<Step*> order;
    for (auto& step : steps_)
      if (step.clause->counts) order.push_back(&step);
    std::ranges::stable_sort(order, {}, [](const Step* step) { return step->clause->idf; });
    double passed_over = 0;
    for (auto* step : order) {
      passed_over += step->clause->idf;
      step->opens = passed_over >= plan_.needed_idf - kTolerance;
    }
  }

  DocId first_open() const {
    auto first = PostingCursor::kEnd;
    for (const auto& step : steps_)
      if (step.opens)
        for (const auto& cursor : step.cursors) first = std::min(first, cursor.doc());
    return first;
  }

  /// Adds up one clause for the documents of this block.
  void add(Step& step) {
    const auto candidates = step.opens ? kBlock : inside_.size();
    if (candidates == 0) return;
    const bool alone = step.cursors.size() == 1;
    for (std::size_t i = 0; i < step.cursors.size(); ++i) {
      const auto weight = step.weights[i];
      const auto visit = [&](const Posting& posting) {
        const auto at = posting.doc - begin_;
        if (!inside_.has(at)) {
          if (!step.opens) return;
          inside_.add(at);
          if (selection_.any()) sums_[at].failed = selection_.failures(posting.doc);
        }
        if (alone) {
          FieldCounts counts;
          counts.add(weight, posting.wdf);
          score(step, at, counts);
        } else {
          in_clause_.add(at);
          counts_[at].add(weight, posting.wdf);
        }
      };
      auto& cursor = step.cursors[i];
      if (!step.opens) cursor.skip_to(begin_);
      if (!step.opens && candidates * kSkipGain < cursor.size() * kBlock / (columns_.last + 1))
        inside_.each([&](DocId at) {
          if (const auto* posting = cursor.skip_to(begin_ + at)) visit(*posting);
        });
      else
        cursor.visit_until(begin_ + kBlock, visit);
    }
    if (alone) return;
    in_clause_.each([&](DocId at) {
      score(step, at, counts_[at]);
      counts_[at] = {};
    });
    in_clause_.clear();
  }

  void score(const Step& step, DocId at, const FieldCounts& counts) {
    const auto& clause = *step.clause;
    auto& sums = sums_[at];
    if (clause.scores && sums.failed == 0) {
      sums.score += clause_score(columns_, begin_ + at, counts, step.idf);
      if (!clause.is_part()) sums.title.add(counts, step.idf);
    }
    sums.firm += clause.firm;
    if (clause.counts) {
      sums.idf += clause.idf;
      ++sums.counted;
    }
  }

  void finish() {
    for (auto& exclusion : exclusions_)
      for (auto& cursor : exclusion.cursors) {
        cursor.skip_to(begin_);
        cursor.visit_until(begin_ + kBlock, [&](const Posting& posting) { excluded_.add(posting.doc - begin_); });
      }
    inside_.each([&](DocId at) {
      const auto doc = begin_ + at;
      const auto& sums = sums_[at];
      if (columns_.is_public[doc] && !excluded_.has(at) && sums.firm == firm_ && enough(sums) != less_) {
        const auto score = sums.score + title_score(columns_, doc, sums.title, query_idf_);
        if (!less_ || score > 0) found_.push_back({doc, sums.failed, score});
      }
      sums_[at] = {};
    });
    inside_.clear();
    excluded_.clear();
  }

  bool enough(const Sums& sums) const {
    return plan_.half_rule ? sums.counted > 0 && sums.idf >= plan_.needed_idf - kTolerance : sums.counted == counting_;
  }

  /// A search for one document costs as much as going through so many postings.
  static constexpr std::uint64_t kSkipGain = 8;

  const Columns& columns_;
  const Plan& plan_;
  const Selection& selection_;
  const bool less_;
  const float query_idf_;
  std::vector<Step> steps_, exclusions_;
  std::size_t firm_ = 0, counting_ = 0;
  DocId begin_ = 0;  // first document of the block
  BlockSet inside_, in_clause_, excluded_;
  std::vector<Sums> sums_ = std::vector<Sums>(kBlock);
  std::vector<FieldCounts> counts_ = std::vector<FieldCounts>(kBlock);
  std::vector<Scored> found_;
};

}  // namespace

std::vector<Scored> match(const Index& index, Reader& reader, const Plan& plan, const Selection& selection) {
  if (!plan.clauses.empty()) return Matcher(index, reader, plan, selection, false).run();
  // Nothing but exclusions, or nothing at all: every document.
  std::vector<std::uint8_t> shown(index.columns().is_public);
  for (const auto& exclusion : plan.exclusions)
    for (const auto& source : exclusion.sources)
      PostingCursor(reader.database, index.posting_cache(), source)
          .visit_until(PostingCursor::kEnd, [&](const Posting& posting) { shown[posting.doc] = 0; });
  std::vector<Scored> found;
  for (DocId doc = 1; doc <= index.columns().last; ++doc)
    if (shown[doc]) found.push_back({doc, selection.failures(doc), 0});
  return found;
}

std::vector<Scored> match_less(const Index& index, Reader& reader, const Plan& plan, const Selection& selection) {
  if (plan.clauses.empty()) return {};
  return Matcher(index, reader, plan, selection, true).run();
}

}  // namespace search
