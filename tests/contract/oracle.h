// What the contract's text says a search must answer, worked out by looking at every document. Where the text leaves
// room the answer is a range, and only what lies outside it is a fault.
#pragma once
#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tests/contract/documents.h"
#include "tests/contract/requests.h"

namespace contract {

enum class Truth { kNo, kDoubt, kYes };

struct Range {
  int low = 0;
  int high = 0;
  void add(Truth truth) {
    low += truth == Truth::kYes ? 1 : 0;
    high += truth == Truth::kNo ? 0 : 1;
  }
};

struct Expectation {
  Range total;
  std::array<std::map<std::string, Range>, kFacets> facets;  // values with a count, and the selected ones
  std::vector<Truth> full;                                   // of each document: does it match?
  std::vector<Truth> less;                                   // may it follow as one that matches less?
  Range less_count;                                          // how many of those
  bool exact() const { return total.low == total.high; }
};

class Oracle {
 public:
  explicit Oracle(const World& world);

  Expectation answer(const Request& request) const;

 private:
  struct Sight {  // a document as the oracle reads it
    std::vector<std::vector<std::string>> blocks;
    std::vector<std::string> running;  // all blocks in one
    std::unordered_set<std::string> stems;
    std::unordered_set<std::string> parts;
  };
  struct Weight {
    double low = 0;
    double high = 0;
  };

  bool holds(const Sight& document, const std::string& word) const;
  Truth holds_phrase(const Sight& document, const std::string& phrase) const;
  Truth hard(std::size_t document, const Request& request) const;
  Truth enough(const std::vector<bool>& matched, const std::vector<Weight>& weights, const Request& request) const;
  Weight weight(const std::string& word) const;

  const World& world_;
  std::vector<Sight> sights_;
  std::unordered_map<std::string, int> frequency_;            // documents that hold a stem
  std::map<std::string, std::vector<std::string>> synonyms_;  // by label: all labels of its concept
};

// Does the day of a document lie within the request's `van` and `tot`?
Truth within(const Document& document, const std::string& from, const std::string& to);
// Does `one` certainly stand before `other`, newest (or oldest) first?
bool certainly_before(const Document& one, const Document& other, bool newest);

}  // namespace contract
