#include "server/http/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <utility>

#include "server/http.h"

namespace server {
namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kLastAnswer{2'000};

/// Waits for an event until the deadline; false when it didn't come.
bool wait_for(int socket, short event, Connection::Clock::time_point deadline) {
  for (;;) {
    const auto left = std::chrono::ceil<Milliseconds>(deadline - Connection::Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{socket, event, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

bool is_token(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; }

/// "Name: value" without line folding, space before the colon or control characters.
bool is_header(std::string_view line) {
  const auto colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 && std::ranges::all_of(line.substr(0, colon), is_token) &&
         std::ranges::none_of(line.substr(colon + 1), is_control);
}

/// Three words, without control characters: the parser does the rest.
bool is_request_line(std::string_view line) {
  return std::ranges::count(line, ' ') == 2 && !line.empty() && is_token(line.front()) &&
         std::ranges::none_of(line, is_control) && line.find('\t') == std::string_view::npos;
}

}  // namespace

Connection::~Connection() {
  ::shutdown(socket_, SHUT_WR);
  // A close with unread bytes makes the kernel send a reset, and the client loses the answer that told it why.
  if (!ended_) {
    const auto deadline = Clock::now() + Milliseconds(200);
    char discarded[16 * 1024];
    for (std::size_t total = 0; total < 16 * 1024 * 1024 && wait_for(socket_, POLLIN, deadline);) {
      const auto size = ::recv(socket_, discarded, sizeof discarded, MSG_DONTWAIT);
      if (size <= 0) break;
      total += static_cast<std::size_t>(size);
    }
  }
  ::close(socket_);
}

bool Connection::wait_for_request(const std::function<bool()>& others_wait) {
  const auto deadline = Clock::now() + limits_.idle_time;
  while (input_.empty()) {
    // In short steps, so that an idle client doesn't keep its thread when others wait for one.
    if (wait_for(socket_, POLLIN, std::min(deadline, Clock::now() + Milliseconds(50)))) {
      if (fill(deadline)) break;
      return false;
    }
    if (Clock::now() >= deadline || stopping_ || others_wait()) {
      ended_ = true;
      return false;
    }
  }
  return true;
}

bool Connection::fill(Clock::time_point deadline) {
  char buffer[8 * 1024];
  for (;;) {
    if (!wait_for(socket_, POLLIN, std::min(deadline, Clock::now() + Milliseconds(250)))) {
      if (Clock::now() < deadline && !stopping_) continue;
      timed_out_ = true;
      return false;
    }
    const auto size = ::recv(socket_, buffer, sizeof buffer, MSG_DONTWAIT);
    if (size > 0) {
      input_.append(buffer, static_cast<std::size_t>(size));
      return true;
    }
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    ended_ = true;
    return false;
  }
}

int Connection::check_lines() {
  for (;;) {
    const auto rest = std::string_view(input_).substr(checked_);
    const auto end = rest.find('\n');
    const bool first = lines_ == 0;
    const auto length = end == std::string_view::npos ? rest.size() : end;
    if (length > (first ? limits_.request_line : limits_.header_line)) return first ? 414 : 431;
    // Nobody's request begins like this (a TLS greeting, for one): no need to wait for the rest.
    if (first && !rest.empty() && rest[0] != '\r' && !is_token(rest[0])) return 400;
    if (end == std::string_view::npos) return checked_ > limits_.head || input_.size() > limits_.head ? 431 : 0;
    if (end == 0 || rest[end - 1] != '\r') return 400;
    const auto line = rest.substr(0, end - 1);
    if (line.empty() && first) {
      input_.erase(0, checked_ + 2);  // RFC 9112 2.2: an empty line before the request is ignored
      checked_ = 0;
      continue;
    }
    checked_ += end + 1;
    if (checked_ > limits_.head) return 431;
    if (line.empty()) {
      head_size_ = checked_;
      return 0;
    }
    if (first ? !is_request_line(line) : !is_header(line)) return 400;
    if (++lines_ > limits_.headers + 1) return 431;
  }
}

int Connection::read_head() {
  const auto deadline = Clock::now() + limits_.head_time;
  for (;;) {
    if (const int refused = check_lines(); refused != 0) return refused;
    if (head_size_ > 0) return 0;
    if (!fill(deadline)) return timed_out_ ? 408 : -1;
  }
}

std::string_view Connection::target() const {
  const auto line = std::string_view(input_).substr(0, std::min(input_.find('\r'), std::size_t{256}));
  const auto begin = line.find(' ');
  if (begin == std::string_view::npos) return {};
  return line.substr(begin + 1, line.find(' ', begin + 1) - begin - 1);
}

bool Connection::has_body() const {
  auto rest = head();
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find("\r\n"));
    rest.remove_prefix(std::min(rest.size(), line.size() + 2));
    const auto colon = line.find(':');
    const auto name = line.substr(0, colon);
    if (equal_ignoring_case(name, "Transfer-Encoding")) return true;
    if (equal_ignoring_case(name, "Content-Length") &&
        line.substr(colon + 1).find_first_not_of(" \t0") != std::string_view::npos)
      return true;
  }
  return false;
}

int Connection::read_form() {
  std::size_t length = 0;
  int lengths = 0;
  bool is_form = false;
  auto rest = head();
  if (!rest.starts_with("POST ")) return 0;
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find("\r\n"));
    rest.remove_prefix(std::min(rest.size(), line.size() + 2));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const auto name = line.substr(0, colon);
    auto value = line.substr(colon + 1);
    value.remove_prefix(std::min(value.size(), value.find_first_not_of(" \t")));
    if (equal_ignoring_case(name, "Transfer-Encoding") || equal_ignoring_case(name, "Content-Encoding")) return 0;
    if (equal_ignoring_case(name, "Content-Type"))
      is_form = equal_ignoring_case(value.substr(0, value.find_first_of("; \t")), "application/x-www-form-urlencoded");
    if (equal_ignoring_case(name, "Content-Length")) {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
      if (error != std::errc() || end != value.data() + value.size()) return 0;
      ++lengths;
    }
  }
  if (!is_form || lengths != 1 || length > limits_.body) return 0;
  const auto deadline = Clock::now() + limits_.head_time;
  while (input_.size() < head_size_ + length)
    if (!fill(deadline)) return timed_out_ ? 408 : -1;
  body_size_ = length;
  return 0;
}

std::size_t Connection::read(char* buffer, std::size_t size) {
  const auto count = std::min(size, head_size_ - given_);
  std::copy_n(input_.data() + given_, count, buffer);
  given_ += count;
  return count;
}

void Connection::next() {
  input_.erase(0, head_size_ + body_size_);
  head_size_ = body_size_ = given_ = checked_ = lines_ = 0;
}

bool Connection::flush() {
  auto deadline = Clock::now() + limits_.write_time;
  bool hurried = false;
  std::string_view rest = output_;
  while (!rest.empty()) {
    const auto size = ::send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (size > 0) {
      rest.remove_prefix(static_cast<std::size_t>(size));
    } else if (errno == EAGAIN) {
      // A server that stops lets nobody keep it waiting.
      if (stopping_ && !std::exchange(hurried, true)) deadline = std::min(deadline, Clock::now() + kLastAnswer);
      const auto step = std::min(deadline, Clock::now() + Milliseconds(250));
      if (!wait_for(socket_, POLLOUT, step) && step == deadline) break;
    } else if (errno != EINTR) {
      break;
    }
  }
  const bool sent = rest.empty();
  if (!sent) ended_ = true;
  output_.clear();
  return sent;
}

void Connection::send_now(std::string_view bytes) {
  char discarded[8 * 1024];
  // The request is mostly there already; reading it keeps the kernel from resetting the connection before the answer.
  if (wait_for(socket_, POLLIN, Clock::now() + Milliseconds(10)))
    (void)::recv(socket_, discarded, sizeof discarded, MSG_DONTWAIT);
  (void)::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  ended_ = true;
}

}  // namespace server
