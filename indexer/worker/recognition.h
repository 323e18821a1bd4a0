// Character recognition of scanned pages, with the program tesseract and its Dutch data (Debian: tesseract-ocr,
// tesseract-ocr-nld). The pages are drawn in the reading process; tesseract gets pixels only, in a process without
// network and with limits. Thread-safe.
#pragma once
#include <string>

#include "indexer/worker/reader_process.h"

namespace indexer {

/// Throws not_possible, with the packages to install, unless tesseract is here and knows Dutch.
void require_recognition();

/// Adds to `draft` the text of its pages that are scans, with a warning that it was recognised. Throws bad_document.
void recognize_scans(corpus::Draft& draft, std::string_view pdf, ReaderProcess& reader);

}  // namespace indexer
