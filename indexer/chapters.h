// One document a chapter of a policy book or long report.
//
// A draft is split at its headings of level 1 when the author says `chapters: true`, or when it is a policy book (kind
// given, or named so by title or file name) with two of them at least; never when `chapters: false`, nor when it is a
// chapter already by book_of(). What stands before
// the first chapter is a document under the book's own id. Chapters inherit what the author gave. Pure; thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace indexer {

struct Chapter {
  std::string id;  // "<book>/<slug of the heading>"; the book's own for what stands before the first chapter
  corpus::BookPlace book;
  corpus::Draft draft;
};

/// Empty when the draft is not to be split. `id`: of the book. `source`: its file's name.
std::vector<Chapter> split_chapters(const corpus::Draft& draft, const std::string& id, std::string_view source);

}  // namespace indexer
