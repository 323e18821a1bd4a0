// Municipalities and police units in a document.
//
// Names count where the text uses them as places (place_evidence.h). A name that several municipalities have ("Bergen")
// counts when the rest of the document tells which; otherwise none is chosen and a warning says so. Immutable after
// construction; share it between threads.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/vocabulary.h"
#include "indexer/description/place_names.h"
#include "indexer/description/text_unit.h"

namespace indexer {

struct FoundPlaces {
  std::vector<corpus::Value> municipalities, police_units;  // slugs, in order of appearance
  std::vector<std::string> warnings;
};

class PlaceRecognizer {
 public:
  /// The vocabulary must outlive this.
  explicit PlaceRecognizer(const corpus::Vocabulary& vocabulary) : names_(vocabulary) {}

  /// `rejected` tells which concepts must not be found.
  FoundPlaces find(std::span<const TextUnit> units, const std::function<bool(const corpus::Concept&)>& rejected) const;

 private:
  PlaceNames names_;
};

}  // namespace indexer
