#include <nlohmann/json.hpp>

#include "server/api/api.h"

namespace server {

const char* problem_title(int status) {
  switch (status) {
    case 400:
      return "Ongeldig verzoek";
    case 404:
      return "Niet gevonden";
    case 405:
      return "Methode niet toegestaan";
    case 408:
      return "Verzoek duurde te lang";
    case 413:
      return "Verzoek is te groot";
    case 414:
      return "Adres is te lang";
    case 431:
      return "Te veel of te lange kopregels";
    case 503:
      return "Even niet bereikbaar";
    default:
      return "Er ging iets mis";
  }
}

Response problem(int status, const std::string& detail) {
  Response response;
  response.status = status;
  response.type = kProblem;
  // What a client sent may be no UTF-8; an answer about that must not fail on it.
  response.body =
      nlohmann::json{{"type", "about:blank"}, {"status", status}, {"title", problem_title(status)}, {"detail", detail}}
          .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return response;
}

}  // namespace server
