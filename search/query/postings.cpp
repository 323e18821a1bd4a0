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

}  // namespace search
