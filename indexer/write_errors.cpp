#include "indexer/write_errors.h"

#include <cstdint>
#include <system_error>

#include "corpus/error.h"

namespace indexer {
namespace fs = std::filesystem;
using corpus::Error;
using corpus::ErrorKind;

void throw_no_room(const fs::path& index) {
  throw Error(ErrorKind::not_possible, "there is no room left on the disk of " + index.string(),
              "the index is as it was; make room, at least as much as the index takes now, and run the same again");
}

void throw_unwritable(const fs::path& index, const std::string& what) {
  constexpr std::uintmax_t no_room = 1024 * 1024;
  std::error_code unknown;
  const auto space = fs::space(index, unknown);
  if (!unknown && space.available < no_room) throw_no_room(index);
  throw Error(ErrorKind::not_possible, "the index can't be written: " + what,
              "the index is as it was; see that the disk is well, or reindex with --full");
}

}  // namespace indexer
