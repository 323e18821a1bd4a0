// Reads what a plan says and hands every document to a sink: one producer, several workers.
//
// The outcome does not depend on the number of workers nor on which finishes first.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/claims.h"
#include "indexer/document_reader.h"
#include "indexer/files.h"
#include "indexer/plan.h"
#include "indexer/sink.h"

namespace indexer {

/// By id; nothing where the document that has the id in the end does not go into the index.
using LateDocuments = std::map<std::string, std::optional<Xapian::Document>>;

struct Outcome {
  Claims::Result claims;
  std::vector<bool> derived_ids;  // by file
  /// Documents that took the id of one already handed to the sink: to be written when everything else is.
  LateDocuments late;
};

using ProgressCallback = std::function<void(const Progress&)>;

/// Reads with `workers` threads, and with `ocr` what scanned pages hold. With `in_place` (which is then the sink too),
/// lines of JSON lines that did not change are left as they are; without, every line is read. Throws what stops the run
/// as a whole.
Outcome read_documents(const Knowledge& knowledge, const Listing& listing, const Plan& plan, unsigned workers,
                       Sink& sink, CopySink* in_place, bool ocr, const ProgressCallback& progress);

}  // namespace indexer
