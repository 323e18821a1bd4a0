// The index as a reader sees it: one generation, opened. Read this header first.
//
//   auto index = search::Index::open(dir);
//   auto page = search::search(*index, request);     // search/search.h
//
// An Index never changes: a new generation is a new Index. It is safe to use from several threads; each borrows a
// Reader (Xapian objects have no locks of their own) for as long as it works on one request.
#pragma once
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/vocabulary.h"
#include "search/analysis/analyzer.h"
#include "search/index/columns.h"
#include "search/index/generation.h"
#include "search/index/posting_cache.h"
#include "search/suggest/suggestion_lists.h"
#include "search/synonyms/abbreviations.h"
#include "search/synonyms/label_matcher.h"

namespace search {

/// What one thread needs to work on a generation.
struct Reader {
  Reader(const std::filesystem::path& path, std::shared_ptr<WordSignatures> signatures)
      : database(path.string()), analyzer(Analyzer::kFewWords, std::move(signatures)) {}
  Xapian::Database database;
  Analyzer analyzer;
};

class Index {
 public:
  /// Opens the current generation with `readers` readers, all opened now, so that the generation may be deleted from
  /// disk while it is in use. Throws corpus::Error (not_possible) when it can't be read or doesn't fit this program.
  static std::shared_ptr<const Index> open(const std::filesystem::path& index_dir, unsigned readers = 1);

  /// A reader for the caller alone until it goes out of scope; waits for one when all are in use.
  class Lease {
   public:
    Lease(const Index& index, std::unique_ptr<Reader> reader) : index_(&index), reader_(std::move(reader)) {}
    Lease(Lease&&) = default;
    ~Lease() {
      if (reader_) index_->give_back(std::move(reader_));
    }
    Reader& operator*() const { return *reader_; }
    Reader* operator->() const { return reader_.get(); }

   private:
    const Index* index_;
    std::unique_ptr<Reader> reader_;
  };
  Lease lease() const;

  const corpus::Vocabulary& vocabulary() const { return vocabulary_; }
  const LabelMatcher& labels() const { return labels_; }
  /// Empty when the index goes without (GenerationMeta::abbreviations).
  const Abbreviations& abbreviations() const { return abbreviations_; }
  const Columns& columns() const { return columns_; }
  const PostingCache& posting_cache() const { return *posting_cache_; }
  const SuggestionLists& suggestions() const { return suggestions_; }
  const GenerationMeta& meta() const { return meta_; }
  /// The folder of this generation: tells generations apart.
  const std::filesystem::path& generation() const { return generation_; }

  /// The document's number in this generation, only when it is public; 0 otherwise. May throw Xapian::Error.
  DocId number_of(const Reader& reader, std::string_view id) const;
  /// The stored document by id, only when it is public; nullopt otherwise.
  std::optional<corpus::Document> document(std::string_view id) const;

 private:
  Index() = default;
  void give_back(std::unique_ptr<Reader> reader) const;

  std::filesystem::path generation_;
  GenerationMeta meta_;
  corpus::Vocabulary vocabulary_;
  LabelMatcher labels_;
  Abbreviations abbreviations_;
  Columns columns_;
  std::optional<PostingCache> posting_cache_;
  SuggestionLists suggestions_;
  mutable std::mutex mutex_;
  mutable std::condition_variable returned_;
  mutable std::vector<std::unique_ptr<Reader>> readers_;
};

}  // namespace search
