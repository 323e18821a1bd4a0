#include "search/search.h"
#include "server/pages/knowledge_view.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

using search::Field;

/// A search as one would type it, with what it gives here and now.
View example(const Context& context, const std::string& query, const char* meaning) {
  SearchForm form;
  form.query = query;
  auto request = form.request();
  request.limit = 0;
  request.fill_below = 0;
  request.facets = {};
  const auto total = search::search(context.index(), request).total;
  return {{"query", query},
          {"meaning", meaning},
          {"href", href("/zoeken", form)},
          {"count", dutch_number(total)},
          {"word", word_for(total, "resultaat", "resultaten")}};
}

/// The value of a field that most documents carry; empty when there is none.
std::string most_used(const Context& context, Field field) {
  const auto amounts = search::count_values(context.index().columns(), field, context.knowledge().postings().all());
  return amounts.empty() ? std::string() : amounts.front().label;
}

std::string field_query(const char* field, const std::string& label) {
  return std::string(field) + ":" + (label.find_first_of(" '\"") == std::string::npos ? label : "\"" + label + "\"");
}

}  // namespace

Response help_page(const Context& context, const Request&) {
  auto view = base_view(context, "Zo zoekt u", false, {});
  auto examples = View::array();
  examples.push_back(example(context, "initiatief van burgers",
                             "Gewone woorden. Andere vormen tellen mee: ook burgerinitiatief wordt gevonden."));
  examples.push_back(example(context, "\"openbare orde\"", "Precies deze woorden, na elkaar."));
  examples.push_back(example(context, "toezicht -camera", "Wel toezicht, niet camera."));
  examples.push_back(example(context, "straatcoach OR boa", "Een van beide woorden."));
  if (const auto theme = most_used(context, Field::theme); !theme.empty())
    examples.push_back(example(context, field_query("thema", theme), "Alleen documenten over dit thema."));
  if (const auto place = most_used(context, Field::municipality); !place.empty())
    examples.push_back(example(context, field_query("gemeente", place), "Alleen documenten over deze gemeente."));
  examples.push_back(example(context, "soort:conclusie", "Alleen conclusies."));
  view["examples"] = std::move(examples);
  return html(context, "help", view);
}

Response accessibility_page(const Context& context, const Request&) {
  return html(context, "accessibility", base_view(context, "Toegankelijkheid", false, {}));
}

Response about_page(const Context& context, const Request&) {
  auto view = base_view(context, "Over Praktijkbank", false, {});
  view["generation_name"] = context.generation.name();
  return html(context, "about", view);
}

}  // namespace server
