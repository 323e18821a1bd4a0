// Short ways to read a text and to say what came out of it.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/error.h"
#include "corpus/readers/reader.h"

namespace corpus::test {

inline Draft read_text(std::string_view text) { return read_document(Format::text, text); }
inline Draft read_md(std::string_view text) { return read_document(Format::markdown, text); }
inline Draft read_page(std::string_view text) { return read_document(Format::html, text); }

/// One line a heading or block: "#2 Kop", "P tekst", "L een|twee".
inline std::vector<std::string> outline(const Draft& draft) {
  std::vector<std::string> out;
  for (const Section& section : draft.sections) {
    if (section.level > 0) out.push_back("#" + std::to_string(section.level) + " " + section.heading);
    for (const Block& block : section.blocks) {
      std::string line = (block.type == Block::Type::list ? "L " : "P ") + block.text;
      for (char& c : line) c = c == '\n' ? '|' : c;
      out.push_back(line);
    }
  }
  return out;
}

/// The message and hint of the bad_document that `action` throws; empty when it throws nothing.
inline std::string complaint(const std::function<void()>& action, ErrorKind kind = ErrorKind::bad_document) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind() == kind ? error.line() : std::string("another kind of error: ") + error.line();
  }
  return {};
}

}  // namespace corpus::test
