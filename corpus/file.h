// Reading a file whole. Thread-safe.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

namespace corpus {

/// All bytes of a regular file; throws bad_document when it can't be read or is larger than `limit`. A link is
/// followed.
std::string read_file(const std::filesystem::path& path, std::size_t limit);

}  // namespace corpus
