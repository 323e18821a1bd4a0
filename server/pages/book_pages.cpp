#include <set>

#include "corpus/error.h"
#include "search/excerpts/export.h"
#include "search/excerpts/policy_book.h"
#include "server/feeds/calendar.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

search::HalfYear require_period(const std::string& text) {
  const auto period = search::parse_half_year(text);
  if (!period) throw corpus::Error(corpus::ErrorKind::not_found, "Een beleidsboek is van een halfjaar, zoals 2025-H1.");
  return *period;
}

}  // namespace

Response books_page(const Context& context, const Request&) {
  const auto& columns = context.index().columns();
  std::set<std::pair<int, int>, std::greater<>> periods;
  for (search::DocId id = 1; id <= columns.last; ++id) {
    const auto month = columns.dates[id] / 100 % 100;
    if (columns.is_public[id] && month > 0)
      periods.emplace(static_cast<int>(columns.dates[id] / 10'000), month <= 6 ? 1 : 2);
  }
  auto view = base_view(context, "Beleidsboeken in ontwerp", false, {});
  view["periods"] = View::array();
  for (const auto& [year, half] : periods)
    view["periods"].push_back({{"label", "Beleidsboek " + search::HalfYear{year, half}.in_words()},
                               {"href", "/beleidsboek/" + search::HalfYear{year, half}.name()}});
  return html(context, "books", view);
}

Response book_page(const Context& context, const Request&, const std::string& text) {
  const auto book = search::policy_book(context.index(), require_period(text), {});
  auto view = base_view(context, book.title, false, {});
  view["title"] = book.title;
  view["subtitle"] = book.subtitle;
  view["book_html"] = search::to_html_fragment(book, 2);
  view["without_pandoc"] = !context.pandoc.available();
  view["formats"] = View::array();
  for (const auto& format : search::kExportFormats)
    if (format.text && (!format.needs_pandoc || context.pandoc.available()))
      view["formats"].push_back(
          {{"label", format.label}, {"href", "/beleidsboek/" + text + "/" + std::string(format.name)}});
  return html(context, "book", view);
}

Response book_file(const Context& context, const Request& request, const std::string& text, const std::string& name) {
  const auto period = require_period(text);
  const auto* format = search::export_format(name);
  if (!format || !format->text) throw corpus::Error(corpus::ErrorKind::not_found, "Dit bestand bestaat niet.");
  return file_response(context, *format, "beleidsboek-" + text, [&] {
    return search::render(search::policy_book(context.index(), period, site_origin(request)), format->format,
                          context.pandoc);
  });
}

}  // namespace server
