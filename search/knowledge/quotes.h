// Quotations: whole sentences of a passage around a place, word for word. Pure functions; thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "search/knowledge/documents.h"
#include "search/search.h"

namespace search {

/// Text that stands in a passage exactly so, and where it stands.
struct Quote {
  DocumentRef document;
  std::string heading, passage;  // passage: its id
  std::string text;
  std::vector<Mark> marks;  // in order, in bytes of `text`
  bool cut = false;         // the sentence goes on in the passage
};

/// Bytes [begin, end) of `text`: the sentences, or items of a list, that hold [from, to), with what follows them up to
/// about `most` bytes. Never cuts a character; cuts a word only when it alone is longer than `most`.
std::pair<std::size_t, std::size_t> sentences_around(std::string_view text, std::size_t from, std::size_t to,
                                                     std::size_t most);

/// Sentences of a paragraph or items of a list, without the spaces between them.
std::vector<std::string_view> sentences(std::string_view text);

}  // namespace search
