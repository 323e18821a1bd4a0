#include "server/application.h"

#include <chrono>
#include <future>
#include <limits>
#include <random>

#include <spdlog/spdlog.h>

#include "corpus/error.h"
#include "server/api/api.h"
#include "server/http/finish.h"
#include "server/http/uri.h"
#include "server/pages/pages.h"
#include "server/routes.h"

namespace server {
namespace {

using corpus::ErrorKind;

constexpr std::size_t kNoLimit = std::numeric_limits<unsigned>::max();  // each connection waits for one task at most

bool is_api(std::string_view path) { return path == "/v1" || path.starts_with("/v1/") || path.starts_with("/v1?"); }

std::string new_request_id() {
  std::random_device random;
  return fmt::format("{:08x}", random());
}

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::bad_request:
    case ErrorKind::too_heavy:
      return 400;
    case ErrorKind::not_found:
      return 404;
    default:
      return 500;
  }
}

/// What is wrong and what to do, as sentences.
std::string sentences(const corpus::Error& error) {
  std::string text = error.what();
  if (!text.empty() && text.back() != '.' && text.back() != '?') text += '.';
  return error.hint().empty() ? text : text + " " + error.hint();
}

Response plain_text(int status, const std::string& text) {
  Response response;
  response.status = status;
  response.type = kText;
  response.body = text + "\n";
  return response;
}

const char* refusal_detail(int status) {
  switch (status) {
    case 400:
      return "Dit is geen HTTP-verzoek dat we kunnen lezen.";
    case 405:
      return "Dit adres kan alleen gelezen worden (GET of HEAD).";
    case 408:
      return "Het verzoek kwam te langzaam binnen.";
    case 413:
      return "Een verzoek mag hier geen inhoud hebben.";
    case 414:
      return "Het adres is te lang. Maak de zoekvraag korter.";
    case 431:
      return "Het verzoek heeft te veel of te lange kopregels.";
    case 503:
      return "Het is nu te druk. Probeer het over een paar seconden opnieuw.";
    default:
      return "Er ging iets mis. Probeer het later opnieuw.";
  }
}

}  // namespace

Application::Application(const Options& options, unsigned readers, Log log)
    : log_(std::move(log)),
      give_sources_(options.sources),
      reports_(options.data),
      folders_(options.data.empty() ? nullptr : std::make_unique<search::Folders>(options.data)),
      current_(options.index, readers, log_),
      computing_(readers, kNoLimit) {}

Response Application::handle(const Request& request) {
  const auto begin = std::chrono::steady_clock::now();
  std::string_view route = "unknown";
  auto response = answer(request, route);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  metrics_.count(route, response.status, taken.count());
  log_->info("{} {} {} {:.1f}ms {}B {}", request.method, route, response.status, taken.count() * 1000,
             response.body.size(), request.remote);
  return response;
}

Response Application::refuse(int status, std::string_view target) {
  auto response = is_api(target) ? problem(status, refusal_detail(status)) : plain_text(status, refusal_detail(status));
  if (status == 503) response.set("Retry-After", "2");
  response.set("Cache-Control", "no-store");
  add_security_headers(response);
  metrics_.count("refused", status, 0);
  log_->info("- refused {}", status);
  return response;
}

Response Application::answer(const Request& request, std::string_view& route) {
  Response response;
  try {
    response = dispatch(request, route);
    if (response.status != 304) compress(request, response);
  } catch (const corpus::Error& error) {
    const int status = status_of(error.kind());
    response =
        status == 500 ? internal_error(request, route, error.line()) : failure(request, status, sentences(error));
  } catch (const std::exception& error) {
    response = internal_error(request, route, error.what());
  } catch (...) {
    response = internal_error(request, route, "something that is no exception of ours");
  }
  if (is_api(request.path)) response.set("API-Version", kApiVersion);
  if (!response.has("Cache-Control")) response.set("Cache-Control", response.status < 400 ? "no-cache" : "no-store");
  add_security_headers(response);
  return response;
}

Response Application::dispatch(const Request& request, std::string_view& route) {
  // A form that was read; any other body stays in the socket, and the connection ends.
  const bool is_form = request.method == "POST" && !request.body.empty();
  if (request.has_body && !is_form) return failure(request, 413, refusal_detail(413));
  if (!request.header("Content-Encoding").empty()) return failure(request, 400, refusal_detail(413));
  const auto match = find_route(request.path);
  if (!match) {
    // No route ends in a slash: a link that does still arrives. Two slashes would make another site of the path.
    const auto shorter = request.path.substr(0, request.path.find_last_not_of('/') + 1);
    if (shorter != request.path && !shorter.starts_with("//") && find_route(shorter)) {
      Response moved = plain_text(308, "Dit adres heeft geen schuine streep aan het eind.");
      moved.set("Location", shorter + request.target.substr(request.path.size()));
      return moved;
    }
    return failure(request, 404, "Dit adres bestaat niet.");
  }
  route = match->route->name;
  const auto post = match->route->post;
  if (is_form && !post) return failure(request, 413, refusal_detail(413));
  if (request.method != "GET" && request.method != "HEAD" && !(post && request.method == "POST")) {
    auto refused = failure(request, 405, refusal_detail(405));
    refused.set("Allow", post ? "GET, HEAD, POST" : "GET, HEAD");
    return refused;
  }
  const auto generation = current_.get();
  if (request.method == "POST") return post(context(*generation), request, match->arguments);
  const auto etag = entity_tag(generation->tag, request);
  if (is_unchanged(request, etag)) return not_modified(etag);
  const auto handled = [&] {
    auto response = match->route->handler(context(*generation), request, match->arguments);
    if (response.by_generation && response.status == 200) response.set("ETag", etag);
    compress(request, response);
    return response;
  };
  return match->route->computes ? computed(handled) : handled();
}

Response Application::computed(const std::function<Response()>& handler) {
  std::packaged_task<Response()> task(handler);
  auto response = task.get_future();
  if (!computing_.submit([&] { task(); })) task();
  return response.get();
}

Response Application::failure(const Request& request, int status, const std::string& detail,
                              const std::string& request_id) {
  if (is_api(request.path)) return problem(status, detail);
  if (status != 400 && status != 404 && status != 500 && status != 503) return plain_text(status, detail);
  try {
    const auto generation = current_.get();
    return error_page(context(*generation), request, status, status == 400 ? detail : std::string(), request_id);
  } catch (const std::exception& error) {
    log_->error("the error page failed: {}", error.what());
    return plain_text(status, detail);
  }
}

Response Application::internal_error(const Request& request, std::string_view route, std::string_view why) {
  const auto id = new_request_id();
  log_->error("{} {} failed, number {}: {}", request.method, route, id, why);
  return failure(request, 500, "Er ging iets mis. Noem bij de beheerder nummer " + id + ".", id);
}

}  // namespace server
