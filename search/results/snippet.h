// Cuts the part of a passage that shows most of a query: whole words, from the beginning of a sentence where that fits.
// Pure; thread-safe.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "search/query/plan.h"
#include "search/results/marks.h"

namespace search {

/// Bytes [begin, end) of a passage, between words.
struct Window {
  std::size_t begin = 0, end = 0;
  bool shows(const Mark& mark) const { return mark.begin >= begin && mark.end <= end; }
};

/// At most about 320 bytes (45 words), the whole text when it is no longer; never cuts a mark in two.
Window best_window(const std::string& text, const std::vector<MarkedToken>& marks, const Plan& plan);

/// The text of the window with "…" where it was cut, and the marks in it, counted from its beginning.
void cut(const std::string& text, const Window& window, const std::vector<MarkedToken>& marks, PassageHit& hit);

/// How much a clause counts when marks are weighed.
double mark_weight(const Plan& plan, std::size_t clause);

}  // namespace search
