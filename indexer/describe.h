// Description: kind, date, themes, municipalities, police units and solutions of a draft, given or found.
//
// What the author gave wins, field by field, even an empty list; what is found is marked with the passage. Nothing is
// invented: no year in text, metadata or file name, no year in the index.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/vocabulary.h"
#include "search/analysis/analyzer.h"

namespace indexer {

/// What the author gave and the vocabulary doesn't know: kept as written, named in the report.
struct DescriptionNotes {
  std::vector<std::string> unknown_values;  // "thema: Xyz"
  std::vector<std::string> warnings;
};

/// Holds the recognisers, made once a vocabulary. Immutable; share it between threads, each with its own Analyzer.
class Describer {
 public:
  explicit Describer(const corpus::Vocabulary& vocabulary);
  ~Describer();

  /// `id` and `source` are decided by the caller; `source` also serves as the file name that may hold a date.
  corpus::Document describe(corpus::Draft draft, std::string id, std::string source, search::Analyzer& analyzer,
                            DescriptionNotes& notes) const;

 private:
  struct Recognizers;
  std::unique_ptr<Recognizers> recognizers_;
};

}  // namespace indexer
