// A queue between one producer and several workers, bounded in number and bytes. Thread-safe.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace indexer {

template <typename Task>
class Queue {
 public:
  Queue(std::size_t most_tasks, std::size_t most_bytes) : most_tasks_(most_tasks), most_bytes_(most_bytes) {}

  /// Waits for room at most `patience`; false (and `task` untouched) when there was none. An empty queue takes any
  /// task.
  bool push(Task& task, std::size_t bytes, std::chrono::milliseconds patience) {
    {
      std::unique_lock lock(mutex_);
      if (!room_.wait_for(lock, patience, [&] { return closed_ || fits(bytes); })) return false;
      if (closed_) return true;  // nobody will read it
      tasks_.emplace_back(std::move(task), bytes);
      bytes_ += bytes;
    }
    work_.notify_one();
    return true;
  }

  /// The next task; nullopt when the queue is closed and empty, or abandoned.
  std::optional<Task> pop() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return closed_ || !tasks_.empty(); });
    if (tasks_.empty()) return std::nullopt;
    auto [task, bytes] = std::move(tasks_.front());
    tasks_.pop_front();
    bytes_ -= bytes;
    lock.unlock();
    room_.notify_one();
    return std::move(task);
  }

  /// No more tasks will come. With `abandon`, those that wait are dropped.
  void close(bool abandon = false) {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
      if (abandon) tasks_.clear();
    }
    work_.notify_all();
    room_.notify_all();
  }

 private:
  bool fits(std::size_t bytes) const {
    return tasks_.empty() || (tasks_.size() < most_tasks_ && bytes_ + bytes <= most_bytes_);
  }

  const std::size_t most_tasks_, most_bytes_;
  std::mutex mutex_;
  std::condition_variable work_, room_;
  std::deque<std::pair<Task, std::size_t>> tasks_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

}  // namespace indexer
