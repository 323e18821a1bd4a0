#include <xapian.h>

#include <map>
#include <sstream>

#include "tools/bench/engine.h"

namespace bench {
namespace {

/// Counts values that are joined by tabs in one slot.
class Counter : public Xapian::MatchSpy {
 public:
  explicit Counter(Xapian::valueno slot) : slot_(slot) {}
  void operator()(const Xapian::Document& document, double) override {
    std::istringstream values(document.get_value(slot_));
    for (std::string value; std::getline(values, value, '\t');) ++counts_[value];
  }
  std::size_t size() const { return counts_.size(); }

 private:
  Xapian::valueno slot_;
  std::map<std::string, std::uint64_t> counts_;
};

class Naive : public Engine {
 public:
  explicit Naive(const std::filesystem::path& index) : database_(index.string()) {}

  std::uint64_t ask(const Query& query, Mode mode, std::size_t& sink) override {
    Xapian::Query words(Xapian::Query::OP_OR, query.terms.begin(), query.terms.end());
    if (mode == Mode::iii)
      words = Xapian::Query(Xapian::Query::OP_FILTER, words, Xapian::Query("X" + query.facet + ":" + query.value));
    Xapian::Enquire enquire(database_);
    enquire.set_query(words);
    Counter counters[]{Counter(0), Counter(1), Counter(2)};
    if (mode != Mode::i)
      for (auto& counter : counters) enquire.add_matchspy(&counter);
    const auto found = enquire.get_mset(0, 10, database_.get_doccount());
    for (auto hit = found.begin(); hit != found.end(); ++hit) sink += hit.get_document().get_data().size();
    for (const auto& counter : counters) sink += counter.size();
    return found.get_matches_estimated();
  }

 private:
  Xapian::Database database_;
};

}  // namespace

std::unique_ptr<Engine> open_xapian(const std::filesystem::path& index) { return std::make_unique<Naive>(index); }

void index_xapian(const std::filesystem::path& documents, const std::filesystem::path& index) {
  Xapian::WritableDatabase database(index.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  each_document(documents, [&](const Document& document) {
    Xapian::Document row;
    std::istringstream terms(document.terms);
    Xapian::termpos position = 0;
    for (std::string term; terms >> term;) row.add_posting(term.substr(0, 200), ++position);
    for (unsigned i = 0; i < 3; ++i) {
      std::string values;
      for (const auto& value : document.facets[i]) {
        row.add_boolean_term("X" + std::string(kFacets[i]) + ":" + value);
        values += (values.empty() ? "" : "\t") + value;
      }
      row.add_value(i, values);
    }
    row.set_data(document.title + "\n" + document.text);
    database.add_document(row);
  });
  database.commit();
}

}  // namespace bench
