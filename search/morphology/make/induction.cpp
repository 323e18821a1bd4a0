#include "search/morphology/make/induction.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <tuple>

#include "search/morphology/format.h"
#include "search/morphology/participle.h"

namespace search::morphology_make {
namespace {

using namespace morphology_format;

struct Rule {
  bool drops_ge = false;
  std::string strip, append;
  auto operator<=>(const Rule&) const = default;
};

Rule rule_between(std::string_view from, std::string_view to, bool drops_ge) {
  std::size_t shared = 0;
  while (shared < from.size() && shared < to.size() && from[shared] == to[shared]) ++shared;
  return {drops_ge, std::string(from.substr(shared)), std::string(to.substr(shared))};
}

Rule rule_of(const Pair& pair) {
  auto plain = rule_between(pair.word, pair.becomes, false);
  if (!pair.participle) return plain;
  const auto rest = without_ge(pair.word);
  if (rest.empty()) return plain;
  auto dropping = rule_between(rest, pair.becomes, true);
  return dropping.strip.size() + 2 < plain.strip.size() ? dropping : plain;
}

void put(std::string& out, std::size_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

struct Entry {
  std::string reversed;
  std::uint16_t rule;
  double weight;
};

class Induction {
 public:
  explicit Induction(std::vector<Pair> pairs) {
    for (const auto& pair : pairs) {
      const auto number = rule_number(rule_of(pair));
      entries_.push_back({{pair.word.rbegin(), pair.word.rend()}, number, pair.weight});
    }
    rule_number({});
    std::ranges::sort(entries_, {}, &Entry::reversed);
    votes_.resize(rules_.size());
  }

  std::string bytes() {
    const auto identity = rule_number({});
    write(0, entries_.size(), 0, identity, true, {});
    std::string rules, offsets;
    std::vector<const Rule*> ordered(rules_.size());
    for (const auto& [rule, number] : rules_) ordered[number] = &rule;
    for (const auto* rule : ordered) {
      put(offsets, 4 * rules_.size() + rules.size(), 4);
      put(rules, rule->drops_ge ? kDropsGe : 0, 1);
      put(rules, rule->strip.size(), 1);
      rules += rule->strip;
      put(rules, rule->append.size(), 1);
      rules += rule->append;
    }
    std::string out;
    put(out, rules_.size(), 4);
    put(out, 8 + offsets.size() + rules.size(), 4);
    return out + offsets + rules + nodes_;
  }

 private:
  std::uint16_t rule_number(const Rule& rule) {
    const auto [at, added] = rules_.try_emplace(rule, static_cast<std::uint16_t>(rules_.size()));
    if (added) strip_length_.push_back(rule.strip.size());
    if (rules_.size() > 0xFFFF) throw std::length_error("more than 65535 rules");
    return at->second;
  }

  /// The rule that most words of the range follow, of those that the letters read so far allow.
  std::uint16_t majority(std::size_t low, std::size_t high, std::size_t depth, std::uint16_t inherited) {
    for (auto i = low; i < high; ++i) votes_[entries_[i].rule] += entries_[i].weight;
    auto best = inherited;
    for (auto i = low; i < high; ++i) {
      const auto rule = entries_[i].rule;
      if (strip_length_[rule] > depth) continue;
      if (std::tuple(votes_[rule], best) > std::tuple(votes_[best], rule)) best = rule;
    }
    for (auto i = low; i < high; ++i) votes_[entries_[i].rule] = 0;
    return best;
  }

  bool uniform(std::size_t low, std::size_t high, std::uint16_t rule) const {
    return std::all_of(entries_.begin() + static_cast<std::ptrdiff_t>(low),
                       entries_.begin() + static_cast<std::ptrdiff_t>(high),
                       [&](const Entry& entry) { return entry.rule == rule; });
  }

  struct Child {
    char letter;
    std::size_t low, high;
  };

  /// Writes the node of the range, children first; nothing when all follow `inherited`.
  bool write(std::size_t low, std::size_t high, std::size_t depth, std::uint16_t inherited, bool root,
             std::string skipped, std::size_t* offset = nullptr) {
    if (!root && uniform(low, high, inherited)) return false;
    const auto rule = majority(low, high, depth, inherited);
    std::vector<Child> children;
    auto at = low;
    if (entries_[at].reversed.size() == depth) {
      if (entries_[at].rule != rule) children.push_back({kWordStart, at, at + 1});
      ++at;
    }
    while (at < high) {
      const char letter = entries_[at].reversed[depth];
      auto end = at;
      while (end < high && entries_[end].reversed[depth] == letter) ++end;
      if (!uniform(at, end, rule)) children.push_back({letter, at, end});
      at = end;
    }
    if (!root && rule == inherited && children.size() == 1 && children.front().letter != kWordStart &&
        skipped.size() < 255) {
      const auto& only = children.front();
      return write(only.low, only.high, depth + 1, inherited, false, skipped + only.letter, offset);
    }
    std::string letters, offsets;
    std::size_t root_at = 0;
    if (root) {  // the root comes first: keep its place
      root_at = nodes_.size();
      nodes_.append(4 + 4 * children.size(), '\0');
    }
    for (const auto& child : children) {
      std::size_t child_at = 0;
      if (child.letter == kWordStart) {
        child_at = nodes_.size();
        put(nodes_, 0, 1);
        put(nodes_, entries_[child.low].rule, 2);
        put(nodes_, 0, 1);
      } else {
        write(child.low, child.high, depth + 1, rule, false, {}, &child_at);
      }
      letters.push_back(child.letter);
      put(offsets, child_at, 3);
    }
    std::string node;
    put(node, skipped.size(), 1);
    node += skipped;
    put(node, rule, 2);
    put(node, children.size(), 1);
    node += letters + offsets;
    if (root) {
      nodes_.replace(root_at, node.size(), node);
    } else {
      *offset = nodes_.size();
      nodes_ += node;
    }
    if (nodes_.size() > 0xFFFFFF) throw std::length_error("nodes of more than 16 MB");
    return true;
  }

  std::map<Rule, std::uint16_t> rules_;
  std::vector<std::size_t> strip_length_;
  std::vector<double> votes_;
  std::vector<Entry> entries_;
  std::string nodes_;
};

}  // namespace

std::string induce(std::vector<Pair> pairs) { return Induction(std::move(pairs)).bytes(); }

}  // namespace search::morphology_make
