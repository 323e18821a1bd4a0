// Turtle → statements, with the place of each: what vocabulary.cpp builds concepts from. Pure; thread-safe.
#pragma once
#include <string>
#include <vector>

#include "corpus/vocabulary.h"

namespace corpus {

/// One triple. URIs are absolute; blank nodes are left out, a vocabulary doesn't use them.
struct Statement {
  std::string subject, predicate, object;
  bool literal = false;
  std::string language;  // of a literal, lower case; may be empty
  std::size_t line = 0;
};

/// Throws corpus::Error (not_possible) naming file and line when the file isn't UTF-8 or Turtle, or is too large.
std::vector<Statement> parse_turtle(const VocabularyFile& file);

}  // namespace corpus
