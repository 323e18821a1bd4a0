// A small HTTP/1.1 client on a plain socket: it sends what it is given, so that odd addresses arrive as written.
// One connection a request. Safe from several threads.
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace contract {

struct Response {
  int status = 0;                              // 0: no answer
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;

  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

class Client {
 public:
  explicit Client(int port) : port_(port) {}

  // `target` goes out as it is: path and query, percent-encoded by the caller.
  Response get(std::string_view target) const { return ask("GET", target); }
  Response ask(std::string_view method, std::string_view target) const;

 private:
  int port_;
};

std::string percent_encode(std::string_view text);  // all but RFC 3986's unreserved characters
std::string percent_decode(std::string_view text);  // a plus stays a plus

}  // namespace contract
