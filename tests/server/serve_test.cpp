// server::serve, as the command calls it.
#include <csignal>
#include <future>
#include <thread>

#include <gmock/gmock.h>

#include "corpus/error.h"
#include "server/server.h"
#include "tests/server/small_server.h"

using namespace tests;

namespace {

std::string refusal(const server::Options& options) {
  try {
    server::serve(options);
  } catch (const corpus::Error& error) {
    EXPECT_EQ(error.kind(), corpus::ErrorKind::not_possible);
    EXPECT_NE(error.hint(), "");
    return error.what();
  }
  return "";
}

}  // namespace

TEST(Serve, EndsCleanlyOnASignal) {
  for (const int signal : {SIGTERM, SIGINT}) {
    const SmallServer made;  // for its index
    server::Options options;
    options.index = made.index();
    options.port = 0;
    std::promise<std::string> ready;
    std::thread serving([&] { server::serve(options, [&](const std::string& url) { ready.set_value(url); }); });
    const auto url = ready.get_future().get();
    EXPECT_EQ(ask(std::stoi(url.substr(url.rfind(':') + 1)), "GET", "/health").status, 200);
    pthread_kill(serving.native_handle(), signal);
    serving.join();
  }
}

TEST(Serve, APortInUseIsNotPossible) {
  const SmallServer server;
  server::Options options;
  options.index = server.index();
  options.port = server.port();
  EXPECT_THAT(refusal(options), testing::HasSubstr("in use"));
  EXPECT_EQ(server.get("/health").status, 200);
}

TEST(Serve, AFolderWithoutIndexIsNotPossible) {
  const TemporaryFolder empty;
  server::Options options;
  options.index = empty.path();
  options.port = 0;
  EXPECT_THAT(refusal(options), testing::HasSubstr("no index"));
}
