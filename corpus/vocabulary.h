// The vocabulary: themes, solutions, municipalities and police units as SKOS concepts.
//
// Read once from Turtle (serd) and immutable afterwards: share it between threads freely.
// The files that come with the program are compiled in (`builtin_vocabulary_files`); an index keeps its own copy.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace corpus {

enum class Scheme { theme, solution, municipality, police_unit };
inline constexpr Scheme kSchemes[] = {Scheme::theme, Scheme::solution, Scheme::municipality, Scheme::police_unit};

struct Concept {
  Scheme scheme = Scheme::theme;
  std::string uri;
  std::string slug;                                        // from the preferred label; unique in its scheme
  std::string label;                                       // skos:prefLabel
  std::vector<std::string> alternatives;                   // skos:altLabel: synonyms and abbreviations
  std::vector<std::string> hidden;                         // skos:hiddenLabel: misspellings, recognised but not shown
  std::string definition;                                  // skos:definition; may be empty
  std::vector<std::string> broader;                        // slugs in the same scheme, direct ones
  std::vector<std::string> former;                         // pb:voorheen: municipalities that became part of this one
  std::string code, province, safety_region, police_unit;  // municipalities only; police_unit is a slug
};

/// A Turtle file by name and content.
struct VocabularyFile {
  std::string name;
  std::string turtle;
};

class Vocabulary {
 public:
  Vocabulary() = default;
  /// Parses and checks. Throws corpus::Error (not_possible) naming file and line for a syntax error, a concept without
  /// a preferred label or scheme, a broader concept that doesn't exist, a cycle, or a preferred label used twice.
  explicit Vocabulary(const std::vector<VocabularyFile>& files);

  const std::vector<Concept>& concepts() const { return concepts_; }
  /// By slug; nullptr when there is none.
  const Concept* find(Scheme scheme, std::string_view slug) const;
  /// By slug, preferred, alternative or hidden label, case and diacritics folded; nullptr when unknown.
  const Concept* resolve(Scheme scheme, std::string_view value) const;
  /// The slug itself and every broader slug above it, nearest first. For an unknown slug just itself.
  std::vector<std::string> with_broader(Scheme scheme, const std::string& slug) const;
  /// Preferred label of a slug, or the value itself when the vocabulary doesn't know it.
  std::string label(Scheme scheme, const std::string& slug) const;
  /// Fingerprint of all files: a changed vocabulary describes all documents anew.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::size_t> by_slug_, by_label_;  // key: scheme number, then slug or folded label
  std::string fingerprint_;
};

/// All .ttl files of a folder, sorted by name. Throws not_possible when there are none or one can't be read.
std::vector<VocabularyFile> read_vocabulary_folder(const std::filesystem::path& folder);

/// The vocabulary that comes with the program.
std::vector<VocabularyFile> builtin_vocabulary_files();

}  // namespace corpus
