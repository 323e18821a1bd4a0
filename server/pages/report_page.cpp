#include <algorithm>

#include "corpus/error.h"
#include "corpus/text.h"
#include "search/api_json.h"
#include "server/form_guard.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"
#include "server/reports.h"

namespace server {
namespace {

using search::Field;

constexpr std::size_t kMostValue = 200;  // bytes of a value that is shown and kept

std::string purpose_of(const std::string& id) { return "melden " + id; }

corpus::Document require_document(const Context& context, const std::string& id) {
  if (!context.reports.enabled()) throw corpus::Error(corpus::ErrorKind::not_found, "Fouten melden kan hier niet.");
  auto document = context.index().document(id);
  if (!document) throw corpus::Error(corpus::ErrorKind::not_found, "Dit document bestaat niet.");
  return *std::move(document);
}

std::string first_value(const std::vector<Parameter>& fields, std::string_view name) {
  const auto found =
      std::ranges::find_if(fields, [&](const Parameter& field) { return field.name == name && field.valid; });
  return found == fields.end() ? std::string() : found->value;
}

/// What the report is about; a field that we don't have is nothing in particular.
struct About {
  std::string field, value, in_words;
};

About about(const search::Index& index, const std::vector<Parameter>& fields) {
  About about;
  const auto name = first_value(fields, "veld");
  const std::string value(corpus::truncate_utf8(corpus::clean(first_value(fields, "waarde")), kMostValue));
  if (const auto* field = search::field_by_parameter(name)) {
    about = {name, value, std::string(field->label) + ": " + label_of(index, field->field, value)};
  } else if (name == "datum") {
    about = {name, value, "Datum: " + value};
  }
  return about;
}

Response form_page(const Context& context, const corpus::Document& document, const About& about, bool sent,
                   bool empty) {
  auto view = base_view(context,
                        std::string(sent    ? "Bedankt voor uw melding"
                                    : empty ? "Fout: vul in wat er niet klopt"
                                            : "Meld een fout") +
                            ": " + document.title,
                        true, {});
  view["title"] = document.title;
  view["document_href"] = search::document_url(document.id);
  view["action"] = search::document_url(document.id) + "/melden";
  view["about"] = or_false(about.in_words);
  view["field"] = about.field;
  view["value"] = about.value;
  view["token"] = context.forms.token(purpose_of(document.id));
  view["sent"] = sent;
  view["empty"] = empty;
  auto response = html(context, "report", view);
  response.by_generation = false;
  response.set("Cache-Control", "no-store");
  return response;
}

}  // namespace

Response report_page(const Context& context, const Request& request, const std::string& id) {
  const auto document = require_document(context, id);
  return form_page(context, document, about(context.index(), request.parameters),
                   first_value(request.parameters, "verstuurd") == "ja", false);
}

Response take_report(const Context& context, const Request& request, const std::string& id) {
  const auto document = require_document(context, id);
  const auto fields = form_fields(request.body);
  context.forms.check(request, purpose_of(document.id), first_value(fields, "sleutel"));
  const auto subject = about(context.index(), fields);
  const auto text = corpus::clean(first_value(fields, "tekst"), true);
  if (text.empty()) {
    auto again = form_page(context, document, subject, false, true);
    again.status = 400;
    return again;
  }
  // A field that people don't see and programs fill in.
  if (first_value(fields, "website").empty())
    context.reports.add({document.id, subject.field, subject.value, text}, request.remote);
  Response response;
  response.status = 303;
  response.set("Location", search::document_url(document.id) + "/melden?verstuurd=ja");
  response.set("Cache-Control", "no-store");
  return response;
}

}  // namespace server
