#include "search/suggest/word_list.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

#include "corpus/error.h"

namespace search {
namespace {

constexpr std::string_view kMagic = "PBW1";
constexpr std::size_t kBlockEntries = 32;
constexpr std::size_t kHeaderBytes = 8;

std::uint32_t read_u32(const char* at) {
  std::uint32_t value;
  std::memcpy(&value, at, sizeof value);  // little-endian machines only, as Debian's amd64 and arm64 are
  return value;
}

void append_u32(std::string& bytes, std::size_t value) {
  const auto number = static_cast<std::uint32_t>(value);
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

[[noreturn]] void damaged() {
  throw corpus::Error(corpus::ErrorKind::not_possible, "a list of words in the index is damaged",
                      "reindex with --full");
}

}  // namespace

void WordList::Encoder::add(std::string_view word, std::uint32_t count, std::string_view display) {
  const auto shared = common_prefix(before_, word);
  const bool whole = size_++ % kBlockEntries == 0;
  if (whole) blocks_.push_back(static_cast<std::uint32_t>(entries_.size()));
  const auto written = word.substr(whole ? 0 : shared);
  entries_ += static_cast<char>(shared);
  entries_ += static_cast<char>(written.size());
  entries_ += written;
  for (; count >= 0x80; count >>= 7) entries_ += static_cast<char>(0x80 | (count & 0x7f));
  entries_ += static_cast<char>(count);
  const bool shown = display != word && display.size() <= kMostBytes;
  entries_ += static_cast<char>(shown ? display.size() : 0);
  if (shown) entries_ += display;
  before_ = word;
}

std::string WordList::Encoder::finish() const {
  std::string bytes(kMagic);
  append_u32(bytes, size_);
  for (const auto block : blocks_) append_u32(bytes, kHeaderBytes + 4 * blocks_.size() + block);
  return bytes + entries_;
}

std::string WordList::encode(const std::vector<Row>& rows) {
  Encoder encoder;
  for (const auto& row : rows) encoder.add(row.word, row.count, row.display);
  return encoder.finish();
}

WordList::WordList() : WordList(encode({})) {}

WordList::WordList(std::string bytes) : bytes_(std::move(bytes)) {
  if (bytes_.size() < kHeaderBytes || !bytes_.starts_with(kMagic)) damaged();
  entries_ = read_u32(bytes_.data() + kMagic.size());
  blocks_ = (entries_ + kBlockEntries - 1) / kBlockEntries;
  if (bytes_.size() < kHeaderBytes + 4 * blocks_ + 4 * entries_) damaged();

  // Everything is looked at once, so that nothing need be when it is read: a bound on bytes, order, and offsets.
  const char* at = bytes_.data() + kHeaderBytes + 4 * blocks_;
  const char* const end = bytes_.data() + bytes_.size();
  char word[kMostBytes];
  std::size_t before = 0;  // bytes of the word before, which stand in `word`
  for (std::size_t i = 0; i < entries_; ++i) {
    if (end - at < 2) damaged();
    const std::size_t shared = static_cast<unsigned char>(at[0]), written = static_cast<unsigned char>(at[1]);
    const bool whole = i % kBlockEntries == 0;
    const auto length = (whole ? 0 : shared) + written;
    if (whole && read_u32(bytes_.data() + kHeaderBytes + 4 * (i / kBlockEntries)) !=
                     static_cast<std::size_t>(at - bytes_.data()))
      damaged();
    at += 2;
    if (static_cast<std::size_t>(end - at) < written || shared > before || length <= shared || length > kMostBytes)
      damaged();
    // In order, and different from the word before in the first byte that it doesn't share.
    if (whole && std::memcmp(word, at, shared) != 0) damaged();
    const auto next = static_cast<unsigned char>(at[whole ? shared : 0]);
    if (shared < before && next <= static_cast<unsigned char>(word[shared])) damaged();
    std::memcpy(word + (whole ? 0 : shared), at, written);
    at += written;
    before = length;
    int digits = 0;
    do {
      if (at == end || ++digits > 5) damaged();
    } while (*at++ & 0x80);
    if (at == end || end - at - 1 < static_cast<unsigned char>(*at)) damaged();
    at += 1 + static_cast<unsigned char>(*at);
  }
  if (at != end) damaged();
}

bool WordList::Cursor::next() {
  if (at_ == end_) return false;
  shared_ = static_cast<unsigned char>(at_[0]);
  const std::size_t written = static_cast<unsigned char>(at_[1]);
  const auto kept = index_++ % kBlockEntries == 0 ? 0 : shared_;
  std::memcpy(word_ + kept, at_ + 2, written);
  length_ = kept + written;
  at_ += 2 + written;
  count_ = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at_++);
    count_ |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  const std::size_t shown = static_cast<unsigned char>(*at_);
  display_ = {at_ + 1, shown};
  at_ += 1 + shown;
  return true;
}

void WordList::Cursor::skip(std::size_t prefix) {
  const auto begins_so = [&](std::size_t block) {
    if (block >= list_->blocks_) return false;
    const char* const entry = list_->begin_of(block);
    return static_cast<unsigned char>(entry[1]) >= prefix && std::memcmp(entry + 2, word_, prefix) == 0;
  };
  auto block = (index_ + kBlockEntries - 1) / kBlockEntries;
  if (!begins_so(block)) return;
  std::size_t step = 1;
  for (; begins_so(block + step); step *= 2) block += step;
  for (; step > 0; step /= 2)
    if (begins_so(block + step)) block += step;
  at_ = list_->begin_of(block);
  index_ = block * kBlockEntries;
}

const char* WordList::begin_of(std::size_t block) const {
  return bytes_.data() + read_u32(bytes_.data() + kHeaderBytes + 4 * block);
}

WordList::Cursor WordList::at_block(std::size_t block) const {
  Cursor cursor;
  cursor.list_ = this;
  cursor.end_ = bytes_.data() + bytes_.size();
  cursor.index_ = block * kBlockEntries;
  cursor.at_ = block < blocks_ ? begin_of(block) : cursor.end_;
  return cursor;
}

WordList::Cursor WordList::lower_bound(std::string_view word) const {
  // The last block that begins before the word, then along its entries.
  std::size_t low = 0, high = blocks_;
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    auto cursor = at_block(middle);
    cursor.next();
    (cursor.word() < word ? low : high) = middle;
  }
  auto cursor = at_block(low);
  for (auto ahead = cursor; ahead.next() && ahead.word() < word;) cursor = ahead;
  return cursor;
}

std::optional<WordList::Row> WordList::find(std::string_view word) const {
  auto cursor = lower_bound(word);
  if (!cursor.next() || cursor.word() != word) return std::nullopt;
  return Row{std::string(word), cursor.count(), std::string(cursor.display())};
}

WordList read_list(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) throw corpus::Error(corpus::ErrorKind::not_possible, "can't read " + path.string(), "reindex with --full");
  return WordList(std::move(bytes));
}

}  // namespace search
