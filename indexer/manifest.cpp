#include "indexer/manifest.h"

#include <fstream>
#include <map>

#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "indexer/copy.h"
#include "search/index/generation.h"
#include "search/index/sources.h"

namespace indexer {
namespace fs = std::filesystem;
using corpus::Error;
using corpus::ErrorKind;
using nlohmann::json;

namespace {

constexpr int kFormat = 1;

[[noreturn]] void damaged(const fs::path& path) {
  throw Error(ErrorKind::not_possible, path.string() + " is damaged", "reindex with --full");
}

// Arrays rather than objects: a corpus of 100,000 files is read at the start of every run.
json to_json(const DocumentEntry& document) {
  json row = json::array({document.line, document.id, document.hash.hex(), document.passages});
  if (!document.book.empty()) row.push_back("#" + document.book);
  for (const auto& note : document.notes) row.push_back((note.is_unknown_value() ? "?" : "!") + note.text());
  if (document.standing == Standing::quarantined) row.push_back("~quarantined");
  if (document.standing == Standing::forgotten) row.push_back("~forgotten");
  if (document.masked) row.push_back("~masked");
  for (const auto& place : document.places)
    row.push_back(json::array({static_cast<int>(place.kind), place.section, place.passage, place.offset}));
  return row;
}

DocumentEntry document_from(const json& row) {
  DocumentEntry document;
  document.line = row.at(0).get<std::uint64_t>();
  document.id = row.at(1).get<std::string>();
  document.hash = ContentHash(row.at(2).get_ref<const std::string&>());
  document.passages = row.at(3).get<std::uint64_t>();
  for (std::size_t i = 4; i < row.size(); ++i) {
    if (row[i].is_array()) {
      const auto kind = row[i].at(0).get<std::size_t>();
      if (kind >= corpus::kPersonalDataKinds) throw std::out_of_range("kind");
      document.places.push_back({static_cast<corpus::PersonalData>(kind), row[i].at(1).get<std::uint32_t>(),
                                 row[i].at(2).get<std::uint32_t>(), row[i].at(3).get<std::uint32_t>()});
      continue;
    }
    const auto& text = row[i].get_ref<const std::string&>();
    if (text.starts_with('#'))
      document.book = text.substr(1);
    else if (text == "~quarantined")
      document.standing = Standing::quarantined;
    else if (text == "~forgotten")
      document.standing = Standing::forgotten;
    else if (text == "~masked")
      document.masked = true;
    else
      document.notes.push_back(text.starts_with('?') ? Note::unknown_value(text.substr(1))
                                                     : Note::warning(text.substr(1)));
  }
  return document;
}

json to_json(const FileEntry& file, std::size_t root) {
  const unsigned flags = (file.derived_id ? search::kDerivedId : 0u) | (file.rows ? search::kRows : 0u) |
                         (file.side ? search::kHasSide : 0u);
  json line = json::array({root, file.name, flags, file.stamp.size, file.stamp.mtime, file.failures});
  if (file.side) {
    line.push_back(file.side->size);
    line.push_back(file.side->mtime);
  }
  if (!file.rows)
    for (const auto& document : file.documents) line.push_back(to_json(document));
  return line;
}

FileEntry file_from(const json& line, const std::vector<std::string>& roots) {
  FileEntry file;
  file.root = roots.at(line.at(0).get<std::size_t>());
  file.name = line.at(1).get<std::string>();
  const auto flags = line.at(2).get<unsigned>();
  file.stamp = {line.at(3).get<std::uint64_t>(), line.at(4).get<std::int64_t>()};
  file.derived_id = flags & search::kDerivedId;
  file.failures = line.at(5).get<std::uint64_t>();
  file.rows = flags & search::kRows;
  std::size_t at = 6;
  if (flags & search::kHasSide) {
    file.side = Stamp{line.at(6).get<std::uint64_t>(), line.at(7).get<std::int64_t>()};
    at = 8;
  }
  for (; at < line.size(); ++at) file.documents.push_back(document_from(line[at]));
  return file;
}

}  // namespace

std::string display_name(const FileEntry& file, const DocumentEntry& document, bool one_root) {
  auto name = one_root || file.root.empty() ? file.name : file.root + "/" + file.name;
  if (document.line > 0) name += ":" + std::to_string(document.line);
  return name;
}

Manifest read_manifest(const fs::path& generation) {
  const auto path = search::manifest_path(generation);
  std::ifstream in(path);
  if (!in) throw Error(ErrorKind::not_possible, "can't read " + path.string(), "reindex with --full");
  try {
    std::string line;
    if (!std::getline(in, line)) damaged(path);
    const auto header = json::parse(line);
    if (header.at("format").get<int>() != kFormat) damaged(path);
    Manifest manifest;
    manifest.started = header.at("started").get<std::int64_t>();
    header.at("warnings").get_to(manifest.remarks.warnings);
    header.at("unknownFacetValues").get_to(manifest.remarks.unknown_values);
    manifest.personal_data = header.value("personalData", false);
    const auto roots = header.at("roots").get<std::vector<std::string>>();
    const auto count = header.at("files").get<std::size_t>();
    for (std::size_t i = 0; i < count; ++i) {
      if (!std::getline(in, line)) damaged(path);
      manifest.files.push_back(file_from(json::parse(line), roots));
    }
    manifest.rows_at = static_cast<std::uint64_t>(in.tellg());
    return manifest;
  } catch (const std::exception& error) {
    if (dynamic_cast<const Error*>(&error)) throw;
    damaged(path);
  }
}

void load_rows(const fs::path& generation, Manifest& manifest) {
  if (manifest.rows_at == 0) return;
  const auto path = search::manifest_path(generation);
  std::ifstream in(path);
  in.seekg(static_cast<std::streamoff>(manifest.rows_at));
  if (!in) damaged(path);
  try {
    FileEntry* file = nullptr;
    for (std::string line; std::getline(in, line);) {
      const auto row = json::parse(line);
      if (row.is_number())  // the rows of this file follow
        file = &manifest.files.at(row.get<std::size_t>());
      else if (file)
        file->documents.push_back(document_from(row));
    }
  } catch (const std::exception&) {
    damaged(path);
  }
  manifest.rows_at = 0;
}

void write_manifest(const fs::path& generation, const Manifest& manifest) {
  const auto path = search::manifest_path(generation);
  auto beside = path;
  beside += ".new";
  std::vector<std::string> roots;
  std::map<std::string, std::size_t> root_numbers;
  for (const auto& file : manifest.files)
    if (root_numbers.try_emplace(file.root, roots.size()).second) roots.push_back(file.root);
  {
    std::ofstream out(beside, std::ios::trunc);
    out << json{{"format", kFormat},
                {"started", manifest.started},
                {"files", manifest.files.size()},
                {"roots", roots},
                {"personalData", manifest.personal_data},
                {"warnings", manifest.remarks.warnings},
                {"unknownFacetValues", manifest.remarks.unknown_values}}
               .dump()
        << '\n';
    for (const auto& file : manifest.files) out << to_json(file, root_numbers[file.root]).dump() << '\n';
    if (manifest.rows_at > 0) {  // not loaded: taken over as they are
      std::ifstream old(path);
      old.seekg(static_cast<std::streamoff>(manifest.rows_at));
      if (old && old.peek() != std::ifstream::traits_type::eof()) out << old.rdbuf();
    } else {
      for (std::size_t i = 0; i < manifest.files.size(); ++i) {
        if (!manifest.files[i].rows) continue;
        out << i << '\n';
        for (const auto& document : manifest.files[i].documents) out << to_json(document).dump() << '\n';
      }
    }
    out.flush();
    if (!out) throw Error(ErrorKind::not_possible, "can't write " + beside.string(), "is the disk full?");
  }
  sync(beside);
  fs::rename(beside, path);
}

Remarks summarize(const std::vector<FileEntry>& files, bool one_root) {
  constexpr std::size_t most_named = 10;  // one has to find them; a line has to stay a line
  struct Places {
    std::string named;
    std::size_t count = 0;
  };
  std::map<std::pair<bool, std::string>, Places> places;
  std::vector<const std::pair<const std::pair<bool, std::string>, Places>*> in_order;
  for (const auto& file : files)
    for (const auto& document : file.documents)
      for (const auto& note : document.notes) {
        const auto [place, first] = places.try_emplace({note.is_unknown_value(), note.text()});
        if (first) in_order.push_back(&*place);
        if (++place->second.count > most_named) continue;
        place->second.named += (first ? "" : ", ") + display_name(file, document, one_root);
      }
  Remarks remarks;
  for (const auto* entry : in_order) {
    const auto& [key, place] = *entry;
    auto line = key.second + " (" + place.named;
    if (place.count > most_named) {
      const auto others = place.count - most_named;
      line += " and " + std::to_string(others) + (others == 1 ? " other" : " others");
    }
    (key.first ? remarks.unknown_values : remarks.warnings).push_back(line + ")");
  }
  return remarks;
}

}  // namespace indexer
