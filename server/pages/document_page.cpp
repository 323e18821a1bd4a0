#include <algorithm>

#include "corpus/error.h"
#include "corpus/text.h"
#include "search/api_json.h"
#include "search/books.h"
#include "server/http/uri.h"
#include "server/pages/document_text.h"
#include "server/pages/knowledge_view.h"
#include "server/pages/pages.h"
#include "server/pages/source_link.h"
#include "server/pages/view.h"

namespace server {
namespace {

using corpus::Origin;
using corpus::Value;
using search::Field;

constexpr std::size_t kHeadingsForContents = 3;
constexpr std::size_t kRelated = 5;

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

/// Where to report that a value is wrong; false when reports aren't kept.
View report_link(const Context& context, const std::string& id, std::string_view field, const std::string& value) {
  if (!context.reports.enabled()) return false;
  auto link = search::document_url(id) + "/melden";
  if (!field.empty()) link += "?veld=" + percent_encode(field) + "&waarde=" + percent_encode(value);
  return link;
}

View value_view(const Value& value, std::string text, View link) {
  return {{"report_href", false},
          {"text", std::move(text)},
          {"href", std::move(link)},
          {"found", value.origin == Origin::found},
          {"passage_href", value.passage.empty() ? View(false) : View("#" + value.passage)}};
}

void add_row(View& rows, std::string_view one, std::string_view more, const std::vector<Value>& values, View views) {
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

void add_field(View& rows, const Context& context, const std::string& id, Field field,
               const std::vector<Value>& values) {
  const auto& index = context.index();
  const auto& info = search::info(field);
  auto views = View::array();
  for (const auto& value : values) {
    const auto own_page = subject_url(field, value.value);
    auto view = value_view(value, label_of(index, field, value.value),
                           own_page.empty() ? href("/zoeken", search_for(field, value.value)) : own_page);
    if (value.origin == Origin::found) view["report_href"] = report_link(context, id, info.parameter, value.value);
    views.push_back(std::move(view));
  }
  add_row(rows, info.label, info.label_plural, values, std::move(views));
}

View details_view(const Context& context, const corpus::Document& document) {
  auto rows = View::array();
  // "overig" that nobody gave means that nothing is known, not that it was found somewhere.
  if (document.kind.value != corpus::kOtherKind || document.kind.origin == Origin::given)
    add_field(rows, context, document.id, Field::kind, {document.kind});
  if (const auto date = search::date_in_words(document.date); !date.empty()) {
    auto view = value_view(document.date_value, date, false);
    if (document.date_value.origin == Origin::found)
      view["report_href"] = report_link(context, document.id, "datum", date);
    add_row(rows, "Datum", "Datum", {document.date_value}, View::array({std::move(view)}));
  }
  add_field(rows, context, document.id, Field::theme, document.themes);
  add_field(rows, context, document.id, Field::municipality, document.municipalities);
  add_field(rows, context, document.id, Field::police_unit, document.police_units);
  add_field(rows, context, document.id, Field::solution, document.solutions);
  if (!document.session.empty()) {
    const Value session{document.session, Origin::given, {}};
    add_row(rows, "Bijeenkomst", "Bijeenkomst", {session},
            View::array({value_view(session, session_in_words(document.session), session_url(document.session))}));
  }
  return rows;
}

View chapter_view(const std::optional<search::ChapterLink>& chapter) {
  if (!chapter) return false;
  return {{"href", search::document_url(chapter->id)}, {"title", chapter->title}};
}

View book_view(const search::Index& index, const corpus::Document& document) {
  if (document.book.id.empty()) return false;
  const auto beside = search::neighbours(index, document);
  return {{"title", document.book.title},
          {"period", or_false(search::period_in_words(document.period))},
          {"previous", chapter_view(beside.previous)},
          {"next", chapter_view(beside.next)}};
}

/// The session this document belongs to: its title, the other documents, and the sessions before and after it.
View session_view(const Context& context, search::DocId number, const std::string& id) {
  const auto& sessions = context.knowledge().sessions();
  const auto own = sessions.of(number);
  if (!own) return false;
  const auto row = [&](std::size_t which) {
    return View{{"title", context.knowledge().session(which).title}, {"href", session_url(sessions.all()[which].id)}};
  };
  auto view = row(*own);
  auto others = View::array();
  for (const auto& document : context.knowledge().session(*own).documents)
    if (document.id != id) others.push_back(reference_view(context.index(), document));
  view["has_others"] = !others.empty();
  view["others"] = std::move(others);
  view["previous"] = *own > 0 ? row(*own - 1) : View(false);
  view["next"] = *own + 1 < sessions.all().size() ? row(*own + 1) : View(false);
  view["has_neighbours"] = sessions.all().size() > 1;
  return view;
}

View related_view(const Context& context, const corpus::Document& document) {
  auto list = View::array();
  for (const auto& other : search::related_documents(context.knowledge(), document, kRelated)) {
    auto view = reference_view(context.index(), other.document);
    std::vector<std::string> shared;
    for (const auto& value : other.themes) shared.push_back(label_of(context.index(), Field::theme, value));
    for (const auto& value : other.solutions) shared.push_back(label_of(context.index(), Field::solution, value));
    view["shared"] = or_false(enumeration(shared));
    list.push_back(std::move(view));
  }
  return list;
}

/// Title, kind, date and site: what stands behind a quotation. The script adds heading and address.
std::string citation(const Context& context, const corpus::Document& document) {
  const auto kind = corpus::uncapitalised(kind_label(context.index(), document.kind.value));
  const auto date = search::date_in_words(document.date);
  return document.title + " (" + kind + (date.empty() ? "" : ", " + date) + "). Praktijkbank";
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
  view["back"] = form.is_empty() ? View(false) : View{{"href", href("/zoeken", form)}};
  view["marked"] =
      text.marks == 0 ? View(false) : View{{"query", form.query}, {"clear_href", search::document_url(document->id)}};
  view["changed"] = passage != request.parameters.end() && !has_passage(*document, passage->value);
  view["details"] = details_view(context, *document);
  view["first_marked"] = or_false(text.first_marked.empty() ? "" : "#" + text.first_marked);
  view["report_href"] = report_link(context, document->id, {}, {});
  view["source"] = source_link(context, *document);
  view["citation"] = citation(context, *document);
  view["own_path"] = search::document_url(document->id);
  view["session"] = session_view(context, context.knowledge().number_of(document->id), document->id);
  const auto related = related_view(context, *document);
  view["has_related"] = !related.empty();
  view["related"] = related;
  view["toc"] = text.toc;
  view["has_toc"] = text.toc.size() >= kHeadingsForContents;
  view["clips"] = context.folders != nullptr;
  view["document_id"] = document->id;
  view["sections"] = text.sections;
  view["book"] = book_view(context.index(), *document);
  return html(context, "document", view);
}

}  // namespace server
