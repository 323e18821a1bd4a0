// Requests and answers as the rest of this room sees them: plain values, no library behind them.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

/// A parameter of the query string, decoded. `valid` is false when the percent encoding or the UTF-8 was wrong; `value`
/// is then empty and `name` as sent.
struct Parameter {
  std::string name, value;
  bool valid = true;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;                 // "GET", "HEAD", "POST" …
  std::string target;                 // path and query as sent, percent-encoded
  std::string path;                   // the part before '?', still encoded: an id may hold %2F
  std::vector<Parameter> parameters;  // in order
  Headers headers;
  std::string remote;  // address of the socket; nothing that the client says of itself
  bool has_body = false;
  std::string body;  // of a form within Limits::body; empty when it was not read

  /// First header of this name, case ignored; empty when there is none.
  std::string_view header(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string type;  // Content-Type; empty without a body
  std::string body;
  Headers headers;
  bool by_generation = false;  // the same as long as the index is: gets an ETag

  void set(std::string_view name, std::string value);
  bool has(std::string_view name) const;
};

inline constexpr const char* kHtml = "text/html; charset=utf-8";
inline constexpr const char* kJson = "application/json";
inline constexpr const char* kProblem = "application/problem+json";
inline constexpr const char* kText = "text/plain; charset=utf-8";

/// ASCII only: header names are nothing else.
bool equal_ignoring_case(std::string_view a, std::string_view b);

}  // namespace server
