#include "search/index/file_marks.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <future>
#include <thread>

#include "corpus/error.h"
#include "corpus/text.h"
#include "search/index/generation.h"

namespace search {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBlock = 1 << 20;

[[noreturn]] void unreadable(const fs::path& path) {
  throw corpus::Error(corpus::ErrorKind::not_possible, "can't read " + path.string());
}

/// By as many threads as there are cores: an index of a gigabyte takes a second otherwise, with each document that
/// changes.
std::string hash_of(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) unreadable(path);
  std::vector<std::string> hashes((size + kBlock - 1) / kBlock);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    for (std::size_t block; (block = next++) < hashes.size();) {
      bytes.resize(std::min(kBlock, size - block * kBlock));
      in.seekg(static_cast<std::streamoff>(block * kBlock));
      if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) unreadable(path);
      hashes[block] = corpus::content_hash(bytes);
    }
  };
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < std::min<std::size_t>(std::thread::hardware_concurrency(), hashes.size()); ++i)
    others.push_back(std::async(std::launch::async, work));
  work();
  for (auto& other : others) other.get();
  std::string all;
  for (const auto& hash : hashes) all += hash;
  return corpus::content_hash(all);
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
    } catch (const corpus::Error& failure) {
      differences.push_back(failure.what());
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
