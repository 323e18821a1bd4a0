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

}  // namespace indexer
