// Counters for Prometheus. Labels are routes and statuses only: never what somebody searched for. Thread-safe.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace server {

class Metrics {
 public:
  Metrics();
  ~Metrics();

  void count(std::string_view route, int status, double seconds);
  /// The text form that Prometheus reads.
  std::string text(std::uint64_t documents, const std::string& generation) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace server
