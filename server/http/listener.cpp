#include "server/http/listener.h"

#include <httplib.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <thread>
#include <type_traits>

#include "corpus/error.h"
#include "server/http/connection.h"
#include "server/http/uri.h"
#include "server/http/worker_pool.h"

namespace server {
namespace {

// Out of the library's sight: some builds of it compress what we compressed, or cut ranges out of it.
constexpr const char* kAcceptEncoding = "X-Own-Accept-Encoding";

/// The connection that this thread answers: the library hands over a request without it.
thread_local const Connection* answering = nullptr;

Request to_request(const httplib::Request& from) {
  Request request;
  if (answering) request.body = answering->body();
  request.method = from.method;
  request.remote = from.remote_addr;
  for (const auto& [name, value] : from.headers) {
    request.headers.emplace_back(name == kAcceptEncoding ? "Accept-Encoding" : name, value);
    if (equal_ignoring_case(name, "Transfer-Encoding")) request.has_body = true;
    if (equal_ignoring_case(name, "Content-Length") && value.find_first_not_of('0') != std::string::npos)
      request.has_body = true;
  }
  set_target(request, from.target);
  return request;
}

std::string remote_address(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  char text[NI_MAXHOST] = "";
  auto* const name = reinterpret_cast<sockaddr*>(&address);
  if (::getpeername(socket, name, &size) == 0) ::getnameinfo(name, size, text, sizeof text, nullptr, 0, NI_NUMERICHOST);
  return text;
}

void fill(httplib::Response& to, Response from) {
  to.status = from.status;
  for (auto& [name, value] : from.headers) to.set_header(name, value);
  if (!from.type.empty()) to.set_header("Content-Type", from.type);
  to.body = std::move(from.body);
}

/// Answers that the library has no part in.
std::string serialize(const Response& response) {
  std::string text = "HTTP/1.1 " + std::to_string(response.status) + " Refused\r\n";
  for (const auto& [name, value] : response.headers) text += name + ": " + value + "\r\n";
  text += "Content-Type: " + response.type + "\r\nContent-Length: " + std::to_string(response.body.size()) +
          "\r\nConnection: close\r\n\r\n" + response.body;
  return text;
}

/// What the library reads from and writes to: a head that is complete and within limits, and a buffer.
class HeadStream final : public httplib::Stream {
 public:
  HeadStream(Connection& connection, const std::string& address) : connection_(connection), address_(address) {}
  // Names of all supported versions of the library, hence no `override` on those that not every one has.
  bool is_readable() const override { return true; }
  bool is_writable() const { return true; }
  bool wait_readable() const { return true; }
  bool wait_writable() const { return true; }
  bool is_peer_alive() const { return true; }
  time_t duration() const { return 0; }
  ssize_t read(char* buffer, size_t size) override { return static_cast<ssize_t>(connection_.read(buffer, size)); }
  ssize_t write(const char* bytes, size_t size) override {
    connection_.write({bytes, size});
    return static_cast<ssize_t>(size);
  }
  using httplib::Stream::write;
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip = address_;
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  socket_t socket() const override { return connection_.socket(); }

 private:
  Connection& connection_;
  const std::string& address_;
};

/// The library's interface over our bounded pool. A full queue answers on the accepting thread (see `refuse`).
class Queue final : public httplib::TaskQueue {
 public:
  explicit Queue(WorkerPool& pool) : pool_(pool) {}
  using Accepted = decltype(std::declval<httplib::TaskQueue&>().enqueue({}));  // void before 0.14
  Accepted enqueue(std::function<void()> task) override {
    if (!pool_.submit(task)) task();
    return static_cast<Accepted>(true);
  }
  void shutdown() override { pool_.shutdown(); }

 private:
  WorkerPool& pool_;
};

}  // namespace

struct Listener::State final : httplib::Server {
  State(const Limits& asked, Listener::Handler handle, Refusal refuse_with)
      : limits(asked),
        handler(std::move(handle)),
        refusal(std::move(refuse_with)),
        pool(limits.connections, limits.waiting) {
    new_task_queue = [this] { return new Queue(pool); };
    // No SO_REUSEPORT, the library's default: it lets a second process take the same port without a word.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_payload_max_length(0);
    set_tcp_nodelay(true);
    // Only what the Keep-Alive header tells; `process_and_close_socket` decides.
    set_keep_alive_max_count(limits.requests_a_connection);
    set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits.idle_time).count());
    // Everything is answered here, before the library reads a body or looks for routes of its own.
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      fill(response, handler(to_request(request)));
      return HandlerResponse::Handled;
    });
    set_exception_handler([this](const auto& request, httplib::Response& response, auto) {
      fill(response, refusal(500, request.target));
    });
    set_error_handler(HandlerWithResponse([this](const httplib::Request& request, httplib::Response& response) {
      if (!response.body.empty() || response.status < 400) return HandlerResponse::Unhandled;
      fill(response, refusal(response.status, request.target));
      return HandlerResponse::Handled;
    }));
    // A length of 0 on a 304 would describe the page that the client has.
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
      if (response.status == 304) response.headers.erase("Content-Length");
    });
  }

  void bind(const std::string& address, int asked) {
    errno = 0;
    port = asked == 0 ? bind_to_any_port(address) : bind_to_port(address, asked) ? asked : -1;
    if (port < 0) {
      const std::string why = errno == 0 ? "no such address" : std::strerror(errno);
      throw corpus::Error(corpus::ErrorKind::not_possible,
                          "can't listen on " + address + ":" + std::to_string(asked) + ": " + why,
                          "stop the other program, or choose another address with --listen");
    }
    ::listen(svr_sock_, 512);  // the library's backlog of 5 loses connections under load
  }

  /// Called once a connection: on a thread of the pool, or on the accepting one when the queue is full.
  bool process_and_close_socket(socket_t socket) override {
    Connection connection(socket, limits, stopping);
    if (std::this_thread::get_id() == accepting) {
      connection.send_now(serialize(refusal(503, {})));
      return false;
    }
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    const auto address = remote_address(socket);
    HeadStream stream(connection, address);
    for (std::size_t count = 1; connection.wait_for_request([this] { return pool.others_wait(); }); ++count) {
      if (const int refused = connection.read_head(); refused != 0) {
        if (refused > 0) connection.write(serialize(refusal(refused, connection.target())));
        return connection.flush();
      }
      if (const int refused = connection.read_form(); refused != 0) {
        if (refused > 0) connection.write(serialize(refusal(refused, connection.target())));
        return connection.flush();
      }
      const bool unread = connection.has_body() && connection.body().empty();
      const bool last = stopping || count >= limits.requests_a_connection || unread;
      bool client_closes = false;
      answering = &connection;
      const bool written = process(stream, address, last, client_closes);
      answering = nullptr;
      if (!connection.flush() || !written || last || client_closes) return true;
      connection.next();
    }
    return true;
  }

  template <class Stream>
  bool process(Stream& stream, const std::string& address, bool last, bool& client_closes) {
    const std::function<void(httplib::Request&)> hide = [](httplib::Request& request) {
      request.headers.erase(kAcceptEncoding);
      if (const auto accepted = request.headers.find("Accept-Encoding"); accepted != request.headers.end()) {
        request.headers.emplace(kAcceptEncoding, accepted->second);
        request.headers.erase("Accept-Encoding");
      }
      request.headers.erase("Expect");  // bodies are refused; the library would invite the client to send one first
      request.ranges.clear();
    };
    if constexpr (requires { this->process_request(stream, last, client_closes, hide); }) {
      return this->process_request(stream, last, client_closes, hide);
    } else {
      return this->process_request(stream, address, 0, std::string(), 0, last, client_closes, hide);
    }
  }

  const Limits limits;
  const Listener::Handler handler;
  const Refusal refusal;
  std::atomic<bool> stopping{false};
  WorkerPool pool;
  std::thread::id accepting;
  std::thread thread;
  int port = -1;
};

Listener::Listener(const std::string& address, int port, const Limits& limits, Handler handler, Refusal refusal)
    : state_(std::make_unique<State>(limits, std::move(handler), std::move(refusal))) {
  state_->bind(address, port);
  state_->thread = std::thread([state = state_.get()] {
    state->accepting = std::this_thread::get_id();
    state->listen_after_bind();
  });
  while (!state_->is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

Listener::~Listener() {
  state_->stopping = true;
  state_->stop();
  state_->thread.join();
}

int Listener::port() const { return state_->port; }

}  // namespace server
