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
#include "indexer/maintenance.h"
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

/// Who says in the lock file that it holds it; empty when nobody does.
std::string written_in(int lock) {
  std::array<char, 300> text{};
  const auto size = ::pread(lock, text.data(), text.size() - 1, 0);
  std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  holder.erase(std::min(holder.find('\n'), holder.size()));
  return holder;
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
    const auto who = written_in(lock_);
    ::close(lock_);
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
  // A generation above the current one was renamed but never made current, unless a rollback left it. One is kept for
  // going back.
  const auto found = generations();
  const auto current =
      current_.empty() ? found.end() : std::ranges::find(found, current_.filename(), &fs::path::filename);
  const auto kept = current == found.end() ? fs::path() : search::other_generation(folder_);
  for (auto generation = found.begin(); generation != found.end(); ++generation)
    if (generation != current && generation->filename() != kept.filename()) fs::remove_all(*generation);
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

  link("current", place);
  std::error_code gone;
  fs::remove(folder_ / "undone", gone);

  const auto former = std::exchange(current_, place);
  std::error_code ignored;  // what stays behind is cleared by the next run
  for (const auto& old : found)
    if (former.empty() || old.filename() != former.filename()) fs::remove_all(old, ignored);
}

void IndexFolder::link(const char* name, const fs::path& generation) {
  const auto link = workspace() / name;
  fs::create_symlink(fs::path("generations") / generation.filename(), link);
  fs::rename(link, folder_ / name);
  sync(folder_);
}

void IndexFolder::switch_to(const fs::path& generation) {
  const bool forward = number_of(generation) > number_of(current_);
  // Before the switch, so that a crash in between leaves a link that counts for nothing: to what is still current.
  if (!forward) link("undone", current_);
  link("current", generation);
  if (forward) fs::remove(folder_ / "undone");
  current_ = folder_ / "generations" / generation.filename();
}

void IndexFolder::replace(const std::map<std::string, fs::path>& others) {
  if (others.empty()) return;
  const auto old = generations();
  const bool rolled_back = search::is_rolled_back(folder_);
  auto number = number_of(old.back()) + 1;
  fs::path current, left;
  for (const auto& generation : old) {
    const auto other = others.find(generation.filename().string());
    if (other == others.end()) continue;
    const auto place = folder_ / "generations" / six_digits(number++);
    sync_tree(other->second);
    fs::rename(other->second, place);
    if (generation.filename() == current_.filename()) current = place;
    if (rolled_back && number_of(generation) > number_of(current_)) left = place;
  }
  sync(folder_ / "generations");
  std::error_code gone;
  fs::remove(folder_ / "undone", gone);
  link("current", current);
  if (!left.empty()) link("undone", left);
  current_ = current;
  for (const auto& generation : old) fs::remove_all(generation);
  sync(folder_ / "generations");
}

std::string lock_holder(const fs::path& index) {
  const int lock = ::open((index / "lock").c_str(), O_RDONLY | O_CLOEXEC);
  if (lock < 0) return {};
  std::string holder;
  // A shared lock for a moment: a run that begins right now waits for nobody, it only fails, so this is over at once.
  if (::flock(lock, LOCK_SH | LOCK_NB) != 0) {
    holder = written_in(lock);
    if (holder.empty()) holder = "another process";
  }
  ::close(lock);
  return holder;
}

}  // namespace indexer
