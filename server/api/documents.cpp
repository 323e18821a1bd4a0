#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "search/api_json.h"
#include "search/search.h"
#include "search/suggest.h"
#include "server/api/api.h"
#include "server/pages/source_link.h"
#include "server/search_form.h"

namespace server {
namespace {

using nlohmann::json;

Response answer(const json& body) {
  Response response;
  response.type = kJson;
  response.body = body.dump(-1, ' ', false, json::error_handler_t::replace);
  response.by_generation = true;
  return response;
}

/// Readable from any web page: it tells nothing but what the API looks like. The documents themselves are not, because
/// a page elsewhere could then read what only this network may see.
Response readable_anywhere(Response response) {
  response.set("Access-Control-Allow-Origin", "*");
  return response;
}

}  // namespace

Response api_root(const Context&, const Request& request) {
  require_only(request.parameters, {});
  return readable_anywhere(answer({{"naam", "Praktijkbank"},
                                   {"versie", kApiVersion},
                                   {"beschrijving", "/v1/openapi.json"},
                                   {"documenten", "/v1/documenten"},
                                   {"suggesties", "/v1/suggesties"}}));
}

Response api_documents(const Context& context, const Request& request) {
  const auto form = parse_api_search(request.parameters);
  return answer(search::to_json(context.index(), search::search(context.index(), form.request())));
}

Response api_document(const Context& context, const Request& request, const std::string& id) {
  require_only(request.parameters, {});
  const auto document = context.index().document(id);
  if (!document) throw corpus::Error(corpus::ErrorKind::not_found, "Er is geen document met dit id.");
  auto body = search::to_json(context.index(), *document);
  const auto source = source_link(context, *document);
  body["bron"] = source.is_object() ? json(source["href"]) : json(nullptr);
  return answer(body);
}

Response api_suggestions(const Context& context, const Request& request) {
  require_only(request.parameters, {"q"});
  const auto typed = value_of(request.parameters, "q");
  if (!typed) throw corpus::Error(corpus::ErrorKind::bad_request, "De parameter ‘q’ ontbreekt: geef wat er getypt is.");
  auto list = json::array();
  for (const auto& completion : search::complete(context.index(), *typed))
    list.push_back({{"tekst", completion.text}, {"soort", completion.kind}});
  return answer({{"suggesties", std::move(list)}});
}

Response api_description(const Context&, const Request& request) {
  require_only(request.parameters, {});
  static const auto description = openapi();
  return readable_anywhere(answer(description));
}

}  // namespace server
