#include "search/excerpts/pandoc.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <vector>

#include "corpus/error.h"
#include "search/excerpts/paper.h"

namespace search {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& why, const char* hint = "choose another format, such as md or html") {
  throw corpus::Error(corpus::ErrorKind::not_possible, "pandoc " + why, hint);
}

void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

/// In the child, between fork and exec: system calls only, as other threads may have held any lock.
[[noreturn]] void become(const char* program, char* const* arguments, int socket) {
  sigset_t none;
  sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  ::setpgid(0, 0);
  const int nothing = ::open("/dev/null", O_RDWR);
  if (nothing < 0 || ::dup2(socket, 0) < 0 || ::dup2(socket, 1) < 0 || ::dup2(nothing, 2) < 0 || ::chdir("/") != 0)
    ::_exit(126);
  for (int number = 3; number < 1024; ++number) ::close(number);
  limit(RLIMIT_CPU, static_cast<rlim_t>(Pandoc::kTime.count()));
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  limit(RLIMIT_AS, rlim_t{4} * 1024 * 1024 * 1024);  // of addresses, which its run-time system reserves freely
  (void)::unshare(CLONE_NEWUSER | CLONE_NEWNET);     // without a network where that is allowed
  char path[] = "PATH=/usr/bin:/bin", language[] = "LANG=C.UTF-8", home[] = "HOME=/nonexistent";
  char* const environment[] = {path, language, home, nullptr};
  ::execve(program, arguments, environment);
  ::_exit(127);
}

/// Feeds and reads at the same time, so that neither side waits for the other. False when the time is over or there is
/// too much.
bool exchange(int socket, std::string_view input, std::string& output, Clock::time_point deadline) {
  bool sent_all = false;
  std::array<char, 64 * 1024> buffer{};
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{socket, static_cast<short>(sent_all ? POLLIN : POLLIN | POLLOUT), 0};
    if (::poll(&waiting, 1, static_cast<int>(left)) < 0 && errno != EINTR) return false;
    if (!sent_all && (waiting.revents & POLLOUT) != 0) {
      const auto size = ::send(socket, input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (size > 0) input.remove_prefix(static_cast<std::size_t>(size));
      if (input.empty() || (size < 0 && errno != EAGAIN && errno != EINTR)) {
        ::shutdown(socket, SHUT_WR);
        sent_all = true;
      }
    }
    if ((waiting.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
    const auto size = ::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size == 0) return true;
    if (size < 0 && errno != EAGAIN && errno != EINTR) return true;
    if (size > 0) output.append(buffer.data(), static_cast<std::size_t>(size));
    if (output.size() > Pandoc::kMostOutput) return false;
  }
}

/// Its exit status when it ends before the deadline; otherwise it is killed. Always reaped.
int wait_or_kill(pid_t child, bool kill_now, Clock::time_point deadline) {
  int status = 0;
  while (!kill_now) {
    const auto ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return status;
    if (ended < 0 && errno != EINTR) return -1;
    if (Clock::now() >= deadline) break;
    ::poll(nullptr, 0, 5);
  }
  ::kill(-child, SIGKILL);
  ::kill(child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return -1;
}

}  // namespace

Pandoc::Pandoc() {
  const char* const path = std::getenv("PATH");
  std::string_view rest = path ? path : "/usr/bin:/bin";
  while (!rest.empty() && program_.empty()) {
    const auto folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
    const auto candidate = std::filesystem::path(folder) / "pandoc";
    if (candidate.is_absolute() && ::access(candidate.c_str(), X_OK) == 0) program_ = candidate;
  }
}

std::string Pandoc::convert(const std::string& json, OfficeFormat format) const {
  if (!available())
    fail("is not installed", "install the package pandoc, or choose another format, such as md or html");
  if (json.size() > kMostInput) fail("would get too much to convert");
  if (!turns_.try_acquire_for(kPatience)) fail("is busy with other documents", "try again in a moment");
  struct Turn {
    std::counting_semaphore<kMostAtOnce>& turns;
    ~Turn() { turns.release(); }
  } const turn{turns_};

  std::vector<std::string> words = {
      program_.string(), "+RTS", "-M384m", "-RTS", "--from=json", "--to", format == OfficeFormat::docx ? "docx" : "odt",
      "--output=-"};
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);

  int sockets[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) fail("can't be started");
  Descriptor ours(sockets[0]), theirs(sockets[1]);
  const auto child = ::fork();
  if (child < 0) fail("can't be started");
  if (child == 0) become(program_.c_str(), arguments.data(), theirs.get());
  theirs.close();
  const auto deadline = Clock::now() + kTime;
  std::string output;
  const bool complete = exchange(ours.get(), json, output, deadline);
  const int status = wait_or_kill(child, !complete, deadline);
  if (status != 0 || output.empty()) fail("could not make the document (status " + std::to_string(status) + ")");
  return on_a4(output, format);
}

}  // namespace search
