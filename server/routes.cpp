#include "server/routes.h"

#include <chrono>

#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "server/api/api.h"
#include "server/http/uri.h"
#include "server/pages/pages.h"

namespace server {
namespace {

using Arguments = std::vector<std::string>;

/// A handler without arguments, and one with an id, as a Route::Handler.
template <Response (*handler)(const Context&, const Request&)>
Response plain(const Context& context, const Request& request, const Arguments&) {
  return handler(context, request);
}
template <Response (*handler)(const Context&, const Request&, const std::string&)>
Response with_id(const Context& context, const Request& request, const Arguments& arguments) {
  return handler(context, request, arguments.front());
}

template <Response (*handler)(const Context&, const Request&, const std::string&, const std::string&)>
Response with_two(const Context& context, const Request& request, const Arguments& arguments) {
  return handler(context, request, arguments[0], arguments[1]);
}

Response asset(const Context& context, const Request& request, const Arguments& arguments) {
  return context.assets.serve(request, arguments.front());
}

/// For a load balancer or a supervisor: it answers, so it lives.
Response health(const Context& context, const Request&) {
  Response response;
  response.type = kJson;
  response.body = nlohmann::json{{"status", "ok"},
                                 {"generation", context.generation.name()},
                                 {"documents", context.generation.documents},
                                 {"published", context.index().meta().published}}
                      .dump();
  response.set("Cache-Control", "no-store");
  return response;
}

Response metrics(const Context& context, const Request&) {
  Response response;
  response.type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = context.metrics.text(context.generation.documents, context.generation.name());
  response.set("Cache-Control", "no-store");
  return response;
}

std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// Filters make endless pages of the same results; documents are worth finding.
Response robots(const Context&, const Request&) {
  Response response;
  response.type = kText;
  response.body = "User-agent: *\nDisallow: /zoeken\nDisallow: /v1\nDisallow: /knipsels\n";
  return response;
}

/// Where to tell of a weakness (RFC 9116). Expires a year after the day it is asked for.
Response security_contact(const Context&, const Request&) {
  const auto expires = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) + std::chrono::days(365);
  const std::chrono::year_month_day day(expires);
  Response response;
  response.type = kText;
  response.body = "Contact: https://www.ncsc.nl/contact/kwetsbaarheid-melden\nExpires: " +
                  std::to_string(static_cast<int>(day.year())) + "-" + two_digits(static_cast<unsigned>(day.month())) +
                  "-" + two_digits(static_cast<unsigned>(day.day())) + "T00:00:00Z\nPreferred-Languages: nl, en\n";
  return response;
}

/// Units have no list of their own: municipalities can be ordered by them.
Response units(const Context&, const Request&) {
  Response response;
  response.status = 302;
  response.type = kText;
  response.set("Location", "/gemeenten?groep=eenheid");
  return response;
}

constexpr Route kRoutes[] = {
    {"home", "/", plain<home_page>},
    {"search", "/zoeken", plain<search_page>},
    {"document", "/documenten/{}", with_id<document_page>},
    {"source", "/documenten/{}/bron", with_id<source_file>, nullptr, false},
    {"report", "/documenten/{}/melden", with_id<report_page>, with_id<take_report>},
    {"themes", "/themas", plain<themes_page>},
    {"theme", "/themas/{}", with_id<theme_page>},
    {"solutions", "/oplossingen", plain<solutions_page>},
    {"solution", "/oplossingen/{}", with_id<solution_page>},
    {"municipalities", "/gemeenten", plain<municipalities_page>},
    {"municipality", "/gemeenten/{}", with_id<municipality_page>},
    {"units", "/eenheden", plain<units>},
    {"unit", "/eenheden/{}", with_id<unit_page>},
    {"overview", "/overzicht", plain<overview_page>},
    {"sessions", "/bijeenkomsten", plain<sessions_page>},
    {"sessions-calendar", "/bijeenkomsten.ics", plain<sessions_calendar>},
    {"session", "/bijeenkomsten/{}", with_id<session_page>},
    {"feed", "/nieuw.atom", plain<atom_feed>},
    {"folders", "/knipsels", plain<folders_page>, plain<add_to_folder>},
    {"folder", "/knipsels/{}", with_id<folder_page>, with_id<change_folder>},
    {"folder-file", "/knipsels/{}/{}", with_two<folder_file>, nullptr, false},
    {"books", "/beleidsboek", plain<books_page>},
    {"book", "/beleidsboek/{}", with_id<book_page>},
    {"book-file", "/beleidsboek/{}/{}", with_two<book_file>, nullptr, false},
    {"help", "/help", plain<help_page>},
    {"accessibility", "/toegankelijkheid", plain<accessibility_page>},
    {"about", "/over", plain<about_page>},
    {"security", "/.well-known/security.txt", plain<security_contact>, nullptr, false},
    {"asset", "/assets/{}", asset, nullptr, false},
    {"api-root", "/v1", plain<api_root>},
    {"api-search", "/v1/documenten", plain<api_documents>},
    {"api-document", "/v1/documenten/{}", with_id<api_document>},
    {"api-suggestions", "/v1/suggesties", plain<api_suggestions>},
    {"api-description", "/v1/openapi.json", plain<api_description>},
    {"health", "/health", plain<health>, nullptr, false},
    {"metrics", "/metrics", plain<metrics>, nullptr, false},
    {"robots", "/robots.txt", plain<robots>, nullptr, false},
};

}  // namespace

std::optional<RouteMatch> find_route(std::string_view path) {
  const auto asked = segments(path);
  for (const auto& route : kRoutes) {
    const auto pattern = segments(route.pattern);
    if (pattern.size() != asked.size()) continue;
    RouteMatch match{&route, {}};
    bool fits = true;
    for (std::size_t i = 0; i < asked.size() && fits; ++i) {
      if (pattern[i] != "{}") {
        fits = pattern[i] == asked[i];
      } else if (asked[i].empty()) {
        fits = false;
      } else if (auto argument = percent_decode(asked[i])) {
        match.arguments.push_back(std::move(*argument));
      } else {
        throw corpus::Error(corpus::ErrorKind::bad_request,
                            "Het adres is niet leesbaar: de procentcodering is onjuist of de tekst is geen UTF-8.");
      }
    }
    if (fits) return match;
  }
  return std::nullopt;
}

}  // namespace server
