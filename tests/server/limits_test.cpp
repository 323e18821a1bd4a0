// Clients that send too much, too slowly, or no HTTP at all.
#include <gmock/gmock.h>

#include <memory>
#include <thread>

#include "tests/server/small_server.h"

using namespace tests;
using namespace std::chrono_literals;
using testing::AnyOf;
using testing::HasSubstr;

namespace {

server::Limits impatient() {
  server::Limits limits;
  limits.head_time = 500ms;
  limits.idle_time = 500ms;
  return limits;
}

std::string request(const std::string& lines, const std::string& line = "GET /health HTTP/1.1") {
  return line + "\r\nHost: localhost\r\n" + lines + "\r\n";
}

class RequestLimits : public testing::Test {
 protected:
  ~RequestLimits() override { EXPECT_EQ(server.get("/health").status, 200) << "the server must outlive it"; }

  SmallServer server{example_documents(), impatient()};
};

}  // namespace

TEST_F(RequestLimits, LongAddressesAreRefused) {
  EXPECT_EQ(server.get("/zoeken?q=" + std::string(7000, 'a')).status, 200);
  const auto page = server.get("/zoeken?q=" + std::string(9000, 'a'));
  EXPECT_EQ(page.status, 414);
  EXPECT_EQ(page.header("x-content-type-options"), "nosniff");
  const auto api = server.get("/v1/documenten?q=" + std::string(1'000'000, 'a'));
  EXPECT_EQ(api.status, 414);
  EXPECT_EQ(api.header("content-type"), "application/problem+json");
  EXPECT_EQ(api.json()["status"], 414);
}

TEST_F(RequestLimits, ManyOrLongHeadersAreRefused) {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
  EXPECT_EQ(ask_raw(server.port(), request(many)).status, 431);
  EXPECT_EQ(ask_raw(server.port(), request("X: " + std::string(9000, 'y') + "\r\n")).status, 431);
  std::string large;
  for (int i = 0; i < 8; ++i) large += "X-" + std::to_string(i) + ": " + std::string(7000, 'y') + "\r\n";
  EXPECT_EQ(ask_raw(server.port(), request(large)).status, 431);
}

TEST_F(RequestLimits, BodiesAreRefusedAndTheConnectionEnds) {
  const std::string hidden = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const auto& [lines, body] : std::initializer_list<std::pair<std::string, std::string>>{
           {"Transfer-Encoding: chunked\r\n", "5\r\nhallo\r\n0\r\n\r\n"},
           {"transfer-encoding : chunked\r\n", ""},
           {"Transfer-Encoding: identity\r\n", hidden},
           {"Content-Length: " + std::to_string(hidden.size()) + "\r\n", hidden},
           {"Content-Length: 0\r\nContent-Length: 10\r\n", hidden},
           {"Content-Length: 99999999999999999999\r\n", hidden},
           {"Content-Length: 10\r\nExpect: 100-continue\r\n", ""}}) {
    for (const auto* method : {"GET", "POST"}) {
      Connection connection(server.port());
      connection.send(request(lines, std::string(method) + " /v1/documenten HTTP/1.1") + body);
      const auto answer = connection.receive();
      ASSERT_TRUE(answer) << lines;
      EXPECT_THAT(answer->status, AnyOf(400, 413)) << lines;
      EXPECT_TRUE(connection.closes_within(5s)) << lines;
      EXPECT_FALSE(connection.receive()) << "the body was taken for a request: " << lines;
    }
  }
  EXPECT_EQ(server.get("/health", {{"Content-Encoding", "gzip"}}).status, 400);
  EXPECT_EQ(server.get("/health", {{"Content-Length", "0"}}).status, 200);
}

TEST_F(RequestLimits, AHugeBodyIsNotReadButAnswered) {
  Connection connection(server.port());
  connection.send(request("Transfer-Encoding: chunked\r\n", "POST /v1/documenten HTTP/1.1"));
  const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
  for (int i = 0; i < 100 && connection.send(chunk); ++i) {
  }
  const auto answer = connection.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 413);
}

TEST_F(RequestLimits, SlowClientsAreCutOff) {
  Connection connection(server.port());
  const auto begin = std::chrono::steady_clock::now();
  bool cut_off = false;
  // A byte now and then used to hold a thread for ever.
  for (int i = 0; i < 50 && !cut_off; ++i) {
    cut_off = !connection.send(i == 0       ? "GET / HTTP/1.1\r\n"
                               : i % 2 == 1 ? "X"
                                            : "y") ||
              connection.closes_within(100ms);
  }
  EXPECT_TRUE(cut_off);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 4s);
}

TEST_F(RequestLimits, TheDeadlineIsForTheWholeHead) {
  Connection connection(server.port());
  connection.send("GET / HTTP/1.1\r\nHost: x\r\n");
  const auto answer = connection.receive();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 408);
}

TEST_F(RequestLimits, SilentConnectionsAreClosed) {
  Connection connection(server.port());
  EXPECT_TRUE(connection.closes_within(4s));
}

TEST_F(RequestLimits, GarbageIsRefused) {
  using namespace std::string_literals;
  for (const auto& bytes :
       {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, "\x00\x00\x00\x00"s, "\xff\xfe\n\n"s, "GET\r\n\r\n"s,
        "GET / HTTP/9.9\r\n\r\n"s, "GET / HTTP/1.1\n\n"s, "HALLO / HTTP/1.1\r\n\r\n"s, "GET  / HTTP/1.1\r\n\r\n"s,
        "GET / HTTP/1.1\r\nX\r\n\r\n"s, "GET / HTTP/1.1\r\n: x\r\n\r\n"s,
        "GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n"s, "GET / HTTP/1.1\r\nX: a\0b\r\n\r\n"s,
        "GET /\0 HTTP/1.1\r\n\r\n"s, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"s}) {
    const auto answer = ask_raw(server.port(), bytes);
    EXPECT_EQ(answer.status, 400) << testing::PrintToString(bytes);
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  }
}

TEST_F(RequestLimits, RequestsAfterAnotherShareAConnection) {
  Connection connection(server.port());
  const auto two = request("") + request("", "GET /v1/documenten?aantal=1 HTTP/1.1");
  connection.send(two);
  EXPECT_EQ(connection.receive()->status, 200);
  EXPECT_EQ(connection.receive()->status, 200);
  connection.send("\r\n" + request("Connection: close\r\n"));
  const auto last = connection.receive();
  ASSERT_TRUE(last);
  EXPECT_EQ(last->header("connection"), "close");
  EXPECT_TRUE(connection.closes_within(4s));
}

TEST(Stopping, WaitsForNobodyWhoDoesNotRead) {
  std::vector<json> documents;
  for (int i = 0; i < 100; ++i)
    documents.push_back({{"id", "d" + std::to_string(i)}, {"title", std::string(2000, 't')}, {"text", "Een stuk."}});
  auto server = std::make_unique<SmallServer>(documents);
  Connection connection(server->port());
  // Many answers at once, more than the buffers of the kernel hold.
  for (int i = 0; i < 60; ++i) connection.send(request("", "GET /v1/documenten?aantal=100 HTTP/1.1"));
  std::this_thread::sleep_for(1s);
  const auto begin = std::chrono::steady_clock::now();
  server.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
}

TEST(Overload, IsAnsweredWithRetryAfter) {
  auto limits = impatient();
  limits.head_time = limits.idle_time = 3s;
  limits.connections = 2;
  limits.waiting = 1;
  const SmallServer server(example_documents(), limits);
  std::vector<std::unique_ptr<Connection>> occupied;
  for (int i = 0; i < 3; ++i) {
    occupied.push_back(std::make_unique<Connection>(server.port()));
    occupied.back()->send("GET / HTTP/1.1\r\n");
    std::this_thread::sleep_for(100ms);
  }
  const auto answer = server.get("/health");
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("retry-after"), "2");
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  occupied.clear();
  std::this_thread::sleep_for(500ms);
  EXPECT_EQ(server.get("/health").status, 200);
}

TEST(Overload, IdleConnectionsMakePlace) {
  auto limits = impatient();
  limits.idle_time = 60s;
  limits.connections = 2;
  const SmallServer server(example_documents(), limits);
  Connection first(server.port()), second(server.port());
  for (auto* connection : {&first, &second}) {
    connection->send(request(""));
    ASSERT_TRUE(connection->receive());
  }
  EXPECT_EQ(server.get("/health").status, 200);
}
