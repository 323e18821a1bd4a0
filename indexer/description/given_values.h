// What the author gave, made into values: slugs where the vocabulary knows them, else as written and reported. And what
// the author rejected. Thread-safe after construction.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/vocabulary.h"

namespace indexer {

/// "thema", "gemeente", …: what a scheme is called in the report.
std::string_view name_of(corpus::Scheme scheme);

/// Each given value once; unknown ones are added to `unknown` as "thema: Xyz".
std::vector<corpus::Value> given_values(const std::vector<std::string>& given, corpus::Scheme scheme,
                                        const corpus::Vocabulary& vocabulary, std::vector<std::string>& unknown);

/// Values that recognition gets wrong in one document, as slugs or labels of any field.
class Rejections {
 public:
  Rejections(const std::vector<std::string>& rejected, const corpus::Vocabulary& vocabulary);

  bool holds(const corpus::Concept& entry) const { return concepts_.contains(&entry); }
  /// Values outside the vocabulary: a kind, a date.
  bool holds_text(std::string_view text) const;

 private:
  std::set<const corpus::Concept*> concepts_;
  std::set<std::string> folded_;
};

}  // namespace indexer
