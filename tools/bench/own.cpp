#include "search/search.h"
#include "tools/bench/engine.h"

namespace bench {
namespace {

class Own : public Engine {
 public:
  Own(const std::filesystem::path& index, bool everything)
      : index_(search::Index::open(index)), everything_(everything) {}

  std::uint64_t ask(const Query& query, Mode mode, std::size_t& sink) override {
    search::Request request;
    if (everything_) {
      request.query = query.words;
    } else {
      for (std::size_t at = 0; at < query.words.size();) {
        const auto end = std::min(query.words.find(' ', at), query.words.size());
        request.query += (at > 0 ? " OR " : "") + query.words.substr(at, end - at);
        at = end + 1;
      }
      request.passages = 0;
      request.suggest = false;
      request.facets = {};
      if (mode != Mode::i)
        request.facets = {search::Field::theme, search::Field::municipality, search::Field::solution};
    }
    if (mode == Mode::iii)
      request.selection[search::number(search::field_by_parameter(query.facet)->field)] = {query.value};
    const auto page = search::search(*index_, request);
    for (const auto& hit : page.hits) sink += hit.document.title.size() + hit.document.sections.size();
    for (const auto& facet : page.facets) sink += facet.size();
    return page.total;
  }

 private:
  std::shared_ptr<const search::Index> index_;
  bool everything_;
};

}  // namespace

std::unique_ptr<Engine> open_own(const std::filesystem::path& index, bool everything) {
  return std::make_unique<Own>(index, everything);
}

}  // namespace bench
