// What the engines of the benchmark have in common: one question, one answer, so that all do the same work.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace bench {

/// A line of prepared.tsv, made from queries.tsv by `bench prepare`.
struct Query {
  std::string words;               // as typed
  std::string facet, value;        // filter of mode iii: "thema", "gemeente" or "oplossing"
  std::vector<std::string> terms;  // of the words by this program's analysis: what prepared documents hold
};

/// i: the best ten with their text. ii: and exact counts of three facets. iii: and one filter, which the counts of its
/// own facet leave out (this program and Lucene's DrillSideways; the others and "plain filter" count what passes).
enum class Mode { i, ii, iii };

class Engine {
 public:
  virtual ~Engine() = default;
  /// Documents that match "a OR b OR …". What it fetched and counted goes into `sink`, so that nothing is left out.
  virtual std::uint64_t ask(const Query& query, Mode mode, std::size_t& sink) = 0;
};

/// This program, as a library: `everything` with snippets, suggestions and all facets, as its pages ask for.
std::unique_ptr<Engine> open_own(const std::filesystem::path& index, bool everything);
/// Xapian as its documentation teaches it: facets in value slots, counted by a match spy.
std::unique_ptr<Engine> open_xapian(const std::filesystem::path& index);
void index_xapian(const std::filesystem::path& documents, const std::filesystem::path& index);
/// SQLite's full-text index, facets in tables.
std::unique_ptr<Engine> open_fts5(const std::filesystem::path& index);
void index_fts5(const std::filesystem::path& documents, const std::filesystem::path& index);

/// A prepared document: title and text as they are, `terms` by this program's analysis.
struct Document {
  std::string id, title, text, terms;
  std::vector<std::string> facets[3];  // themes, municipalities, solutions
};
void each_document(const std::filesystem::path& prepared, const std::function<void(const Document&)>& visit);
inline constexpr const char* kFacets[] = {"thema", "gemeente", "oplossing"};

}  // namespace bench
