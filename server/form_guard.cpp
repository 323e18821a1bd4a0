#include "server/form_guard.h"

#include <random>

#include "corpus/error.h"
#include "corpus/text.h"
#include "server/http/uri.h"

namespace server {
namespace {

long long current_hour() {
  return std::chrono::duration_cast<std::chrono::hours>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// As long as the shorter is right, in the same time whatever the difference.
bool equal(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return difference == 0;
}

/// Browsers say where a form was; what says nothing is no browser that somebody could misuse.
bool is_from_elsewhere(const Request& request) {
  if (const auto site = request.header("Sec-Fetch-Site"); !site.empty()) return site != "same-origin" && site != "none";
  const auto origin = request.header("Origin");
  if (origin.empty()) return false;
  const auto host = origin.find("://");
  return host == std::string_view::npos || !equal_ignoring_case(origin.substr(host + 3), request.header("Host"));
}

}  // namespace

FormGuard::FormGuard() {
  std::random_device random;  // the kernel's generator
  for (int i = 0; i < 8; ++i) key_ += std::to_string(random()) + ".";
}

std::string FormGuard::token_of(std::string_view purpose, long long hour) const {
  return corpus::content_hash(key_ + std::to_string(hour) + "\n" + std::string(purpose));
}

std::string FormGuard::token(std::string_view purpose) const { return token_of(purpose, current_hour()); }

void FormGuard::check_site(const Request& request) {
  if (is_from_elsewhere(request))
    throw corpus::Error(corpus::ErrorKind::bad_request, "Dit formulier is niet vanaf onze eigen pagina verstuurd.");
}

void FormGuard::check(const Request& request, std::string_view purpose, std::string_view token) const {
  check_site(request);
  const auto now = current_hour();
  bool fits = false;
  for (auto hour = now; hour > now - kValid.count(); --hour) fits = equal(token_of(purpose, hour), token) || fits;
  if (!fits)
    throw corpus::Error(corpus::ErrorKind::bad_request, "Dit formulier is verlopen.",
                        "Ga terug, laad de pagina opnieuw en verstuur het dan.");
}

std::vector<Parameter> form_fields(std::string_view body) {
  Request form;
  set_target(form, "/?" + std::string(body));
  return form.parameters;
}

}  // namespace server
