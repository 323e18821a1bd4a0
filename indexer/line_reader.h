// Lines of a large file, one at a time, in bounded memory.
//
// A line longer than the limit is found without being held: it is passed over, and the lines after it are read as
// usual. Not thread-safe.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace indexer {

class LineReader {
 public:
  /// Throws corpus::Error (bad_document) when the file can't be read.
  LineReader(const std::filesystem::path& path, std::size_t limit);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// Goes to the next line; false at the end. Line ends (LF or CR LF) are not part of a line.
  bool next();
  /// The line, valid until the next call; empty when it is too long.
  std::string_view line() const { return line_; }
  bool too_long() const { return too_long_; }
  std::uint64_t number() const { return number_; }         // from 1
  std::uint64_t bytes() const { return length_; }          // of this line, too long or not
  std::uint64_t offset() const { return base_ + begin_; }  // bytes passed so far

 private:
  bool fill();
  std::size_t read_at(char* to, std::size_t size, std::uint64_t at);

  std::filesystem::path path_;
  std::size_t limit_;
  int file_ = -1;
  std::string buffer_;     // bytes [base_, base_ + filled_) of the file
  std::string long_line_;  // a line that doesn't fit in the buffer
  std::uint64_t base_ = 0;
  std::size_t filled_ = 0, begin_ = 0;
  std::string_view line_;
  std::uint64_t number_ = 0, length_ = 0;
  bool too_long_ = false;
};

}  // namespace indexer
