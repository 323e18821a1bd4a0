#include "indexer/document_reader.h"

#include "corpus/error.h"
#include "corpus/file.h"
#include "corpus/privacy/inspect.h"
#include "corpus/text.h"
#include "indexer/chapters.h"
#include "indexer/worker/recognition.h"
#include "search/index/sources.h"

namespace indexer {

std::string DocumentReader::line_source(const SourceFile& file, std::uint64_t number) {
  return file.name + "#" + std::to_string(number);
}

corpus::Draft DocumentReader::read_draft(const SourceFile& file, const std::string& bytes,
                                         const corpus::ReadHints& hints) {
  const auto format = corpus::sniff(file.format, bytes);
  const auto limits = corpus::limits_of(format);
  auto draft = corpus::is_foreign(format) ? foreign_.read(format, bytes, limits, hints)
                                          : corpus::read_document(format, bytes, limits, hints);
  if (format != file.format) draft.warnings.push_back(corpus::misnamed(format));
  if (ocr_ && !draft.scans.empty()) recognize_scans(draft, bytes, foreign_);
  return draft;
}

std::vector<Prepared> DocumentReader::read_file(const SourceFile& file, const std::string& id) {
  const auto bytes = corpus::read_file(file.path, corpus::limits_of(file.format).bytes);
  std::string side;
  corpus::Metadata beside;
  if (!file.side.empty()) {
    try {
      side = corpus::read_file(file.side, limits_.bytes);
      beside = corpus::read_metadata(side);
    } catch (const corpus::Error& error) {
      throw corpus::Error(error.kind(), std::string("its side file: ") + error.what(), error.hint());
    }
  }
  auto draft = read_draft(file, bytes, {beside.speakers, beside.keep_speakers, ocr_});
  draft.given = corpus::merge(std::move(draft.given), beside);
  const bool derived = !draft.given.id;
  const auto book_id = draft.given.id.value_or(id);
  const ContentHash hash(search::source_hash(bytes, side));
  const bool names_left_out = draft.names_left_out;
  std::vector<Prepared> all;
  auto chapters = split_chapters(draft, book_id, file.name);
  if (chapters.empty()) {
    all.push_back(prepare(std::move(draft), id, file.name, {{}, hash, 0, 0, {}}));
  } else {
    // What is to be said of the file is said once.
    chapters.front().draft.warnings = std::move(draft.warnings);
    for (std::size_t i = 0; i < chapters.size(); ++i) {
      auto& chapter = chapters[i];
      if (i > 0) chapter.draft.given.unknown_keys.clear();
      chapter.draft.names_left_out = names_left_out;
      all.push_back(
          prepare(std::move(chapter.draft), chapter.id, file.name, {{}, hash, 0, 0, {}, book_id}, chapter.book));
    }
  }
  for (auto& prepared : all) prepared.derived_id = derived;
  return all;
}

Prepared DocumentReader::read_line(const SourceFile& file, std::uint64_t number, std::string_view line) {
  auto draft = corpus::read_json_line(line, limits_);
  if (!draft.given.id) throw corpus::Error(corpus::ErrorKind::bad_document, "has no \"id\"");
  return prepare(std::move(draft), {}, line_source(file, number), {{}, ContentHash::of(line), number, 0, {}});
}

/// Whether the document goes into the index; masks it where that is asked.
bool DocumentReader::may_stand(corpus::Draft& draft, const std::string& id, DocumentEntry& entry) const {
  if (knowledge_.forgotten.holds(id, entry.hash)) {
    entry.standing = Standing::forgotten;
    entry.notes = {Note::erased()};
    return false;
  }
  entry.places = corpus::find_personal_data(draft);
  const auto said = draft.given.privacy ? corpus::fold(*draft.given.privacy) : std::string();
  const bool released = said == "released" || said == "vrijgegeven";
  if (!said.empty() && !released)
    entry.notes.push_back(Note::warning("the value of \"privacy\" is not \"released\", so it changes nothing"));
  if (entry.places.empty() || released || knowledge_.privacy == Privacy::report) return true;
  if (knowledge_.privacy == Privacy::quarantine) {
    entry.standing = Standing::quarantined;
    return false;
  }
  corpus::mask_personal_data(draft);
  entry.masked = true;
  return true;
}

Prepared DocumentReader::prepare(corpus::Draft draft, std::string id, std::string source, DocumentEntry entry,
                                 const corpus::BookPlace& book) {
  if (draft.given.id) id = *draft.given.id;
  if (id.empty()) throw corpus::Error(corpus::ErrorKind::bad_document, "its id is empty");
  const auto warn = [&](const std::string& text) {
    entry.notes.push_back(Note::warning(corpus::mask_personal_data(text)));
  };
  for (const auto& warning : draft.warnings) warn(warning);
  for (const auto& key : draft.given.unknown_keys) warn("unknown key \"" + key + "\"");

  Prepared prepared;
  if (!may_stand(draft, id, entry)) {
    entry.id = std::move(id);
    prepared.entry = std::move(entry);
    return prepared;
  }

  const bool names_left_out = draft.names_left_out;
  DescriptionNotes notes;
  auto document = knowledge_.describer.describe(std::move(draft), std::move(id), std::move(source), analyzer_, notes);
  if (!book.id.empty()) document.book = book;
  if (entry.masked) document.book.title = corpus::mask_personal_data(document.book.title);
  document.masked = entry.masked || names_left_out;
  prepared.document = writer_.write(document, analyzer_, notes.warnings);
  for (const auto& value : notes.unknown_values)
    entry.notes.push_back(Note::unknown_value(corpus::mask_personal_data(value)));
  for (const auto& warning : notes.warnings) warn(warning);
  entry.id = document.id;
  for (const auto& section : document.sections) {
    entry.passages += section.passages.size();
    for (const auto& passage : section.passages) prepared.bytes += passage.text.size();
  }
  prepared.bytes += 500;
  prepared.entry = std::move(entry);
  return prepared;
}

}  // namespace indexer
