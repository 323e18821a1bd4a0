// Who has which id. The first use of an id in the order of the run keeps it; any other use is a failure that names
// both.
//
// Workers finish in no particular order, so a later use may have been accepted before: then it is displaced. The
// outcome depends on the order of the files only. Thread-safe.
#pragma once
#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/manifest.h"

namespace indexer {

class Claims {
 public:
  /// `names`: how each file of the run is called in messages.
  explicit Claims(std::vector<std::string> names)
      : names_(std::move(names)), documents_(names_.size()), troubles_(names_.size()) {}

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
    std::vector<std::list<DocumentEntry>> documents;  // by file
    std::vector<std::size_t> failed;                  // by file, how many
    std::vector<Failure> failures;
  };
  Result finish();

 private:
  struct Holder {
    std::size_t file = 0;
    std::list<DocumentEntry>::const_iterator entry;
  };
  struct ById {
    using is_transparent = void;
    static std::string_view id(std::string_view id) { return id; }
    static std::string_view id(const Holder& holder) { return holder.entry->id; }
    std::size_t operator()(const auto& one) const { return std::hash<std::string_view>()(id(one)); }
    bool operator()(const auto& one, const auto& other) const { return id(one) == id(other); }
  };
  struct Trouble {
    std::uint64_t line = 0;
    std::string error;
    std::string duplicate_id;  // when the trouble is that another document has this id
  };
  std::string name(std::size_t file, std::uint64_t line) const;

  std::vector<std::string> names_;
  std::mutex mutex_;
  std::unordered_set<Holder, ById, ById> holders_;
  std::vector<std::list<DocumentEntry>> documents_;  // by file
  std::vector<std::vector<Trouble>> troubles_;       // by file
};

}  // namespace indexer
