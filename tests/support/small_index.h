// A real index on disk, made by the indexer from a few documents written in the test.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/indexer.h"
#include "search/index.h"
#include "search/search.h"
#include "tests/support/temporary_folder.h"

namespace tests {

class SmallIndex {
 public:
  /// Each document as the JSON of a line: {"id","title","text", …}.
  explicit SmallIndex(const std::vector<nlohmann::json>& documents) {
    std::string lines;
    for (const auto& document : documents) lines += document.dump() + "\n";
    indexer::Options options;
    options.corpus = {folder_.write("documents.jsonl", lines)};
    options.index = folder_ / "index";
    options.jobs = 1;
    report_ = indexer::run(options);
    index_ = search::Index::open(options.index);
  }

  const search::Index& operator*() const { return *index_; }
  const search::Index* operator->() const { return index_.get(); }
  std::shared_ptr<const search::Index> shared() const { return index_; }
  const indexer::Report& report() const { return report_; }

  search::Page search(const std::string& query) const {
    search::Request request;
    request.query = query;
    return search::search(*index_, request);
  }
  /// Ids of the hits in order; those that match less behind a "~".
  std::vector<std::string> ids(const std::string& query) const {
    std::vector<std::string> found;
    for (const auto& hit : search(query).hits) found.push_back((hit.complete ? "" : "~") + hit.document.id);
    return found;
  }

 private:
  TemporaryFolder folder_;
  indexer::Report report_;
  std::shared_ptr<const search::Index> index_;
};

/// A document of one line.
inline nlohmann::json document(const std::string& id, const std::string& text, const std::string& title = "Titel") {
  return {{"id", id}, {"title", title}, {"text", text}};
}

}  // namespace tests
