#include "search/morphology/rewriter.h"

#include <array>
#include <cstring>

#include "search/morphology/format.h"
#include "search/morphology/participle.h"

namespace search {
namespace {

using namespace morphology_format;

constexpr std::size_t kShortestResult = 3;  // of a word that is in no list
constexpr std::size_t kLongest = 64;        // longer ones are no words

std::uint32_t read(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

std::size_t length_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

}  // namespace

Rewriter::Rewriter(std::string_view bytes) : bytes_(bytes) {
  const auto nodes = read(bytes, 4, 4);
  rules_ = bytes.substr(8, nodes - 8);
  nodes_ = bytes.substr(nodes);
}

std::string Rewriter::rewrite(std::string_view word) const {
  if (word.size() > kLongest) return std::string(word);
  std::array<std::uint16_t, kLongest + 2> path;  // rules of the endings met, shortest first
  std::size_t met = 0, at = 0, left = word.size();
  bool whole = false;  // the last ending met is the whole word
  while (true) {
    const auto skip = length_at(nodes_, at++);
    std::size_t i = 0;
    for (; i < skip; ++i, ++at) {
      if (left == 0 || word[left - 1] != nodes_[at]) break;
      --left;
    }
    if (i < skip) break;
    path[met++] = static_cast<std::uint16_t>(read(nodes_, at, 2));
    whole = left == 0;
    const auto children = length_at(nodes_, at + 2);
    at += 3;
    if (children == 0) break;
    const char wanted = left == 0 ? kWordStart : word[left - 1];
    const void* found = std::memchr(nodes_.data() + at, wanted, children);
    if (found == nullptr || (left != 0 && wanted == kWordStart)) break;
    const auto index = static_cast<std::size_t>(static_cast<const char*>(found) - (nodes_.data() + at));
    if (left > 0) --left;
    at = read(nodes_, at + children + 3 * index, 3);
  }
  std::string result;
  while (met > 0)
    if (apply(path[--met], word, whole, result)) return result;
  return std::string(word);
}

bool Rewriter::apply(std::uint16_t number, std::string_view word, bool whole, std::string& result) const {
  const auto at = read(rules_, 4 * std::size_t{number}, 4);
  const bool drops_ge = (rules_[at] & kDropsGe) != 0;
  const auto strip = rules_.substr(at + 2, length_at(rules_, at + 1));
  const auto append = rules_.substr(at + 3 + strip.size(), length_at(rules_, at + 2 + strip.size()));
  if (drops_ge) {
    result = without_ge(word);
    if (result.empty()) return false;
  } else {
    result = word;
  }
  if (!std::string_view(result).ends_with(strip)) return false;
  result.resize(result.size() - strip.size());
  result += append;
  return result.size() >= (whole ? 1 : kShortestResult) || result.size() >= word.size();
}

}  // namespace search
