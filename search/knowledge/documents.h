// Stored documents as the knowledge about a subject needs them: read by number, and short references to them.
//
// Only public documents are ever read. Thread-safe: each call works on the reader it is given.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "search/index.h"

namespace search {

/// What a list of documents shows of each.
struct DocumentRef {
  std::string id, title, kind;
  corpus::Date date;
  std::vector<std::string> municipalities;  // values
};

DocumentRef reference(const corpus::Document& document);

/// The documents of these numbers, in this order; those that aren't public are left out.
std::vector<corpus::Document> read_documents(const Index& index, Reader& reader, std::span<const DocId> numbers);
std::vector<DocumentRef> read_references(const Index& index, Reader& reader, std::span<const DocId> numbers);

}  // namespace search
