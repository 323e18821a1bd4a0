#include "tools/evaluation.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "corpus/error.h"

namespace tools {
namespace {

/// Calls visit(line) for each line that isn't empty; what it throws or says names file and line.
template <typename Visit>
void each_line(const std::filesystem::path& path, Visit visit) {
  std::ifstream in(path);
  const auto fail = [&](std::size_t number, const std::string& problem) {
    throw corpus::Error(corpus::ErrorKind::not_possible, path.string() + ":" + std::to_string(number) + ": " + problem);
  };
  if (!in) throw corpus::Error(corpus::ErrorKind::not_possible, "can't read " + path.string(), "check the path");
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (number == 1 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
    if (line.empty()) continue;
    if (const std::string problem = visit(line); !problem.empty()) fail(number, problem);
  }
  if (in.bad()) throw corpus::Error(corpus::ErrorKind::not_possible, "can't read " + path.string());
}

double discounted(const std::vector<double>& gains) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(gains.size(), 10); ++i)
    sum += gains[i] / std::log2(static_cast<double>(i) + 2);
  return sum;
}

}  // namespace

Quality& Quality::operator+=(const Quality& other) {
  ndcg10 += other.ndcg10;
  mrr10 += other.mrr10;
  success1 += other.success1;
  success10 += other.success10;
  recall100 += other.recall100;
  return *this;
}

Quality Quality::operator/(double count) const {
  return {ndcg10 / count, mrr10 / count, success1 / count, success10 / count, recall100 / count};
}

Quality quality_of(const std::vector<std::string>& ranking, const Judgements& judgements) {
  std::vector<double> ideal, gains;
  for (const auto& [document, grade] : judgements)
    if (grade > 0) ideal.push_back(grade);
  if (ideal.empty()) return {};
  std::ranges::sort(ideal, std::greater());

  Quality quality;
  double found = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(ranking.size(), 100); ++i) {
    const auto judged = judgements.find(ranking[i]);
    const double gain = judged == judgements.end() ? 0 : std::max(0.0, judged->second);
    gains.push_back(gain);
    if (gain <= 0) continue;
    ++found;
    if (i == 0) quality.success1 = 1;
    if (i < 10 && quality.success10 == 0) {
      quality.success10 = 1;
      quality.mrr10 = 1 / (static_cast<double>(i) + 1);
    }
  }
  quality.ndcg10 = discounted(gains) / discounted(ideal);
  quality.recall100 = found / static_cast<double>(ideal.size());
  return quality;
}

std::vector<JudgedQuery> read_queries(const std::filesystem::path& path) {
  std::vector<JudgedQuery> queries;
  std::unordered_set<std::string> ids;
  each_line(path, [&](const std::string& line) -> std::string {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) return "is not a JSON object";
    for (const char* key : {"id", "text"})
      if (!json.contains(key) || !json[key].is_string()) return std::string("needs \"") + key + "\", a string";
    queries.push_back({json["id"], json["text"]});
    if (!ids.insert(queries.back().id).second) return "the query \"" + queries.back().id + "\" is there twice";
    return {};
  });
  if (queries.empty()) throw corpus::Error(corpus::ErrorKind::not_possible, "there are no queries in " + path.string());
  return queries;
}

std::unordered_map<std::string, Judgements> read_judgements(const std::filesystem::path& path) {
  std::unordered_map<std::string, Judgements> judgements;
  each_line(path, [&](const std::string& line) -> std::string {
    const auto first = line.find('\t');
    const auto last = line.find_last_of('\t');
    if (first == std::string::npos || first == last) return "is not query TAB document TAB grade";
    double grade = 0;
    const auto [rest, error] = std::from_chars(line.data() + last + 1, line.data() + line.size(), grade);
    if (error != std::errc() || rest != line.data() + line.size() || !std::isfinite(grade))
      return "\"" + line.substr(last + 1) + "\" is not a grade";
    judgements[line.substr(0, first)][line.substr(first + 1, last - first - 1)] = grade;
    return {};
  });
  return judgements;
}

}  // namespace tools
