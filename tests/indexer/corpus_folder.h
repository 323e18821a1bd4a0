// A corpus and its index in a folder of their own, for tests that change files and index again.
#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/indexer.h"
#include "search/api_json.h"
#include "search/index.h"
#include "search/search.h"
#include "tests/support/temporary_folder.h"

namespace tests {

class CorpusFolder {
 public:
  CorpusFolder() { std::filesystem::create_directories(corpus()); }

  std::filesystem::path corpus() const { return folder_ / "corpus"; }
  std::filesystem::path index() const { return folder_ / "index"; }
  const TemporaryFolder& folder() const { return folder_; }

  std::filesystem::path write(const std::string& name, const std::string& content) const {
    return folder_.write("corpus/" + name, content);
  }
  void remove(const std::string& name) const { std::filesystem::remove_all(corpus() / name); }
  void move(const std::string& from, const std::string& to) const {
    std::filesystem::create_directories((corpus() / to).parent_path());
    std::filesystem::rename(corpus() / from, corpus() / to);
  }
  /// Makes a file look as if it was written long ago, so that its time can be trusted.
  void age(const std::string& name) const {
    std::filesystem::last_write_time(corpus() / name,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  }

  indexer::Options options() const {
    indexer::Options options;
    options.corpus = {corpus()};
    options.index = index();
    options.jobs = 2;
    return options;
  }
  indexer::Report run(bool full = false) const {
    auto with = options();
    with.full = full;
    return indexer::run(with);
  }
  std::shared_ptr<const search::Index> open() const { return search::Index::open(index()); }
  std::string generation() const { return std::filesystem::read_symlink(index() / "current").filename(); }

  /// Ids of what matches, in order; an empty query is everything.
  std::vector<std::string> ids(const std::string& query) const {
    const auto opened = open();
    search::Request request;
    request.query = query;
    request.limit = 100;
    request.fill_below = 0;
    std::vector<std::string> ids;
    for (const auto& hit : search::search(*opened, request).hits) ids.push_back(hit.document.id);
    return ids;
  }

 private:
  TemporaryFolder folder_;
};

inline std::string json_line(const std::string& id, const std::string& text, const std::string& title = "Titel") {
  return nlohmann::json{{"id", id}, {"title", title}, {"text", text}}.dump() + "\n";
}

}  // namespace tests
