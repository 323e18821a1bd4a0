#include "server/pages/facets_view.h"

#include <algorithm>
#include <map>

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

using Children = std::map<std::string, std::vector<const FacetCount*>>;

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
  std::vector<const FacetCount*> tops;
  for (const auto& count : counts) {
    const bool has_parent =
        as_tree && !count.broader.empty() &&
        std::ranges::any_of(counts, [&](const FacetCount& other) { return other.value == count.broader; });
    if (has_parent) {
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

json value_view(const Node& node, const std::string& parameter, bool all_open, int& running) {
  json view = {{"id", "f-" + parameter + "-" + std::to_string(++running)},
               {"parameter", parameter},
               {"value", node.count->value},
               {"label", node.count->label},
               {"count", dutch_number(node.count->count)},
               {"selected", node.count->selected},
               {"children_amount", node.children.empty() ? json(false) : json(dutch_number(node.children.size()))},
               {"children_open", all_open || node.selected_below}};
  auto children = json::array();
  for (const auto& child : node.children) children.push_back(value_view(child, parameter, all_open, running));
  view["children"] = std::move(children);
  return view;
}

json facet_view(const search::FieldInfo& field, const std::vector<FacetCount>& counts) {
  const auto roots = make_roots(counts, field.counts_broader);
  const auto chosen_roots = static_cast<std::size_t>(std::ranges::count_if(roots, &Node::is_chosen));
  const auto selected = std::ranges::count_if(counts, &FacetCount::selected);
  const std::string parameter(field.parameter);
  const bool is_long = counts.size() > kShown;
  std::size_t room = kShown - std::min(kShown, chosen_roots);  // for values that aren't chosen
  int running = 0;
  auto values = json::array(), rest = json::array();
  for (const auto& root : roots) {
    const bool shown = root.is_chosen() || room > 0;
    if (!root.is_chosen() && room > 0) --room;
    (shown ? values : rest).push_back(value_view(root, parameter, !is_long, running));
  }
  const bool is_main = field.field == Field::theme || field.field == Field::municipality ||
                       field.field == Field::solution || field.field == Field::kind;
  json more = false;
  if (!rest.empty()) {
    const auto amount = dutch_number(rest.size());
    more = {{"amount", amount}, {"values", std::move(rest)}};
  }
  return {{"name", parameter},
          {"label", field.label},
          {"open", is_main || selected > 0},
          {"selected", selected == 0 ? json(false) : json(std::to_string(selected))},
          {"long", is_long},
          {"values", std::move(values)},
          {"more", std::move(more)}};
}

}  // namespace

json facets_view(const search::Page& page) {
  auto facets = json::array();
  for (const auto& field : search::kFields) {
    const auto& counts = page.facets[search::number(field.field)];
    if (!counts.empty()) facets.push_back(facet_view(field, counts));
  }
  return facets;
}

}  // namespace server
