#include "search/search.h"

#include <algorithm>

#include "search/index/errors.h"
#include "search/index/record.h"
#include "search/query/closeness.h"
#include "search/query/explain.h"
#include "search/query/matcher.h"
#include "search/query/parser.h"
#include "search/query/plan.h"
#include "search/results/facets.h"
#include "search/results/marks.h"
#include "search/results/passages.h"
#include "search/suggest.h"

namespace search {
namespace {

/// Orders documents as asked; equal ones by id, so that the order never depends on how the index was built.
class Order {
 public:
  Order(const Columns& columns, Sort sort) : columns_(columns), sort_(sort) {}

  bool by_relevance() const { return sort_ == Sort::relevance; }
  /// How many of the best by score to look for, to have the first `count`.
  std::size_t wanted(std::size_t count) const { return by_relevance() ? std::max(count, kReranked) : Best::kAll; }

  bool operator()(const Scored& a, const Scored& b) const {
    if (sort_ == Sort::relevance) return ByScore(columns_)(a, b);
    const auto x = columns_.dates[a.doc], y = columns_.dates[b.doc];
    if (x != y) {
      if (x == 0 || y == 0) return y == 0;  // no year: last, whichever way
      return sort_ == Sort::newest ? x > y : x < y;
    }
    return columns_.id(a.doc) < columns_.id(b.doc);
  }

 private:
  const Columns& columns_;
  Sort sort_;
};

/// Sorts the first `count` and drops the rest.
void keep_best(std::vector<Scored>& matches, std::size_t count, const Order& order) {
  count = std::min(count, matches.size());
  std::partial_sort(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(count), matches.end(), order);
  matches.resize(count);
}

Hit make_hit(const Index& index, Reader& reader, const Plan& plan, MarkFinder& finder, const Request& request,
             const Scored& match, bool complete) {
  Hit hit;
  hit.document = decode_record(reader.database.get_document(match.doc, Xapian::DOC_ASSUME_VALID).get_data());
  hit.score = match.score;
  hit.complete = complete;
  if (request.passages > 0)
    hit.passages = best_passages(hit.document, plan, finder, request.passages, hit.passages_left);
  if (request.explain) hit.explanation = explain(index, reader, plan, match.doc);
  return hit;
}

}  // namespace

Page search(const Index& index, const Request& request) {
  return translating_errors(index.generation(), [&] {
    const auto lease = index.lease();
    auto& reader = *lease;
    const auto& columns = index.columns();
    const auto plan = make_plan(index, reader, parse_query(request.query));
    const Selection selection(request, columns, index.vocabulary());
    // Without words there is nothing to rank by: newest first.
    const Order order(columns, plan.ranks() || request.sort != Sort::relevance ? request.sort : Sort::newest);
    auto matches = match(index, reader, plan, selection, order.wanted(request.offset + request.limit));

    Page page;
    page.total = matches.passing.size();
    if (!request.facets.empty())
      page.facets = facet_lists(count_facets(matches, columns, request.facets), request.facets, selection, columns,
                                index.vocabulary());

    auto& best = matches.best;
    if (order.by_relevance()) add_closeness(index, reader, plan, best);
    keep_best(best, request.offset + request.limit, order);
    MarkFinder finder(plan, index.labels(), reader.analyzer);
    for (auto i = request.offset; i < best.size(); ++i)
      page.hits.push_back(make_hit(index, reader, plan, finder, request, best[i], true));

    if (request.offset == 0 && page.total < request.fill_below && page.hits.size() < request.limit) {
      const auto room = request.limit - page.hits.size();
      auto partial = match_less(index, reader, plan, selection, order.wanted(room)).best;
      keep_best(partial, room, order);
      for (const auto& match : partial)
        page.hits.push_back(make_hit(index, reader, plan, finder, request, match, false));
    }
    if (request.suggest && request.offset == 0 && plan.ranks())
      page.suggestion = did_you_mean(index, reader, request.query);
    return page;
  });
}

std::vector<Ranked> rank(const Index& index, const std::string& query, std::size_t limit) {
  return translating_errors(index.generation(), [&] {
    const auto lease = index.lease();
    const auto plan = make_plan(index, *lease, parse_query(query));
    const Selection everything({}, index.columns(), index.vocabulary());
    const Order order(index.columns(), plan.ranks() ? Sort::relevance : Sort::newest);
    auto complete = match(index, *lease, plan, everything, order.wanted(limit)).best;
    add_closeness(index, *lease, plan, complete);
    keep_best(complete, limit, order);
    auto less = complete.size() < limit
                    ? match_less(index, *lease, plan, everything, order.wanted(limit - complete.size())).best
                    : std::vector<Scored>();
    keep_best(less, limit - complete.size(), order);
    std::vector<Ranked> ranked;
    for (const auto* list : {&complete, &less})
      for (const auto& match : *list) ranked.push_back({std::string(index.columns().id(match.doc)), match.score});
    return ranked;
  });
}

std::vector<Mark> mark(const Index& index, const std::string& query, const std::string& text) {
  return translating_errors(index.generation(), [&] {
    const auto lease = index.lease();
    const auto plan = make_plan(index, *lease, parse_query(query));
    std::vector<Mark> marks;
    MarkFinder finder(plan, index.labels(), lease->analyzer);
    for (const auto& marked : finder.marks_in(text)) marks.push_back(marked.mark);
    return marks;
  });
}

}  // namespace search
