// The one border where Xapian's exceptions become ours, on the side of readers. Thread-safe.
#pragma once
#include <filesystem>

#include <xapian.h>

#include "corpus/error.h"

namespace search {

/// Throws corpus::Error (not_possible): which generation can't be read, what Xapian says, and to reindex.
[[noreturn]] inline void throw_unreadable(const std::filesystem::path& generation, const Xapian::Error& error) {
  throw corpus::Error(
      corpus::ErrorKind::not_possible,
      "the index in " + generation.string() + " can't be read: " + error.get_type() + " " + error.get_msg(),
      "reindex with --full");
}

/// Runs `work`, which reads the generation, and makes one exception of Xapian's many.
template <typename Work>
auto translating_errors(const std::filesystem::path& generation, Work work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw_unreadable(generation, error);
  }
}

}  // namespace search
