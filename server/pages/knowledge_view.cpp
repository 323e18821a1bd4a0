#include "server/pages/knowledge_view.h"

#include <algorithm>

#include "search/api_json.h"
#include "server/http/uri.h"
#include "server/pages/view.h"

namespace server {

using search::Field;

std::string subject_url(Field field, std::string_view value) {
  const char* path = nullptr;
  switch (field) {
    case Field::theme:
      path = "/themas/";
      break;
    case Field::municipality:
      path = "/gemeenten/";
      break;
    case Field::solution:
      path = "/oplossingen/";
      break;
    case Field::police_unit:
      path = "/eenheden/";
      break;
    default:
      return {};
  }
  return path + percent_encode(value);
}

std::string session_url(std::string_view id) { return "/bijeenkomsten/" + percent_encode(id); }

View amount_view(Field field, const search::Amount& amount) {
  return {{"label", amount.label},
          {"href", subject_url(field, amount.value)},
          {"count", dutch_number(amount.documents)},
          {"word", word_for(amount.documents, "document", "documenten")}};
}

std::string kind_label(const search::Index& index, const std::string& kind) {
  return label_of(index, Field::kind, kind);
}

View reference_view(const search::Index& index, const search::DocumentRef& document) {
  std::vector<std::string> places;
  for (const auto& value : document.municipalities) places.push_back(label_of(index, Field::municipality, value));
  return {{"title", document.title},
          {"href", search::document_url(document.id)},
          {"kind", kind_label(index, document.kind)},
          {"date", or_false(search::date_in_words(document.date))},
          {"places", or_false(enumeration(places))}};
}

View references_view(const search::Index& index, const std::vector<search::DocumentRef>& documents) {
  auto list = View::array();
  for (const auto& document : documents) list.push_back(reference_view(index, document));
  return list;
}

View quote_view(const search::Index& index, const search::Quote& quote) {
  auto source = reference_view(index, quote.document);
  return {{"text_html", search::to_html(quote.text, quote.marks)},
          {"cut", quote.cut},
          {"passage_href", search::document_url(quote.document.id) + "#" + quote.passage},
          {"heading", or_false(quote.heading)},
          {"title", source["title"]},
          {"kind", source["kind"]},
          {"date", source["date"]}};
}

View conclusion_view(const search::Index& index, const search::Conclusion& conclusion) {
  auto view = reference_view(index, conclusion.document);
  view["passage_href"] = search::document_url(conclusion.document.id) + "#" + conclusion.passage;
  view["points"] = conclusion.points;
  view["more"] = conclusion.more;
  return view;
}

View links_view(const search::Index& index, Field field, const std::vector<std::string>& values, std::size_t most) {
  auto list = View::array();
  const auto shown = std::min(values.size(), most);
  for (std::size_t i = 0; i < shown; ++i)
    list.push_back({{"label", label_of(index, field, values[i])},
                    {"href", subject_url(field, values[i])},
                    {"last", i + 1 == shown}});
  return list;
}

View session_row(const Context& context, std::size_t number) {
  const auto& knowledge = context.knowledge();
  const auto& session = knowledge.sessions().all()[number];
  const auto details = knowledge.session(number);
  auto parts = View::array();
  for (const auto& document : details.documents) {
    auto part = reference_view(context.index(), document);
    part["last"] = &document == &details.documents.back();
    parts.push_back(std::move(part));
  }
  return {{"title", details.title},
          {"href", session_url(session.id)},
          {"date", or_false(search::date_in_words(details.date))},
          {"themes", links_view(context.index(), Field::theme, details.themes, 3)},
          {"has_themes", !details.themes.empty()},
          {"parts", std::move(parts)}};
}

View bars_view(const std::vector<Bar>& bars, int width, int height) {
  std::uint64_t highest = 1;
  for (const auto& bar : bars) highest = std::max(highest, bar.count);
  const double step = static_cast<double>(width) / static_cast<double>(std::max<std::size_t>(bars.size(), 1));
  const auto text = [](double number) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.1f", number);
    return std::string(digits);
  };
  auto list = View::array();
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const auto& bar = bars[i];
    // A bar that stands for something is never too low to see or to hit.
    const double tall =
        bar.count == 0 ? 0 : std::max(4.0, height * static_cast<double>(bar.count) / static_cast<double>(highest));
    list.push_back({{"label", bar.label},
                    {"description", bar.description},
                    {"href", or_false(bar.href)},
                    {"selected", bar.selected},
                    {"empty", bar.count == 0},
                    {"x", text(step * static_cast<double>(i))},
                    {"inner_x", text(step * static_cast<double>(i) + std::min(3.0, step * 0.1))},
                    {"middle", text(step * (static_cast<double>(i) + 0.5))},
                    {"step", text(step)},
                    {"inner", text(std::max(1.0, step - 2 * std::min(3.0, step * 0.1)))},
                    {"y", text(height - tall)},
                    {"tall", text(tall)},
                    {"labelled", bars.size() <= 8 || i == 0 || i + 1 == bars.size()}});
  }
  return list;
}

}  // namespace server
