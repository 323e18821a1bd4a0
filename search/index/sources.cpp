#include "search/index/sources.h"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "corpus/file.h"
#include "corpus/text.h"
#include "search/index/generation.h"

namespace search {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

// As indexer/manifest.cpp writes them; the tests of both meet in tests/server/source_test.cpp.
constexpr std::size_t kMostSideBytes = 64u << 20;

[[noreturn]] void damaged(const fs::path& path) {
  throw corpus::Error(corpus::ErrorKind::not_possible, path.string() + " is damaged", "reindex with --full");
}

/// Whether the row of a document says that something of it is not in the index.
bool is_withheld(const json& document) {
  return std::any_of(document.begin() + 4, document.end(), [](const json& mark) {
    return mark.is_string() && mark.get_ref<const std::string&>().starts_with('~');
  });
}

/// Whether `path`, links resolved, lies in `folder`, links resolved.
bool lies_in(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const auto real = fs::canonical(path, error);
  if (error) return false;
  const auto root = fs::canonical(folder, error);
  if (error) return false;
  return std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first == root.end();
}

}  // namespace

std::string source_hash(const std::string& bytes, const std::string& side_bytes) {
  auto hash = corpus::content_hash(bytes);
  return side_bytes.empty() ? hash : corpus::content_hash(hash + corpus::content_hash(side_bytes));
}

Sources::Sources(const fs::path& generation) {
  const auto path = manifest_path(generation);
  std::ifstream in(path);
  try {
    std::string line;
    if (!std::getline(in, line)) damaged(path);
    const auto header = json::parse(line);
    header.at("roots").get_to(roots_);
    for (auto left = header.at("files").get<std::size_t>(); left > 0; --left) {
      if (!std::getline(in, line)) damaged(path);
      const auto row = json::parse(line);
      const auto flags = row.at(2).get<unsigned>();
      Entry entry{row.at(0).get<std::uint32_t>(), row.at(1).get<std::string>(), {},   row.at(3).get<std::uint64_t>(),
                  (flags & kHasSide) != 0,        (flags & kRows) != 0,         false};
      if (entry.root >= roots_.size()) damaged(path);
      for (std::size_t i = entry.has_side ? 8 : 6; i < row.size(); ++i) {
        by_id_.emplace(row[i].at(1).get<std::string>(), static_cast<std::uint32_t>(files_.size()));
        entry.hash = row[i].at(2).get<std::string>();
        entry.withheld = entry.withheld || is_withheld(row[i]);
      }
      has_rows_ = has_rows_ || entry.rows;
      files_.push_back(std::move(entry));
    }
  } catch (const json::exception&) {
    damaged(path);
  }
}

const Sources::Entry* Sources::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? nullptr : &files_[found->second];
}

std::optional<fs::path> Sources::path_of(const Entry& entry) const {
  const fs::path folder = roots_[entry.root];
  auto path = folder / entry.name;
  std::error_code error;
  if (!fs::is_regular_file(path, error) || !lies_in(path, folder)) return std::nullopt;
  return path;
}

Sources::State Sources::state(std::string_view id) const {
  const auto* entry = find(id);
  // Rows stand elsewhere in the manifest: an id that is not here is one of them, if there are any.
  if (!entry) return has_rows_ ? State::rows : State::gone;
  if (entry->withheld) return State::withheld;
  const auto path = path_of(*entry);
  std::error_code error;
  const bool same = path && entry->size <= kMostBytes && fs::file_size(*path, error) == entry->size && !error;
  return same ? State::there : State::gone;
}

std::uint64_t Sources::size(std::string_view id) const { return state(id) == State::there ? find(id)->size : 0; }

std::optional<Sources::File> Sources::read(std::string_view id) const {
  if (state(id) != State::there) return std::nullopt;
  const auto& entry = *find(id);
  const auto path = path_of(entry);
  if (!path) return std::nullopt;
  try {
    File file{entry.name, corpus::read_file(*path, kMostBytes)};
    std::string side;
    if (entry.has_side) {
      auto beside = fs::path(path->string() + ".meta.yaml");
      std::error_code error;
      if (!fs::exists(beside, error)) beside = fs::path(*path).replace_extension(".meta.yaml");
      side = corpus::read_file(beside, kMostSideBytes);
    }
    if (source_hash(file.bytes, side) != entry.hash) return std::nullopt;
    return file;
  } catch (const corpus::Error&) {
    return std::nullopt;
  }
}

}  // namespace search
