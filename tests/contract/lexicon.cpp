#include "tests/contract/lexicon.h"

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>

#include "tests/contract/process.h"

namespace contract {
namespace {

// The token of each word, one run of the command for all: a full stop between keeps words from being read together.
std::map<std::string, nlohmann::json> analysed(const std::vector<std::string>& words) {
  const Outcome outcome = run({"analyze", "--json", join(words, " . ")});
  if (outcome.code != 0) throw std::runtime_error("analyze --json failed: " + outcome.err);
  std::map<std::string, nlohmann::json> tokens;
  const nlohmann::json answer = nlohmann::json::parse(outcome.out);
  for (const nlohmann::json& token : answer.at("tokens")) {
    tokens.emplace(token.at("text").get<std::string>(), token);
  }
  return tokens;
}

Analysed entry_of(const nlohmann::json& token) {
  return {token.at("stem").get<std::string>(), token.at("parts").get<std::vector<std::string>>(), {}};
}

}  // namespace

Lexicon::Lexicon(const std::vector<std::string>& words) {
  std::set<std::string> wanted(words.begin(), words.end());
  const auto tokens = analysed({wanted.begin(), wanted.end()});
  std::set<std::string> parts;
  for (const std::string& word : wanted) {
    const auto found = tokens.find(word);
    if (found == tokens.end()) continue;
    words_[word] = entry_of(found->second);
    for (const std::string& part : words_[word].parts) parts.insert(part);
  }
  if (parts.empty()) return;
  const auto part_tokens = analysed({parts.begin(), parts.end()});
  for (auto& [word, entry] : words_) {
    for (const std::string& part : entry.parts) {
      const auto found = part_tokens.find(part);
      entry.part_stems.push_back(found == part_tokens.end() ? part : found->second.value("stem", part));
    }
  }
  for (const auto& [part, token] : part_tokens) {
    if (!knows(part)) words_[part] = entry_of(token);
  }
}

std::vector<std::string> Lexicon::stems(const std::string& text) const {
  std::vector<std::string> stems;
  for (const std::string& word : split(text)) stems.push_back(of(word).stem);
  return stems;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::string join(const std::vector<std::string>& words, const std::string& between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

}  // namespace contract
