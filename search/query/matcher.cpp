#include "search/query/matcher.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "search/query/block.h"
#include "search/query/postings.h"
#include "search/query/scoring.h"

namespace search {
namespace {

constexpr double kTolerance = 1e-9;  // of the contract, for sums of idf

/// Puts documents that match where they belong by what they fail.
void sort_in(DocId doc, std::uint16_t failed, Matches& matches) {
  if (failed == 0)
    matches.passing.push_back(doc);
  else if ((failed & (failed - 1)) == 0 && failed < 1u << kFieldCount)
    matches.failing_there[static_cast<std::size_t>(std::countr_zero(failed))].push_back(doc);
}

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
  Matcher(const Index& index, Reader& reader, const Plan& plan, const Selection& selection, std::size_t wanted,
          bool less)
      : columns_(index.columns()),
        plan_(plan),
        selection_(selection),
        less_(less),
        query_idf_(total_idf(plan)),
        best_(columns_, wanted) {
    const auto cursors = [&](const Clause& clause, Step& step) {
      for (const auto& source : clause.sources) {
        step.cursors.emplace_back(reader.database, index.posting_cache(), source);
        step.weights.push_back(source_weight(source.kind));
        step.postings += step.cursors.back().size();
      }
    };
    for (const auto& clause : plan.clauses) {
      cursors(clause, steps_.emplace_back(Step{&clause, ranking_idf(clause), {}, {}, 0, false}));
      any_firm_ |= clause.firm;
    }
    for (const auto& clause : plan.exclusions) cursors(clause, exclusions_.emplace_back());
    choose_opening();
    std::stable_partition(steps_.begin(), steps_.end(), [](const Step& step) { return step.opens; });
  }

  Matches run() {
    std::uint64_t most = 0;
    for (const auto& step : steps_)
      if (step.opens) most += step.postings;
    if (!selection_.any()) found_.passing.reserve(std::min<std::uint64_t>(most, columns_.documents));
    for (DocId next = first_open(); next != PostingCursor::kEnd; next = first_open()) {
      begin_ = next - next % kBlock;
      for (auto& step : steps_) add(step);
      finish();
    }
    found_.best = best_.take();
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
    if (any_firm_) return rarest([](const Clause& clause) { return clause.firm; });
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
    auto candidates = BlockSet::all();
    if (!step.opens) {
      candidates = still_possible();
      if (candidates.empty()) return;
    }
    read(step, candidates);
    const auto read_here = BlockSet::from_bytes(touched_.data());
    const auto here = read_here & candidates;
    if (step.opens) bring_in(here);

    const auto& clause = *step.clause;
    if (clause.firm) held_ &= here;
    if (clause.counts) {
      counted_ |= here;
      if (plan_.half_rule)
        here.each([&](DocId at) { idf_[at] += clause.idf; });
      else
        complete_ &= here;
    }
    if (clause.scores) score(step, selection_.any() ? here & passing_ : here);
    forget(read_here);
  }

  /// Documents of this block that may still match.
  BlockSet still_possible() const {
    auto possible = inside_ & held_;
    if (!less_ && !plan_.half_rule) possible &= complete_;
    return possible;
  }

  /// Counts the occurrences of one clause; only those in the candidates matter.
  void read(Step& step, const BlockSet& candidates) {
    const auto asked = step.opens ? kBlock : candidates.size();
    for (std::size_t i = 0; i < step.cursors.size(); ++i) {
      // Copies on the stack: the compiler can't know that a write to these arrays leaves members alone.
      const auto visit = [weight = step.weights[i], begin = begin_, touched = touched_.data(), body = body_.data(),
                          this](const Posting& posting) {
        const auto at = posting.doc - begin;
        const auto count = unpack_occurrences(posting.wdf);
        touched[at] = 1;
        body[at] += weight * FieldCounts::in_all(count);
        if (count.title == 0) return;
        title_[at] += weight * static_cast<float>(count.title);
        in_title_.add(at);
      };
      auto& cursor = step.cursors[i];
      if (!step.opens) cursor.skip_to(begin_);
      if (!step.opens && asked * kSkipGain < cursor.size() * kBlock / (columns_.last + 1))
        candidates.each([&](DocId at) {
          if (const auto* posting = cursor.skip_to(begin_ + at)) visit(*posting);
        });
      else
        cursor.visit_until(begin_ + kBlock, visit);
    }
  }

  void bring_in(const BlockSet& here) {
    if (selection_.any())
      (here - inside_).each([&](DocId at) {
        failed_[at] = selection_.failures(begin_ + at);
        if (failed_[at] == 0) passing_.add(at);
      });
    inside_ |= here;
  }

  void score(const Step& step, const BlockSet& here) {
    const auto add = [&](DocId at) {
      const FieldCounts counts{body_[at], title_[at]};
      score_[at] += clause_score(columns_, begin_ + at, counts, step.idf);
    };
    (in_title_ & here).each([&](DocId at) {
      add(at);
      body_[at] = 0;
      if (step.clause->is_part()) return;
      titles_[at].add({0, title_[at]}, step.idf);
      titled_.add(at);
    });
    const auto rest = here - in_title_;
    if (rest.size() < kFull) return rest.each(add);
    // Occurrences that don't matter add to scores that aren't asked for.
    const auto lengths = std::span(columns_.relative_lengths).subspan(begin_).first<kBlock>();
    for (DocId at = 0; at < kBlock; ++at)
      score_[at] += step.idf * ranking::saturated(body_[at], lengths[at], ranking::kLengthShare);
  }

  /// Leaves the counts of a clause as they were before it.
  void forget(const BlockSet& touched) {
    in_title_.each([&](DocId at) { title_[at] = 0; });
    in_title_.clear();
    if (touched.size() < kFull) {
      touched.each([&](DocId at) { body_[at] = 0, touched_[at] = 0; });
    } else {
      body_.fill(0);
      touched_.fill(0);
    }
  }

  void finish() {
    auto found = matching();
    found &= BlockSet::from_bytes(columns_.is_public.data() + begin_);
    auto passing = found;
    if (selection_.any()) passing &= passing_;
    (titled_ & passing).each([&](DocId at) {
      score_[at] += title_score(columns_, begin_ + at, titles_[at], query_idf_);
    });
    if (less_)
      passing.each([&](DocId at) { found_less(at); });
    else {
      if (selection_.any())
        found.each([&](DocId at) { sort_in(begin_ + at, failed_[at], found_); });
      else
        append(found);
      keep_best(passing);
    }
    start_anew();
  }

  BlockSet matching() {
    auto found = inside_ & held_;
    for (auto& exclusion : exclusions_)
      for (auto& cursor : exclusion.cursors) {
        cursor.skip_to(begin_);
        BlockSet excluded;
        cursor.visit_until(begin_ + kBlock, [&](const Posting& posting) { excluded.add(posting.doc - begin_); });
        found -= excluded;
      }
    auto complete = complete_;
    if (plan_.half_rule) {
      complete.clear();
      (found & counted_).each([&](DocId at) {
        if (idf_[at] >= plan_.needed_idf - kTolerance) complete.add(at);
      });
    }
    return less_ ? found -= complete : found &= complete;
  }

  void found_less(DocId at) {
    if (!(score_[at] > 0)) return;
    found_.passing.push_back(begin_ + at);
    if (score_[at] >= best_.threshold()) best_.add(begin_ + at, score_[at]);
  }

  void append(const BlockSet& found) {
    const auto size = found_.passing.size();
    found_.passing.resize(size + found.size());
    auto* next = found_.passing.data() + size;
    found.each([&](DocId at) { *next++ = begin_ + at; });
  }

  void keep_best(const BlockSet& passing) {
    for (DocId i = 0; i < BlockSet::kWords; ++i) {
      if (passing.word(i) == 0) continue;
      unsigned good = 0;
      for (const auto score : std::span(score_).subspan(i * 64).first<64>()) good += score >= best_.threshold();
      if (good == 0) continue;
      BlockSet::each_in(i, passing.word(i), [&](DocId at) {
        if (score_[at] >= best_.threshold()) best_.add(begin_ + at, score_[at]);
      });
    }
  }

  void start_anew() {
    score_.fill(0);
    if (plan_.half_rule) idf_.fill(0);
    titled_.each([&](DocId at) { titles_[at] = {}; });
    for (auto* set : {&inside_, &passing_, &counted_, &titled_}) set->clear();
    held_ = complete_ = BlockSet::all();
  }

  /// A search for one document costs as much as going through so many postings.
  static constexpr DocId kSkipGain = 8;
  /// From so many documents a block is worked on as a whole.
  static constexpr DocId kFull = kBlock / 8;

  const Columns& columns_;
  const Plan& plan_;
  const Selection& selection_;
  const bool less_;
  const float query_idf_;
  std::vector<Step> steps_, exclusions_;
  bool any_firm_ = false;
  Matches found_;
  Best best_;

  // Of the block at hand, by document from begin_.
  DocId begin_ = 0;
  BlockSet inside_;                      // brought in
  BlockSet passing_;                     // those of them that pass the selection
  BlockSet held_ = BlockSet::all();      // hold what holds always
  BlockSet complete_ = BlockSet::all();  // hold every counting clause; unused when half of the idf will do
  BlockSet counted_;                     // hold one
  BlockSet titled_;                      // have words in the title
  std::array<float, kBlock> score_{};
  std::array<double, kBlock> idf_{};  // a double: the rule compares with a tolerance
  std::array<TitleMatch, kBlock> titles_;
  std::array<std::uint16_t, kBlock> failed_;
  // Of the clause at hand.
  std::array<std::uint8_t, kBlock> touched_{};
  std::array<float, kBlock> body_{}, title_{};
  BlockSet in_title_;
};

}  // namespace

Matches match(const Index& index, Reader& reader, const Plan& plan, const Selection& selection, std::size_t wanted) {
  if (!plan.clauses.empty()) return Matcher(index, reader, plan, selection, wanted, false).run();
  // Nothing but exclusions, or nothing at all: every document.
  std::vector<std::uint8_t> shown(index.columns().is_public);
  for (const auto& exclusion : plan.exclusions)
    for (const auto& source : exclusion.sources)
      PostingCursor(reader.database, index.posting_cache(), source)
          .visit_until(PostingCursor::kEnd, [&](const Posting& posting) { shown[posting.doc] = 0; });
  Matches found;
  for (DocId doc = 1; doc <= index.columns().last; ++doc)
    if (shown[doc]) sort_in(doc, selection.failures(doc), found);
  found.best.reserve(found.passing.size());
  for (const auto doc : found.passing) found.best.push_back({doc, 0});
  return found;
}

Matches match_less(const Index& index, Reader& reader, const Plan& plan, const Selection& selection,
                   std::size_t wanted) {
  if (plan.clauses.empty()) return {};
  return Matcher(index, reader, plan, selection, wanted, true).run();
}

}  // namespace search
