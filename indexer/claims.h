// Who has which id. The first use of an id in the order of the run keeps it; any other use is a failure that names
// both.
//
// Workers finish in no particular order, so a later use may have been accepted before: then it is displaced. The
// outcome depends on the order of the files only. Thread-safe.
#pragma once
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/manifest.h"

namespace indexer {

class Claims {
 public:
  /// `names`: how each file of the run is called in messages.
  explicit Claims(std::vector<std::string> names) : names_(std::move(names)), troubles_(names_.size()) {}

  enum class Verdict {
    accepted,
    displaced,  // accepted, and another document with this id was written or will be: this one must be written last
    refused     // noted as a failure
  };
  Verdict claim(std::size_t file, DocumentEntry entry);

  /// A document that failed: `line` 0 for a whole file.
  void fail(std::size_t file, std::uint64_t line, const std::string& error);

  /// After the last claim: the documents of each file in order of line, and the failures in order.
  struct Result {
    std::vector<std::vector<DocumentEntry>> documents;  // by file
    std::vector<std::size_t> failed;                    // by file, how many
    std::vector<Failure> failures;
  };
  Result finish();

 private:
  struct Holder {
    std::size_t file = 0;
    DocumentEntry entry;
  };
  struct Trouble {
    std::uint64_t line = 0;
    std::string error;
    std::string duplicate_id;  // when the trouble is that another document has this id
  };
  std::string name(std::size_t file, std::uint64_t line) const;

  std::vector<std::string> names_;
  std::mutex mutex_;
  std::unordered_map<std::string, Holder> holders_;  // by id
  std::vector<std::vector<Trouble>> troubles_;       // by file
};

}  // namespace indexer
