#include "search/knowledge/documents.h"

#include "search/index/errors.h"
#include "search/index/record.h"

namespace search {

DocumentRef reference(const corpus::Document& document) {
  DocumentRef ref{document.id, document.title, document.kind.value, document.date, {}};
  for (const auto& value : document.municipalities) ref.municipalities.push_back(value.value);
  return ref;
}

std::vector<corpus::Document> read_documents(const Index& index, Reader& reader, std::span<const DocId> numbers) {
  std::vector<corpus::Document> documents;
  documents.reserve(numbers.size());
  translating_errors(index.generation(), [&] {
    for (const auto number : numbers)
      if (index.columns().is_public[number])
        documents.push_back(decode_record(reader.database.get_document(number).get_data()));
  });
  return documents;
}

std::vector<DocumentRef> read_references(const Index& index, Reader& reader, std::span<const DocId> numbers) {
  std::vector<DocumentRef> references;
  for (const auto& document : read_documents(index, reader, numbers)) references.push_back(reference(document));
  return references;
}

}  // namespace search
