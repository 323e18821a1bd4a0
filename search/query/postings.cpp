#include "search/query/postings.h"

#include <algorithm>

namespace search {

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

std::optional<std::uint32_t> wdf_in(const Xapian::Database& database, const Source& source, DocId doc) {
  if (source.term.empty()) {
    if (!std::ranges::binary_search(documents_of(database, source.query), doc)) return std::nullopt;
    return 1;
  }
  auto posting = database.postlist_begin(source.term);
  const auto end = database.postlist_end(source.term);
  if (posting != end) posting.skip_to(doc);
  if (posting == end || *posting != doc) return std::nullopt;
  return posting.get_wdf();
}

}  // namespace search
