// The one border where errors of writing become ours: Xapian's, which are no std::exception, and the file system's.
//
// Whether the disk is full is seen by looking at it, as Xapian may report only what it failed at next. So this goes
// around the work itself, inside of what clears up after it. Thread-safe.
#pragma once
#include <filesystem>
#include <string>

#include <xapian.h>

namespace indexer {

/// Thrown where little room is left on the disk, before writing more; writing_to() says so.
struct NoRoom {};
[[noreturn]] void throw_no_room(const std::filesystem::path& index);

/// Throws corpus::Error (not_possible): that there is no room, when there is none, else `what`; and what to do.
[[noreturn]] void throw_unwritable(const std::filesystem::path& index, const std::string& what);

template <typename Work>
auto writing_to(const std::filesystem::path& index, Work work) {
  try {
    return work();
  } catch (const NoRoom&) {
    throw_no_room(index);
  } catch (const Xapian::Error& error) {
    const char* system = error.get_error_string();
    throw_unwritable(index, error.get_type() + (" " + error.get_msg()) + (system ? std::string(": ") + system : ""));
  } catch (const std::filesystem::filesystem_error& error) {
    throw_unwritable(index, error.what());
  }
}

}  // namespace indexer
