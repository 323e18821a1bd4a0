#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

const char* heading(int status) {
  switch (status) {
    case 400:
      return "Deze vraag begrijpen we niet";
    case 404:
      return "Deze pagina is er niet";
    case 503:
      return "Even niet bereikbaar";
    default:
      return "Er ging iets mis";
  }
}

}  // namespace

Response error_page(const Context& context, const Request& request, int status, const std::string& detail,
                    const std::string& request_id) {
  SearchForm form;  // only the query: a filter may be what is wrong
  for (const auto& parameter : request.parameters)
    if (parameter.name == "q" && parameter.valid && form.query.empty()) form.query = parameter.value;
  auto view = base_view(context, heading(status), true, form);
  view["status"] = std::to_string(status);
  view["bad_request"] = status == 400;
  view["not_found"] = status == 404;
  view["failed"] = status == 500;
  view["unavailable"] = status == 503;
  view["detail"] = or_false(detail);
  view["request_id"] = or_false(request_id);
  auto response = html(context, "error", view);
  response.status = status;
  response.by_generation = false;
  return response;
}

}  // namespace server
