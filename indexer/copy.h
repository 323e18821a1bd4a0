// Copying and syncing whole folders. Pure functions over the file system; they throw not_possible when the disk is
// full.
#pragma once
#include <filesystem>
#include <string>

namespace indexer {

/// Copies a flat folder of files, sharing blocks where the file system can.
void copy_folder(const std::filesystem::path& from, const std::filesystem::path& to);

/// Writes a file beside the old one, syncs it and renames: after a crash there is one of the two.
void write_beside(const std::filesystem::path& path, const std::string& bytes);

/// Makes everything in a folder, and the folder itself, survive a power cut.
void sync_tree(const std::filesystem::path& folder);
/// One file or folder.
void sync(const std::filesystem::path& path);

}  // namespace indexer
