// What every answer has: security headers, validators, compression, methods.
#include <gmock/gmock.h>

#include "tests/server/small_server.h"

using namespace tests;
using testing::HasSubstr;

namespace {

const char* const kEverywhere[] = {"/",
                                   "/zoeken?q=ondermijning",
                                   "/documenten/v1",
                                   "/v1",
                                   "/v1/documenten",
                                   "/v1/openapi.json",
                                   "/health",
                                   "/metrics",
                                   "/bestaat-niet",
                                   "/v1/bestaat-niet",
                                   "/zoeken/",
                                   "/zoeken?van=x"};

class Answers : public testing::Test {
 protected:
  std::string asset() const {
    const auto home = server.get("/").body;
    const auto begin = home.find("/assets/app.");
    return home.substr(begin, home.find('"', begin) - begin);
  }

  SmallServer server;
};

}  // namespace

TEST_F(Answers, AllHaveSecurityHeaders) {
  for (const auto* target : kEverywhere) {
    const auto answer = server.get(target);
    EXPECT_THAT(answer.header("content-security-policy"), HasSubstr("default-src 'none'")) << target;
    EXPECT_THAT(answer.header("content-security-policy"), HasSubstr("frame-ancestors 'none'"));
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff") << target;
    EXPECT_EQ(answer.header("referrer-policy"), "same-origin");
    EXPECT_NE(answer.header("permissions-policy"), "");
    EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin");
    EXPECT_NE(answer.header("cache-control"), "");
    EXPECT_EQ(answer.header("server"), "");
  }
}

TEST_F(Answers, HeadIsGetWithoutBody) {
  for (const auto* target : kEverywhere) {
    if (std::string(target) == "/metrics") continue;  // counts the first one
    const auto get = server.get(target);
    const auto head = ask(server.port(), "HEAD", target);
    EXPECT_EQ(head.status, get.status) << target;
    EXPECT_EQ(head.headers, get.headers) << target;
  }
}

TEST_F(Answers, OtherMethodsAreRefused) {
  for (const auto* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"}) {
    for (const auto* target : {"/zoeken", "/v1/documenten"}) {
      const auto answer = ask(server.port(), method, target);
      EXPECT_EQ(answer.status, 405) << method;
      EXPECT_EQ(answer.header("allow"), "GET, HEAD");
    }
  }
  EXPECT_EQ(ask(server.port(), "POST", "/bestaat-niet").status, 404);
}

TEST_F(Answers, UnchangedPagesAreNotSentAgain) {
  for (const auto* target : {"/", "/zoeken?q=ondermijning", "/documenten/v1", "/v1/documenten", "/v1/openapi.json"}) {
    const auto etag = server.get(target).header("etag");
    ASSERT_NE(etag, "") << target;
    const auto again = server.get(target, {{"If-None-Match", "\"x\", " + etag}});
    EXPECT_EQ(again.status, 304) << target;
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(again.header("etag"), etag);
    EXPECT_EQ(again.header("content-length"), "");
  }
  const auto other = server.get("/zoeken?q=ondermijning").header("etag");
  EXPECT_EQ(server.get("/zoeken?q=buurtpreventie", {{"If-None-Match", other}}).status, 200);
  EXPECT_EQ(server.get("/bestaat-niet").header("etag"), "");
}

TEST_F(Answers, TextIsCompressedWhenTheClientTakesIt) {
  for (const auto& target : {std::string("/"), std::string("/v1/openapi.json"), asset()}) {
    const auto plain = server.get(target);
    EXPECT_EQ(plain.header("content-encoding"), "");
    EXPECT_THAT(plain.header("vary"), HasSubstr("Accept-Encoding")) << target;
    const auto compressed = server.get(target, {{"Accept-Encoding", "br, gzip;q=0.8"}});
    EXPECT_EQ(compressed.header("content-encoding"), "gzip") << target;
    EXPECT_LT(compressed.body.size(), plain.body.size());
    EXPECT_EQ(gunzip(compressed.body), plain.body) << target;
    EXPECT_EQ(server.get(target, {{"Accept-Encoding", "gzip;q=0"}}).header("content-encoding"), "");
  }
}

TEST_F(Answers, RangesAreNotCutOut) {
  const auto answer = server.get("/", {{"Range", "bytes=0-9"}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_GT(answer.body.size(), 10u);
}

TEST_F(Answers, AssetsAreKeptForEver) {
  const auto answer = server.get(asset());
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.header("cache-control"), HasSubstr("immutable"));
  EXPECT_THAT(answer.header("content-type"), testing::StartsWith("text/"));
  const auto again = server.get(asset(), {{"If-None-Match", answer.header("etag")}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(again.header("cache-control"), answer.header("cache-control"));
  EXPECT_EQ(server.get(asset(), {{"If-None-Match", "\"x\""}}).status, 200);
  for (const auto* target : {"/assets/", "/assets/x.css", "/assets/manifest.json", "/assets/..%2F..%2Fetc%2Fpasswd"})
    EXPECT_EQ(server.get(target).status, 404) << target;
}

TEST_F(Answers, ASlashAtTheEndLeadsToThePathWithout) {
  const auto moved = server.get("/zoeken/?q=x");
  EXPECT_EQ(moved.status, 308);
  EXPECT_EQ(moved.header("location"), "/zoeken?q=x");
  EXPECT_EQ(server.get("/v1/documenten/").header("location"), "/v1/documenten");
  EXPECT_EQ(server.get("//voorbeeld.nl/").status, 404);
  EXPECT_EQ(server.get("/bestaat-niet/").status, 404);
}

TEST_F(Answers, HealthAndMetricsTellWhatIsServed) {
  const auto health = server.get("/health").json();
  EXPECT_EQ(health["status"], "ok");
  EXPECT_EQ(health["documents"], 3);
  server.get("/zoeken?q=privacygevoelig");
  const auto metrics = server.get("/metrics");
  EXPECT_THAT(metrics.header("content-type"), HasSubstr("version=0.0.4"));
  EXPECT_THAT(metrics.body, HasSubstr("praktijkbank_requests_total{route=\"search\",status=\"200\"} 1"));
  EXPECT_THAT(metrics.body, HasSubstr("praktijkbank_documents 3"));
  EXPECT_THAT(metrics.body, HasSubstr("praktijkbank_request_duration_seconds_bucket{route=\"search\""));
  EXPECT_THAT(metrics.body, testing::Not(HasSubstr("privacygevoelig")));
}
