#include "indexer/publish.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <iomanip>
#include <sstream>

#include "corpus/error.h"
#include "indexer/copy.h"
#include "search/index/generation.h"

namespace indexer {
namespace fs = std::filesystem;
using corpus::Error;
using corpus::ErrorKind;

namespace {

bool is_generation(const std::string& name) {
  return !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
}

unsigned long number_of(const fs::path& generation) { return std::stoul(generation.filename().string()); }

std::string six_digits(unsigned long number) {
  std::ostringstream out;
  out << std::setw(6) << std::setfill('0') << number;
  return out.str();
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "?";
}

}  // namespace

IndexFolder::IndexFolder(const fs::path& folder) : folder_(fs::absolute(folder)) {
  search::current_generation_or_none(folder_);  // refuses a folder that is not ours, before anything is written
  std::error_code error;
  fs::create_directories(folder_ / "generations", error);
  if (error)
    throw Error(ErrorKind::not_possible, "can't make " + (folder_ / "generations").string() + ": " + error.message());
  lock();
  try {
    current_ = search::current_generation_or_none(folder_);
    remove_leftovers();
  } catch (...) {
    ::close(lock_);  // the destructor doesn't run for an object that was never made
    throw;
  }
}

IndexFolder::~IndexFolder() {
  std::error_code ignored;
  if (!workspace_.empty()) fs::remove_all(workspace_, ignored);
  ::close(lock_);
}

void IndexFolder::lock() {
  const auto path = folder_ / "lock";
  lock_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ < 0) throw Error(ErrorKind::not_possible, "can't write " + path.string() + ": " + std::strerror(errno));
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    std::array<char, 300> holder{};
    const auto size = ::pread(lock_, holder.data(), holder.size() - 1, 0);
    ::close(lock_);
    std::string who(holder.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    who.erase(std::min(who.find('\n'), who.size()));
    throw Error(ErrorKind::not_possible,
                "another run is writing to " + folder_.string() + (who.empty() ? "" : " (" + who + ")"),
                "wait until it is done");
  }
  const auto who = "process " + std::to_string(::getpid()) + " on " + host_name() + "\n";
  // Only said to a second writer: a full disk must not stop the run here.
  if (::ftruncate(lock_, 0) == 0 && ::pwrite(lock_, who.data(), who.size(), 0) < 0) return;
}

std::vector<fs::path> IndexFolder::generations() const {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder_ / "generations"))
    if (is_generation(entry.path().filename().string())) found.push_back(entry.path());
  std::ranges::sort(found, {}, number_of);
  return found;
}

void IndexFolder::remove_leftovers() {
  // With the lock in hand nobody else is at work, so every temporary name is of a run that did not finish.
  for (const auto& entry : fs::directory_iterator(folder_ / "generations"))
    if (entry.path().filename().string().starts_with('.')) fs::remove_all(entry.path());
  // A generation above the current one was renamed but never made current. The one below is kept for going back.
  const auto found = generations();
  const auto current =
      current_.empty() ? found.end() : std::ranges::find(found, current_.filename(), &fs::path::filename);
  for (auto generation = found.begin(); generation != found.end(); ++generation)
    if (generation != current && (current == found.end() || generation + 1 != current)) fs::remove_all(*generation);
}

const fs::path& IndexFolder::workspace() {
  if (workspace_.empty()) {
    workspace_ = folder_ / "generations" / (".tmp-" + std::to_string(::getpid()));
    fs::create_directories(workspace_);
  }
  return workspace_;
}

void IndexFolder::publish(const fs::path& generation) {
  sync_tree(generation);
  const auto found = generations();
  const auto name = six_digits(found.empty() ? 1 : number_of(found.back()) + 1);
  const auto place = folder_ / "generations" / name;
  fs::rename(generation, place);
  sync(folder_ / "generations");

  const auto link = workspace() / "current";
  fs::create_symlink(fs::path("generations") / name, link);
  fs::rename(link, folder_ / "current");
  sync(folder_);

  const auto former = std::exchange(current_, place);
  std::error_code ignored;  // what stays behind is cleared by the next run
  for (const auto& old : found)
    if (former.empty() || old.filename() != former.filename()) fs::remove_all(old, ignored);
}

}  // namespace indexer
