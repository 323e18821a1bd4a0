// Reads foreign formats in a process of its own, so that a crash, a hang or a bomb costs one document.
//
// The process is this program started again (worker.h), with the document's bytes coming in over a socket and the draft
// going back. It is started at the first document, used for many, and replaced when it died or has worked long.
// Not thread-safe: one a thread.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/reader.h"
#include "indexer/worker/protocol.h"

namespace indexer {

class ReaderProcess {
 public:
  /// `command`: what to start instead of this program, with its arguments; for tests.
  explicit ReaderProcess(std::vector<std::string> command = {});
  ~ReaderProcess();
  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;

  /// Throws bad_document with what is wrong, also when the reader crashed or took too long.
  corpus::Draft read(corpus::Format format, std::string_view bytes, const corpus::ReadLimits& limits,
                     const corpus::ReadHints& hints);
  /// One page of a PDF as a picture.
  std::string render(std::string_view pdf, int page);

  pid_t process() const { return process_; }  // 0: none is running

 private:
  std::string ask(const WorkRequest& request);
  void start();
  void stop();
  /// What the end of the process means for its document.
  [[noreturn]] void explain_end(bool timed_out, std::chrono::milliseconds allowed);

  std::vector<std::string> command_;
  pid_t process_ = 0;
  int socket_ = -1;
  int documents_ = 0;
  std::chrono::steady_clock::duration busy_{};
};

/// Runs a program with `input` on its standard input and gives what it prints. `exit_code` is 127 when there is no such
/// program, -1 when it was ended by a signal or after `allowed`.
std::string run_filter(const std::vector<std::string>& command, std::string_view input,
                       std::chrono::milliseconds allowed, int& exit_code);

/// This program's own file, to start it again.
std::string own_program();

}  // namespace indexer
