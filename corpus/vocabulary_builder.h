// Statements → checked concepts with slugs and links. Used by vocabulary.cpp only.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"

namespace corpus {

/// The concepts of all files together, in order of first mention. Throws as the constructor of Vocabulary says.
std::vector<Concept> build_concepts(const std::vector<VocabularyFile>& files);

/// A key that keeps equal texts of two schemes apart.
inline std::string scheme_key(Scheme scheme, std::string_view text) {
  return std::to_string(static_cast<int>(scheme)) + std::string(text);
}

}  // namespace corpus
