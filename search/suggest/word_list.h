// A sorted list of words (or phrases) with how many documents hold each: what spelling and completions choose from.
//
// A file of the generation, written when it is published (indexer/suggestion_lists.h) and read whole into memory when
// an index is opened: some 10 bytes a word, no other structure. Words are front-coded, each with the number of bytes
// that it shares with the one before: that is a trie written down in order, and a search for close words walks it
// without unpacking anything (search/suggest/close_words.h). Chosen above an index of deletions (a dozen entries a
// word, and blind to "ei" for "ij") and above walking Xapian's own terms (thirty times slower).
//
//   "PBW1"; u32 entries; u32 offset of each block of kBlockEntries entries; entries
//   entry: u8 bytes shared with the word before; u8 bytes that follow; those bytes (at the beginning of a block: the
//   whole word); count as base-128 number, lowest first; u8 length of the display form; display form
// Numbers are little-endian. Immutable after construction; share it between threads.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

class WordList {
 public:
  struct Row {
    std::string word;  // normalised; 1 to 255 bytes
    std::uint32_t count = 0;
    std::string display;  // as it is mostly written ("coördinatie"); empty when that is the word itself
  };
  static constexpr std::size_t kMostBytes = 255;

  /// Steps through the list in order. Views are valid until the next step.
  class Cursor {
   public:
    bool next();
    /// Passes over whole blocks of words that begin with the first `prefix` bytes of the word it is at: the next ones
    /// may still do, but are few.
    void skip(std::size_t prefix);
    std::string_view word() const { return {word_, length_}; }
    /// Bytes that the word has in common with the one before it in the list.
    std::size_t shared() const { return shared_; }
    std::uint32_t count() const { return count_; }
    /// How to write the word for a reader.
    std::string_view display() const { return display_.empty() ? word() : display_; }

   private:
    friend class WordList;
    const WordList* list_ = nullptr;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::size_t index_ = 0;  // of the entry to come
    std::size_t length_ = 0, shared_ = 0;
    std::uint32_t count_ = 0;
    std::string_view display_;
    char word_[kMostBytes];
  };

  WordList();
  /// `bytes` as made by encode(). Throws corpus::Error (not_possible) when they are not.
  explicit WordList(std::string bytes);

  /// Takes rows sorted by word, bytewise, each word once.
  class Encoder {
   public:
    void add(std::string_view word, std::uint32_t count, std::string_view display);
    std::string finish() const;

   private:
    std::string entries_, before_;
    std::vector<std::uint32_t> blocks_;  // where each begins in entries_
    std::size_t size_ = 0;
  };
  static std::string encode(const std::vector<Row>& rows);

  std::size_t size() const { return entries_; }
  std::size_t bytes() const { return bytes_.size(); }
  const std::string& encoded() const { return bytes_; }
  Cursor begin() const { return at_block(0); }
  /// Before the first word that is not less than `word`.
  Cursor lower_bound(std::string_view word) const;
  std::optional<Row> find(std::string_view word) const;

 private:
  Cursor at_block(std::size_t block) const;
  const char* begin_of(std::size_t block) const;

  std::string bytes_;
  std::size_t entries_ = 0, blocks_ = 0;
};

/// Throws corpus::Error (not_possible) when the file can't be read or isn't a list.
WordList read_list(const std::filesystem::path& path);

}  // namespace search
