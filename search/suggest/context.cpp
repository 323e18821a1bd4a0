#include "search/suggest/context.h"

#include <algorithm>

#include "search/schema.h"

namespace search {
namespace {

constexpr std::size_t kMostOthers = 4;
constexpr std::uint64_t kMostPostings = 150'000;  // for the other words, and again for the candidates: some 2 ms each
constexpr double kContextShare = 0.5;

}  // namespace

Context::Context(const Index& index, Reader& reader, const std::vector<std::string>& stems)
    : index_(index), reader_(reader) {
  std::vector<std::pair<std::uint64_t, std::string>> rarest_first;
  for (const auto& stem : stems) rarest_first.emplace_back(reader.database.get_termfreq(stem), stem);
  std::ranges::sort(rarest_first);
  rarest_first.erase(std::unique(rarest_first.begin(), rarest_first.end()), rarest_first.end());
  std::uint64_t spent = 0;
  for (const auto& [frequency, stem] : rarest_first) {
    if (frequency == 0) continue;
    if (others_.size() == kMostOthers || (spent += frequency) > kMostPostings) break;
    Other other;
    other.documents.assign(index.columns().is_public.size(), false);
    for (auto posting = reader.database.postlist_begin(stem); posting != reader.database.postlist_end(stem); ++posting)
      if (index.columns().is_public[*posting]) {
        other.documents[*posting] = true;
        ++other.count;
      }
    if (other.count > 0) others_.push_back(std::move(other));
  }
}

double Context::likely(const std::string& word, double documents) {
  if (others_.empty() || word.empty()) return documents;
  // What holds for all forms of the word is taken to hold for this one.
  const auto stem = reader_.analyzer.analyze_word(word).stem;
  const auto frequency = reader_.database.get_termfreq(stem);
  spent_ += frequency;
  if (spent_ > kMostPostings) return (1 - kContextShare) * documents;
  std::vector<double> together(others_.size(), 0);
  for (auto posting = reader_.database.postlist_begin(stem); posting != reader_.database.postlist_end(stem); ++posting)
    for (std::size_t i = 0; i < others_.size(); ++i) together[i] += others_[i].documents[*posting];
  double share = 0;
  for (std::size_t i = 0; i < others_.size(); ++i) share += together[i] / others_[i].count;
  share *= documents / (static_cast<double>(others_.size()) * std::max(1.0, static_cast<double>(frequency)));
  return (1 - kContextShare) * documents + kContextShare * share * static_cast<double>(index_.columns().documents);
}

}  // namespace search
