// The folder of an index as its one writer sees it: lock, workspace, and the rename that makes a generation current.
//
// A crash at any moment leaves the current generation as it was; the next run clears what lies about.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace indexer {

class IndexFolder {
 public:
  /// Makes the folder where there is none, takes its lock and clears the leftovers of runs that did not finish. Throws
  /// not_possible when another process holds the lock or the folder belongs to something else.
  explicit IndexFolder(const std::filesystem::path& folder);
  /// Gives the lock back and removes the workspace.
  ~IndexFolder();
  IndexFolder(const IndexFolder&) = delete;
  IndexFolder& operator=(const IndexFolder&) = delete;

  /// The current generation; empty when there is none.
  const std::filesystem::path& current() const { return current_; }
  /// A folder for temporary files, beside the generations. Made at the first call.
  const std::filesystem::path& workspace();
  /// Makes `generation`, a folder in the workspace, the current one; the former stays, older ones go.
  void publish(const std::filesystem::path& generation);

  /// The current and the kept generations, oldest first.
  std::vector<std::filesystem::path> generations() const;
  /// Makes a kept generation the current one; the one that was current is remembered until the next publish.
  void switch_to(const std::filesystem::path& generation);
  /// Puts other folders, made in the workspace, in the place of all generations, by name: the current one must be among
  /// them, and those that are not are removed. One rename makes all of it current.
  void replace(const std::map<std::string, std::filesystem::path>& others);

 private:
  void lock();
  void link(const char* name, const std::filesystem::path& generation);
  void remove_leftovers();

  std::filesystem::path folder_, current_, workspace_;
  int lock_ = -1;
};

}  // namespace indexer
