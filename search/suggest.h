// Completions while typing and "bedoelde u". Words come from public documents only.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "search/index.h"

namespace search {

struct Completion {
  std::string text;
  std::string kind;  // "thema", "gemeente", "oplossing", "eenheid" or "woord"
};

/// At most `limit` completions of what was typed: labels of the vocabulary that some public document carries, and words
/// that stand in at least two. Thread-safe.
std::vector<Completion> complete(const Index& index, const std::string& typed, std::size_t limit = 8);

/// A query in which words that no document has are replaced by close ones that documents do have; nullopt when there is
/// nothing better. Words are changed, everything else in the query stays as typed.
std::optional<std::string> did_you_mean(Reader& reader, const std::string& query);

}  // namespace search
