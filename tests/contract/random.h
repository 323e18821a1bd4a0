// Random numbers that are the same everywhere: the standard's engine, but none of its distributions.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace contract {

// CONTRACT_SEED in the environment tries another world.
inline std::uint64_t chosen_seed() {
  const char* chosen = std::getenv("CONTRACT_SEED");
  return chosen == nullptr ? 20250924 : std::strtoull(chosen, nullptr, 10);
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
  double fraction() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  bool chance(double probability) { return fraction() < probability; }

  template <class Value>
  const Value& pick(const std::vector<Value>& values) {
    return values[below(values.size())];
  }
  template <class Value>
  void shuffle(std::vector<Value>& values) {
    for (std::size_t left = values.size(); left > 1; --left) std::swap(values[left - 1], values[below(left)]);
  }
  // Which of `weights` to take, each as often as it weighs.
  std::size_t weighted(const std::vector<double>& weights) {
    double total = 0;
    for (const double weight : weights) total += weight;
    double rest = fraction() * total;
    for (std::size_t index = 0; index + 1 < weights.size(); ++index) {
      if (rest < weights[index]) return index;
      rest -= weights[index];
    }
    return weights.size() - 1;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace contract
