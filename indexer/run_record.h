// The report as JSON, and the record of the last run that stays in the folder of the index.
//
// Pure functions over values and the file system; thread-safe.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "indexer/indexer.h"

namespace indexer {

/// The object that --report writes: names of files, kinds and places, never a value of personal data.
nlohmann::json report_json(const Report& report);

/// Writes DIR/last-run.json: {"started","finished","outcome":"done"|"failed","error","report"}. `error` empty: done.
/// Never throws: a full disk must not turn a run that is done into one that failed.
void record_run(const std::filesystem::path& index, const std::string& started, const Report& report,
                const std::string& error) noexcept;
/// What the last run left; nullopt when there was none or the record can't be read.
std::optional<nlohmann::json> read_run_record(const std::filesystem::path& index);

/// Takes out of the record what tells about a document: its findings, and remarks, which may quote what its author
/// gave.
void forget_in_record(const std::filesystem::path& index, std::string_view id);

}  // namespace indexer
