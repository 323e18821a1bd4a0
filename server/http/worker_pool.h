// Threads that take tasks from a bounded queue. Thread-safe.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace server {

class WorkerPool {
 public:
  WorkerPool(unsigned threads, std::size_t waiting);
  ~WorkerPool() { shutdown(); }

  /// False when the queue is full; the task is then not taken.
  bool submit(std::function<void()> task);
  /// Whether tasks wait for a thread.
  bool others_wait() const;
  /// Finishes what was taken, then ends the threads.
  void shutdown();

 private:
  void work();

  const std::size_t waiting_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  std::size_t idle_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace server
