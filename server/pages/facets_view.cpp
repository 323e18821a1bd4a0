#include "server/pages/facets_view.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "server/pages/knowledge_view.h"
#include "server/pages/view.h"

namespace server {
namespace {

using search::FacetCount;
using search::Field;

constexpr std::size_t kShown = 10;

struct Node {
  const FacetCount* count;
  std::vector<Node> children;
  bool selected_below = false;

  bool is_chosen() const { return count->selected || selected_below; }
};

using Children = std::unordered_map<std::string_view, std::vector<const FacetCount*>>;

Node make_node(const FacetCount& count, const Children& children) {
  Node node{&count, {}, false};
  if (const auto below = children.find(count.value); below != children.end()) {
    for (const auto* child : below->second) {
      node.children.push_back(make_node(*child, children));
      node.selected_below = node.selected_below || node.children.back().is_chosen();
    }
  }
  return node;
}

/// Roots in the order of the counts. A value of which the broader one isn't listed is a root itself.
std::vector<Node> make_roots(const std::vector<FacetCount>& counts, bool as_tree) {
  Children children;
  std::unordered_set<std::string_view> listed;
  if (as_tree)
    for (const auto& count : counts) listed.insert(count.value);
  std::vector<const FacetCount*> tops;
  for (const auto& count : counts) {
    if (listed.contains(count.broader)) {
      children[count.broader].push_back(&count);
    } else {
      tops.push_back(&count);
    }
  }
  std::vector<Node> roots;
  roots.reserve(tops.size());
  for (const auto* top : tops) roots.push_back(make_node(*top, children));
  return roots;
}

/// Hundreds of these make a page: what a leaf doesn't use is left out, and keys are set one by one because a list of
/// pairs would be built and taken apart again.
View value_view(const Node& node, const std::string& parameter, bool all_open, int& running) {
  View view = View::object();
  view.get_ref<View::object_t&>().reserve(node.children.empty() ? 6 : 8);
  view["id"] = "f-" + parameter + "-" + std::to_string(++running);
  view["value"] = node.count->value;
  view["label"] = node.count->label;
  view["count"] = dutch_number(node.count->count);
  view["selected"] = node.count->selected;
  if (node.children.empty()) {
    view["children_amount"] = false;
    return view;
  }
  view["children_amount"] = dutch_number(node.children.size());
  view["children_open"] = all_open || node.selected_below;
  auto& children = view["children"] = View::array();
  for (const auto& child : node.children) children.push_back(value_view(child, parameter, all_open, running));
  return view;
}

/// Years as bars, oldest first. A bar leads to the search for that year alone, and back again.
View year_bars(const std::vector<FacetCount>& counts, SearchForm form) {
  constexpr std::size_t kMostBars = 20, kFewestBars = 3;
  std::vector<const FacetCount*> years;
  for (const auto& count : counts) years.push_back(&count);
  std::ranges::sort(years, {}, [](const FacetCount* count) { return count->value; });
  if (years.size() < kFewestBars) return false;
  if (years.size() > kMostBars) years.erase(years.begin(), years.end() - kMostBars);
  form.page = 1;
  auto& selection = form.selection[search::number(Field::year)];
  std::vector<Bar> bars;
  for (const auto* year : years) {
    selection.clear();
    if (!year->selected) selection.push_back(year->value);
    bars.push_back({year->label,
                    year->label + ": " + dutch_number(year->count) + " " +
                        word_for(year->count, "document", "documenten") +
                        (year->selected ? ", gekozen. Kies om weg te halen." : ""),
                    href("/zoeken", form), year->count, year->selected});
  }
  return {{"bars", bars_view(bars, 240, 48)}};
}

/// Ways to order the municipalities, as links that keep the search.
View ways_view(const SearchForm& form) {
  auto ways = View::array();
  for (const auto& [value, label] :
       {std::pair{"", "op aantal"}, std::pair{"eenheid", "per eenheid"}, std::pair{"provincie", "per provincie"}}) {
    auto other = form;
    other.grouping = value;
    ways.push_back({{"label", label},
                    {"href", href("/zoeken", other)},
                    {"current", form.grouping == value},
                    {"last", std::string_view(value) == "provincie"}});
  }
  return ways;
}

/// Municipalities under their police unit or province: {group, open, values}.
View groups_view(const search::Index& index, const std::vector<FacetCount>& counts, const std::string& grouping,
                 int& running) {
  struct Group {
    std::uint64_t count = 0;
    bool open = false;
    View values = View::array();
  };
  std::map<std::string, Group> groups;
  const auto& vocabulary = index.vocabulary();
  for (const auto& count : counts) {
    const auto* entry = vocabulary.find(corpus::Scheme::municipality, count.value);
    std::string name;
    if (entry)
      name =
          grouping == "provincie" ? entry->province : vocabulary.label(corpus::Scheme::police_unit, entry->police_unit);
    auto& group = groups[name.empty() ? "Overig" : name];
    group.open = group.open || count.selected;
    group.values.push_back(value_view(Node{&count, {}, false}, "gemeente", false, running));
  }
  auto list = View::array();
  for (auto& [name, group] : groups) {
    const auto amount = dutch_number(group.values.size());
    list.push_back(
        {{"group", name}, {"group_amount", amount}, {"group_open", group.open}, {"values", std::move(group.values)}});
  }
  return list;
}

View facet_view(const search::Index& index, const search::FieldInfo& field, const std::vector<FacetCount>& counts,
                const SearchForm& form) {
  const auto roots = make_roots(counts, field.counts_broader);
  const auto chosen_roots = static_cast<std::size_t>(std::ranges::count_if(roots, &Node::is_chosen));
  const auto selected = std::ranges::count_if(counts, &FacetCount::selected);
  const std::string parameter(field.parameter);
  const bool is_long = counts.size() > kShown;
  std::size_t room = kShown - std::min(kShown, chosen_roots);  // for values that aren't chosen
  int running = 0;
  auto values = View::array(), rest = View::array();
  for (const auto& root : roots) {
    const bool shown = root.is_chosen() || room > 0;
    if (!root.is_chosen() && room > 0) --room;
    (shown ? values : rest).push_back(value_view(root, parameter, !is_long, running));
  }
  const bool is_main = field.field == Field::theme || field.field == Field::municipality ||
                       field.field == Field::solution || field.field == Field::kind || field.field == Field::year;
  View more = false;
  if (!rest.empty()) {
    const auto amount = dutch_number(rest.size());
    more = {{"amount", amount}, {"values", std::move(rest)}};
  }
  const bool is_place = field.field == Field::municipality;
  const bool grouped = is_place && !form.grouping.empty();
  return {{"parameter", parameter},
          {"label", field.label},
          {"chart", field.field == Field::year ? year_bars(counts, form) : View(false)},
          {"ways", is_place && is_long ? ways_view(form) : View::array()},
          {"has_ways", is_place && is_long},
          {"groups", grouped ? groups_view(index, counts, form.grouping, running) : View::array()},
          {"open", is_main || selected > 0},
          {"selected", selected == 0 ? View(false) : View(std::to_string(selected))},
          {"long", is_long},
          {"values", grouped ? View::array() : std::move(values)},
          {"more", grouped ? View(false) : std::move(more)}};
}

}  // namespace

View facets_view(const search::Index& index, const search::Page& page, const SearchForm& form) {
  auto facets = View::array();
  for (const auto& field : search::kFields) {
    const auto& counts = page.facets[search::number(field.field)];
    if (!counts.empty()) facets.push_back(facet_view(index, field, counts, form));
  }
  return facets;
}

}  // namespace server
