// One accepted socket: reads the head of a request within limits before any parser sees it, and buffers the answer.
//
// This is what protects us from endless headers and from clients that send a byte a second, whatever the version of the
// HTTP library. What is left to nginx: TLS, limits per client address, and clients that hold many connections (each
// of them at most Limits::idle_time without a request). Used by one thread at a time.
#pragma once
#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "server/http/limits.h"

namespace server {

class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  /// `stopping` ends every wait for the client; it and `limits` must outlive the connection.
  Connection(int socket, const Limits& limits, const std::atomic<bool>& stopping)
      : socket_(socket), limits_(limits), stopping_(stopping) {}
  /// Closes the socket; first lets the client read our last answer when it is still sending.
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Waits for the first byte of a next request until Limits::idle_time or until others wait for our thread.
  bool wait_for_request(const std::function<bool()>& others_wait);

  /// Reads up to the empty line. Returns 0 when there is a complete head within the limits, an HTTP status (400, 408,
  /// 414, 431) when the client must be refused, or -1 when it went away.
  int read_head();

  std::string_view head() const { return std::string_view(input_).substr(0, head_size_); }
  /// Path and query of the request line; empty when there is none.
  std::string_view target() const;
  /// Whether the head announces a body.
  bool has_body() const;
  /// Reads the body of a form: POST, application/x-www-form-urlencoded, one Content-Length within the limits. Returns 0
  /// when it was read or is none (any other body stays unread, and the connection must end after the answer), 408 or -1
  /// as read_head does.
  int read_form();
  /// What read_form read.
  std::string_view body() const { return std::string_view(input_).substr(head_size_, body_size_); }

  /// Gives bytes of the head only, never of what follows.
  std::size_t read(char* buffer, std::size_t size);
  /// Forgets the head and body that were read.
  void next();

  void write(std::string_view bytes) { output_.append(bytes); }
  /// Sends what was written; false when the client went away or is too slow.
  bool flush();

  /// Sends without waiting, for the thread that accepts connections.
  void send_now(std::string_view bytes);

  int socket() const { return socket_; }

 private:
  int check_lines();
  bool fill(Clock::time_point deadline);  // false: nothing more in time (then timed_out_) or closed

  int socket_;
  const Limits& limits_;
  const std::atomic<bool>& stopping_;
  std::string input_, output_;
  std::size_t head_size_ = 0, body_size_ = 0, given_ = 0;
  std::size_t checked_ = 0, lines_ = 0;  // complete lines that were checked
  bool timed_out_ = false, ended_ = false;
};

}  // namespace server
