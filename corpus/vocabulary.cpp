#include "corpus/vocabulary.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "corpus/error.h"
#include "corpus/text.h"
#include "corpus/vocabulary_builder.h"
#include "corpus_vocabulary/embedded.h"

namespace corpus {
namespace {

constexpr std::size_t kAmbiguous = static_cast<std::size_t>(-1);

/// Labels meet when their slugs are equal: case, diacritics, apostrophes and hyphens make no difference.
std::string label_key(Scheme scheme, std::string_view label) {
  const std::string text = slug(label);
  return scheme_key(scheme, text.empty() ? fold(label) : text);
}

using Labels = std::unordered_map<std::string, std::size_t>;

/// Labels of one rank: what a higher rank took stays taken, what two concepts of this rank share is ambiguous.
template <typename LabelsOf>
void add_labels(const std::vector<Concept>& concepts, Labels& taken, LabelsOf labels_of) {
  Labels rank;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    for (const std::string& label : labels_of(concepts[i])) {
      const auto [found, is_new] = rank.try_emplace(label_key(concepts[i].scheme, label), i);
      if (!is_new && found->second != i) found->second = kAmbiguous;
    }
  }
  taken.merge(rank);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  if (in) bytes << in.rdbuf();
  if (!in || in.bad()) {
    throw Error(ErrorKind::not_possible, path.string() + ": can't be read",
                "check that the file exists and its rights");
  }
  return std::move(bytes).str();
}

}  // namespace

Vocabulary::Vocabulary(const std::vector<VocabularyFile>& files) : concepts_(build_concepts(files)) {
  for (std::size_t i = 0; i < concepts_.size(); ++i) by_slug_[scheme_key(concepts_[i].scheme, concepts_[i].slug)] = i;
  add_labels(concepts_, by_label_, [](const Concept& one) { return std::vector<std::string>{one.label}; });
  add_labels(concepts_, by_label_, [](const Concept& one) { return one.alternatives; });
  add_labels(concepts_, by_label_, [](const Concept& one) { return one.hidden; });
  add_labels(concepts_, by_label_, [](const Concept& one) { return one.former; });
  std::string all;
  for (const VocabularyFile& file : files) all += file.name + '\0' + content_hash(file.turtle);
  fingerprint_ = content_hash(all);
}

const Concept* Vocabulary::find(Scheme scheme, std::string_view slug) const {
  const auto found = by_slug_.find(scheme_key(scheme, slug));
  return found == by_slug_.end() ? nullptr : &concepts_[found->second];
}

const Concept* Vocabulary::resolve(Scheme scheme, std::string_view value) const {
  if (const Concept* known = find(scheme, value)) return known;
  const auto found = by_label_.find(label_key(scheme, value));
  if (found != by_label_.end() && found->second != kAmbiguous) return &concepts_[found->second];
  return found == by_label_.end() ? find(scheme, slug(value)) : nullptr;
}

std::vector<std::string> Vocabulary::with_broader(Scheme scheme, const std::string& slug) const {
  std::vector<std::string> out{slug};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Concept* one = find(scheme, out[i]);
    if (!one) continue;
    for (const std::string& up : one->broader) {
      if (std::find(out.begin(), out.end(), up) == out.end()) out.push_back(up);
    }
  }
  return out;
}

std::string Vocabulary::label(Scheme scheme, const std::string& slug) const {
  const Concept* one = find(scheme, slug);
  return one ? one->label : slug;
}

std::vector<VocabularyFile> read_vocabulary_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code failed;
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    if (at->path().extension() == ".ttl") paths.push_back(at->path());
  }
  if (failed) {
    throw Error(ErrorKind::not_possible, folder.string() + ": can't be read (" + failed.message() + ")",
                "give a folder with .ttl files");
  }
  if (paths.empty()) {
    throw Error(ErrorKind::not_possible, folder.string() + ": holds no vocabulary", "put .ttl files in it");
  }
  std::sort(paths.begin(), paths.end());
  std::vector<VocabularyFile> files;
  for (const std::filesystem::path& path : paths) files.push_back({path.filename().string(), read_file(path)});
  return files;
}

std::vector<VocabularyFile> builtin_vocabulary_files() {
  std::vector<VocabularyFile> files;
  for (const auto& file : corpus_vocabulary::embedded_files()) {
    files.push_back({std::string(file.name), std::string(file.bytes)});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

}  // namespace corpus
