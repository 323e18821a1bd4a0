// A client that sends exactly the bytes it is told: no library between test and socket that repairs what is wrong.
#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace tests {

struct Answer {
  int status = 0;                              // 0: no answer
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;                            // as sent, perhaps compressed

  std::string header(const std::string& lower_case_name) const;
  nlohmann::json json() const { return nlohmann::json::parse(body); }
};

/// One connection to 127.0.0.1.
class Connection {
 public:
  explicit Connection(int port);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// False when the other side has closed.
  bool send(std::string_view bytes);
  /// Next answer; `head` when it answers a HEAD request. nullopt when the connection ends before a whole answer.
  std::optional<Answer> receive(bool head = false);
  /// Whether the other side closes within the time.
  bool closes_within(std::chrono::milliseconds time);

 private:
  bool fill();

  int socket_;
  std::string received_;
};

using Lines = std::map<std::string, std::string>;

/// One request on a connection of its own; status 0 when there was no answer.
Answer ask(int port, const std::string& method, const std::string& target, const Lines& headers = {},
           const std::string& body = {});
/// Bytes as they are, and what comes back.
Answer ask_raw(int port, std::string_view bytes);

std::string gunzip(std::string_view bytes);

}  // namespace tests
