// From the bytes of one document to what is written in the index: read, describe, analyse.
//
// Not thread-safe (it holds an Analyzer): make one a thread; what it refers to is shared.
#pragma once
#include <string>
#include <string_view>

#include <xapian.h>

#include "corpus/readers/reader.h"
#include "corpus/vocabulary.h"
#include "indexer/describe.h"
#include "indexer/document_writer.h"
#include "indexer/files.h"
#include "indexer/manifest.h"

namespace indexer {

/// What every thread shares; immutable.
struct Knowledge {
  explicit Knowledge(corpus::Vocabulary read)
      : vocabulary(std::move(read)), labels(vocabulary), describer(vocabulary) {}
  Knowledge(const Knowledge&) = delete;
  Knowledge& operator=(const Knowledge&) = delete;

  corpus::Vocabulary vocabulary;
  search::LabelMatcher labels;
  Describer describer;
};

/// A document ready to be written, with what the manifest remembers of it.
struct Prepared {
  Xapian::Document document;
  DocumentEntry entry;
  bool derived_id = false;
  std::size_t bytes = 0;  // about how much there is to write
};

class DocumentReader {
 public:
  explicit DocumentReader(const Knowledge& knowledge)
      : knowledge_(knowledge), writer_(knowledge.vocabulary, knowledge.labels) {}

  /// A file that is one document; `id` when its author gave none. Throws bad_document.
  Prepared read_file(const SourceFile& file, const std::string& id);
  /// One line of a JSON-lines file. Throws bad_document.
  Prepared read_line(const SourceFile& file, std::uint64_t number, std::string_view line);

  /// How the source of a line is kept in its record.
  static std::string line_source(const SourceFile& file, std::uint64_t number);

 private:
  Prepared prepare(corpus::Draft draft, std::string id, std::string source, DocumentEntry entry);

  const Knowledge& knowledge_;
  DocumentWriter writer_;
  search::Analyzer analyzer_;
  corpus::ReadLimits limits_;
};

}  // namespace indexer
