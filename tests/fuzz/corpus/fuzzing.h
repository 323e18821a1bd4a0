// What every fuzz target of corpus/ checks: a Draft of valid, clean text, or an Error of the right kind.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "corpus/document.h"
#include "corpus/error.h"
#include "corpus/readers/reader.h"
#include "corpus/text.h"

namespace corpus::fuzzing {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void check(const Draft& draft) {
  require(draft.title == clean(draft.title));
  for (const Section& section : draft.sections) {
    require(section.heading == clean(section.heading));
    for (const Block& block : section.blocks) require(!block.text.empty() && block.text == clean(block.text, true));
  }
  for (const PassageSection& section : split_passages(draft.sections)) {
    for (const Passage& passage : section.passages) require(is_utf8(passage.text) && !passage.text.empty());
  }
}

/// Runs `read` and accepts its Error when it is of `kind` and can be shown.
template <typename Read>
void expect_value_or(ErrorKind kind, Read read) {
  try {
    read();
  } catch (const Error& error) {
    require(error.kind() == kind && is_utf8(error.line()) && error.line().find('\n') == std::string::npos);
  }
}

}  // namespace corpus::fuzzing
