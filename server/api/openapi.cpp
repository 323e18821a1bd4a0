// The description of the API. What depends on the field table is made from it; the rest is api/openapi_schemas.cpp.
#include <nlohmann/json.hpp>

#include "search/fields.h"
#include "server/api/api.h"
#include "server/api/openapi_schemas.h"
#include "server/search_form.h"

namespace server {
namespace {

json parameter(std::string_view name, const std::string& description, json schema) {
  return {{"name", name},
          {"in", "query"},
          {"description", description},
          {"required", false},
          {"schema", std::move(schema)}};
}

json search_parameters() {
  auto list = json::array();
  list.push_back(parameter("q", "De zoekvraag, zoals in het zoekveld. Leeg: alle documenten.", {{"type", "string"}}));
  for (const auto& field : search::kFields) {
    json item = {{"type", "string"}};
    std::string values =
        field.scheme ? "een slug (‘waarde’ in de facetten) of een label" : "een waarde uit de facetten";
    if (field.field == search::Field::year) {
      item["pattern"] = "^[0-9]{4}$";
      values = "een jaar van vier cijfers";
    }
    auto row = parameter(field.parameter,
                         "Alleen documenten met deze waarde voor " + std::string(field.label) + ": " + values +
                             ". Herhaal de parameter voor meer waarden; een van de waarden is dan genoeg.",
                         {{"type", "array"}, {"items", item}});
    row["style"] = "form";
    row["explode"] = true;
    list.push_back(std::move(row));
  }
  const json date = {{"type", "string"}, {"pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}, {"example", "2025-09-24"}};
  list.push_back(parameter("van", "Eerste dag: JJJJ-MM-DD, JJJJ-MM of JJJJ. De dag zelf hoort erbij.", date));
  list.push_back(parameter("tot", "Laatste dag: JJJJ-MM-DD, JJJJ-MM of JJJJ. De dag zelf hoort erbij.", date));
  auto sorts = json::array();
  for (const auto& sort : kSorts) sorts.push_back(sort.value);
  list.push_back(parameter("sorteer", "De volgorde van de resultaten.",
                           {{"type", "string"}, {"enum", sorts}, {"default", kSorts[0].value}}));
  list.push_back(parameter("pagina", "Nummer van de pagina. Pagina maal aantal is ten hoogste 10.000.",
                           {{"type", "integer"}, {"minimum", 1}, {"maximum", kDeepestResult}, {"default", 1}}));
  list.push_back(parameter("aantal", "Aantal resultaten op een pagina.",
                           {{"type", "integer"}, {"minimum", 1}, {"maximum", kMostResults}, {"default", 10}}));
  return list;
}

json json_answer(const std::string& description, const std::string& schema) {
  return {{"description", description},
          {"headers", {{"API-Version", {{"$ref", "#/components/headers/ApiVersion"}}}}},
          {"content", {{kJson, {{"schema", {{"$ref", "#/components/schemas/" + schema}}}}}}}};
}

json operation(const std::string& id, const std::string& summary, const std::string& description, json parameters,
               json answer, std::initializer_list<const char*> problems) {
  json responses = {{"200", std::move(answer)}};
  for (const auto* status : problems) responses[status] = {{"$ref", std::string("#/components/responses/") + status}};
  json result = {{"operationId", id},
                 {"summary", summary},
                 {"description", description},
                 {"tags", json::array({"documenten"})},
                 {"responses", std::move(responses)}};
  if (!parameters.empty()) result["parameters"] = std::move(parameters);
  return result;
}

json paths() {
  const json id = {
      {"name", "id"},
      {"in", "path"},
      {"required", true},
      {"schema", {{"type", "string"}}},
      {"description", "Het id van het document, met procentcodering; ook een schuine streep wordt ‘%2F’."}};
  auto typed = parameter("q", "Wat tot nu toe getypt is.", {{"type", "string"}});
  typed["required"] = true;
  return {
      {"/documenten",
       {{"get",
         operation("zoekDocumenten", "Zoek documenten", "Zoekt documenten en telt de facetten.", search_parameters(),
                   json_answer("De gevonden documenten.", "Zoekresultaat"), {"400", "500", "503"})}}},
      {"/documenten/{id}",
       {{"get", operation("toonDocument", "Toon een document", "Geeft één document met zijn tekst.", json::array({id}),
                          json_answer("Het document.", "Document"), {"400", "404", "500", "503"})}}},
      {"/suggesties",
       {{"get",
         operation("toonSuggesties", "Vul een zoekvraag aan", "Geeft aanvullingen tijdens het typen.",
                   json::array({typed}), json_answer("De aanvullingen.", "Suggesties"), {"400", "500", "503"})}}},
      {"/openapi.json",
       {{"get", operation("toonBeschrijving", "Toon deze beschrijving", "Geeft de beschrijving van de API in OpenAPI.",
                          json::array(), json_answer("De beschrijving.", "Beschrijving"), {"400", "500", "503"})}}},
  };
}

json problem_answers() {
  json answers;
  for (const int status : {400, 404, 500, 503})
    answers[std::to_string(status)] = {
        {"description", problem_title(status)},
        {"headers", {{"API-Version", {{"$ref", "#/components/headers/ApiVersion"}}}}},
        {"content", {{kProblem, {{"schema", {{"$ref", "#/components/schemas/Probleem"}}}}}}}};
  return answers;
}

}  // namespace

json openapi() {
  return {
      {"openapi", "3.0.3"},
      {"info",
       {{"title", "Praktijkbank"},
        {"version", kApiVersion},
        {"description",
         "Doorzoekt verslagen, conclusies en beleidsboeken van een community of practice van gemeenten en "
         "politie. Alleen openbare documenten."},
        {"contact", {{"name", "De beheerder van deze Praktijkbank"}, {"url", "/"}}},
        {"license", {{"name", "EUPL-1.2"}, {"url", "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12"}}}}},
      {"servers", json::array({{{"url", "/v1"}, {"description", "Deze server"}}})},
      {"tags", json::array({{{"name", "documenten"}, {"description", "Documenten zoeken en lezen"}}})},
      {"paths", paths()},
      {"components",
       {{"schemas", openapi_schemas()},
        {"responses", problem_answers()},
        {"headers",
         {{"ApiVersion",
           {{"description", "Versie van de API"}, {"schema", {{"type", "string"}, {"example", kApiVersion}}}}}}}}}};
}

}  // namespace server
