// A document as it lies in Xapian: terms, positions, values and the stored record of search/schema.h.
//
// The same document always becomes the same terms, whoever writes it: incremental and full runs agree because of that.
// Immutable; share it between threads, each with its own Analyzer.
#pragma once
#include <string>
#include <vector>

#include <xapian.h>

#include "corpus/document.h"
#include "corpus/vocabulary.h"
#include "search/analysis/analyzer.h"
#include "search/synonyms/label_matcher.h"

namespace indexer {

class DocumentWriter {
 public:
  /// Both must outlive the writer.
  DocumentWriter(const corpus::Vocabulary& vocabulary, const search::LabelMatcher& labels)
      : vocabulary_(vocabulary), labels_(labels) {}

  /// `warnings` gets what had to be cut.
  Xapian::Document write(const corpus::Document& document, search::Analyzer& analyzer,
                         std::vector<std::string>& warnings) const;

 private:
  const corpus::Vocabulary& vocabulary_;
  const search::LabelMatcher& labels_;
};

}  // namespace indexer
