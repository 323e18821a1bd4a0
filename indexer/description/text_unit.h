// A document as recognition reads it: the title, each heading and each passage, in order.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "indexer/description/words.h"

namespace indexer {

/// Views into the title and passages of one document; not to be kept longer than those.
struct TextUnit {
  enum class Place { title, heading, passage } place = Place::passage;
  std::string_view text;
  std::string_view passage;  // id of the passage to point at: for a heading the first one under it; empty for the title
  std::vector<Word> words;
  bool list = false;
  /// Text about the publisher ("Over de Communities of Practice", "Colofon"): says little about the document.
  bool boilerplate = false;
};

std::vector<TextUnit> text_units(std::string_view title, const std::vector<corpus::PassageSection>& sections);

}  // namespace indexer
