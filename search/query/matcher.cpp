#include "search/query/matcher.h"

#include <algorithm>
#include <limits>

namespace search {
namespace {

// BM25 parameters and weights of occurrences: docs/search.md has the measurements behind them.
constexpr double kSaturation = 1.2;   // k1
constexpr double kLengthShare = 0.5;  // b

double weight_of(Source::Kind kind) {
  switch (kind) {
    case Source::Kind::stem:
      return 1;
    case Source::Kind::title:
      return 4;  // beside the 1 it counts as an ordinary occurrence
    case Source::Kind::heading:
      return 1;  // same
    case Source::Kind::part:
      return 0.4;
    case Source::Kind::concept_label:
      return 0.5;
    case Source::Kind::near_parts:
      return 0.6;
    case Source::Kind::phrase:
      return 1;
    case Source::Kind::value:
      return 0;
  }
  return 0;
}

/// Calls visit(document, weighted occurrences) for every posting of the source.
template <typename Visit>
void each_posting(const Xapian::Database& database, const Source& source, Visit visit) {
  const double weight = weight_of(source.kind);
  if (source.term.empty()) {
    for (const auto doc : documents_of(database, source.query)) visit(doc, weight);
    return;
  }
  const auto end = database.postlist_end(source.term);
  for (auto posting = database.postlist_begin(source.term); posting != end; ++posting)
    visit(*posting, source.kind == Source::Kind::value ? 0 : weight * posting.get_wdf());
}

double bm25(const Columns& columns, DocId doc, double occurrences, double idf) {
  const double length = columns.lengths[doc] / columns.average_length;
  return idf * occurrences * (kSaturation + 1) /
         (occurrences + kSaturation * (1 - kLengthShare + kLengthShare * length));
}

/// A word that the index knows only as part of compounds, or as a synonym, carries no idf in the rule but still ranks.
double ranking_idf(const Clause& clause) { return clause.idf > 0 ? clause.idf : 1; }

}  // namespace

void Scratch::fit(DocId last) {
  const std::size_t size = std::size_t{last} + 1;
  if (flags.size() >= size) return;
  flags.resize(size);
  occurrences.resize(size);
  idf.resize(size);
  score.resize(size);
  firm.resize(size);
  counted.resize(size);
}

std::vector<DocId> documents_of(const Xapian::Database& database, const Xapian::Query& query) {
  class Collector : public Xapian::MatchSpy {
   public:
    explicit Collector(std::vector<DocId>& docs) : docs_(docs) {}
    void operator()(const Xapian::Document& document, double) override { docs_.push_back(document.get_docid()); }

   private:
    std::vector<DocId>& docs_;
  };
  std::vector<DocId> docs;
  Collector collector(docs);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 0, database.get_doccount());
  std::ranges::sort(docs);
  return docs;
}

namespace {

enum Flag : std::uint8_t { in_clause = 1, touched = 2, excluded = 4 };

/// Adds up one clause for every document that its sources hold.
void add_clause(const Columns& columns, Reader& reader, const Clause& clause) {
  auto& s = *reader.scratch;
  for (const auto& source : clause.sources)
    each_posting(reader.database, source, [&](DocId doc, double occurrences) {
      auto& flags = s.flags[doc];
      if (!(flags & in_clause)) {
        if (!(flags & touched)) s.touched_docs.push_back(doc);
        flags |= in_clause | touched;
        s.clause_docs.push_back(doc);
      }
      s.occurrences[doc] += static_cast<float>(occurrences);
    });
  const double weight = ranking_idf(clause);
  for (const auto doc : s.clause_docs) {
    if (clause.scores) s.score[doc] += bm25(columns, doc, s.occurrences[doc], weight);
    if (clause.firm) ++s.firm[doc];
    if (clause.counts) {
      s.idf[doc] += clause.idf;
      ++s.counted[doc];
    }
    s.occurrences[doc] = 0;
    s.flags[doc] &= static_cast<std::uint8_t>(~in_clause);
  }
  s.clause_docs.clear();
}

}  // namespace

Matches match(const Columns& columns, Reader& reader, const Plan& plan) {
  auto& s = *reader.scratch;
  s.fit(columns.last);
  std::vector<DocId> excluded_docs;
  for (const auto& exclusion : plan.exclusions)
    for (const auto& source : exclusion.sources)
      each_posting(reader.database, source, [&](DocId doc, double) {
        if (!(s.flags[doc] & excluded)) excluded_docs.push_back(doc);
        s.flags[doc] |= excluded;
      });

  std::size_t firm = 0, counting = 0;
  for (const auto& clause : plan.clauses) {
    firm += clause.firm;
    counting += clause.counts;
    add_clause(columns, reader, clause);
  }

  Matches matches;
  const auto shown = [&](DocId doc) { return columns.is_public[doc] && !(s.flags[doc] & excluded); };
  if (plan.clauses.empty())
    for (DocId doc = 1; doc <= columns.last; ++doc)
      if (shown(doc)) matches.complete.push_back({doc, 0});
  for (const auto doc : s.touched_docs) {
    if (shown(doc) && s.firm[doc] == firm) {
      const bool enough =
          plan.half_rule ? s.counted[doc] > 0 && s.idf[doc] >= plan.needed_idf - 1e-9 : s.counted[doc] == counting;
      if (enough)
        matches.complete.push_back({doc, s.score[doc]});
      else if (s.counted[doc] > 0)
        matches.partial.push_back({doc, s.score[doc]});
    }
    s.score[doc] = s.idf[doc] = 0;
    s.firm[doc] = s.counted[doc] = 0;
    s.flags[doc] &= static_cast<std::uint8_t>(~touched);
  }
  s.touched_docs.clear();
  for (const auto doc : excluded_docs) s.flags[doc] = 0;
  return matches;
}

std::vector<double> contributions(const Columns& columns, Reader& reader, const Plan& plan, DocId doc) {
  std::vector<double> result;
  for (const auto& clause : plan.clauses) {
    float occurrences = 0;
    for (const auto& source : clause.sources)
      each_posting(reader.database, source, [&](DocId posting, double n) {
        if (posting == doc) occurrences += static_cast<float>(n);
      });
    result.push_back(clause.scores && occurrences > 0 ? bm25(columns, doc, occurrences, ranking_idf(clause)) : 0);
  }
  return result;
}

}  // namespace search
