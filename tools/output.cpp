#include "tools/output.h"

#include <unistd.h>

#include <fstream>

#include "corpus/error.h"
#include "corpus/text.h"

namespace tools {

std::string printable(std::string_view text) {
  auto line = corpus::to_valid_utf8(text);
  for (auto& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return line;
}

std::string with_commas(std::uint64_t number) {
  auto digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string counted(std::uint64_t number, std::string_view noun) {
  return with_commas(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  namespace fs = std::filesystem;
  std::error_code error;
  // A device or a pipe can't be replaced: that is written to.
  const bool in_place = fs::exists(file, error) && !fs::is_regular_file(file, error);
  auto target = file;
  if (!in_place) target += ".new-" + std::to_string(::getpid());
  std::ofstream out(target, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out && !in_place) fs::rename(target, file, error);
  if (out && !error) return;
  std::error_code ignored;
  if (!in_place) fs::remove(target, ignored);
  throw corpus::Error(corpus::ErrorKind::not_possible, file.string() + " can't be written",
                      "see whether its folder is there and the disk has room");
}

bool stdout_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }
bool stderr_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

}  // namespace tools
