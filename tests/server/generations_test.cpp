// A new generation is taken over without a failed request.
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "tests/server/small_server.h"
#include "tests/support/patience.h"

using namespace tests;
using namespace std::chrono_literals;

namespace {

std::vector<json> numbered(int count) {
  std::vector<json> documents;
  for (int i = 0; i < count; ++i)
    documents.push_back(
        {{"id", "d" + std::to_string(i)}, {"title", "Stuk"}, {"text", "Een stuk over fietsendiefstal."}});
  return documents;
}

/// Whether the number of results becomes this within the time.
bool becomes(const SmallServer& server, int total, std::chrono::seconds time = 2s * kPatience) {
  const auto deadline = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < deadline) {
    if (server.get("/v1/documenten?q=fietsendiefstal").json()["totaal"] == total) return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

}  // namespace

TEST(Generations, ANewOneIsVisibleWithinTwoSeconds) {
  SmallServer server(numbered(3));
  const auto etag = server.get("/").header("etag");
  server.publish(numbered(5));
  EXPECT_TRUE(becomes(server, 5));
  EXPECT_EQ(server.get("/", {{"If-None-Match", etag}}).status, 200);
}

TEST(Generations, ADamagedOneIsNotTakenOver) {
  SmallServer server(numbered(3));
  const auto broken = server.index() / "generations" / "999999";
  std::filesystem::create_directories(broken);
  std::filesystem::create_symlink(broken, server.index() / "new");
  std::filesystem::rename(server.index() / "new", server.index() / "current");
  std::this_thread::sleep_for(700ms);
  EXPECT_TRUE(becomes(server, 3));
}

TEST(Generations, NoRequestFailsWhileTwentyArePublished) {
  SmallServer server(numbered(3));
  std::atomic<bool> done{false};
  std::atomic<int> asked{0}, failed{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 4; ++i)
    clients.emplace_back([&, i] {
      const char* const targets[] = {"/zoeken?q=fietsendiefstal", "/v1/documenten?q=stuk", "/documenten/d1?q=stuk",
                                     "/"};
      while (!done) {
        Connection connection(server.port());
        for (int n = 0; n < 20 && !done; ++n) {
          connection.send(std::string("GET ") + targets[i] + " HTTP/1.1\r\nHost: x\r\n\r\n");
          const auto answer = connection.receive();
          ++asked;
          if (!answer || answer->status != 200) ++failed;
          if (!answer) break;
          std::this_thread::sleep_for(20ms);  // a stream of requests; at full speed they only starve who publishes
        }
      }
    });
  for (int i = 0; i < 20; ++i) server.publish(numbered(4 + i));
  EXPECT_TRUE(becomes(server, 23, 20s));  // the load slows it down
  done = true;
  for (auto& client : clients) client.join();
  EXPECT_EQ(failed, 0);
  EXPECT_GT(asked, 100);
}
