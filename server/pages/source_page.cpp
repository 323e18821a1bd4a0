#include "corpus/error.h"
#include "corpus/readers/reader.h"
#include "corpus/text.h"
#include "search/api_json.h"
#include "server/pages/pages.h"
#include "server/pages/source_link.h"

namespace server {
namespace {

using corpus::Format;
using State = search::Sources::State;

constexpr std::size_t kLongestName = 100;

struct FileKind {
  Format format;
  const char* label;
  const char* type;
};

// What a browser could show as a page of this site is sent as bytes, attachment or not.
constexpr const char* kBytes = "application/octet-stream";
constexpr FileKind kFileKinds[] = {
    {Format::text, "tekstbestand", kText},
    {Format::markdown, "Markdown", "text/markdown; charset=utf-8"},
    {Format::html, "webpagina", kBytes},
    {Format::json_lines, "JSON", kBytes},
    {Format::docx, "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {Format::odt, "OpenDocument", "application/vnd.oasis.opendocument.text"},
    {Format::pptx, "PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    {Format::pdf, "PDF", "application/pdf"},
    {Format::vtt, "transcript", kBytes},
    {Format::eml, "e-mail", kBytes},
};

const FileKind& kind_of(std::string_view name) {
  const auto format = corpus::format_of(name);
  for (const auto& kind : kFileKinds)
    if (kind.format == format) return kind;
  return kFileKinds[0];
}

/// "Verslagen/Ondermijning ‘25.DOCX" → "ondermijning-25.docx": letters, digits and hyphens only, so that a name can
/// neither leave its header nor show another ending than it has.
std::string file_name(const std::string& source) {
  const auto name = source.substr(source.find_last_of('/') + 1);
  const auto dot = name.find_last_of('.');
  auto stem = corpus::slug(name.substr(0, dot)).substr(0, kLongestName);
  return (stem.empty() ? "bron" : stem) + "." + corpus::slug(name.substr(dot + 1));
}

/// "812 bytes", "34 kB", "1,2 MB".
std::string size_in_words(std::uint64_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " bytes";
  if (bytes < 1'000'000) return std::to_string((bytes + 500) / 1000) + " kB";
  const auto tenths = (bytes + 50'000) / 100'000;
  return std::to_string(tenths / 10) + (tenths % 10 ? "," + std::to_string(tenths % 10) : "") + " MB";
}

State state_of(const Context& context, const corpus::Document& document) {
  if (document.masked) return State::withheld;
  return context.sources ? context.sources->state(document.id) : State::gone;
}

Response missing(const Context& context, const corpus::Document& document, State state) {
  auto view = base_view(context, "Geen bronbestand: " + document.title, true, {});
  view["title"] = document.title;
  view["document_href"] = search::document_url(document.id);
  view["withheld"] = state == State::withheld;
  view["rows"] = state == State::rows;
  view["gone"] = state == State::gone || state == State::there;
  auto response = html(context, "source", view);
  response.status = 404;
  response.by_generation = false;
  return response;
}

}  // namespace

View source_link(const Context& context, const corpus::Document& document) {
  if (state_of(context, document) != State::there) return false;
  const auto size = context.sources->size(document.id);
  return {{"href", search::document_url(document.id) + "/bron"},
          {"text", std::string(kind_of(document.source).label) + ", " + size_in_words(size)}};
}

Response source_file(const Context& context, const Request&, const std::string& id) {
  const auto document = context.index().document(id);
  if (!document) throw corpus::Error(corpus::ErrorKind::not_found, "Dit document bestaat niet.");
  const auto state = state_of(context, *document);
  if (state != State::there) return missing(context, *document, state);
  auto file = context.sources->read(id);
  if (!file) return missing(context, *document, State::gone);
  Response response;
  response.type = kind_of(file->name).type;
  response.set("Content-Disposition", "attachment; filename=\"" + file_name(file->name) + "\"");
  response.body = std::move(file->bytes);
  return response;
}

}  // namespace server
