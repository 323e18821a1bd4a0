#include "indexer/copy.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include "corpus/error.h"

namespace indexer {
namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const std::string& what, const fs::path& path) {
  const int number = errno;
  throw corpus::Error(corpus::ErrorKind::not_possible,
                      "can't " + what + " " + path.string() + ": " + std::strerror(number),
                      number == ENOSPC ? "make room on the disk; the index is as it was" : "");
}

struct File {
  int number;
  File(const fs::path& path, int flags, const char* what) : number(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (number < 0) fail(what, path);
  }
  ~File() { ::close(number); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
};

void copy_one(const fs::path& from, const fs::path& to) {
  const File in(from, O_RDONLY, "read"), out(to, O_WRONLY | O_CREAT | O_EXCL, "write");
  if (::ioctl(out.number, FICLONE, in.number) == 0) return;  // shares the blocks: at once, and takes no room
  struct stat status {};
  if (::fstat(in.number, &status) != 0) fail("read", from);
  auto left = status.st_size;
  while (left > 0) {
    const auto done = ::copy_file_range(in.number, nullptr, out.number, nullptr, static_cast<std::size_t>(left), 0);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0 && (errno == ENOSYS || errno == EOPNOTSUPP || errno == EXDEV || errno == EINVAL)) {
      fs::copy_file(from, to, fs::copy_options::overwrite_existing);
      return;
    }
    if (done < 0) fail("write", to);
    if (done == 0) break;
    left -= done;
  }
}

}  // namespace

void copy_folder(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const auto& entry : fs::directory_iterator(from)) copy_one(entry.path(), to / entry.path().filename());
}

void write_beside(const fs::path& path, const std::string& bytes) {
  auto beside = path;
  beside += ".new";
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << bytes;
    out.flush();
    if (!out) {
      std::error_code ignored;
      fs::remove(beside, ignored);
      throw corpus::Error(corpus::ErrorKind::not_possible, "can't write " + beside.string(), "is the disk full?");
    }
  }
  sync(beside);
  fs::rename(beside, path);
  sync(path.parent_path());
}

void sync(const fs::path& path) {
  const File file(path, O_RDONLY, "open");
  if (::fsync(file.number) != 0) fail("write", path);
}

void sync_tree(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) sync(entry.path());
  sync(folder);
}

}  // namespace indexer
