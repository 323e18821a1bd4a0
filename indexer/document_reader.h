// From the bytes of one document to what is written in the index: read, describe, analyse.
//
// Not thread-safe (it holds an Analyzer): make one a thread; what it refers to is shared.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "corpus/readers/reader.h"
#include "corpus/vocabulary.h"
#include "indexer/describe.h"
#include "indexer/document_writer.h"
#include "indexer/files.h"
#include "indexer/forgotten.h"
#include "indexer/indexer.h"
#include "indexer/manifest.h"
#include "indexer/worker/reader_process.h"

namespace indexer {

/// What every thread shares; immutable.
struct Knowledge {
  Knowledge(corpus::Vocabulary read, Privacy mode, Forgotten erased)
      : vocabulary(std::move(read)),
        labels(vocabulary),
        describer(vocabulary),
        privacy(mode),
        forgotten(std::move(erased)) {}
  Knowledge(const Knowledge&) = delete;
  Knowledge& operator=(const Knowledge&) = delete;

  corpus::Vocabulary vocabulary;
  search::LabelMatcher labels;
  Describer describer;
  Privacy privacy;
  Forgotten forgotten;
};

/// A document ready to be written, with what the manifest remembers of it. `document` is empty unless entry.in_index().
struct Prepared {
  Xapian::Document document;
  DocumentEntry entry;
  bool derived_id = false;
  std::size_t bytes = 0;  // about how much there is to write
};

class DocumentReader {
 public:
  /// `ocr`: pages that are pictures are recognised.
  explicit DocumentReader(const Knowledge& knowledge, bool ocr = false)
      : knowledge_(knowledge), ocr_(ocr), writer_(knowledge.vocabulary, knowledge.labels) {}

  /// A file that is one document, or the chapters of one book; `id` when its author gave none. Throws bad_document.
  std::vector<Prepared> read_file(const SourceFile& file, const std::string& id);
  /// One line of a JSON-lines file. Throws bad_document.
  Prepared read_line(const SourceFile& file, std::uint64_t number, std::string_view line);

  /// How the source of a line is kept in its record.
  static std::string line_source(const SourceFile& file, std::uint64_t number);

 private:
  corpus::Draft read_draft(const SourceFile& file, const std::string& bytes, const corpus::ReadHints& hints);
  Prepared prepare(corpus::Draft draft, std::string id, std::string source, DocumentEntry entry,
                   const corpus::BookPlace& book = {});
  bool may_stand(corpus::Draft& draft, const std::string& id, DocumentEntry& entry) const;

  const Knowledge& knowledge_;
  bool ocr_;
  DocumentWriter writer_;
  ReaderProcess foreign_;
  search::Analyzer analyzer_;
  corpus::ReadLimits limits_;
};

}  // namespace indexer
