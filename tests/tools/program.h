// The real executable as a process: run to its end, or started and watched or killed.
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace tests {

struct Outcome {
  int code = -1;  // exit code; -1 when a signal ended it
  std::string out, err;
};

/// The example corpus of the sources.
inline const std::string kExample = PRAKTIJKBANK_SOURCE_DIR "/corpus/example";

/// All of a file; nothing when it isn't there.
std::string content(const std::filesystem::path& path);

/// Runs `praktijkbank ARGUMENTS...` to its end, standard input empty.
Outcome praktijkbank(const std::vector<std::string>& arguments);

/// `praktijkbank ARGUMENTS...` at work; killed when it is still there at the end.
class Running {
 public:
  explicit Running(const std::vector<std::string>& arguments);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  bool ended();
  /// kill -9, and waits until it is gone.
  void kill();

 private:
  pid_t process_;
};

/// Peak memory of all processes run so far, in bytes.
std::size_t peak_memory_of_children();

}  // namespace tests
