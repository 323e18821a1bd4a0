#include "corpus/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "corpus/error.h"

namespace corpus {

std::string read_file(const std::filesystem::path& path, std::size_t limit) {
  const auto problem = [](int number) {
    return Error(ErrorKind::bad_document, std::string("can't be read: ") + std::strerror(number));
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) throw problem(errno);
  struct Closer {
    int file;
    ~Closer() { ::close(file); }
  } closer{file};
  struct stat status {};
  if (::fstat(file, &status) != 0) throw problem(errno);
  if (!S_ISREG(status.st_mode)) throw Error(ErrorKind::bad_document, "is not a regular file");
  if (static_cast<std::uint64_t>(status.st_size) > limit)
    throw Error(ErrorKind::bad_document, "is " + std::to_string(status.st_size >> 20) + " MB; the limit is " +
                                             std::to_string(limit >> 20) + " MB");
  // One byte more than it says, so that the end is seen without growing; a file that grows meanwhile stops at the
  // limit.
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t size = 0;
  while (true) {
    const auto got = ::read(file, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw problem(errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > limit) throw Error(ErrorKind::bad_document, "grew above the limit while it was read");
    if (size == bytes.size()) bytes.resize(std::min(bytes.size() * 2, limit + 1));
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace corpus
