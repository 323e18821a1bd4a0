// JSON lines: one document a line.
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "corpus/readers/formats.h"
#include "corpus/readers/lines.h"
#include "corpus/readers/metadata_fields.h"
#include "corpus/text.h"

namespace corpus {
namespace {

using Json = nlohmann::json;

constexpr int kDepth = 16;
constexpr std::string_view kHeading = "## ";

Json parse(std::string_view line) {
  const auto check_depth = [](int depth, Json::parse_event_t, Json&) {
    if (depth > kDepth) fail_document("JSON nested too deeply", "a value is a text or a list of texts");
    return true;
  };
  try {
    return Json::parse(line, check_depth);
  } catch (const Json::parse_error& error) {
    fail_document("not valid JSON at byte " + std::to_string(error.byte), "write one JSON object on each line");
  } catch (const Json::exception&) {  // a number no double can hold
    fail_document("JSON holds a value that can't be read", "write numbers as texts");
  }
}

std::string required(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) fail_document("\"" + std::string(key) + "\" is missing", "give id, title and text");
  if (!found->is_string()) {
    fail_document("\"" + std::string(key) + "\" is " + with_article(found->type_name()) + ", not a string",
                  "put it between quotes");
  }
  return found->get<std::string>();
}

GivenValue value_of(const Json& value) {
  using Shape = GivenValue::Shape;
  if (value.is_null()) return {};
  if (value.is_string()) return {Shape::text, {value.get<std::string>()}, {}};
  if (!value.is_array()) return {Shape::other, {}, value.type_name()};
  GivenValue list{Shape::list, {}, {}};
  for (const Json& item : value) {
    if (!item.is_string()) return {Shape::other, {}, "list that holds " + with_article(item.type_name())};
    list.texts.push_back(item.get<std::string>());
  }
  return list;
}

/// Lines before and after each heading apart, so that a heading needs no blank lines around it.
void add_text(SectionBuilder& builder, const std::string& text, const Deadline& deadline) {
  LineWriter writer(builder);
  for (const LineBlock& block : line_blocks(text)) {
    deadline.check();
    LineBlock lines;
    for (const std::string_view line : block) {
      if (line.starts_with(kHeading)) {
        if (!lines.empty()) writer.add(std::exchange(lines, {}));
        writer.flush();
        builder.heading(2, line.substr(kHeading.size()));
      } else {
        lines.push_back(line);
      }
    }
    if (!lines.empty()) writer.add(lines);
  }
  writer.flush();
}

}  // namespace

Draft read_json_object(std::string_view utf8, const Deadline& deadline) {
  const Json object = parse(utf8);
  deadline.check();
  if (!object.is_object()) {
    fail_document("a line holds a JSON " + std::string(object.type_name()) + ", not an object",
                  R"(write {"id": "...", "title": "...", "text": "..."})");
  }
  const std::string id = required(object, "id"), title = clean(required(object, "title"));
  const std::string text = required(object, "text");
  if (id.empty()) fail_document("\"id\" is empty", "give each document an id of its own");
  SectionBuilder builder;
  add_text(builder, text, deadline);
  Draft draft = std::move(builder).finish();
  draft.title = title;
  for (const auto& [key, value] : object.items()) {
    if (key != "id" && key != "title" && key != "text") give(draft.given, key, value_of(value), {});
  }
  draft.given.id = id;
  if (!title.empty()) draft.given.title = title;
  return draft;
}

}  // namespace corpus
