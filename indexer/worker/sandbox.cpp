#include "indexer/worker/sandbox.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <initializer_list>

namespace indexer {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // their shadow memory is larger than any limit
#else
constexpr bool kSanitized = false;
#endif

constexpr rlim_t kReaderSeconds = 1200;  // of a whole life; each document has its own limit
constexpr rlim_t kRecognitionSeconds = 180;
constexpr std::size_t kRecognitionMemory = std::size_t{2} << 30;

void limit(decltype(RLIMIT_AS) resource, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(resource, &both);  // where it fails, the limit is lower already
}

class Filter {
 public:
  explicit Filter(std::uint32_t otherwise) : context_(seccomp_init(otherwise)) {}
  ~Filter() {
    if (context_) seccomp_release(context_);
  }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  /// Names that the machine's kernel or architecture doesn't know are passed over.
  template <typename... Conditions>
  void rule(std::uint32_t action, const char* name, Conditions... conditions) {
    const int number = seccomp_syscall_resolve_name(name);
    if (context_ && number != __NR_SCMP_ERROR)
      seccomp_rule_add(context_, action, number, sizeof...(conditions), conditions...);
  }
  void load() {
    if (context_) seccomp_load(context_);
  }

 private:
  scmp_filter_ctx context_;
};

}  // namespace

void enter_reading_sandbox() {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  std::signal(SIGXFSZ, SIG_IGN);  // a library's message to a log fails, and costs nothing else
  limit(RLIMIT_NPROC, 0);
  limit(RLIMIT_CPU, kReaderSeconds);
  if (!kSanitized) limit(RLIMIT_AS, kWorkerMemory);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  // What holds where there is no seccomp too: nothing can be opened. Open descriptors stay open. (The sanitizers look
  // through a pipe whether memory can be read.)
  limit(RLIMIT_NOFILE, kSanitized ? 64 : 0);
  {
    // Refused calls fail instead of killing: libraries try to open files and go on without them.
    Filter filter(SCMP_ACT_ERRNO(EPERM));
    for (const char* name : {"read",
                             "write",
                             "readv",
                             "writev",
                             "close",
                             "lseek",
                             "munmap",
                             "mremap",
                             "madvise",
                             "brk",
                             "futex",
                             "rt_sigaction",
                             "rt_sigprocmask",
                             "rt_sigreturn",
                             "sigaltstack",
                             "getpid",
                             "gettid",
                             "exit",
                             "exit_group",
                             "clock_gettime",
                             "clock_getres",
                             "gettimeofday",
                             "time",
                             "nanosleep",
                             "clock_nanosleep",
                             "sched_yield",
                             "getrandom",
                             "alarm",
                             "setitimer",
                             "restart_syscall",
                             "getrusage",
                             "rseq",
                             "set_robust_list",
                             "membarrier"})
      filter.rule(SCMP_ACT_ALLOW, name);
    for (const char* name : {"mmap", "mprotect"})
      filter.rule(SCMP_ACT_ALLOW, name, scmp_arg_cmp{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0});
    // A library that gives up sends itself SIGABRT.
    filter.rule(SCMP_ACT_ALLOW, "tgkill", scmp_arg_cmp{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid()), 0});
    if (kSanitized)
      for (const char* name : {"sched_getaffinity", "prctl", "personality", "getcpu", "pipe", "pipe2"})
        filter.rule(SCMP_ACT_ALLOW, name);
    filter.load();
  }
}

void enter_recognition_sandbox() {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, rlim_t{64} << 20);
  limit(RLIMIT_CPU, kRecognitionSeconds);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  Filter filter(SCMP_ACT_ALLOW);
  for (const char* name : {"socket",
                           "connect",
                           "bind",
                           "listen",
                           "accept",
                           "accept4",
                           "sendto",
                           "sendmsg",
                           "ptrace",
                           "process_vm_readv",
                           "process_vm_writev",
                           "mount",
                           "umount2",
                           "unshare",
                           "setns",
                           "keyctl",
                           "add_key",
                           "request_key",
                           "bpf",
                           "perf_event_open",
                           "userfaultfd",
                           "io_uring_setup",
                           "kill"})
    filter.rule(SCMP_ACT_ERRNO(EPERM), name);
  filter.load();
  // Last, right before the program: making the filter takes memory, and a sanitizer has reserved more addresses than
  // this.
  limit(RLIMIT_AS, kRecognitionMemory);
}

}  // namespace indexer
