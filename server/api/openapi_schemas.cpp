#include "server/api/openapi_schemas.h"

#include "corpus/document.h"
#include "search/fields.h"

namespace server {
namespace {

json text(const char* description) { return {{"type", "string"}, {"description", description}}; }
json text_or_null(const char* description) {
  return {{"type", "string"}, {"nullable", true}, {"description", description}};
}
json number(const char* description) { return {{"type", "integer"}, {"minimum", 0}, {"description", description}}; }
json number_or_null(const char* description) {
  return {{"type", "integer"}, {"minimum", 1}, {"nullable", true}, {"description", description}};
}
json texts(const char* description) {
  return {{"type", "array"}, {"items", {{"type", "string"}}}, {"description", description}};
}
json list_of(const std::string& schema, const char* description) {
  return {{"type", "array"}, {"items", {{"$ref", "#/components/schemas/" + schema}}}, {"description", description}};
}

/// All properties are always there.
json object(json properties) {
  auto required = json::array();
  for (const auto& [name, schema] : properties.items()) required.push_back(name);
  json result = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) result["required"] = std::move(required);
  return result;
}

/// What a result and a single document share.
json document_properties() {
  json properties = {{"id", text("Id van het document.")},
                     {"titel", text("Titel.")},
                     {"datum", text_or_null("JJJJ-MM-DD, JJJJ-MM of JJJJ; null zonder jaartal.")},
                     {"datumTekst", text_or_null("De datum in woorden, of zoals hij in het document staat.")},
                     {"bijeenkomst", text_or_null("De bijeenkomst waar het document bij hoort.")},
                     {"url", text("Pad van de pagina van het document.")}};
  for (const auto& field : search::kFields)
    if (field.scheme) properties[std::string(field.json_key)] = texts("Slugs, of waarden zoals de auteur ze gaf.");
  auto kinds = json::array();
  for (const auto* kind : corpus::kKinds) kinds.push_back(kind);
  properties["soort"] = text("Soort document; gewoonlijk een van de genoemde voorbeelden.");
  properties["soort"]["example"] = kinds.front();
  return properties;
}

json result_schema() {
  auto properties = document_properties();
  properties["volledig"] = {{"type", "boolean"}, {"description", "Of het document helemaal aan de zoekvraag voldoet."}};
  properties["score"] = {{"type", "number"},
                         {"description", "Hoe goed het past; alleen binnen één antwoord te vergelijken."}};
  properties["passages"] = list_of("Fragment", "De passages die het best passen.");
  return object(std::move(properties));
}

json document_schema() {
  auto properties = document_properties();
  properties["secties"] = list_of("Sectie", "De tekst.");
  properties["periode"] = text_or_null("De periode waar het over gaat, zoals 2025-H1.");
  properties["boek"] = {
      {"type", "object"},
      {"nullable", true},
      {"description", "Het boek waar het een hoofdstuk van is, met het vorige en volgende hoofdstuk."}};
  properties["bron"] = text_or_null("Pad van het bestand waar het document uit komt, als dat op te halen is.");
  properties["herkomst"] = list_of("Herkomst", "Waar elke waarde vandaan komt.");
  return object(std::move(properties));
}

json facets_schema() {
  json properties;
  for (const auto& field : search::kFields)
    properties[std::string(field.parameter)] =
        list_of(field.counts_broader ? "FacetwaardeInBoom" : "Facetwaarde", "Waarden, de meeste documenten eerst.");
  return object(std::move(properties));
}

json facet_value(bool in_tree) {
  json properties = {{"waarde", text("Slug of waarde, voor de parameter.")},
                     {"label", text("Opschrift.")},
                     {"aantal", number("Aantal documenten, zonder de eigen keuze in dit facet.")}};
  if (in_tree) properties["breder"] = text_or_null("Waarde van het bredere begrip.");
  return object(std::move(properties));
}

}  // namespace

json openapi_schemas() {
  json problem = object({{"type", text("Altijd ‘about:blank’.")},
                         {"status", number("De HTTP-status.")},
                         {"title", text("Wat er mis is, in het kort.")},
                         {"detail", text("Wat er mis is, en met welke parameter.")}});
  json source = object({{"veld", text("Naam van het veld.")},
                        {"waarde", text("De waarde.")},
                        {"herkomst",
                         {{"type", "string"},
                          {"enum", json::array({"gegeven", "gevonden"})},
                          {"description", "Door de auteur gegeven, of in de tekst gevonden."}}},
                        {"passage", text_or_null("Id van de passage waar de waarde staat.")}});
  return {{"Zoekresultaat", object({{"totaal", number("Aantal documenten dat aan de zoekvraag voldoet; exact.")},
                                    {"suggestie", text_or_null("Een andere zoekvraag: ‘bedoelde u’.")},
                                    {"facetten", {{"$ref", "#/components/schemas/Facetten"}}},
                                    {"resultaten", list_of("Resultaat", "De resultaten van deze pagina.")}})},
          {"Facetten", facets_schema()},
          {"Facetwaarde", facet_value(false)},
          {"FacetwaardeInBoom", facet_value(true)},
          {"Resultaat", result_schema()},
          {"Fragment", object({{"id", text("Id van de passage.")},
                               {"kop", text("Kop van de sectie.")},
                               {"fragment", text("HTML: tekst met de zoekwoorden in <mark>.")},
                               {"pagina", number_or_null("Bladzijde in het bronbestand.")},
                               {"url", text("Pad van de pagina, bij deze passage.")}})},
          {"Document", document_schema()},
          {"Sectie", object({{"kop", text("Kop; leeg voor tekst zonder kop.")},
                             {"niveau", number("Diepte van de kop; 1 is de hoogste, 0 is geen kop.")},
                             {"passages", list_of("Passage", "De passages.")}})},
          {"Passage", object({{"id", text("Id van de passage.")},
                              {"tekst", text("De tekst.")},
                              {"pagina", number_or_null("Bladzijde in het bronbestand.")}})},
          {"Herkomst", std::move(source)},
          {"Suggesties", object({{"suggesties", list_of("Suggestie", "De aanvullingen, de beste eerst.")}})},
          {"Suggestie", object({{"tekst", text("De aanvulling.")},
                                {"soort", text("thema, gemeente, oplossing, eenheid of woord.")}})},
          {"Beschrijving", {{"type", "object"}, {"description", "Een document in OpenAPI 3.0.3."}}},
          {"Probleem", std::move(problem)}};
}

}  // namespace server
