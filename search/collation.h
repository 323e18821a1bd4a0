// The order of labels for Dutch readers: É sorts with E, capitals make no difference (Unicode collation, by ICU).
#pragma once
#include <memory>
#include <string>

namespace search {

/// Not thread-safe; make one where it is needed.
class Collation {
 public:
  Collation();
  ~Collation();
  /// Keys compare bytewise as their texts do for a reader.
  std::string key(const std::string& text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace search
