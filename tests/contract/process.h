// Runs the executable under test: one command, or a server for as long as an object lives. Nothing of the program's
// code is used here. One thread.
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace contract {

struct Outcome {
  int code = -1;  // exit code; -1 when a signal ended it
  std::string out;
  std::string err;
};

// Runs `praktijkbank ARGUMENTS...` to its end.
Outcome run(const std::vector<std::string>& arguments);

// A folder of its own under the system's temporary folder, removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(std::string_view name) const { return (root_ / name).string(); }
  std::string write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path root_;
};

std::string read_whole(const std::string& path);

// `praktijkbank serve` on a free port; the constructor returns when GET /health answers 200, or throws.
class Server {
 public:
  Server(const std::string& index, const Folder& folder);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const { return port_; }

 private:
  int port_ = 0;
  pid_t process_ = -1;
};

}  // namespace contract
