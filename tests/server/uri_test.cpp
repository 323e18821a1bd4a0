#include "server/http/uri.h"

#include <gmock/gmock.h>

using namespace server;
using testing::ElementsAre;

TEST(Uri, DecodesPercentsAndPlusOnlyWhereItIsASpace) {
  EXPECT_EQ(percent_decode("a%2Fb+c"), "a/b+c");
  EXPECT_EQ(percent_decode("a+b%20c", true), "a b c");
  EXPECT_EQ(percent_decode("co%C3%B6rdinatie"), "coördinatie");
}

TEST(Uri, RefusesBrokenEncodingAndText) {
  for (const auto* text : {"%", "%2", "%zz", "a%f", "%C3", "%ff", "%ED%A0%80", "%C0%AF"})
    EXPECT_FALSE(percent_decode(text)) << text;
}

TEST(Uri, EncodingComesBack) {
  const std::string odd = "verslagen/2025/a b?c#d%&é'\"<>+\x01";
  EXPECT_EQ(percent_decode(percent_encode(odd)), odd);
  EXPECT_EQ(percent_encode("az09-._~"), "az09-._~");
}

TEST(Uri, SegmentsStayEncoded) {
  EXPECT_THAT(segments("/"), ElementsAre());
  EXPECT_THAT(segments("/documenten/a%2Fb"), ElementsAre("documenten", "a%2Fb"));
  EXPECT_THAT(segments("/zoeken/"), ElementsAre("zoeken", ""));
  EXPECT_THAT(segments("//x"), ElementsAre("", "x"));
}

TEST(Uri, TargetIsTakenApart) {
  Request request;
  set_target(request, "http://voorbeeld.nl/zoeken?q=a+b&thema=x&thema=%zz&leeg#p-1");
  EXPECT_EQ(request.path, "/zoeken");
  ASSERT_EQ(request.parameters.size(), 4u);
  EXPECT_EQ(request.parameters[0].value, "a b");
  EXPECT_TRUE(request.parameters[1].valid);
  EXPECT_FALSE(request.parameters[2].valid);
  EXPECT_EQ(request.parameters[2].name, "thema");
  EXPECT_EQ(request.parameters[3].name, "leeg");
}
