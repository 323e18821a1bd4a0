#include "indexer/worker/reader_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/auxv.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "corpus/error.h"
#include "indexer/worker/sandbox.h"

namespace indexer {
namespace {

using corpus::Error;
using corpus::ErrorKind;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds kGrace{10'000};  // above the reader's own limit, which it keeps where it can
constexpr int kMostDocuments = 2000;    // of one process: what libraries leak goes with it
constexpr std::chrono::seconds kMostBusy{600};
constexpr std::size_t kMostPrinted = 16u << 20;

struct Timeout {};
struct HungUp {};

/// Waits until the socket can be read or written; throws Timeout.
void wait_for(int file, short what, Clock::time_point end) {
  while (true) {
    const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now()).count();
    if (left <= 0) throw Timeout{};
    pollfd one{file, what, 0};
    const int ready = ::poll(&one, 1, static_cast<int>(std::min<long>(left, 60'000)));
    if (ready > 0) return;
    if (ready < 0 && errno != EINTR) throw HungUp{};
  }
}

void send_all(int socket, std::string_view bytes, Clock::time_point end) {
  while (!bytes.empty()) {
    wait_for(socket, POLLOUT, end);
    const auto put = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (put < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (put <= 0) throw HungUp{};
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

void receive_all(int socket, char* to, std::size_t size, Clock::time_point end) {
  while (size > 0) {
    wait_for(socket, POLLIN, end);
    const auto got = ::recv(socket, to, size, MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) throw HungUp{};
    to += got;
    size -= static_cast<std::size_t>(got);
  }
}

/// Nothing of the administrator's environment but what sanitizers and the loader need.
std::vector<std::string> small_environment() {
  std::vector<std::string> out = {"LANG=C.UTF-8", "OMP_THREAD_LIMIT=1"};
  for (const char* name :
       {"PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) out.push_back(std::string(name) + "=" + value);
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (auto& string : strings) out.push_back(string.data());
  out.push_back(nullptr);
  return out;
}

/// Starts a program with one socket as its standard input and output; gives our end.
int spawn(std::vector<std::string> command, pid_t& process) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    throw Error(ErrorKind::not_possible, std::string("can't talk to a reader process: ") + std::strerror(errno),
                "allow more open files (ulimit -n)");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  // Libraries chatter about damaged files; a sanitizer's last words are wanted.
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#endif
  auto environment = small_environment();
  const auto arguments = pointers(command);
  const auto variables = pointers(environment);
  const int error =
      ::posix_spawnp(&process, command.front().c_str(), &actions, nullptr, arguments.data(), variables.data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (error != 0) {
    ::close(ends[0]);
    process = 0;
    throw Error(ErrorKind::not_possible,
                "can't start a reader process (" + command.front() + "): " + std::strerror(error),
                "see that the program's file is still there and processes can be started");
  }
  return ends[0];
}

int wait_for_end(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::string own_program() {
  if (::access("/proc/self/exe", X_OK) == 0) return "/proc/self/exe";
  // Without /proc: the path with which we were started.
  const auto* path = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
  return path ? path : "praktijkbank";
}

ReaderProcess::ReaderProcess(std::vector<std::string> command) : command_(std::move(command)) {
  if (command_.empty()) command_ = {own_program(), "read-worker"};
}

ReaderProcess::~ReaderProcess() { stop(); }

void ReaderProcess::start() {
  socket_ = spawn(command_, process_);
  documents_ = 0;
  busy_ = {};
}

void ReaderProcess::stop() {
  if (process_ == 0) return;
  ::close(socket_);
  ::kill(process_, SIGKILL);  // it holds nothing that could be lost
  wait_for_end(process_);
  process_ = 0;
  socket_ = -1;
}

void ReaderProcess::explain_end(bool timed_out, milliseconds allowed) {
  if (timed_out) ::kill(process_, SIGKILL);
  ::close(socket_);
  socket_ = -1;
  const int status = wait_for_end(process_);
  process_ = 0;
  const std::string again = "open it and save it again, or leave it out";
  if (timed_out || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGALRM || WTERMSIG(status) == SIGXCPU)))
    throw Error(
        ErrorKind::bad_document,
        "took longer than " + std::to_string((allowed.count() + 999) / 1000) + " seconds to read and was stopped",
        "split it; or do not trust it");
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
    throw Error(ErrorKind::bad_document, "its reader was killed, probably for want of memory", again);
  // What libraries do when they get no more memory; a bug in them may end in it too.
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT)
    throw Error(ErrorKind::bad_document,
                "its reader gave up: it is damaged, or takes more memory than the " +
                    std::to_string(kWorkerMemory >> 20) + " MB that a document may take",
                again + "; if it is large, split it");
  if (WIFSIGNALED(status))
    throw Error(ErrorKind::bad_document,
                "its reader crashed (" +
                    std::string(::sigdescr_np(WTERMSIG(status)) ? ::sigdescr_np(WTERMSIG(status)) : "signal") + ")",
                again);
  throw Error(ErrorKind::bad_document, "its reader gave up (code " + std::to_string(WEXITSTATUS(status)) + ")", again);
}

std::string ReaderProcess::ask(const WorkRequest& request) {
  if (process_ != 0 && (documents_ >= kMostDocuments || busy_ > kMostBusy)) stop();
  if (process_ == 0) start();
  const auto allowed = request.limits.time + kGrace;
  const auto begin = Clock::now();
  const auto end = begin + allowed;
  std::string answer;
  bool timed_out = false;
  try {
    const std::string frame = encode_request(request);
    send_all(socket_, frame_head(frame.size()), end);
    send_all(socket_, frame, end);
    unsigned char head[4];
    receive_all(socket_, reinterpret_cast<char*>(head), sizeof head, end);
    const auto length = frame_length(head);
    if (length > kMostAnswer) throw Timeout{};  // no reader of ours does that
    answer.resize(length);
    receive_all(socket_, answer.data(), length, end);
    ++documents_;
    busy_ += Clock::now() - begin;
    return answer;
  } catch (const Timeout&) {
    timed_out = true;
  } catch (const HungUp&) {
  }
  explain_end(timed_out, allowed);
}

corpus::Draft ReaderProcess::read(corpus::Format format, std::string_view bytes, const corpus::ReadLimits& limits,
                                  const corpus::ReadHints& hints) {
  return decode_draft(ask({format, limits, hints, 0, bytes}));
}

std::string ReaderProcess::render(std::string_view pdf, int page) {
  return decode_picture(ask({corpus::Format::pdf, corpus::limits_of(corpus::Format::pdf), {}, page, pdf}));
}

std::string run_filter(const std::vector<std::string>& command, std::string_view input, milliseconds allowed,
                       int& exit_code) {
  pid_t process = 0;
  const int socket = spawn(command, process);
  const auto end = Clock::now() + allowed;
  std::string out;
  bool timed_out = false;
  try {
    send_all(socket, input, end);
    ::shutdown(socket, SHUT_WR);
    char buffer[16 << 10];
    while (out.size() < kMostPrinted) {
      wait_for(socket, POLLIN, end);
      const auto got = ::recv(socket, buffer, sizeof buffer, MSG_DONTWAIT);
      if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (got <= 0) break;
      out.append(buffer, static_cast<std::size_t>(got));
    }
  } catch (const Timeout&) {
    timed_out = true;
  } catch (const HungUp&) {
  }
  ::close(socket);
  if (timed_out || out.size() >= kMostPrinted) ::kill(process, SIGKILL);
  const int status = wait_for_end(process);
  exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return out;
}

}  // namespace indexer
