// YAML metadata: front matter and side files.
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/metadata_fields.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kYamlBytes = 64u << 10;
constexpr std::size_t kBrackets = 64;  // nesting that no metadata needs; yaml-cpp is slow in it

std::string place_of(const YAML::Mark& mark, std::size_t first_line) {
  if (mark.is_null()) return {};
  return "line " + std::to_string(static_cast<std::size_t>(mark.line) + first_line) + ": ";
}

GivenValue value_of(const YAML::Node& node) {
  GivenValue value;
  if (node.IsScalar()) {
    value.shape = GivenValue::Shape::text;
    value.texts.push_back(node.Scalar());
  } else if (node.IsSequence()) {
    value.shape = GivenValue::Shape::list;
    for (const YAML::Node& item : node) {
      if (item.IsScalar()) {
        value.texts.push_back(item.Scalar());
      } else if (!item.IsNull()) {
        return {GivenValue::Shape::other, {}, "list of lists or tables"};
      }
    }
  } else if (!node.IsNull()) {
    value.shape = GivenValue::Shape::other;
    value.type = "table";
    for (const auto& pair : node)
      if (pair.first.IsScalar() && pair.second.IsScalar())
        value.pairs.emplace_back(pair.first.Scalar(), pair.second.Scalar());
  }
  return value;
}

void check_input(std::string_view yaml) {
  if (yaml.size() > kYamlBytes) fail_document("metadata larger than 64 KB", "keep only the metadata of the contract");
  if (!is_utf8(yaml)) fail_document("metadata is not valid UTF-8", "save the file as UTF-8");
  std::size_t depth = 0, deepest = 0;
  for (const char c : yaml) {
    if (c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if ((c == ']' || c == '}') && depth > 0) --depth;
  }
  if (deepest > kBrackets) fail_document("metadata nested too deeply", "a value is a text or a list of texts");
}

Metadata metadata_of(const YAML::Node& root, std::size_t first_line) {
  Metadata metadata;
  if (root.IsNull()) return metadata;
  if (!root.IsMap()) {
    fail_document(place_of(root.Mark(), first_line) + "metadata is not a list of keys and values",
                  "write \"key: value\" on each line");
  }
  for (const auto& pair : root) {
    const std::string place = place_of(pair.first.Mark(), first_line);
    if (!pair.first.IsScalar()) fail_document(place + "a key must be a text", "write \"key: value\"");
    give(metadata, pair.first.Scalar(), value_of(pair.second), place);
  }
  return metadata;
}

template <typename T>
void lay_over(T& lower, const T& upper) {
  if (upper) lower = upper;
}

}  // namespace

Metadata read_yaml(std::string_view utf8, std::size_t first_line) {
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
  check_input(utf8);
  try {
    return metadata_of(YAML::Load(std::string(utf8)), first_line);
  } catch (const YAML::Exception& error) {
    fail_document(place_of(error.mark, first_line) + "metadata is not valid YAML (" + clean(error.msg) + ")",
                  "correct that line; put a text with a colon between quotes");
  }
}

Metadata read_metadata(std::string_view yaml) { return read_yaml(yaml, 1); }

Metadata merge(Metadata lower, const Metadata& upper) {
  lay_over(lower.id, upper.id);
  lay_over(lower.title, upper.title);
  lay_over(lower.kind, upper.kind);
  lay_over(lower.date, upper.date);
  lay_over(lower.session, upper.session);
  lay_over(lower.access, upper.access);
  lay_over(lower.book, upper.book);
  lay_over(lower.period, upper.period);
  lay_over(lower.chapter, upper.chapter);
  lay_over(lower.chapters, upper.chapters);
  if (!upper.speakers.empty()) lower.speakers = upper.speakers;
  lower.keep_speakers |= upper.keep_speakers;
  lay_over(lower.privacy, upper.privacy);
  lay_over(lower.themes, upper.themes);
  lay_over(lower.municipalities, upper.municipalities);
  lay_over(lower.police_units, upper.police_units);
  lay_over(lower.solutions, upper.solutions);
  if (!upper.reject.empty()) lower.reject = upper.reject;
  lower.unknown_keys.insert(lower.unknown_keys.end(), upper.unknown_keys.begin(), upper.unknown_keys.end());
  return lower;
}

}  // namespace corpus
