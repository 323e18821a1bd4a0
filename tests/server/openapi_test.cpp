#include <gtest/gtest.h>

#include <algorithm>

#include "search/fields.h"
#include "tests/server/small_server.h"

using namespace tests;

namespace {

/// Every {"$ref": "#/…"} leads somewhere.
void check_references(const json& root, const json& part) {
  if (part.is_object() && part.contains("$ref")) {
    EXPECT_TRUE(root.contains(json::json_pointer(part["$ref"].get<std::string>().substr(1)))) << part["$ref"];
  }
  if (part.is_structured())
    for (const auto& child : part) check_references(root, child);
}

}  // namespace

TEST(OpenApi, DescribesWhatTheServerAnswers) {
  const SmallServer server;
  const auto description = server.get("/v1/openapi.json").json();
  EXPECT_EQ(description["openapi"], "3.0.3");
  check_references(description, description);

  const auto& parameters = description["paths"]["/documenten"]["get"]["parameters"];
  for (const auto& field : search::kFields)
    EXPECT_TRUE(std::any_of(parameters.begin(), parameters.end(), [&](const json& row) {
      return row["name"] == field.parameter;
    })) << field.parameter;

  // The required properties of a result are exactly those that it has.
  const auto result = server.get("/v1/documenten?q=ondermijning").json()["resultaten"][0];
  const auto& schema = description["components"]["schemas"]["Resultaat"];
  EXPECT_EQ(schema["required"].size(), result.size());
  for (const auto& name : schema["required"]) EXPECT_TRUE(result.contains(name)) << name;
  const auto document = server.get("/v1/documenten/v1").json();
  for (const auto& name : description["components"]["schemas"]["Document"]["required"])
    EXPECT_TRUE(document.contains(name)) << name;
}
