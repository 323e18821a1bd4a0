#include "indexer/line_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "corpus/error.h"

namespace indexer {
namespace {
constexpr std::size_t kBuffer = 1 << 20;

corpus::Error unreadable(int number) {
  return {corpus::ErrorKind::bad_document, std::string("can't be read: ") + std::strerror(number)};
}
}  // namespace

LineReader::LineReader(const std::filesystem::path& path, std::size_t limit)
    : path_(path), limit_(limit), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), buffer_(kBuffer, '\0') {
  if (file_ < 0) throw unreadable(errno);
  try {
    filled_ = read_at(buffer_.data(), buffer_.size(), 0);
  } catch (...) {
    ::close(file_);  // the destructor doesn't run for an object that was never made
    throw;
  }
  if (std::string_view(buffer_).substr(0, filled_).starts_with("\xef\xbb\xbf")) begin_ = 3;  // byte order mark
}

LineReader::~LineReader() { ::close(file_); }

std::size_t LineReader::read_at(char* to, std::size_t size, std::uint64_t at) {
  std::size_t done = 0;
  while (done < size) {
    const auto got = ::pread(file_, to + done, size - done, static_cast<off_t>(at + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw unreadable(errno);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

bool LineReader::fill() {
  base_ += begin_;
  begin_ = 0;
  filled_ = read_at(buffer_.data(), buffer_.size(), base_);
  return filled_ > 0;
}

bool LineReader::next() {
  too_long_ = false;
  if (!long_line_.empty()) long_line_ = {};  // gives the memory back
  const auto newline_from = [&](std::size_t from) {
    return std::string_view(buffer_).substr(0, filled_).find('\n', from);
  };
  auto end = newline_from(begin_);
  if (end == std::string_view::npos && filled_ == buffer_.size()) {
    fill();
    end = newline_from(0);
  }
  ++number_;
  const auto without_return = [](std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  };
  if (end == std::string_view::npos && filled_ < buffer_.size()) {  // the last line has no end
    if (begin_ == filled_) return false;
    end = filled_;
  }
  if (end != std::string_view::npos) {
    length_ = end - begin_;
    line_ = std::string_view(buffer_).substr(begin_, end - begin_);
    begin_ = std::min(end + 1, filled_);
    too_long_ = length_ > limit_;
    line_ = too_long_ ? std::string_view() : without_return(line_);
    return true;
  }
  // Longer than the buffer: look for its end first, then read it whole if the limit allows.
  const auto start = base_;
  bool ended = false;
  while (!ended) {
    begin_ = filled_;
    if (!fill()) break;
    end = newline_from(0);
    ended = end != std::string_view::npos;
    begin_ = ended ? end + 1 : filled_;
    if (ended) length_ = base_ + end - start;
  }
  if (!ended) length_ = base_ - start;
  too_long_ = length_ > limit_;
  line_ = {};
  if (!too_long_) {
    long_line_.resize(length_);
    long_line_.resize(read_at(long_line_.data(), length_, start));
    line_ = without_return(long_line_);
  }
  return true;
}

}  // namespace indexer
