// What the commands share in writing to a terminal or a pipe. Pure functions, but for write_file.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace tools {

/// One line without control characters: names of files and texts of documents may hold anything, a terminal obeys some.
std::string printable(std::string_view text);

/// "1,234,567".
std::string with_commas(std::uint64_t number);
/// "1 document", "2 documents".
std::string counted(std::uint64_t number, std::string_view noun);

/// Beside it first, then renamed: what was there stays when anything goes wrong. Throws corpus::Error (not_possible).
void write_file(const std::filesystem::path& file, std::string_view bytes);

bool stdout_is_terminal();
bool stderr_is_terminal();

}  // namespace tools
