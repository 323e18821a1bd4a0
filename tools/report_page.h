// The report of a run as a page for people: what failed and why, what was found in the texts, what is uncertain. Dutch.
//
// A page of its own without scripts or anything from elsewhere. Everything from documents is escaped.
#pragma once
#include <filesystem>
#include <string>

#include "indexer/indexer.h"

namespace tools {

std::string report_page(const indexer::Report& report, const std::filesystem::path& index);

}  // namespace tools
