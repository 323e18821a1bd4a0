// What an administrator does to an index between runs: go back, erase, ask who is at work.
//
// Each takes the lock of the index as a run does, and publishes with one rename.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace indexer {

struct Rollback {
  std::string from, to;  // names of generations
  bool forward = false;  // back to the generation that a rollback had left
};

/// Makes the previous generation the current one; once more goes forward again. Throws not_possible when there is none,
/// or when it is damaged or of another version of the program.
Rollback rollback(const std::filesystem::path& index);

struct Erased {
  std::uint64_t generations = 0;  // in how many it stood
  bool known = false;             // it was erased before
};

/// Erases a document from the current and the kept generations: each that has it is written anew, document by document,
/// so that no file of the index holds its text or words any more, and the old ones are removed. It is remembered by
/// hashes of id and content, so that later runs leave it out. Throws not_possible when no generation has it and none
/// had.
Erased forget(const std::filesystem::path& index, std::string_view id);

/// Who holds the lock, "process 12 on host"; empty when nobody does.
std::string lock_holder(const std::filesystem::path& index);

}  // namespace indexer
