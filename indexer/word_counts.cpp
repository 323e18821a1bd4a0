#include "indexer/word_counts.h"

#include <algorithm>
#include <vector>

#include "corpus/error.h"
#include "corpus/text.h"
#include "search/schema.h"

namespace indexer {
namespace {

using search::WordList;

constexpr std::size_t kMostChanges = 100'000;

/// Two letters at least: no numbers, no initials. (Bytes above 0x7f are letters here: signs are no words.)
bool is_word(const std::string& word) {
  const auto letters = std::ranges::count_if(
      word, [](char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0xc0) == 0xc0; });
  return letters >= 2;
}

/// Curved apostrophes and special hyphens as the keyboard has them.
std::string plain_signs(std::string text) {
  for (const auto& [sign, plain] : {std::pair{"\u2019", '\''}, {"\u2018", '\''}, {"\u2010", '-'}, {"\u2011", '-'}})
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign)) text.replace(at, 3, 1, plain);
  return text;
}

/// The word as written, where that differs by more than capitals from the word as searched; empty otherwise.
std::string written_form(const std::string& text, const search::Token& token) {
  if (token.end - token.begin == token.normalized.size()) return {};  // folding took and added nothing
  auto written = plain_signs(corpus::fold_case(text.substr(token.begin, token.end - token.begin)));
  return written == token.normalized ? std::string() : written;
}

}  // namespace

void WordCounts::count(const corpus::Document& document, int by) {
  if (document.access != corpus::kPublicAccess) return;
  keys_.clear();
  read(document.title);
  for (const auto& section : document.sections) {
    read(section.heading);
    for (const auto& passage : section.passages) read(passage.text);
  }
  for (const auto& key : keys_) change(key, by);
}

void WordCounts::read(const std::string& text) {
  tokenizer_.tokenize(text, [&](const search::Token& token) {
    if (!is_word(token.normalized)) return;
    keys_.insert(token.normalized);
    if (const auto written = written_form(text, token); !written.empty())
      if (auto both = token.normalized + ' ' + written; both.size() <= search::kMaxTermBytes)
        keys_.insert(std::move(both));
  });
}

void WordCounts::change(const std::string& key, std::int64_t by) {
  changes_[key] += by;
  if (changes_.size() >= kMostChanges) settle();
}

void WordCounts::add(const WordCounts& others) {
  for (auto row = others.counted_.begin(); row.next();) change(std::string(row.word()), row.count());
  for (const auto& [key, by] : others.changes_) change(key, by);
}

const WordList& WordCounts::list() {
  settle();
  return counted_;
}

/// Works the changes into the list.
void WordCounts::settle() {
  std::vector<std::pair<std::string_view, std::int64_t>> changes(changes_.begin(), changes_.end());
  std::ranges::sort(changes);
  WordList::Encoder merged;
  const auto add = [&](std::string_view key, std::int64_t count) {
    if (count < 0)
      throw corpus::Error(corpus::ErrorKind::not_possible, "the counts of words are not those of the documents",
                          "reindex with --full");
    if (count > 0) merged.add(key, static_cast<std::uint32_t>(count), {});
  };
  auto row = counted_.begin();
  bool more = row.next();
  for (const auto& [key, by] : changes) {
    for (; more && row.word() < key; more = row.next()) add(row.word(), row.count());
    const bool same = more && row.word() == key;
    add(key, by + (same ? row.count() : 0));
    if (same) more = row.next();
  }
  for (; more; more = row.next()) add(row.word(), row.count());
  counted_ = WordList(merged.finish());
  changes_.clear();
}

}  // namespace indexer
