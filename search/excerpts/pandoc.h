// Word and OpenDocument files, made by the program pandoc in a process of its own.
//
// What pandoc gets is a tree (to_pandoc_json) in which every text is text and nothing names a file or an address to
// load: no markup is parsed, and it has nothing to fetch. Around it stand limits: processor time, wall-clock time,
// memory (of the heap and of all addresses), no files written, no core, an empty environment, the root folder as
// working folder, and where the kernel lets us no network. pandoc's own --sandbox can't be used with Debian 12's
// pandoc 2.17, which then doesn't find the empty document that docx and odt begin with.
//
// Thread-safe: at most kMostAtOnce run at a time, others wait their turn until kPatience is over.
#pragma once
#include <chrono>
#include <filesystem>
#include <semaphore>
#include <string>

namespace search {

enum class OfficeFormat { docx, odt };

class Pandoc {
 public:
  static constexpr std::chrono::seconds kTime{20};      // for one document
  static constexpr std::chrono::seconds kPatience{10};  // for a turn
  static constexpr std::size_t kMostInput = 16 * 1024 * 1024, kMostOutput = 32 * 1024 * 1024;
  static constexpr int kMostAtOnce = 2;

  /// Looks for pandoc on the PATH.
  Pandoc();
  /// This program; an empty path: there is none.
  explicit Pandoc(std::filesystem::path program) : program_(std::move(program)) {}

  bool available() const { return !program_.empty(); }

  /// The bytes of the file. Throws corpus::Error (not_possible) when there is no pandoc, it fails, or it takes too long
  /// or too much.
  std::string convert(const std::string& json, OfficeFormat format) const;

 private:
  std::filesystem::path program_;
  mutable std::counting_semaphore<kMostAtOnce> turns_{kMostAtOnce};
};

}  // namespace search
