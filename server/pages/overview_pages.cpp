#include <algorithm>
#include <map>

#include "corpus/text.h"
#include "search/api_json.h"
#include "search/collation.h"
#include "server/pages/knowledge_view.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

using corpus::Concept;
using search::Amount;
using search::Field;

constexpr int kDeepest = 3;  // levels below a root that are shown
constexpr std::size_t kRows = 24, kColumns = 16, kMonths = 24;

std::uint64_t documents_of(const search::Knowledge& knowledge, Field field, const std::string& value) {
  const auto ordinal = knowledge.index().columns().facets[search::number(field)].find(value);
  return ordinal == search::FacetColumn::npos ? 0 : knowledge.postings().of(field, ordinal).size();
}

/// A concept with those below it. Concepts without documents are shown only where the whole tree is asked for.
View tree_node(const search::Knowledge& knowledge, Field field, const Concept& entry, bool everything, int depth) {
  auto node = amount_view(field, {entry.slug, entry.label, documents_of(knowledge, field, entry.slug)});
  node["definition"] = or_false(depth == 0 ? entry.definition : std::string());
  node["used"] = node["count"] != "0";
  auto below = View::array();
  if (depth < kDeepest)
    for (const auto& other : knowledge.index().vocabulary().concepts())
      if (other.scheme == entry.scheme && !other.broader.empty() && other.broader.front() == entry.slug &&
          (everything || documents_of(knowledge, field, other.slug) > 0))
        below.push_back(tree_node(knowledge, field, other, everything, depth + 1));
  node["has_below"] = !below.empty();
  node["below"] = std::move(below);
  return node;
}

bool wants(const Request& request, std::string_view name, std::string_view value) {
  return std::ranges::any_of(request.parameters, [&](const Parameter& parameter) {
    return parameter.name == name && parameter.value == value;
  });
}

/// Values that authors gave and the vocabulary doesn't know.
View unknown_values(const search::Knowledge& knowledge, Field field) {
  auto list = View::array();
  const auto& column = knowledge.index().columns().facets[search::number(field)];
  for (search::Ordinal i = 0; i < column.values.size(); ++i)
    if (!knowledge.index().vocabulary().find(*search::info(field).scheme, column.values[i]) &&
        !knowledge.postings().of(field, i).empty())
      list.push_back(
          amount_view(field, {column.values[i], column.labels[i], knowledge.postings().of(field, i).size()}));
  return list;
}

Response concepts_page(const Context& context, const Request& request, Field field, const char* title, const char* lead,
                       const char* path) {
  const auto& knowledge = context.knowledge();
  const auto scheme = *search::info(field).scheme;
  const bool everything = wants(request, "toon", "alles");
  std::vector<View> roots;
  for (const auto& entry : knowledge.index().vocabulary().concepts())
    if (entry.scheme == scheme && entry.broader.empty() &&
        (everything || documents_of(knowledge, field, entry.slug) > 0))
      roots.push_back(tree_node(knowledge, field, entry, everything, 0));
  auto view = base_view(context, title, false, {});
  view["heading"] = title;
  view["lead"] = lead;
  view["roots"] = roots;
  view["is_empty"] = roots.empty();
  const auto unknown = unknown_values(knowledge, field);
  view["unknown"] = unknown;
  view["has_unknown"] = !unknown.empty();
  view["everything"] = everything;
  view["other_href"] = std::string(path) + (everything ? "" : "?toon=alles");
  return html(context, "concepts", view);
}

View line_view(Field field, const search::Grid::Line& line) {
  auto view = amount_view(field, {line.value, line.label, line.documents});
  view["depth"] = std::to_string(std::min(line.depth, 3));
  return view;
}

/// Shades of a cell, so that one sees what there is much of: 0 for none, 1 to 5.
std::string shade(std::uint64_t count, std::uint64_t highest) {
  if (count == 0) return "0";
  return std::to_string(1 + 4 * (count - 1) / std::max<std::uint64_t>(highest, 1));
}

template <class Link>
View rows_view(const search::Grid& grid, Link link, const std::vector<std::string>& headings) {
  std::uint64_t highest = 1;
  for (const auto& row : grid.cells)
    for (const auto count : row) highest = std::max(highest, count);
  auto rows = View::array();
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    auto row = line_view(Field::theme, grid.rows[i]);
    auto cells = View::array();
    for (std::size_t j = 0; j < grid.columns.size(); ++j) {
      const auto count = grid.cells[i][j];
      cells.push_back({{"number", dutch_number(count)},
                       {"filled", count > 0},
                       {"shade", shade(count, highest)},
                       {"cell_href", count > 0 ? View(link(grid.rows[i].value, grid.columns[j].value)) : View(false)},
                       {"about", grid.rows[i].label + ", " + headings[j]},
                       {"cell_word", word_for(count, "document", "documenten")}});
    }
    row["cells"] = std::move(cells);
    rows.push_back(std::move(row));
  }
  return rows;
}

View matrix_view(const search::Knowledge& knowledge, bool everything) {
  const auto grid = search::theme_by_solution(knowledge, everything ? 200 : kRows, everything ? 200 : kColumns);
  if (grid.rows.empty() || grid.columns.empty()) return false;
  auto columns = View::array();
  std::vector<std::string> headings;
  for (const auto& column : grid.columns) {
    columns.push_back(line_view(Field::solution, column));
    headings.push_back(column.label);
  }
  return {{"columns", columns},
          {"rows", rows_view(
                       grid,
                       [](const std::string& theme, const std::string& solution) {
                         auto form = search_for(Field::theme, theme);
                         form.selection[search::number(Field::solution)] = {solution};
                         return href("/zoeken", form);
                       },
                       headings)},
          {"left", grid.rows_left + grid.columns_left > 0},
          {"everything", everything}};
}

View timeline_view(const search::Knowledge& knowledge) {
  const auto grid = search::theme_by_month(knowledge, kRows, kMonths);
  if (grid.rows.empty() || grid.columns.empty()) return false;
  static const char* const short_months[] = {"jan", "feb", "mrt", "apr", "mei", "jun",
                                             "jul", "aug", "sep", "okt", "nov", "dec"};
  auto columns = View::array(), years = View::array();
  std::vector<std::string> headings;
  for (const auto& column : grid.columns) {
    corpus::Date date;
    date.year = std::stoi(column.value.substr(0, 4));
    date.month = std::stoi(column.value.substr(5, 2));
    headings.push_back(search::date_in_words(date));
    SearchForm form;
    form.from = form.to = column.value;
    const auto year = column.value.substr(0, 4);
    columns.push_back({{"label", short_months[date.month - 1]},
                       {"long", headings.back()},
                       {"href", href("/zoeken", form)},
                       {"filled", column.documents > 0},
                       {"first", date.month == 1 || columns.empty()}});
    if (years.empty() || years.back()["year"] != year) years.push_back({{"year", year}, {"span", 0}});
    years.back()["span"] = years.back()["span"].get<int>() + 1;
  }
  for (auto& year : years) year["span"] = std::to_string(year["span"].get<int>());
  return {{"columns", columns},
          {"years", years},
          {"rows", rows_view(
                       grid,
                       [](const std::string& theme, const std::string& month) {
                         auto form = search_for(Field::theme, theme);
                         form.from = form.to = month;
                         return href("/zoeken", form);
                       },
                       headings)}};
}

}  // namespace

Response themes_page(const Context& context, const Request& request) {
  return concepts_page(context, request, Field::theme, "Thema’s",
                       "Waar bijeenkomsten en documenten over gaan. Kies een thema om te zien wat is geprobeerd, door "
                       "wie, en wat de conclusie was.",
                       "/themas");
}

Response solutions_page(const Context& context, const Request& request) {
  return concepts_page(
      context, request, Field::solution, "Oplossingen",
      "Wat gemeenten en politie hebben ingezet. Kies een oplossing om te zien waar dat was en wat de ervaring is.",
      "/oplossingen");
}

Response municipalities_page(const Context& context, const Request& request) {
  const auto& knowledge = context.knowledge();
  const auto& vocabulary = knowledge.index().vocabulary();
  const bool by_province = wants(request, "groep", "provincie"), by_unit = wants(request, "groep", "eenheid");
  const auto& column = knowledge.index().columns().facets[search::number(Field::municipality)];
  const search::Collation collation;
  struct Group {
    std::string label, href;
    View values = View::array();
  };
  std::map<std::string, Group> groups;  // by collation key; unknown ones last
  for (search::Ordinal i = 0; i < column.values.size(); ++i) {
    const auto documents = knowledge.postings().of(Field::municipality, i).size();
    if (documents == 0) continue;
    const auto* entry = vocabulary.find(corpus::Scheme::municipality, column.values[i]);
    std::string label, link;
    if (by_province) {
      label = entry && !entry->province.empty() ? entry->province : "Overig";
    } else if (by_unit) {
      label = entry && !entry->police_unit.empty() ? vocabulary.label(corpus::Scheme::police_unit, entry->police_unit)
                                                   : "Overig";
      if (entry && !entry->police_unit.empty()) link = subject_url(Field::police_unit, entry->police_unit);
    } else {
      // A letter; 's-Hertogenbosch stands under H.
      for (const char c : corpus::slug(column.labels[i])) {
        if (c == '-' || (c == 's' && column.labels[i].front() == '\'' && label.empty() &&
                         corpus::slug(column.labels[i]).starts_with("s-")))
          continue;
        label = std::string(1, static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
        break;
      }
      if (label.empty()) label = "Overig";
    }
    auto& group = groups[(label == "Overig" ? "\xff" : "") + collation.key(label)];
    group.label = label;
    group.href = link;
    group.values.push_back(amount_view(Field::municipality, {column.values[i], column.labels[i], documents}));
  }
  auto list = View::array();
  for (auto& [key, group] : groups)
    list.push_back({{"group", group.label},
                    {"group_href", or_false(group.href)},
                    {"values", std::move(group.values)},
                    {"id", "g-" + std::to_string(list.size() + 1)}});
  auto view = base_view(context,
                        by_province ? "Gemeenten per provincie"
                        : by_unit   ? "Gemeenten per politie-eenheid"
                                    : "Gemeenten",
                        false, {});
  view["heading"] = "Gemeenten";
  view["is_empty"] = list.empty();
  view["groups"] = std::move(list);
  auto ways = View::array();
  const auto way = [&](const char* label, const char* link, bool current) {
    ways.push_back({{"label", label}, {"href", link}, {"current", current}});
  };
  way("Op naam", "/gemeenten", !by_province && !by_unit);
  way("Per provincie", "/gemeenten?groep=provincie", by_province);
  way("Per politie-eenheid", "/gemeenten?groep=eenheid", by_unit);
  view["ways"] = std::move(ways);
  return html(context, "municipalities", view);
}

Response overview_page(const Context& context, const Request& request) {
  const bool everything = wants(request, "toon", "alles");
  const auto* title = everything ? "Overzicht: alle thema’s en oplossingen" : "Overzicht: thema’s, oplossingen en tijd";
  auto view = base_view(context, title, false, {});
  const auto matrix = matrix_view(context.knowledge(), everything);
  const auto timeline = timeline_view(context.knowledge());
  view["is_empty"] = matrix == View(false) && timeline == View(false);
  view["matrix"] = matrix;
  view["timeline"] = timeline;
  return html(context, "overview", view);
}

}  // namespace server
