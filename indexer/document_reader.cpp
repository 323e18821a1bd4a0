#include "indexer/document_reader.h"

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/plan.h"

namespace indexer {

std::string DocumentReader::line_source(const SourceFile& file, std::uint64_t number) {
  return file.name + "#" + std::to_string(number);
}

Prepared DocumentReader::read_file(const SourceFile& file, const std::string& id) {
  const auto bytes = indexer::read_file(file.path, limits_.bytes);
  std::string side;
  if (!file.side.empty()) {
    try {
      side = indexer::read_file(file.side, limits_.bytes);
    } catch (const corpus::Error& error) {
      throw corpus::Error(error.kind(), std::string("its side file ") + error.what(), error.hint());
    }
  }
  auto draft = corpus::read_document(file.format, bytes, limits_);
  if (!file.side.empty()) {
    try {
      draft.given = corpus::merge(std::move(draft.given), corpus::read_metadata(side));
    } catch (const corpus::Error& error) {
      throw corpus::Error(error.kind(), std::string("its side file: ") + error.what(), error.hint());
    }
  }
  const bool derived = !draft.given.id;
  auto prepared = prepare(std::move(draft), id, file.name, {{}, hash_content(bytes, side), 0, 0, {}});
  prepared.derived_id = derived;
  return prepared;
}

Prepared DocumentReader::read_line(const SourceFile& file, std::uint64_t number, std::string_view line) {
  auto draft = corpus::read_json_line(line, limits_);
  if (!draft.given.id) throw corpus::Error(corpus::ErrorKind::bad_document, "has no \"id\"");
  return prepare(std::move(draft), {}, line_source(file, number), {{}, corpus::content_hash(line), number, 0, {}});
}

Prepared DocumentReader::prepare(corpus::Draft draft, std::string id, std::string source, DocumentEntry entry) {
  if (draft.given.id) id = *draft.given.id;
  if (id.empty()) throw corpus::Error(corpus::ErrorKind::bad_document, "its id is empty");
  for (auto& warning : draft.warnings) entry.notes.push_back({false, std::move(warning)});
  for (const auto& key : draft.given.unknown_keys) entry.notes.push_back({false, "unknown key \"" + key + "\""});

  DescriptionNotes notes;
  const auto document =
      knowledge_.describer.describe(std::move(draft), std::move(id), std::move(source), analyzer_, notes);
  Prepared prepared;
  prepared.document = writer_.write(document, analyzer_, notes.warnings);
  for (auto& value : notes.unknown_values) entry.notes.push_back({true, std::move(value)});
  for (auto& warning : notes.warnings) entry.notes.push_back({false, std::move(warning)});
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
