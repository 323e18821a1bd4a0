// What a run has to read: the files found, compared with what the current generation knows of them.
//
// Pure functions over the file system; not synchronised.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/files.h"
#include "indexer/manifest.h"

namespace indexer {

struct PlannedFile {
  const FileEntry* known = nullptr;  // what the current generation knows of this very file
  bool read = true;
  std::string id;  // for a document whose author gave none
};

struct Plan {
  std::vector<PlannedFile> files;  // in the order of Listing::files
  bool touched = false;            // a file has another time but the same content: the manifest should learn that
  bool gone = false;               // a known file is not in the listing
  std::uint64_t changes = 0;       // about how many documents are new, changed or gone

  bool nothing_to_do() const;
};

/// Compares by size and time, and by content where these differ or were too fresh to trust. `manifest` must live as
/// long as the plan. With `everything` every file is read anew; ids are kept all the same.
Plan make_plan(const Listing& listing, const Manifest& manifest, bool everything);

/// Counts, after load_rows(), the lines that are new or changed in JSON-lines files that must be read.
void count_changed_rows(const Listing& listing, Plan& plan);

/// Content hash of a file that is one document, its side file included. Throws bad_document.
ContentHash hash_file(const SourceFile& file);

}  // namespace indexer
