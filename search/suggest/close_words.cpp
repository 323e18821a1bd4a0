#include "search/suggest/close_words.h"

#include <algorithm>
#include <array>

namespace search {
namespace {

constexpr EditCost kFar = 200;  // above every budget; any cost may be added once without overflow
constexpr std::size_t kRow = kLongestCorrected + 2;
constexpr std::size_t kNever = ~std::size_t{0};

/// A rule one way round, with the places in what was typed where it applies.
struct ActiveRule {
  std::string_view typed, meant;
  EditCost cost;
  std::vector<std::size_t> ends;  // where `typed` ends
};

class Walk {
 public:
  Walk(std::string_view typed, EditCost most) : typed_(typed), most_(most) {
    typed_ += kWordEnd;
    const auto n = typed_.size();
    for (const auto& rule : sound_rules()) {
      activate(rule.one, rule.other, rule);
      activate(rule.other, rule.one, rule);
    }
    rows_[0][0] = 0;
    for (std::size_t j = 1; j <= n; ++j) {
      const bool doubled = j > 1 && typed_[j - 2] == typed_[j - 1];
      dropped_[j] = j == n                     ? kFar
                    : doubled || unlinking_[j] ? kCloseSound
                    : j == 1                   ? EditCost{kEdit + kFirstLetter}
                                               : kEdit;
      rows_[0][j] = sum(rows_[0][j - 1], dropped_[j]);
    }
    least_[0] = 0;
    while (last_[0] < n && rows_[0][last_[0] + 1] <= most_) ++last_[0];
  }

  std::vector<CloseWord> over(const WordList& list) {
    std::vector<CloseWord> found;
    std::size_t dead = kNever;  // letters at the beginning of the last word from which nothing can be reached
    for (auto cursor = list.begin(); cursor.next();) {
      if (cursor.shared() >= dead) continue;
      dead = kNever;
      const auto word = cursor.word();
      const auto length = std::min(word.size(), kLongestCorrected);
      for (auto depth = cursor.shared(); depth < length && dead == kNever; ++depth) {
        path_[depth] = word[depth];
        row(depth + 1);
        if (hopeless(depth + 1)) dead = depth + 1;
      }
      if (dead == kNever && word.size() > kLongestCorrected) dead = kLongestCorrected;
      if (dead != kNever) {
        cursor.skip(dead);
        continue;
      }
      path_[word.size()] = kWordEnd;
      row(word.size() + 1);
      const auto cost = rows_[word.size() + 1][typed_.size()];
      if (cost > 0 && cost <= most_)
        found.push_back({std::string(word), std::string(cursor.display()), cursor.count(), cost});
    }
    return found;
  }

 private:
  static EditCost sum(EditCost a, EditCost b) { return static_cast<EditCost>(std::min<unsigned>(kFar, a + b)); }

  void activate(std::string_view typed, std::string_view meant, const SoundRule& sounds) {
    ActiveRule rule{typed, meant, sounds.cost, {}};
    const auto n = typed_.size() - 1;  // without the end
    for (auto at = typed_.find(typed); at != std::string::npos; at = typed_.find(typed, at + 1)) {
      const auto end = at + typed.size();
      if (!sounds.inside || (end >= 3 && end + 3 <= n)) rule.ends.push_back(end);
    }
    if (rule.ends.empty()) return;
    if (meant.empty())  // one letter, dropped
      for (const auto end : rule.ends) unlinking_[end] = true;
    else
      rules_.push_back(std::move(rule));
  }

  /// The costs of what was typed, letter by letter, against the first `depth` letters of the path. Only the part of
  /// the row that can be within the budget is worked out.
  void row(std::size_t depth) {
    const auto n = typed_.size();
    const char c = path_[depth - 1];
    const auto& above = rows_[depth - 1];
    auto& now = rows_[depth];
    now.fill(kFar);
    const bool end = c == kWordEnd, second = depth > 1;
    const char before = second ? path_[depth - 2] : kWordEnd;
    const EditCost added = end ? kFar : before == c && second ? kCloseSound : kEdit;
    const EditCost first = depth == 1 ? kFirstLetter : 0;
    now[0] = sum(above[0], sum(added, first));
    auto from = first_[depth - 1], to = last_[depth - 1] + 1;
    if (second) {
      from = std::min(from, first_[depth - 2] + 2);
      to = std::max(to, last_[depth - 2] + 2);
    }
    for (auto j = std::max<std::size_t>(from, 1); j <= n && (j <= to || now[j - 1] <= most_); ++j) {
      const char t = typed_[j - 1];
      unsigned best = above[j - 1];
      if (t != c) {
        const EditCost other = end || t == kWordEnd ? kFar : substitution(t, c);
        best += other + (j == 1 && other > kCloseSound ? first : 0u);
        if (second && j > 1 && t == before && typed_[j - 2] == c && t != kWordEnd && !end)
          best = std::min<unsigned>(best, rows_[depth - 2][j - 2] + kSwapped);
      }
      best = std::min<unsigned>(best, above[j] + added);
      best = std::min<unsigned>(best, now[j - 1] + dropped_[j]);
      now[j] = static_cast<EditCost>(std::min<unsigned>(best, kFar));
    }
    apply_rules(depth, c, now);
    first_[depth] = n + 1;
    last_[depth] = 0;
    least_[depth] = kFar;
    for (std::size_t j = 0; j <= n; ++j) {
      if (now[j] > most_) continue;
      first_[depth] = std::min(first_[depth], j);
      last_[depth] = j;
      least_[depth] = std::min(least_[depth], now[j]);
    }
  }

  void apply_rules(std::size_t depth, char c, std::array<EditCost, kRow>& now) const {
    const std::string_view path(path_.data(), depth);
    bool changed = false;
    for (const auto& rule : rules_) {
      if (rule.meant.back() != c || !path.ends_with(rule.meant)) continue;
      const auto& before = rows_[depth - rule.meant.size()];
      for (const auto end : rule.ends) {
        const auto cost = sum(before[end - rule.typed.size()], rule.cost);
        if (cost < now[end]) now[end] = cost, changed = true;
      }
    }
    if (!changed) return;
    for (std::size_t j = 1; j < typed_.size(); ++j) now[j] = std::min(now[j], sum(now[j - 1], dropped_[j]));
  }

  /// Whether no word that begins with the first `depth` letters of the path is within the budget.
  bool hopeless(std::size_t depth) const {
    if (least_[depth] <= most_) return false;
    // Letters that may still become the second half of a swap or of a rule.
    if (sum(least_[depth - 1], kSwapped) <= most_ && typed_.find(path_[depth - 1]) != std::string::npos) return false;
    const std::string_view path(path_.data(), depth);
    for (const auto& rule : rules_)
      for (std::size_t begun = 1; begun < rule.meant.size() && begun <= depth; ++begun)
        if (path.ends_with(rule.meant.substr(0, begun)) && sum(least_[depth - begun], rule.cost) <= most_) return false;
    return true;
  }

  std::string typed_;
  EditCost most_;
  std::vector<ActiveRule> rules_;
  std::array<std::array<EditCost, kRow>, kRow> rows_{};
  std::array<EditCost, kRow> least_{}, dropped_{};
  std::array<std::size_t, kRow> first_{}, last_{};  // places of a row within the budget
  std::array<bool, kRow> unlinking_{};              // a letter that only linked parts ends here
  std::array<char, kRow> path_{};
};

}  // namespace

std::vector<CloseWord> close_words(const WordList& list, std::string_view typed, EditCost most) {
  if (typed.empty() || typed.size() > kLongestCorrected || typed.find(kWordEnd) != std::string_view::npos) return {};
  return Walk(typed, std::min(most, kMostCost)).over(list);
}

}  // namespace search
