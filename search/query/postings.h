// Reading the posting lists of a clause's sources. Not thread-safe: a database belongs to one reader.
#pragma once
#include <optional>
#include <vector>

#include <xapian.h>

#include "search/query/plan.h"

namespace search {

/// All documents that a Xapian query matches, in order of id; without weights.
std::vector<DocId> documents_of(const Xapian::Database& database, const Xapian::Query& query);

/// The wdf of the source in one document, without reading its other postings; nullopt when it isn't there.
std::optional<std::uint32_t> wdf_in(const Xapian::Database& database, const Source& source, DocId doc);

/// Calls visit(document, wdf) for every posting of the source, in order of id; the wdf of a query counts as one
/// occurrence in the body.
template <typename Visit>
void each_posting(const Xapian::Database& database, const Source& source, Visit visit) {
  if (source.term.empty()) {
    for (const auto doc : documents_of(database, source.query)) visit(doc, 1u);
    return;
  }
  const auto end = database.postlist_end(source.term);
  for (auto posting = database.postlist_begin(source.term); posting != end; ++posting)
    visit(*posting, posting.get_wdf());
}

}  // namespace search
