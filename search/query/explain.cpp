#include "search/query/explain.h"

#include <cstdio>

#include "search/query/closeness.h"
#include "search/query/postings.h"
#include "search/query/scoring.h"
#include "search/schema.h"

namespace search {
namespace {

std::string name_of(Source::Kind kind) {
  switch (kind) {
    case Source::Kind::stem:
      return "woord";
    case Source::Kind::part:
      return "in samenstelling";
    case Source::Kind::synonym:
      return "synoniem";
    case Source::Kind::near_parts:
      return "delen bij elkaar";
    case Source::Kind::phrase:
      return "woordgroep";
    case Source::Kind::value:
      return "filter";
  }
  return {};
}

std::string two_decimals(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", number);
  return text;
}

/// "idf 3.20; woord 4×, titel 1×; synoniem 2×"
std::string detail_of(const Index& index, const Reader& reader, const Clause& clause, DocId doc, FieldCounts& counts) {
  std::string detail = "idf " + two_decimals(ranking_idf(clause));
  for (const auto& source : clause.sources) {
    const auto wdf = wdf_in(reader.database, index.posting_cache(), source, doc);
    if (!wdf) continue;
    counts.add(source_weight(source.kind), *wdf);
    const auto occurrences = unpack_occurrences(*wdf);
    detail += "; " + name_of(source.kind);
    const auto add = [&](unsigned count, const char* where) {
      if (count > 0) detail += std::string(" ") + where + std::to_string(count) + "×";
    };
    add(occurrences.body, "");
    add(occurrences.heading, "kop ");
    add(occurrences.title, "titel ");
  }
  return detail;
}

}  // namespace

std::vector<Explanation> explain(const Index& index, const Reader& reader, const Plan& plan, DocId doc) {
  const auto& columns = index.columns();
  std::vector<Explanation> rows;
  TitleMatch title;
  for (const auto& clause : plan.clauses) {
    if (!clause.scores) continue;
    FieldCounts counts;
    auto detail = detail_of(index, reader, clause, doc, counts);
    if (!clause.is_part()) title.add(counts, ranking_idf(clause));
    rows.push_back({clause.text, std::move(detail), clause_score(columns, doc, counts, ranking_idf(clause))});
  }
  if (const double score = title_score(columns, doc, title, total_idf(plan)); score > 0)
    rows.push_back({"(titel)", "vraag en titel dekken elkaar", score});
  if (const double score = Closeness(index, reader, plan).score(doc); score > 0)
    rows.push_back({"(nabijheid)", "woorden van de vraag bij elkaar", score});
  return rows;
}

}  // namespace search
