#include <map>

#include "search/api_json.h"
#include "search/search.h"
#include "server/pages/knowledge_view.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

using search::FacetCount;
using search::Field;

constexpr std::size_t kThemes = 9, kNarrower = 4, kValues = 12, kLatest = 6;
constexpr std::size_t kNewest = 40;  // of these the rows are made; a book of more chapters takes one all the same

/// Top themes, most documents first, each with its narrower ones.
View theme_list(const std::vector<FacetCount>& themes) {
  std::map<std::string, std::vector<const FacetCount*>> narrower;
  for (const auto& theme : themes)
    if (!theme.broader.empty()) narrower[theme.broader].push_back(&theme);
  auto list = View::array();
  for (const auto& theme : themes) {
    if (list.size() == kThemes) break;
    if (!theme.broader.empty()) continue;
    auto below = View::array();
    const auto& children = narrower[theme.value];
    const auto shown = std::min(children.size(), kNarrower);
    for (std::size_t i = 0; i < shown; ++i)
      below.push_back({{"label", children[i]->label},
                       {"href", subject_url(Field::theme, children[i]->value)},
                       {"last", i + 1 == shown}});
    list.push_back({{"label", theme.label},
                    {"count", dutch_number(theme.count)},
                    {"href", subject_url(Field::theme, theme.value)},
                    {"narrower", std::move(below)}});
  }
  return list;
}

View value_list(Field field, const std::vector<FacetCount>& values) {
  auto list = View::array();
  for (const auto& value : values) {
    if (list.size() == kValues) break;
    list.push_back(
        {{"label", value.label}, {"count", dutch_number(value.count)}, {"href", subject_url(field, value.value)}});
  }
  return list;
}

/// What makes one row of the newest: the documents of a session, the chapters of a book, or a document by itself.
std::string row_of(const corpus::Document& document) {
  // A chapter may name the session that it tells of, and is of its book all the same.
  if (!document.book.id.empty()) return "b " + document.book.id;
  return document.session.empty() ? "d " + document.id : "s " + document.session;
}

View latest_list(const search::Index& index, const std::vector<search::Hit>& hits) {
  auto list = View::array();
  std::map<std::string, std::size_t> rows;
  for (const auto& hit : hits) {
    const auto [row, first] = rows.try_emplace(row_of(hit.document), list.size());
    if (!first && row->second < kLatest)
      list[row->second]["more"] =
          !hit.document.book.id.empty() ? "en meer hoofdstukken" : "en meer van deze bijeenkomst";
    if (!first || list.size() == kLatest) continue;
    list.push_back({{"title", hit.document.title},
                    {"href", search::document_url(hit.document.id)},
                    {"kind", label_of(index, Field::kind, hit.document.kind.value)},
                    {"date", or_false(search::date_in_words(hit.document.date))},
                    {"more", false}});
  }
  return list;
}

}  // namespace

Response home_page(const Context& context, const Request&) {
  search::Request everything;
  everything.sort = search::Sort::newest;
  everything.limit = kNewest;
  everything.passages = 0;
  const auto page = search::search(context.index(), everything);
  const auto counts = [&](Field field) -> const auto& { return page.facets[search::number(field)]; };

  auto view = base_view(context, "Zoeken in de praktijk van gemeenten en politie", false, {});
  view["themes"] = theme_list(counts(Field::theme));
  view["municipalities"] = value_list(Field::municipality, counts(Field::municipality));
  view["solutions"] = value_list(Field::solution, counts(Field::solution));
  view["latest"] = latest_list(context.index(), page.hits);
  view["all_href"] = "/zoeken";
  view["empty"] = page.total == 0;
  return html(context, "home", view);
}

}  // namespace server
