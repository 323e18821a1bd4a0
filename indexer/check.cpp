#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "corpus/error.h"
#include "indexer/indexer.h"
#include "indexer/pipeline.h"
#include "indexer/suggestion_lists.h"
#include "indexer/word_counts.h"
#include "indexer/worker/recognition.h"
#include "search/index/generation.h"
#include "search/index/record.h"
#include "search/schema.h"

namespace indexer {
namespace fs = std::filesystem;

namespace {

std::string quoted(const std::string& id) { return "\"" + id + "\""; }

/// A document and the file that it came from, as the manifest has them.
struct Known {
  const DocumentEntry* document;
  const FileEntry* file;
};
using KnownDocuments = std::unordered_map<std::string_view, Known>;

KnownDocuments known_documents(const Manifest& manifest) {
  KnownDocuments known;
  for (const auto& file : manifest.files)
    for (const auto& document : file.documents)
      if (document.in_index()) known.emplace(document.id, Known{&document, &file});
  return known;
}

/// The index against itself: blocks, records, counts, and the manifest.
void check_within(const fs::path& generation, const search::GenerationMeta& meta, const KnownDocuments& known,
                  std::vector<std::string>& differences) {
  const auto path = search::database_path(generation).string();
  if (const auto errors = Xapian::Database::check(path, 0, nullptr); errors > 0)
    differences.push_back("the database has " + std::to_string(errors) + " damaged places");

  const Xapian::Database database(path);
  std::uint64_t passages = 0;
  std::unordered_set<std::string> seen;
  WordCounts words;
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    const auto number = std::to_string(*posting);
    try {
      const auto record = search::decode_record(database.get_document(*posting).get_data());
      for (const auto& section : record.sections) passages += section.passages.size();
      words.add(record);
      const auto id = database.postlist_begin(search::id_term(record.id));
      if (id == database.postlist_end(search::id_term(record.id)) || *id != *posting)
        differences.push_back("document " + quoted(record.id) + " is not found by its id");
      if (!seen.insert(record.id).second) differences.push_back("document " + quoted(record.id) + " is there twice");
      if (!known.contains(record.id)) differences.push_back("document " + quoted(record.id) + " belongs to no file");
    } catch (const corpus::Error& error) {
      differences.push_back("document number " + number + ": " + error.what());
    } catch (const Xapian::Error& error) {
      differences.push_back("document number " + number + " can't be read: " + error.get_msg());
    }
  }
  for (const auto& [id, entry] : known)
    if (!seen.contains(std::string(id)))
      differences.push_back("document " + quoted(std::string(id)) + " of " + entry.file->name + " is missing");
  try {
    if (!suggestion_lists_fit(generation, words.list()))
      differences.push_back("the lists of words for suggestions are not those of the documents");
  } catch (const corpus::Error& error) {  // they are made of the vocabulary too, which may be broken
    differences.push_back(std::string("the lists of words for suggestions can't be compared: ") + error.what());
  }
  if (database.get_doccount() != meta.documents)
    differences.push_back("there are " + std::to_string(database.get_doccount()) + " documents, not " +
                          std::to_string(meta.documents));
  if (passages != meta.passages)
    differences.push_back("there are " + std::to_string(passages) + " passages, not " + std::to_string(meta.passages));
}

/// The vocabulary that the index was made with; nullopt, and a difference, when it is broken.
std::optional<corpus::Vocabulary> read_vocabulary(const fs::path& generation, std::vector<std::string>& differences) {
  try {
    return corpus::Vocabulary(corpus::read_vocabulary_folder(search::vocabulary_path(generation)));
  } catch (const corpus::Error& error) {
    differences.push_back(std::string("the vocabulary of the index can't be read: ") + error.what());
    return std::nullopt;
  }
}

/// Takes what a full run would write and compares it with what is there.
class CompareSink : public Sink {
 public:
  CompareSink(const fs::path& database, unsigned workers) {
    for (unsigned i = 0; i < workers; ++i) databases_.emplace_back(database.string());  // one a thread
  }

  void put(unsigned worker, const std::string& id, const Xapian::Document& document, std::size_t) override {
    auto difference = compare(databases_[worker], id, document);
    const std::lock_guard lock(mutex_);
    // The last document put under an id is the one that has it (Outcome::late).
    if (difference.empty())
      different_.erase(id);
    else
      different_[id] = std::move(difference);
  }

  /// What differs; nullptr when nothing does.
  const std::string* difference(const std::string& id) const {
    const auto found = different_.find(id);
    return found == different_.end() ? nullptr : &found->second;
  }

 private:
  static std::string compare(const Xapian::Database& database, const std::string& id,
                             const Xapian::Document& document) {
    const auto term = search::id_term(id);
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return "it is missing";
    const auto stored = database.get_document(*posting);
    // Serialised: record, values, terms with their frequencies and positions.
    if (stored.serialise() == document.serialise()) return {};
    return stored.get_data() == document.get_data() ? "its terms" : "its text or description";
  }

  std::vector<Xapian::Database> databases_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> different_;
};

void check_against(const std::vector<fs::path>& corpus, const fs::path& index, const fs::path& generation,
                   corpus::Vocabulary vocabulary, Privacy privacy, const Manifest& manifest, bool ocr,
                   KnownDocuments known, std::vector<std::string>& differences) {
  const auto listing = find_files(corpus, index);
  const auto plan = make_plan(listing, manifest, true);
  const Knowledge knowledge(std::move(vocabulary), privacy, read_forgotten(index));
  const auto workers = std::max(1u, std::thread::hardware_concurrency());
  CompareSink sink(search::database_path(generation), workers);
  auto outcome = read_documents(knowledge, listing, plan, workers, sink, nullptr, ocr, {});
  for (const auto& [id, document] : outcome.late)
    if (document) sink.put(0, id, *document, 0);

  for (const auto& failure : listing.failed) differences.push_back("failed: " + failure.path + ": " + failure.error);
  for (const auto& failure : outcome.claims.failures)
    differences.push_back("failed: " + failure.path + ": " + failure.error);
  for (std::size_t i = 0; i < listing.files.size(); ++i) {
    const auto name = listing.display_name(listing.files[i]);
    for (const auto& document : outcome.claims.documents[i]) {
      const auto place = document.line > 0 ? name + ":" + std::to_string(document.line) : name;
      const auto former = known.find(document.id);
      if (!document.in_index()) {
        if (former == known.end()) continue;
        differences.push_back("should not be in the index: " + place + " (" +
                              (document.standing == Standing::forgotten ? "it was erased" : "it holds personal data") +
                              ")");
        known.erase(former);
        continue;
      }
      if (former == known.end())
        differences.push_back("added: " + place + " is not in the index");
      else if (former->second.document->hash != document.hash)
        differences.push_back("changed: " + place);
      else if (former->second.file->name != listing.files[i].name)
        differences.push_back("moved: " + former->second.file->name + " is now " + place);
      else if (const auto* difference = sink.difference(document.id))
        differences.push_back("not indexed as it stands: " + place + " (" + *difference + ")");
      if (former != known.end()) known.erase(former);
    }
  }
  std::vector<std::string> removed;
  for (const auto& [id, entry] : known)
    removed.push_back("removed: " + quoted(std::string(id)) + " of " + entry.file->name);
  std::ranges::sort(removed);
  std::ranges::move(removed, std::back_inserter(differences));
}

}  // namespace

std::vector<std::string> check(const fs::path& index, const std::vector<fs::path>& corpus, bool ocr) {
  if (ocr) require_recognition();
  const auto generation = search::current_generation(index);
  const auto meta = search::read_meta(generation);
  search::require_compatible(meta, generation);
  auto manifest = read_manifest(generation);
  load_rows(generation, manifest);
  const auto known = known_documents(manifest);
  auto differences = search::files_changed(generation, meta.files);
  const bool damaged = !differences.empty();
  auto vocabulary = read_vocabulary(generation, differences);
  try {
    check_within(generation, meta, known, differences);
    std::ranges::sort(differences);
    if (!corpus.empty() && vocabulary)
      check_against(corpus, index, generation, std::move(*vocabulary), privacy_from(meta.privacy), manifest, ocr, known,
                    differences);
  } catch (const Xapian::Error& error) {
    const auto what = std::string("can't be read: ") + error.get_type() + " " + error.get_msg();
    if (!damaged)
      throw corpus::Error(corpus::ErrorKind::not_possible, "the index in " + index.string() + " " + what,
                          "reindex with --full");
    differences.push_back("the database " + what);  // and the files that are the cause are named already
  }
  return differences;
}

}  // namespace indexer
