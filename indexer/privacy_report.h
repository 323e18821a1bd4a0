// What the report says about personal data: from the manifest, so that a run that reads nothing says it too.
#pragma once
#include "indexer/indexer.h"
#include "indexer/manifest.h"

namespace indexer {

/// Fills personal_data, masked, quarantined and forgotten; `privacy` is the mode of the run.
void report_personal_data(const std::vector<FileEntry>& files, bool one_root, Privacy privacy, Report& report);

/// Whether there is something to say.
bool has_personal_data(const std::vector<FileEntry>& files);

}  // namespace indexer
