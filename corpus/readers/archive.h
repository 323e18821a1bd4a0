// A zip in memory (libzip), as Word, PowerPoint and OpenDocument files are: parts by name, each bounded.
//
// Bombs are refused by what a part says it holds and by what it turns out to hold. Archives inside are not opened.
// Not thread-safe.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace corpus {

class Archive {
 public:
  /// `bytes` must outlive the archive. Throws bad_document when it is no sound zip.
  explicit Archive(std::string_view bytes);

  bool has(const std::string& name) const;
  /// The bytes of a part; nullopt when there is none. Throws bad_document when it is damaged, encrypted or too large.
  std::optional<std::string> read(const std::string& name);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> zip_;
  std::uint64_t left_;  // bytes that may still be unpacked
};

}  // namespace corpus
