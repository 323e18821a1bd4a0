// Tables from a file of measurements: a line of JSON each, with "engine", "mode" and numbers. Medians over the rounds.
#pragma once
#include <filesystem>

namespace bench {

/// Engines beside each other: queries with ratios against Lucene on the same terms, then indexing and memory.
void print_tables(const std::filesystem::path& results);
/// This program alone, a column for each number of documents ("documents" in every line).
void print_growth(const std::filesystem::path& results);

}  // namespace bench
