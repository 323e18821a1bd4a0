#include <algorithm>

#include "search/search.h"
#include "server/pages/facets_view.h"
#include "server/pages/hits_view.h"
#include "server/pages/pages.h"
#include "server/pages/selection_view.h"
#include "server/pages/view.h"

namespace server {
namespace {

std::string quoted(const std::string& query) { return "‘" + query + "’"; }

std::string page_title(const SearchForm& form) {
  auto title = !form.query.empty()  ? quoted(form.query) + " – zoeken"
               : form.has_filters() ? std::string("Zoeken met filters")
                                    : std::string("Alle documenten");
  if (form.page > 1) title += ", pagina " + std::to_string(form.page);
  return title;
}

std::string status_line(const SearchForm& form, const search::Page& page, std::size_t complete_hits) {
  const auto query = form.query.empty() ? "" : " voor " + quoted(form.query);
  const auto total = dutch_number(page.total) + " " + word_for(page.total, "resultaat", "resultaten");
  if (page.total == 0 && !page.hits.empty()) return "Geen resultaten die helemaal passen bij " + quoted(form.query);
  if (page.total == 0) return "Geen resultaten" + query;
  if (page.total == 1 || complete_hits == 0) return total + query;
  const auto first = (form.page - 1) * form.amount + 1;
  return dutch_number(first) + "–" + dutch_number(first + complete_hits - 1) + " van " + total + query;
}

std::size_t page_count(const SearchForm& form, std::uint64_t total) {
  const auto reachable = std::min<std::uint64_t>(total, kDeepestResult);
  return static_cast<std::size_t>((reachable + form.amount - 1) / form.amount);
}

std::string page_href(SearchForm form, std::size_t page) {
  form.page = page;
  return href("/zoeken", form);
}

/// First, last, current and two around it; a gap never stands for one page.
View pagination_view(const SearchForm& form, std::size_t pages) {
  if (pages < 2) return false;
  const auto current = form.page;
  const auto is_near = [&](std::size_t page) {
    return page == 1 || page == pages || (page + 2 >= current && page <= current + 2);
  };
  auto list = View::array();
  for (std::size_t page = 1; page <= pages; ++page) {
    if (is_near(page) || (is_near(page - 1) && is_near(page + 1))) {
      list.push_back({{"number", dutch_number(page)},
                      {"href", page_href(form, page)},
                      {"current", page == current},
                      {"gap", false}});
    } else if (is_near(page - 1)) {
      list.push_back({{"number", "-"}, {"href", "-"}, {"current", false}, {"gap", true}});
    }
  }
  View previous = false, next = false;
  if (current > 1) previous = {{"href", page_href(form, std::min(current - 1, pages))}};
  if (current < pages) next = {{"href", page_href(form, current + 1)}};
  return {{"previous", previous}, {"next", next}, {"pages", list}};
}

View sort_view(const SearchForm& form) {
  // Without words nothing fits better than anything else, and the newest come first.
  const bool has_words = !form.query.empty();
  const auto chosen = !has_words && form.sort == search::Sort::relevance ? search::Sort::newest : form.sort;
  auto options = View::array();
  for (const auto& sort : kSorts)
    if (has_words || sort.sort != search::Sort::relevance)
      options.push_back({{"value", sort.value}, {"label", sort.label}, {"selected", sort.sort == chosen}});
  auto kept = filter_parameters(form);
  if (!form.grouping.empty()) kept.emplace_back("groep", form.grouping);
  if (!form.query.empty()) kept.insert(kept.begin(), {"q", form.query});
  return {{"hidden", hidden_fields(kept)}, {"options", options}};
}

View filters_view(const search::Index& index, const SearchForm& form, const search::Page& page, std::size_t selected) {
  std::vector<std::pair<std::string, std::string>> kept;
  if (!form.query.empty()) kept.emplace_back("q", form.query);
  for (const auto& sort : kSorts)
    if (sort.sort == form.sort && form.sort != search::Sort::relevance) kept.emplace_back("sorteer", sort.value);
  if (!form.grouping.empty()) kept.emplace_back("groep", form.grouping);
  return {{"hidden", hidden_fields(kept)},
          {"from", form.from},
          {"to", form.to},
          {"period_open", !form.from.empty() || !form.to.empty()},
          {"selected", selected == 0 ? View(false) : View(dutch_number(selected))},
          {"facets", facets_view(index, page, form)}};
}

View suggestion_view(const SearchForm& form, const search::Page& page) {
  if (!page.suggestion) return false;
  auto other = form;
  other.query = *page.suggestion;
  other.page = 1;
  return {{"text", other.query}, {"href", href("/zoeken", other)}};
}

}  // namespace

Response search_page(const Context& context, const Request& request) {
  const auto asked = parse_page_search(request.parameters);
  const auto& index = context.index();
  const auto page = search::search(index, asked.request());
  const auto form = with_known_values(asked, page);
  const auto selected = chips(form, page);
  const auto pages = page_count(form, page.total);

  auto notes = page.notes;
  std::ranges::copy(selection_notes(index, form, page), std::back_inserter(notes));
  if (page.total > 0 && form.page > pages)
    notes.push_back("Pagina " + dutch_number(form.page) + " is er niet: de resultaten beslaan " + dutch_number(pages) +
                    " " + word_for(pages, "pagina.", "pagina’s."));

  SearchForm without_filters;
  without_filters.query = form.query;
  without_filters.sort = form.sort;
  without_filters.grouping = form.grouping;

  auto hits = hits_view(index, page, form, true);
  auto loose = hits_view(index, page, form, false);
  const auto drops = page.total == 0 ? drops_view(index, selected) : View::array();

  auto view = base_view(context, page_title(form), true, form);
  view["heading"] = form.is_empty() ? "Alle documenten" : "Zoekresultaten";
  view["status"] = status_line(form, page, hits.size());
  view["query"] = or_false(form.query);
  view["suggestion"] = suggestion_view(form, page);
  view["notes"] = notes;
  view["has_notes"] = !notes.empty();
  view["chips"] = chips_view(selected);
  view["has_chips"] = !selected.empty();
  view["clear_href"] = href("/zoeken", without_filters);
  view["filters"] = filters_view(index, form, page, selected.size());
  view["sort"] = sort_view(form);
  auto feed = form;
  feed.page = 1;
  feed.sort = search::Sort::relevance;
  feed.grouping.clear();
  view["feed_href"] = href("/nieuw.atom", feed);
  view["has_hits"] = !hits.empty();
  view["hits"] = std::move(hits);
  view["first_number"] = std::to_string((form.page - 1) * form.amount + 1);
  view["has_loose"] = !loose.empty();
  view["loose_hits"] = std::move(loose);
  view["zero"] = page.total == 0 ? View{{"drops", drops}} : View(false);
  view["has_drops"] = !drops.empty();
  view["pagination"] = pagination_view(form, pages);
  return html(context, "search", view);
}

}  // namespace server
