// An excerpt: one passage of a public document, quoted word for word, with where it stands.
//
// Plain values; the functions are pure and thread-safe. All text is UTF-8 and not escaped.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "search/index.h"

namespace search {

struct Excerpt {
  std::string document;  // id
  std::string title;     // of the document
  std::string kind;      // "verslag"
  corpus::Date date;
  std::string section;      // heading; empty when it has none
  int page = 0;             // of the source file, from 1; 0 when it has no pages
  std::string passage;      // id, "p-3f9a1c"
  std::string fingerprint;  // of the passage's text: tells a changed source from an unchanged one
  std::string quotation;    // the passage's text; a list has one item a line
  corpus::Block::Type type = corpus::Block::Type::paragraph;
};

/// Hash of a passage's text. The id of a passage is short enough to meet by chance; this is not.
std::string fingerprint(const corpus::Passage& passage);

Excerpt make_excerpt(const corpus::Document& document, const corpus::PassageSection& section,
                     const corpus::Passage& passage);
/// nullopt when the document has no such passage.
std::optional<Excerpt> find_excerpt(const corpus::Document& document, std::string_view passage);

/// Path and fragment of the passage; the page says so when the passage is gone. `site` ("https://…", without a slash
/// at the end) goes before it and may be empty.
std::string excerpt_url(const Excerpt& excerpt, const std::string& site);

/// The best passages for a query: at most `limit` documents with at most three passages each, best first. Throws what
/// search() throws.
std::vector<Excerpt> excerpts_for(const Index& index, const std::string& query, std::size_t limit);

/// The lines of a quotation: items of a list, or the paragraph.
std::vector<std::string> lines_of(const std::string& quotation);

}  // namespace search
