#include "search/query/sequences.h"

#include <algorithm>
#include <numeric>

#include "search/query/postings.h"
#include "search/schema.h"

namespace search {
namespace {

std::vector<std::uint64_t> keys_of(std::span<const std::string> terms) {
  std::vector<std::uint64_t> keys;
  for (const auto& term : terms) keys.push_back(position_key(term));
  return keys;
}

/// The sequence in terms of its different stems.
class Pattern {
 public:
  explicit Pattern(const Sequence& sequence) : window_(sequence.window) {
    for (const auto& stem : sequence.stems) {
      const auto known = std::ranges::find(stems_, stem);
      places_.push_back(static_cast<std::size_t>(known - stems_.begin()));
      if (known == stems_.end()) {
        stems_.push_back(stem);
        times_.push_back(0);
      }
      ++times_[places_.back()];
    }
    anchors_.resize(places_.size());
    std::iota(anchors_.begin(), anchors_.end(), std::size_t{0});
  }

  const std::vector<std::string>& stems() const { return stems_; }

  bool found(std::span<const Positions> positions) { return window_ == 0 ? in_order(positions) : near(positions); }

 private:
  bool in_order(std::span<const Positions> positions) const {
    const auto anchor =
        *std::ranges::min_element(anchors_, {}, [&](std::size_t word) { return positions[places_[word]].size(); });
    return std::ranges::any_of(positions[places_[anchor]], [&](Position at) {
      if (at < anchor) return false;
      for (std::size_t word = 0; word < places_.size(); ++word)
        if (word != anchor && !std::ranges::binary_search(positions[places_[word]], at + static_cast<Position>(word) -
                                                                                        static_cast<Position>(anchor)))
          return false;
      return true;
    });
  }

  bool near(std::span<const Positions> positions) {
    all_.clear();
    for (std::size_t stem = 0; stem < positions.size(); ++stem)
      for (const auto position : positions[stem]) all_.emplace_back(position, stem);
    std::ranges::sort(all_);
    inside_.assign(stems_.size(), 0);
    std::size_t complete = 0;
    auto first = all_.begin();
    for (const auto& [position, stem] : all_) {
      if (++inside_[stem] == times_[stem]) ++complete;
      for (; first->first + window_ <= position; ++first)
        if (inside_[first->second]-- == times_[first->second]) --complete;
      if (complete == stems_.size()) return true;
    }
    return false;
  }

  Position window_;
  std::vector<std::string> stems_;    // different ones
  std::vector<unsigned> times_;       // how often each must be there
  std::vector<std::size_t> places_;   // by word of the sequence: its stem
  std::vector<std::size_t> anchors_;  // 0, 1, …
  std::vector<std::pair<Position, std::size_t>> all_;
  std::vector<unsigned> inside_;
};

}  // namespace

std::string Sequence::key() const {
  // No term begins with this letter (search/schema.h).
  auto key = "N" + std::to_string(window);
  for (const auto& stem : stems) key += ' ' + stem;
  return key;
}

PositionReader::PositionReader(const Xapian::Database& database, std::span<const std::string> terms)
    : next_(database.valuestream_begin(kPositionsSlot)),
      last_(database.valuestream_end(kPositionsSlot)),
      decoder_(keys_of(terms)) {}

std::span<const Positions> PositionReader::read(DocId doc, std::span<const std::uint8_t> present) {
  if (next_ != last_) next_.skip_to(doc);
  return decoder_.decode(next_ != last_ && next_.get_docid() == doc ? *next_ : std::string(), present);
}

std::vector<DocId> find_sequence(const Xapian::Database& database, const PostingCache& cache,
                                 const Sequence& sequence) {
  Pattern pattern(sequence);
  std::vector<PostingCursor> cursors;
  for (const auto& stem : pattern.stems()) {
    cursors.emplace_back(database, cache, Source{Source::Kind::stem, stem, {}});
    if (cursors.back().size() == 0) return {};
  }
  std::ranges::sort(cursors, {}, &PostingCursor::size);
  PositionReader positions(database, pattern.stems());
  std::vector<DocId> documents;
  cursors.front().visit_until(PostingCursor::kEnd, [&](const Posting& posting) {
    for (auto& cursor : std::span(cursors).subspan(1))
      if (!cursor.skip_to(posting.doc)) return;
    if (pattern.found(positions.read(posting.doc))) documents.push_back(posting.doc);
  });
  return documents;
}

}  // namespace search
