// Against forged requests: a form that changes something carries a token that only we can make, and its request must
// come from a page of our own.
//
// No session and no cookie are needed: the token is a keyed hash (BLAKE2b) over what the form is about and the hour it
// was made in. The key lives as long as the process. Thread-safe.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "server/http.h"

namespace server {

class FormGuard {
 public:
  static constexpr std::chrono::hours kValid{12};

  FormGuard();

  /// `purpose` tells forms apart ("melden verslag-2025-05").
  std::string token(std::string_view purpose) const;
  /// Throws corpus::Error (bad_request, Dutch) when the browser tells that the request is of another site. Enough where
  /// a secret address or a cookie with SameSite=Strict stands for the token.
  static void check_site(const Request& request);
  /// Throws corpus::Error (bad_request, Dutch) unless the token fits and is fresh, and the request is of our own site
  /// as far as the browser tells (Sec-Fetch-Site, Origin).
  void check(const Request& request, std::string_view purpose, std::string_view token) const;

 private:
  std::string token_of(std::string_view purpose, long long hour) const;
  std::string key_;
};

/// Fields of a form body (application/x-www-form-urlencoded), decoded, in order.
std::vector<Parameter> form_fields(std::string_view body);

}  // namespace server
