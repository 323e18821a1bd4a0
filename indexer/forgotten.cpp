#include "indexer/forgotten.h"

#include <algorithm>
#include <fstream>
#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/copy.h"

namespace indexer {
namespace fs = std::filesystem;

namespace {

fs::path path_of(const fs::path& index) { return index / "forgotten.json"; }
std::string id_hash(std::string_view id) { return "id:" + corpus::content_hash(id); }
std::string content_key(const ContentHash& hash) { return "content:" + hash.hex(); }

}  // namespace

bool Forgotten::holds(std::string_view id, const ContentHash& content_hash) const {
  return !hashes_.empty() && (holds_id(id) || hashes_.contains(content_key(content_hash)));
}

bool Forgotten::holds_id(std::string_view id) const { return hashes_.contains(id_hash(id)); }

void Forgotten::add(std::string_view id, const std::optional<ContentHash>& content_hash) {
  hashes_.insert(id_hash(id));
  if (content_hash) hashes_.insert(content_key(*content_hash));
}

Forgotten read_forgotten(const fs::path& index) {
  Forgotten forgotten;
  const auto path = path_of(index);
  if (!fs::exists(path)) return forgotten;
  try {
    std::ifstream in(path);
    const auto list = nlohmann::json::parse(in);
    for (const auto& hash : list.at("forgotten")) forgotten.hashes_.insert(hash.get<std::string>());
  } catch (const nlohmann::json::exception&) {
    throw corpus::Error(corpus::ErrorKind::not_possible, path.string() + " is damaged",
                        "put it back from a copy, or remove it and erase again what must stay out");
  }
  return forgotten;
}

void write_forgotten(const fs::path& index, const Forgotten& forgotten) {
  std::vector<std::string> hashes(forgotten.hashes_.begin(), forgotten.hashes_.end());
  std::ranges::sort(hashes);
  write_beside(path_of(index), nlohmann::json{{"forgotten", hashes}}.dump(1) + "\n");
}

}  // namespace indexer
