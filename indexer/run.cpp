#include <algorithm>
#include <chrono>
#include <fstream>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "corpus/calendar.h"
#include "corpus/error.h"
#include "indexer/indexer.h"
#include "indexer/pipeline.h"
#include "indexer/privacy_report.h"
#include "indexer/publish.h"
#include "indexer/run_record.h"
#include "indexer/suggestion_lists.h"
#include "indexer/worker/recognition.h"
#include "indexer/write_errors.h"
#include "search/analysis/analyzer.h"
#include "search/index/generation.h"
#include "search/schema.h"

namespace indexer {
namespace fs = std::filesystem;
using corpus::Error;
using corpus::ErrorKind;

namespace {

/// What the current generation knows, when this program can go on from it.
struct Former {
  Manifest manifest;
  search::GenerationMeta meta;
  bool present = false;
  bool fits = false;  // schema and analysis are those of this program
  bool same_vocabulary = false;
  bool same_privacy = false;
  std::string damage;  // what is wrong with it: nothing but its manifest, which keeps the ids, is used then
};

Former read_former(const fs::path& generation, const std::string& vocabulary_fingerprint, Privacy privacy) {
  Former former;
  if (generation.empty()) return former;
  try {
    former.manifest = read_manifest(generation);
    former.present = true;
    former.meta = search::read_meta(generation);
    search::require_whole(former.meta, generation);
  } catch (const Error& error) {
    former.damage = error.what();
  }
  former.fits = former.meta.schema_version == search::kSchemaVersion &&
                former.meta.analysis_fingerprint == search::analysis_fingerprint();
  former.same_privacy = former.meta.privacy == name_of(privacy);
  former.same_vocabulary = former.meta.vocabulary_fingerprint == vocabulary_fingerprint;
  return former;
}

void write_vocabulary(const fs::path& folder, const std::vector<corpus::VocabularyFile>& files) {
  fs::create_directories(folder);
  for (const auto& file : files) {
    std::ofstream out(folder / file.name, std::ios::binary | std::ios::trunc);
    out << file.turtle;
    out.flush();
    if (!out) throw Error(ErrorKind::not_possible, "can't write " + (folder / file.name).string(), "is the disk full?");
  }
}

/// One run, from listing to publication.
class Run {
 public:
  Run(const Options& options, const ProgressCallback& progress) : options_(options), progress_(progress) {}

  Report run() {
    started_ = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
                   .count();
    // A folder that is not ours is refused before anything is read, and nothing is written before the input is sound.
    search::current_generation_or_none(options_.index);
    if (options_.ocr) require_recognition();
    say({Progress::Stage::finding, 0, 0, false});
    listing_ = find_files(options_.corpus, options_.index, [&](std::size_t count) {
      say({Progress::Stage::finding, count, 0, false});
    });
    vocabulary_files_ = options_.vocabulary.empty() ? corpus::builtin_vocabulary_files()
                                                    : corpus::read_vocabulary_folder(options_.vocabulary);
    corpus::Vocabulary vocabulary(vocabulary_files_);
    fingerprint_ = vocabulary.fingerprint();

    IndexFolder folder(options_.index);
    // While the lock is held, so that the record is of the run that had it.
    try {
      auto report = writing_to(options_.index, [&] { return write(folder, std::move(vocabulary)); });
      report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
      record_run(options_.index, began_, report, {});
      return report;
    } catch (const Error& error) {
      record_run(options_.index, began_, {}, error.line());
      throw;
    } catch (const std::exception& error) {
      record_run(options_.index, began_, {}, error.what());
      throw;
    }
  }

 private:
  Report write(IndexFolder& folder, corpus::Vocabulary vocabulary) {
    former_ = read_former(folder.current(), fingerprint_, options_.privacy);
    bool everything = options_.full || !former_.present || !former_.damage.empty() || !former_.fits ||
                      !former_.same_vocabulary || !former_.same_privacy;
    plan_ = make_plan(listing_, former_.manifest, everything);
    switched_ = former_.present && former_.meta.abbreviations != options_.abbreviations;
    if (!everything && !switched_ && plan_.nothing_to_do()) return finish_unchanged(folder);

    if (!everything) note_damage(search::files_changed(folder.current(), former_.meta.files));
    if (former_.present) load_known_rows(folder.current());
    if (!everything && !former_.damage.empty()) {
      everything = true;
      plan_ = make_plan(listing_, former_.manifest, true);
    }
    if (!everything) {
      count_gone_rows();
      count_changed_rows(listing_, plan_);
      // Above half, writing anew is faster than changing, and leaves a database without holes.
      if (plan_.changes * 2 > former_.meta.documents) {
        everything = true;
        plan_ = make_plan(listing_, former_.manifest, true);
      }
    }
    const Knowledge knowledge(std::move(vocabulary), options_.privacy, read_forgotten(options_.index));
    if (everything)
      write_anew(knowledge, folder);
    else
      change(knowledge, folder);
    return std::move(report_);
  }

  void say(const Progress& progress) const {
    if (progress_) progress_(progress);
  }

  /// What is copied is read anyway: now damage of any kind is seen, and not handed on as if it were sound.
  void note_damage(const std::vector<std::string>& differences) {
    if (former_.damage.empty() && !differences.empty()) former_.damage = "the index is damaged: " + differences.front();
  }

  void load_known_rows(const fs::path& generation) {
    try {
      load_rows(generation, former_.manifest);
    } catch (const Error& error) {
      if (former_.damage.empty()) former_.damage = error.what();
    }
  }

  unsigned workers() const {
    return options_.jobs > 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
  }

  /// Nothing was read: the report is that of the former run.
  Report finish_unchanged(IndexFolder& folder) {
    report_.documents = report_.unchanged = former_.meta.documents;
    report_.passages = former_.meta.passages;
    report_.failed = listing_.failed;
    add_remarks(former_.manifest.remarks);
    if (former_.manifest.personal_data) load_known_rows(folder.current());
    report_personal_data(former_.manifest.files, listing_.roots.size() == 1, options_.privacy, report_);
    if (plan_.touched) {
      update_stamps();
      write_manifest(folder.current(), former_.manifest);
    }
    return std::move(report_);
  }

  /// The manifest in place learns the times of files whose content is what it was; no reader looks at it.
  void update_stamps() {
    former_.manifest.started = started_;
    for (std::size_t i = 0; i < plan_.files.size(); ++i) {
      auto& known =
          former_.manifest.files[static_cast<std::size_t>(plan_.files[i].known - former_.manifest.files.data())];
      known.stamp = listing_.files[i].stamp;
      if (known.side) known.side = listing_.files[i].side_stamp;
    }
  }

  /// Rows of JSON-lines files that are not there any more count as changes.
  void count_gone_rows() {
    std::unordered_set<const FileEntry*> there;
    for (const auto& file : plan_.files) there.insert(file.known);
    for (const auto& file : former_.manifest.files)
      if (file.rows && !there.contains(&file)) plan_.changes += file.documents.size();
  }

  void write_anew(const Knowledge& knowledge, IndexFolder& folder) {
    const auto generation = folder.workspace() / "generation";
    fs::create_directories(generation);
    ShardSink sink(folder.workspace() / "shards", workers());
    auto outcome = read_documents(knowledge, listing_, plan_, workers(), sink, nullptr, options_.ocr, progress_);
    say({Progress::Stage::joining, 0, 0, false});
    auto words = sink.join(search::database_path(generation));
    replace_in(search::database_path(generation), outcome.late, words);
    publish(folder, generation, outcome, words);
  }

  void change(const Knowledge& knowledge, IndexFolder& folder) {
    const auto generation = folder.workspace() / "generation";
    CopySink sink(folder.current(), generation);
    auto outcome = read_documents(knowledge, listing_, plan_, workers(), sink, &sink, options_.ocr, progress_);
    for (const auto& [id, document] : outcome.late) {
      if (document)
        sink.put(0, id, *document, 0);
      else
        sink.erase(id);
    }
    std::unordered_set<std::string_view> ids;
    for (const auto& documents : outcome.claims.documents)
      for (const auto& document : documents)
        if (document.in_index()) ids.insert(document.id);
    for (const auto& file : former_.manifest.files)
      for (const auto& document : file.documents)
        if (document.in_index() && !ids.contains(document.id)) sink.erase(document.id);
    if (!sink.changed() && !switched_) {  // files were read again and nothing came of it
      write_manifest(folder.current(), describe_run(outcome));
      return;
    }
    sink.copy();
    sink.finish();
    publish(folder, generation, outcome, sink.words());
  }

  void publish(IndexFolder& folder, const fs::path& generation, Outcome& outcome, WordCounts& words) {
    say({Progress::Stage::publishing, 0, 0, false});
    const auto manifest = describe_run(outcome);
    write_vocabulary(search::vocabulary_path(generation), vocabulary_files_);
    write_manifest(generation, manifest);
    write_suggestion_lists(generation, words.list());
    search::write_meta(generation, {search::kSchemaVersion, search::analysis_fingerprint(), fingerprint_,
                                    report_.documents, report_.passages, corpus::utc_now(), options_.abbreviations,
                                    name_of(options_.privacy), search::mark_files(generation)});
    folder.publish(generation);
  }

  /// The manifest of this run, and the report filled in from it.
  Manifest describe_run(Outcome& outcome) {
    struct Before {
      const DocumentEntry* document;
      const FileEntry* file;
    };
    std::unordered_map<std::string_view, Before> before;
    for (const auto& file : former_.manifest.files)
      for (const auto& document : file.documents)
        if (document.in_index()) before.emplace(document.id, Before{&document, &file});

    Manifest manifest;
    manifest.started = started_;
    for (std::size_t i = 0; i < listing_.files.size(); ++i) {
      const auto& found = listing_.files[i];
      FileEntry file{listing_.roots[found.root],
                     found.name,
                     found.stamp,
                     {},
                     outcome.derived_ids[i],
                     outcome.claims.failed[i],
                     found.format == corpus::Format::json_lines,
                     std::move(outcome.claims.documents[i])};
      if (!found.side.empty()) file.side = found.side_stamp;
      for (const auto& document : file.documents) {
        if (!document.in_index()) continue;
        ++report_.documents;
        report_.passages += document.passages;
        const auto former = before.find(document.id);
        if (former == before.end()) {
          ++report_.added;
        } else {
          // A document described anew by another vocabulary or program counts as changed.
          if (former->second.document->hash != document.hash || !former_.fits || !former_.same_vocabulary ||
              former->second.document->masked != document.masked)
            ++report_.changed;
          else if (former->second.file->name != file.name)
            ++report_.moved;
          else
            ++report_.unchanged;
          before.erase(former);
        }
      }
      manifest.files.push_back(std::move(file));
    }
    report_.removed = before.size();
    report_.failed = listing_.failed;
    std::ranges::move(outcome.claims.failures, std::back_inserter(report_.failed));
    manifest.personal_data = has_personal_data(manifest.files);
    report_personal_data(manifest.files, listing_.roots.size() == 1, options_.privacy, report_);
    manifest.remarks = summarize(manifest.files, listing_.roots.size() == 1);
    add_remarks(manifest.remarks);
    return manifest;
  }

  void add_remarks(const Remarks& remarks) {
    if (!former_.damage.empty())
      report_.warnings.push_back(former_.damage + "; everything was read anew" +
                                 (former_.present ? "" : ", and files that moved earlier got new ids"));
    report_.warnings.insert(report_.warnings.end(), listing_.warnings.begin(), listing_.warnings.end());
    report_.warnings.insert(report_.warnings.end(), remarks.warnings.begin(), remarks.warnings.end());
    report_.unknown_facet_values = remarks.unknown_values;
  }

  const Options& options_;
  const ProgressCallback& progress_;
  std::int64_t started_ = 0;
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  const std::string began_ = corpus::utc_now();
  Listing listing_;
  std::vector<corpus::VocabularyFile> vocabulary_files_;
  std::string fingerprint_;
  Former former_;
  Plan plan_;
  bool switched_ = false;  // an option of the generation as a whole is another than before
  Report report_;
};

}  // namespace

Report run(const Options& options, const std::function<void(const Progress&)>& progress) {
  return writing_to(options.index, [&] { return Run(options, progress).run(); });
}

}  // namespace indexer
