// The best documents of a search, out of many that come by: those below the best so far needn't be looked at. Not
// thread-safe: belongs to one request.
#pragma once
#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include "search/index/columns.h"

namespace search {

struct Scored {
  DocId doc = 0;
  double score = 0;
};

/// The order by relevance: equal scores by id, so that it never depends on how the index was built.
class ByScore {
 public:
  explicit ByScore(const Columns& columns) : columns_(columns) {}
  bool operator()(const Scored& a, const Scored& b) const {
    return a.score != b.score ? a.score > b.score : columns_.id(a.doc) < columns_.id(b.doc);
  }

 private:
  const Columns& columns_;
};

class Best {
 public:
  static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

  /// Keeps the first `wanted` by ByScore.
  Best(const Columns& columns, std::size_t wanted)
      : before_(columns), wanted_(wanted), most_(wanted > kAll / 2 - kSpare ? kAll : 2 * wanted + kSpare) {}

  /// What scores less isn't among them.
  float threshold() const { return threshold_; }
  void add(DocId doc, float score) {
    kept_.push_back({doc, score});
    if (kept_.size() >= most_) cut();
  }
  /// In no order.
  std::vector<Scored> take() {
    if (kept_.size() > wanted_) cut();
    return std::move(kept_);
  }

 private:
  static constexpr std::size_t kSpare = 32;  // so that a cut is worth its while

  void cut() {
    if (wanted_ > 0) {
      const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(wanted_) - 1;
      std::nth_element(kept_.begin(), last, kept_.end(), before_);
      threshold_ = static_cast<float>(last->score);
    }
    kept_.resize(wanted_);
  }

  ByScore before_;
  std::size_t wanted_, most_;
  std::vector<Scored> kept_;
  float threshold_ = -std::numeric_limits<float>::infinity();
};

}  // namespace search
