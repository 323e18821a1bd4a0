#include "search/index/generation.h"

#include <fstream>

#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "search/analysis/analyzer.h"
#include "search/schema.h"

namespace search {
namespace fs = std::filesystem;
using corpus::Error;
using corpus::ErrorKind;

namespace {
const char* const kIndexHint = "make one with: praktijkbank index --corpus FOLDER --index DIR";
const char* const kFullHint = "reindex with --full";
const char* const kOtherFolderHint = "choose another --index folder, or an empty one";
}  // namespace

fs::path current_generation_or_none(const fs::path& index_dir) {
  std::error_code error;
  const auto status = fs::status(index_dir, error);
  if (status.type() == fs::file_type::not_found) return {};
  if (!fs::is_directory(status))
    throw Error(ErrorKind::not_possible, index_dir.string() + " is not a folder", kOtherFolderHint);
  const auto link = index_dir / "current";
  if (fs::is_symlink(fs::symlink_status(link, error))) {
    const auto generation = fs::weakly_canonical(link, error);
    if (!error && fs::is_directory(generation, error)) return generation;
    throw Error(ErrorKind::not_possible, link.string() + " points to a generation that is gone",
                "index again into an empty folder");
  }
  // Our own leftovers of a first run that did not finish are fine; anything else is somebody else's folder.
  for (const auto& entry : fs::directory_iterator(index_dir, error)) {
    const auto name = entry.path().filename();
    if (name != "lock" && name != "generations" && name != "undone" && !name.string().starts_with("last-run.json") &&
        !name.string().starts_with("forgotten.json"))
      throw Error(ErrorKind::not_possible, index_dir.string() + " is not an index of this program", kOtherFolderHint);
  }
  if (error) throw Error(ErrorKind::not_possible, "can't read " + index_dir.string() + ": " + error.message());
  return {};
}

fs::path current_generation(const fs::path& index_dir) {
  auto generation = current_generation_or_none(index_dir);
  if (generation.empty())
    throw Error(ErrorKind::not_possible, "there is no index in " + index_dir.string(), kIndexHint);
  return generation;
}

GenerationMeta read_meta(const fs::path& generation) {
  const auto path = generation / "meta.json";
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::not_possible, "the index is damaged: can't read " + path.string(), kFullHint);
  try {
    const auto json = nlohmann::json::parse(in);
    GenerationMeta meta;
    meta.schema_version = json.at("schemaVersion").get<int>();
    meta.analysis_fingerprint = json.at("analysis").get<std::string>();
    meta.vocabulary_fingerprint = json.at("vocabulary").get<std::string>();
    meta.documents = json.at("documents").get<std::uint64_t>();
    meta.passages = json.at("passages").get<std::uint64_t>();
    meta.published = json.at("published").get<std::string>();
    // Keys that older indexes lack are left out there: require_compatible() is to tell those, not this.
    meta.abbreviations = json.value("abbreviations", true);
    meta.privacy = json.value("privacy", "report");
    for (const auto& file : json.value("files", nlohmann::json::array()))
      meta.files.push_back({file.at("name").get<std::string>(), file.at("size").get<std::uint64_t>(),
                            file.at("hash").get<std::string>()});
    return meta;
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorKind::not_possible, path.string() + " is damaged", kFullHint);
  }
}

void write_meta(const fs::path& generation, const GenerationMeta& meta) {
  const auto path = generation / "meta.json";
  auto files = nlohmann::json::array();
  for (const auto& file : meta.files) files.push_back({{"name", file.name}, {"size", file.size}, {"hash", file.hash}});
  std::ofstream out(path, std::ios::trunc);
  out << nlohmann::json{{"schemaVersion", meta.schema_version},
                        {"analysis", meta.analysis_fingerprint},
                        {"vocabulary", meta.vocabulary_fingerprint},
                        {"documents", meta.documents},
                        {"passages", meta.passages},
                        {"published", meta.published},
                        {"abbreviations", meta.abbreviations},
                        {"privacy", meta.privacy},
                        {"files", std::move(files)}}
             .dump(2)
      << '\n';
  out.flush();
  if (!out) throw Error(ErrorKind::not_possible, "can't write " + path.string(), "is the disk full?");
}

void require_whole(const GenerationMeta& meta, const fs::path& generation) {
  if (const auto differences = files_resized(generation, meta.files); !differences.empty())
    throw Error(ErrorKind::not_possible, "the index is damaged: " + differences.front(), kFullHint);
}

void require_compatible(const GenerationMeta& meta, const fs::path& generation) {
  if (meta.schema_version != kSchemaVersion || meta.analysis_fingerprint != analysis_fingerprint())
    throw Error(ErrorKind::not_possible,
                "the index in " + generation.parent_path().parent_path().string() +
                    " was made by another version of this program",
                kFullHint);
}

namespace {
unsigned long generation_number(const fs::path& generation) {
  const auto name = generation.filename().string();
  const bool number = !name.empty() && name.size() < 18 && name.find_first_not_of("0123456789") == std::string::npos;
  return number ? std::stoul(name) : 0;
}

/// A rollback that was cut short leaves a link to what is still current: that one counts for nothing.
fs::path undone_generation(const fs::path& index_dir, const fs::path& current) {
  std::error_code error;
  const auto link = index_dir / "undone";
  if (!fs::is_symlink(fs::symlink_status(link, error))) return {};
  const auto target = fs::weakly_canonical(link, error);
  if (error || !fs::is_directory(target, error)) return {};
  return generation_number(target) > generation_number(current) ? target : fs::path();
}
}  // namespace

fs::path other_generation(const fs::path& index_dir) {
  const auto current = current_generation(index_dir);
  if (auto undone = undone_generation(index_dir, current); !undone.empty()) return undone;
  fs::path below;
  for (const auto& entry : fs::directory_iterator(index_dir / "generations")) {
    const auto number = generation_number(entry.path());
    if (number > 0 && number < generation_number(current) && (below.empty() || number > generation_number(below)))
      below = entry.path();
  }
  return below;
}

bool is_rolled_back(const fs::path& index_dir) {
  return !undone_generation(index_dir, current_generation(index_dir)).empty();
}

fs::path database_path(const fs::path& generation) { return generation / "database"; }
fs::path vocabulary_path(const fs::path& generation) { return generation / "vocabulary"; }
fs::path words_path(const fs::path& generation) { return generation / "words"; }
fs::path word_counts_path(const fs::path& generation) { return generation / "word-counts"; }
fs::path phrases_path(const fs::path& generation) { return generation / "phrases"; }
fs::path manifest_path(const fs::path& generation) { return generation / "files.jsonl"; }

}  // namespace search
