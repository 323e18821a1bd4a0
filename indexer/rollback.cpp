#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>

#include "corpus/error.h"
#include "indexer/maintenance.h"
#include "indexer/publish.h"
#include "search/index/generation.h"

namespace indexer {
namespace fs = std::filesystem;
using corpus::Error;
using corpus::ErrorKind;

Rollback rollback(const fs::path& index) {
  search::current_generation(index);  // throws when there is no index, before a folder is made
  IndexFolder folder(index);
  const auto target = search::other_generation(index);
  if (target.empty())
    throw Error(ErrorKind::not_possible, "there is no other generation in " + index.string(), "nothing was changed");
  const auto meta = search::read_meta(target);
  search::require_compatible(meta, target);
  search::require_whole(meta, target);
  Rollback done{folder.current().filename().string(), target.filename().string(), search::is_rolled_back(index)};
  folder.switch_to(target);
  return done;
}

std::string lock_holder(const fs::path& index) {
  const int lock = ::open((index / "lock").c_str(), O_RDONLY | O_CLOEXEC);
  if (lock < 0) return {};
  std::string holder;
  // A shared lock for a moment: a run that begins right now waits for nobody, it only fails, so this is over at once.
  if (::flock(lock, LOCK_SH | LOCK_NB) != 0) {
    std::array<char, 300> text{};
    const auto size = ::pread(lock, text.data(), text.size() - 1, 0);
    holder.assign(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    holder.erase(std::min(holder.find('\n'), holder.size()));
    if (holder.empty()) holder = "another process";
  }
  ::close(lock);
  return holder;
}

}  // namespace indexer
