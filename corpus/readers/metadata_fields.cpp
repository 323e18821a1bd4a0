#include "corpus/readers/metadata_fields.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/readers/formats.h"
#include "corpus/text.h"

namespace corpus {
namespace {

using TextField = std::optional<std::string> Metadata::*;
using ListField = std::optional<std::vector<std::string>> Metadata::*;

struct FieldName {
  std::string_view name;  // folded, without hyphens, underscores, spaces and apostrophes
  TextField text = nullptr;
  ListField list = nullptr;
};

constexpr std::array kFields = {
    FieldName{"id", &Metadata::id},
    FieldName{"title", &Metadata::title},
    FieldName{"titel", &Metadata::title},
    FieldName{"kind", &Metadata::kind},
    FieldName{"soort", &Metadata::kind},
    FieldName{"date", &Metadata::date},
    FieldName{"datum", &Metadata::date},
    FieldName{"session", &Metadata::session},
    FieldName{"bijeenkomst", &Metadata::session},
    FieldName{"access", &Metadata::access},
    FieldName{"toegang", &Metadata::access},
    FieldName{"book", &Metadata::book},
    FieldName{"boek", &Metadata::book},
    FieldName{"period", &Metadata::period},
    FieldName{"periode", &Metadata::period},
    FieldName{"chapter", &Metadata::chapter},
    FieldName{"hoofdstuk", &Metadata::chapter},
    FieldName{"privacy", &Metadata::privacy},
    FieldName{"theme", nullptr, &Metadata::themes},
    FieldName{"themes", nullptr, &Metadata::themes},
    FieldName{"thema", nullptr, &Metadata::themes},
    FieldName{"themas", nullptr, &Metadata::themes},
    FieldName{"municipality", nullptr, &Metadata::municipalities},
    FieldName{"municipalities", nullptr, &Metadata::municipalities},
    FieldName{"gemeente", nullptr, &Metadata::municipalities},
    FieldName{"gemeenten", nullptr, &Metadata::municipalities},
    FieldName{"gemeentes", nullptr, &Metadata::municipalities},
    FieldName{"policeunit", nullptr, &Metadata::police_units},
    FieldName{"policeunits", nullptr, &Metadata::police_units},
    FieldName{"unit", nullptr, &Metadata::police_units},
    FieldName{"units", nullptr, &Metadata::police_units},
    FieldName{"eenheid", nullptr, &Metadata::police_units},
    FieldName{"eenheden", nullptr, &Metadata::police_units},
    FieldName{"politieeenheid", nullptr, &Metadata::police_units},
    FieldName{"politieeenheden", nullptr, &Metadata::police_units},
    FieldName{"solution", nullptr, &Metadata::solutions},
    FieldName{"solutions", nullptr, &Metadata::solutions},
    FieldName{"oplossing", nullptr, &Metadata::solutions},
    FieldName{"oplossingen", nullptr, &Metadata::solutions},
};

std::string plain_key(std::string_view key) {
  std::string out = slug(key);
  std::erase(out, '-');
  return out;
}

std::vector<std::string> cleaned(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    if (std::string one = clean(text); !one.empty()) out.push_back(std::move(one));
  }
  return out;
}

/// Compared to the letter, so not tidied: of two ids or labels that look alike, each is itself.
bool is_exact(TextField field) { return field == &Metadata::id || field == &Metadata::access; }

void give_text(Metadata& metadata, TextField which, const std::string& key, const GivenValue& value,
               const std::string& place) {
  auto& field = metadata.*which;
  if (field) fail_document(place + "\"" + key + "\" is given twice", "keep one of them");
  if (value.shape == GivenValue::Shape::list || value.shape == GivenValue::Shape::other) {
    const std::string type = value.type.empty() ? "list" : value.type;
    fail_document(place + "\"" + key + "\" is " + with_article(type) + ", not a text", "give one text, between quotes");
  }
  if (is_exact(which) && !value.texts.empty()) {
    if (!value.texts.front().empty()) field = value.texts.front();
    return;
  }
  const std::vector<std::string> texts = cleaned(value.texts);
  if (!texts.empty()) field = texts.front();
}

void give_chapters(Metadata& metadata, const std::string& key, const GivenValue& value, const std::string& place) {
  if (value.shape == GivenValue::Shape::none) return;
  const std::string text = value.texts.size() == 1 ? fold(clean(value.texts.front())) : std::string();
  const bool yes = text == "true" || text == "ja" || text == "yes";
  if (!yes && text != "false" && text != "nee" && text != "no")
    fail_document(place + "\"" + key + "\" is not true or false", "write " + key + ": true");
  metadata.chapters = yes;
}

/// "speakers: namen" keeps the names; else each line is "Naam: rol".
void give_speakers(Metadata& metadata, const std::string& key, const GivenValue& value, const std::string& place) {
  if (value.shape == GivenValue::Shape::none) return;
  if (value.shape == GivenValue::Shape::text) {
    const std::string text = fold(clean(value.texts.front()));
    if (text != "namen" && text != "names")
      fail_document(place + "\"" + key + "\" is not a list of names with their roles",
                    "write " + key + ": {\"Naam\": \"rol\"}, or " + key + ": namen to keep the names");
    metadata.keep_speakers = true;
    return;
  }
  if (value.pairs.empty())
    fail_document(place + "\"" + key + "\" is not a list of names with their roles",
                  "write " + key + ": {\"Naam\": \"rol\"}, or " + key + ": namen to keep the names");
  for (const auto& [name, role] : value.pairs) metadata.speakers.emplace_back(clean(name), clean(role));
}

}  // namespace

std::string with_article(std::string_view noun) {
  const bool vowel = !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

void give(Metadata& metadata, std::string_view given_key, GivenValue value, const std::string& place) {
  const std::string key = clean(truncate_utf8(given_key, 100));
  const std::string plain = plain_key(key);
  if (plain == "chapters" || plain == "hoofdstukken") return give_chapters(metadata, key, value, place);
  if (plain == "speakers" || plain == "sprekers") return give_speakers(metadata, key, value, place);
  const bool is_reject = plain == "reject" || plain == "verwerp";
  const auto* field =
      std::find_if(kFields.begin(), kFields.end(), [&](const FieldName& one) { return one.name == plain; });
  if (!is_reject && field == kFields.end()) {
    metadata.unknown_keys.push_back(key);
    return;
  }
  if (!is_reject && field->text) {
    give_text(metadata, field->text, key, value, place);
    if (field->text == &Metadata::id && !metadata.id && value.shape == GivenValue::Shape::text) {
      fail_document(place + "\"" + key + "\" is empty", "give each document an id of its own, or leave the key out");
    }
    // A label left empty is no reason to show a document to everyone.
    if (field->text == &Metadata::access && (!metadata.access || clean(*metadata.access).empty())) {
      fail_document(place + "\"" + key + "\" has no value",
                    "write openbaar or another access label, or leave the key out");
    }
    return;
  }
  if (value.shape == GivenValue::Shape::other) {
    fail_document(place + "\"" + key + "\" is " + with_article(value.type) + ", not a list of texts",
                  "write " + key + ": [\"...\", \"...\"]");
  }
  if (value.shape == GivenValue::Shape::none) return;
  if (is_reject) {
    if (!metadata.reject.empty()) fail_document(place + "\"" + key + "\" is given twice", "keep one of them");
    metadata.reject = cleaned(value.texts);
    return;
  }
  std::optional<std::vector<std::string>>& list = metadata.*(field->list);
  if (list) fail_document(place + "\"" + key + "\" is given twice", "keep one of them");
  list = cleaned(value.texts);
}

}  // namespace corpus
