// Measures of retrieval quality, as TREC and others define them. Pure functions; thread-safe.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

namespace tools {

/// Grades of the judged documents of one query; 0 and lower: not relevant.
using Judgements = std::unordered_map<std::string, double>;

struct Quality {
  double ndcg10 = 0, mrr10 = 0, success1 = 0, success10 = 0, recall100 = 0;
  Quality& operator+=(const Quality& other);
  Quality operator/(double count) const;
};

/// Of one ranking. The gain of a document is its grade, its discount log2(rank + 1).
Quality quality_of(const std::vector<std::string>& ranking, const Judgements& judgements);

struct JudgedQuery {
  std::string id, text;
};

/// {"id","text"} a line. Throws not_possible naming the line that is wrong.
std::vector<JudgedQuery> read_queries(const std::filesystem::path& path);
/// query TAB document TAB grade a line, by query.
std::unordered_map<std::string, Judgements> read_judgements(const std::filesystem::path& path);

}  // namespace tools
