// Describing short texts with the built-in vocabulary, for the tests of description.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document.h"
#include "corpus/vocabulary.h"
#include "indexer/describe.h"
#include "search/analysis/analyzer.h"

namespace describe_test {

using Slugs = std::vector<std::string>;

/// Made once for all tests of the program: the vocabulary takes a moment.
inline const indexer::Describer& describer() {
  static const indexer::Describer made{corpus::Vocabulary(corpus::builtin_vocabulary_files())};
  return made;
}

inline corpus::Draft draft_of(std::string text, std::string title = {}) {
  corpus::Draft draft;
  draft.title = std::move(title);
  draft.sections.push_back({"", 0, {{corpus::Block::Type::paragraph, std::move(text)}}});
  return draft;
}

struct Described {
  corpus::Document document;
  indexer::DescriptionNotes notes;
};

inline Described describe(corpus::Draft draft, std::string source = "tekst.txt") {
  search::Analyzer analyzer;
  Described result;
  result.document = describer().describe(std::move(draft), "id", std::move(source), analyzer, result.notes);
  return result;
}

inline Slugs slugs(const std::vector<corpus::Value>& values) {
  Slugs all;
  for (const auto& value : values) all.push_back(value.value);
  return all;
}

inline Slugs themes(std::string text, std::string title = {}) {
  return slugs(describe(draft_of(std::move(text), std::move(title))).document.themes);
}
inline Slugs solutions(std::string text) { return slugs(describe(draft_of(std::move(text))).document.solutions); }
inline Slugs municipalities(std::string text) {
  return slugs(describe(draft_of(std::move(text))).document.municipalities);
}
inline Slugs units(std::string text) { return slugs(describe(draft_of(std::move(text))).document.police_units); }

}  // namespace describe_test
