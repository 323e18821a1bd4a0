#include "search/index/file_marks.h"

#include <algorithm>
#include <fstream>

#include "corpus/error.h"
#include "corpus/text.h"
#include "search/index/generation.h"

namespace search {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBlock = 1 << 20;

std::string hash_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string block(kBlock, '\0'), hashes;
  while (in.read(block.data(), static_cast<std::streamsize>(kBlock)) || in.gcount() > 0)
    hashes += corpus::content_hash(std::string_view(block).substr(0, static_cast<std::size_t>(in.gcount())));
  if (!in.eof()) throw corpus::Error(corpus::ErrorKind::not_possible, "can't read " + path.string());
  return corpus::content_hash(hashes);
}

std::vector<std::string> compare(const fs::path& generation, const std::vector<FileMark>& marks, bool content) {
  std::vector<std::string> differences;
  for (const auto& mark : marks) {
    const auto path = generation / mark.name;
    std::error_code error;
    const auto size = fs::file_size(path, error);
    try {
      if (error)
        differences.push_back(path.string() + " is gone");
      else if (size != mark.size)
        differences.push_back(path.string() + " has " + std::to_string(size) + " bytes, not " +
                              std::to_string(mark.size));
      else if (content && hash_of(path) != mark.hash)
        differences.push_back(path.string() + " is not as it was written");
    } catch (const corpus::Error& unreadable) {
      differences.push_back(unreadable.what());
    }
  }
  return differences;
}

}  // namespace

std::vector<FileMark> mark_files(const fs::path& generation) {
  std::vector<FileMark> marks;
  for (const auto& entry : fs::recursive_directory_iterator(generation)) {
    const auto name = entry.path().lexically_relative(generation).string();
    if (entry.is_regular_file() && name != "meta.json" && entry.path() != manifest_path(generation) &&
        entry.path().filename() != "flintlock")  // Xapian's lock, empty and never read
      marks.push_back({name, entry.file_size(), hash_of(entry.path())});
  }
  std::ranges::sort(marks, {}, &FileMark::name);
  return marks;
}

std::vector<std::string> files_resized(const fs::path& generation, const std::vector<FileMark>& marks) {
  return compare(generation, marks, false);
}

std::vector<std::string> files_changed(const fs::path& generation, const std::vector<FileMark>& marks) {
  return compare(generation, marks, true);
}

}  // namespace search
