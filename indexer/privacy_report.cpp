#include "indexer/privacy_report.h"

#include <algorithm>

namespace indexer {
namespace {

std::string handling_of(const DocumentEntry& document, Privacy privacy) {
  if (document.masked) return "masked";
  if (document.standing == Standing::quarantined) return "quarantined";
  return privacy == Privacy::report ? "reported" : "released";
}

}  // namespace

Privacy privacy_from(std::string_view name) {
  if (name == "quarantine") return Privacy::quarantine;
  return name == "mask" ? Privacy::mask : Privacy::report;
}

std::string name_of(Privacy privacy) {
  switch (privacy) {
    case Privacy::quarantine:
      return "quarantine";
    case Privacy::mask:
      return "mask";
    case Privacy::report:
      break;
  }
  return "report";
}

void report_personal_data(const std::vector<FileEntry>& files, bool one_root, Privacy privacy, Report& report) {
  for (const auto& file : files)
    for (const auto& document : file.documents) {
      report.masked += document.masked;
      report.quarantined += document.standing == Standing::quarantined;
      report.forgotten += document.standing == Standing::forgotten;
      if (document.places.empty()) continue;
      report.personal_data.push_back(
          {display_name(file, document, one_root), document.id, handling_of(document, privacy), document.places});
    }
}

bool has_personal_data(const std::vector<FileEntry>& files) {
  return std::ranges::any_of(files, [](const FileEntry& file) {
    return std::ranges::any_of(
        file.documents, [](const DocumentEntry& document) { return !document.places.empty() || !document.in_index(); });
  });
}

}  // namespace indexer
