#include "server/pages/hits_view.h"

#include "search/api_json.h"
#include "server/pages/view.h"

namespace server {
namespace {

using search::Field;

View passages_view(const search::Hit& hit, const std::string& url) {
  auto passages = View::array();
  for (const auto& passage : hit.passages)
    passages.push_back({{"heading", or_false(passage.heading)},
                        {"href", url + "#" + passage.id},
                        {"snippet_html", search::snippet_html(passage)}});
  return passages;
}

/// "Thema" for one value, "Thema's" for more.
std::string_view label_for(Field field, const std::vector<corpus::Value>& values) {
  const auto& info = search::info(field);
  return values.size() == 1 ? info.label : info.label_plural;
}

View hit_view(const search::Index& index, const search::Hit& hit, const SearchForm& form) {
  const auto& document = hit.document;
  const auto url = href(search::document_url(document.id), form);
  const auto themes = labels_of(index, Field::theme, document.themes);
  const auto solutions = labels_of(index, Field::solution, document.solutions);
  View more = false;
  if (hit.passages_left > 0)
    more = {{"text", "nog " + dutch_number(hit.passages_left) + " " +
                         word_for(hit.passages_left, "passage", "passages") + " in dit document"},
            {"href", url}};
  return {{"title", document.title},
          {"href", url},
          {"kind", label_of(index, Field::kind, document.kind.value)},
          {"date", or_false(search::date_in_words(document.date))},
          {"places", or_false(labels_of(index, Field::municipality, document.municipalities))},
          {"themes_label", label_for(Field::theme, document.themes)},
          {"themes", or_false(themes)},
          {"solutions_label", label_for(Field::solution, document.solutions)},
          {"solutions", or_false(solutions)},
          {"has_subjects", !themes.empty() || !solutions.empty()},
          {"passages", passages_view(hit, url)},
          {"more", std::move(more)}};
}

}  // namespace

View hits_view(const search::Index& index, const search::Page& page, const SearchForm& form, bool complete) {
  auto hits = View::array();
  for (const auto& hit : page.hits)
    if (hit.complete == complete) hits.push_back(hit_view(index, hit, form));
  return hits;
}

}  // namespace server
