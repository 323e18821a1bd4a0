#include "search/index.h"

#include <future>

#include "search/index/errors.h"
#include "search/index/record.h"
#include "search/schema.h"

namespace search {
namespace fs = std::filesystem;

std::shared_ptr<const Index> Index::open(const fs::path& index_dir, unsigned readers) {
  std::shared_ptr<Index> index(new Index);
  index->generation_ = current_generation(index_dir);
  index->meta_ = read_meta(index->generation_);
  require_compatible(index->meta_, index->generation_);
  require_whole(index->meta_, index->generation_);
  index->vocabulary_ = corpus::Vocabulary(corpus::read_vocabulary_folder(vocabulary_path(index->generation_)));
  translating_errors(index->generation_, [&] {
    const auto signatures = std::make_shared<WordSignatures>();
    for (unsigned i = 0; i < std::max(1u, readers); ++i)
      index->readers_.push_back(std::make_unique<Reader>(database_path(index->generation_), signatures));
    // What takes longest is made side by side: that for which words must be analysed, and the columns.
    auto analysed = std::async(std::launch::async, [&] {
      index->labels_ = LabelMatcher(index->vocabulary_);
      if (index->meta_.abbreviations)
        index->abbreviations_ = Abbreviations(Xapian::Database(database_path(index->generation_).string()));
    });
    index->columns_ = Columns(index->readers_.front()->database, index->vocabulary_);
    analysed.get();
  });
  index->posting_cache_.emplace(PostingCache::bytes_for(index->columns_.documents));
  index->suggestions_ = SuggestionLists(index->generation_, index->columns_, index->vocabulary_);
  return index;
}

Index::Lease Index::lease() const {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [&] { return !readers_.empty(); });
  auto reader = std::move(readers_.back());
  readers_.pop_back();
  return {*this, std::move(reader)};
}

void Index::give_back(std::unique_ptr<Reader> reader) const {
  {
    const std::lock_guard lock(mutex_);
    readers_.push_back(std::move(reader));
  }
  returned_.notify_one();
}

DocId Index::number_of(const Reader& reader, std::string_view id) const {
  const auto term = id_term(id);
  const auto posting = reader.database.postlist_begin(term);
  return posting != reader.database.postlist_end(term) && columns_.is_public[*posting] ? *posting : 0;
}

std::optional<corpus::Document> Index::document(std::string_view id) const {
  const auto reader = lease();
  return translating_errors(generation_, [&]() -> std::optional<corpus::Document> {
    const auto number = number_of(*reader, id);
    if (number == 0) return std::nullopt;
    return decode_record(reader->database.get_document(number).get_data());
  });
}

}  // namespace search
