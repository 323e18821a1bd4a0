// Completions while typing and "bedoelde u". Everything comes from public documents (search/suggest/).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "search/index.h"

namespace search {

struct Completion {
  std::string text;  // what the box would hold: what was typed before is kept
  std::string kind;  // "thema", "gemeente", "oplossing", "eenheid" or "woord" (one word or several)
};

/// At most `limit` completions of what was typed, best first: labels of the vocabulary that some public document
/// carries (alternative labels lead to the preferred one), runs of title words and words that stand in at least two;
/// never a stop word alone. With a space at the end the next word is guessed. Thread-safe.
std::vector<Completion> complete(const Index& index, const std::string& typed, std::size_t limit = 8);

/// A query in which words that are probably slips are replaced by what was probably meant; nullopt when nothing is
/// better. Words are changed, everything else in the query stays as typed. The reader is the caller's.
std::optional<std::string> did_you_mean(const Index& index, Reader& reader, const std::string& query);

}  // namespace search
