#include <algorithm>

#include "corpus/error.h"
#include "search/api_json.h"
#include "search/books.h"
#include "server/pages/document_text.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

using corpus::Origin;
using corpus::Value;
using search::Field;

constexpr std::size_t kHeadingsForContents = 3;

/// The search that led here. A link with something wrong in it still leads to the document.
SearchForm search_in(const Request& request) {
  try {
    return parse_page_search(request.parameters);
  } catch (const corpus::Error&) {
    return {};
  }
}

bool has_passage(const corpus::Document& document, const std::string& id) {
  return std::ranges::any_of(document.sections, [&](const auto& section) {
    return std::ranges::find(section.passages, id, &corpus::Passage::id) != section.passages.end();
  });
}

json value_view(const Value& value, std::string text, json link) {
  return {{"text", std::move(text)},
          {"href", std::move(link)},
          {"found", value.origin == Origin::found},
          {"passage_href", value.passage.empty() ? json(false) : json("#" + value.passage)}};
}

void add_row(json& rows, std::string_view one, std::string_view more, const std::vector<Value>& values, json views) {
  if (views.empty()) return;
  const auto found = [&](bool in_text) {
    return std::ranges::any_of(
        values, [&](const Value& value) { return value.origin == Origin::found && value.passage.empty() != in_text; });
  };
  rows.push_back(
      {{"label", views.size() == 1 ? one : more},
       {"all_given", std::ranges::all_of(values, [](const Value& value) { return value.origin == Origin::given; })},
       {"in_text", found(true)},
       {"in_name", found(false)},
       {"values", std::move(views)}});
}

void add_field(json& rows, const search::Index& index, Field field, const std::vector<Value>& values) {
  const auto& info = search::info(field);
  auto views = json::array();
  for (const auto& value : values)
    views.push_back(
        value_view(value, label_of(index, field, value.value), href("/zoeken", search_for(field, value.value))));
  add_row(rows, info.label, info.label_plural, values, std::move(views));
}

json details_view(const search::Index& index, const corpus::Document& document) {
  auto rows = json::array();
  // "overig" that nobody gave means that nothing is known, not that it was found somewhere.
  if (document.kind.value != corpus::kOtherKind || document.kind.origin == Origin::given)
    add_field(rows, index, Field::kind, {document.kind});
  if (const auto date = search::date_in_words(document.date); !date.empty())
    add_row(rows, "Datum", "Datum", {document.date_value}, json::array({value_view(document.date_value, date, false)}));
  add_field(rows, index, Field::theme, document.themes);
  add_field(rows, index, Field::municipality, document.municipalities);
  add_field(rows, index, Field::police_unit, document.police_units);
  add_field(rows, index, Field::solution, document.solutions);
  if (!document.session.empty()) {
    const Value session{document.session, Origin::given, {}};
    add_row(rows, "Bijeenkomst", "Bijeenkomst", {session},
            json::array({value_view(session, session_in_words(document.session), false)}));
  }
  return rows;
}

json chapter_view(const std::optional<search::ChapterLink>& chapter) {
  if (!chapter) return false;
  return {{"href", search::document_url(chapter->id)}, {"title", chapter->title}};
}

json book_view(const search::Index& index, const corpus::Document& document) {
  if (document.book.id.empty()) return false;
  const auto beside = search::neighbours(index, document);
  return {{"title", document.book.title},
          {"period", or_false(search::period_in_words(document.period))},
          {"previous", chapter_view(beside.previous)},
          {"next", chapter_view(beside.next)}};
}

}  // namespace

Response document_page(const Context& context, const Request& request, const std::string& id) {
  const auto& index = context.index();
  const auto document = index.document(id);
  if (!document) throw corpus::Error(corpus::ErrorKind::not_found, "Dit document bestaat niet.");
  const auto form = search_in(request);
  const auto text = document_text(index, *document, form.query);
  const auto passage = std::ranges::find(request.parameters, "passage", &Parameter::name);

  auto view = base_view(context, document->title, false, form);
  view["title"] = document->title;
  view["kind"] = label_of(index, Field::kind, document->kind.value);
  view["date"] = or_false(search::date_in_words(document->date));
  view["places"] = or_false(labels_of(index, Field::municipality, document->municipalities));
  view["back"] = form.is_empty() ? json(false) : json{{"href", href("/zoeken", form)}};
  view["marked"] =
      text.marks == 0 ? json(false) : json{{"query", form.query}, {"clear_href", search::document_url(document->id)}};
  view["changed"] = passage != request.parameters.end() && !has_passage(*document, passage->value);
  view["details"] = details_view(index, *document);
  view["toc"] = text.toc;
  view["has_toc"] = text.toc.size() >= kHeadingsForContents;
  view["sections"] = text.sections;
  view["book"] = book_view(index, *document);
  return html(context, "document", view);
}

}  // namespace server
