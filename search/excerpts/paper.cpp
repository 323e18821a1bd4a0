#include "search/excerpts/paper.h"

#include <zip.h>

#include <map>
#include <memory>
#include <optional>
#include <string_view>

namespace search {
namespace {

struct Discard {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
using Zip = std::unique_ptr<zip_t, Discard>;

struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, Free>;

/// A zip over `source`, which is kept for the caller too.
Zip open(const Source& source, int flags) {
  if (!source) return nullptr;
  zip_source_keep(source.get());
  Zip zip(zip_open_from_source(source.get(), flags, nullptr));
  if (!zip) zip_source_free(source.get());
  return zip;
}

/// A zip in memory, and what is to be other in it. It is written anew: libzip 1.7.3 frees memory twice when it changes
/// one whose first files stay as they are.
class Package {
 public:
  explicit Package(const std::string& bytes)
      : source_(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr)), zip_(open(source_, ZIP_RDONLY)) {}

  std::optional<std::string> read(const char* name) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (!zip_ || zip_stat(zip_.get(), name, 0, &stat) != 0 || stat.size > Pandoc::kMostOutput) return std::nullopt;
    zip_file_t* file = zip_fopen(zip_.get(), name, 0);
    if (!file) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const auto got = zip_fread(file, bytes.data(), bytes.size());
    zip_fclose(file);
    if (got != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
    return bytes;
  }
  void write(const std::string& name, std::string bytes) { changes_[name] = std::move(bytes); }

  /// The whole, with the changes; nullopt when it can't be made.
  std::optional<std::string> finish() const {
    const Source sink(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    auto out = open(sink, ZIP_TRUNCATE);
    if (!out || !copy_to(out.get())) return std::nullopt;
    if (zip_close(out.get()) != 0) return std::nullopt;
    (void)out.release();  // closed
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(sink.get(), &stat) != 0 || zip_source_open(sink.get()) != 0) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const auto got = zip_source_read(sink.get(), bytes.data(), bytes.size());
    zip_source_close(sink.get());
    if (got != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
    return bytes;
  }

 private:
  bool copy_to(zip_t* out) const {
    auto left = changes_;
    const auto count = zip_get_num_entries(zip_.get(), 0);
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
      zip_stat_t stat;
      zip_stat_init(&stat);
      if (zip_stat_index(zip_.get(), i, 0, &stat) != 0) return false;
      const auto change = changes_.find(stat.name);
      left.erase(stat.name);
      const auto added = change == changes_.end() ? add(out, stat.name, zip_source_zip(out, zip_.get(), i, 0, 0, -1))
                                                  : add(out, stat.name, buffer(out, change->second));
      // The first file of an OpenDocument text says its type and is not compressed, so that it can be read as it is.
      if (added < 0 || zip_set_file_compression(out, static_cast<zip_uint64_t>(added), stat.comp_method, 0) != 0)
        return false;
    }
    for (const auto& [name, bytes] : left)
      if (add(out, name.c_str(), buffer(out, changes_.at(name))) < 0) return false;
    return true;
  }
  static zip_source_t* buffer(zip_t* out, const std::string& bytes) {
    return zip_source_buffer(out, bytes.data(), bytes.size(), 0);
  }
  static zip_int64_t add(zip_t* out, const char* name, zip_source_t* content) {
    if (!content) return -1;
    const auto added = zip_file_add(out, name, content, ZIP_FL_ENC_UTF_8);
    if (added < 0) zip_source_free(content);
    return added;
  }

  Source source_;
  Zip zip_;
  std::map<std::string, std::string> changes_;
};

/// Replaces the last `from`; false when there is none.
bool replace_last(std::string& text, std::string_view from, std::string_view to) {
  const auto at = text.rfind(from);
  if (at == std::string::npos) return false;
  text.replace(at, from.size(), to);
  return true;
}

constexpr std::string_view kFooter =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:jc "
    "w:val=\"center\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE "
    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar "
    "w:fldCharType=\"end\"/></w:r></w:p></w:ftr>";
constexpr std::string_view kFooterRelation =
    "<Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" "
    "Id=\"rIdFooter\" Target=\"footer1.xml\"/></Relationships>";
constexpr std::string_view kFooterType =
    "<Override PartName=\"/word/footer1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/></Types>";
// Millimetres as twentieths of a point: 210 by 297, with edges of 25.
constexpr std::string_view kWordPage =
    "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar "
    "w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" "
    "w:gutter=\"0\"/></w:sectPr></w:body>";

bool change_word(Package& package) {
  auto document = package.read("word/document.xml");
  auto relations = package.read("word/_rels/document.xml.rels");
  auto types = package.read("[Content_Types].xml");
  if (!document || !relations || !types) return false;
  if (!replace_last(*document, "<w:sectPr /></w:body>", kWordPage) ||
      !replace_last(*relations, "</Relationships>", kFooterRelation) || !replace_last(*types, "</Types>", kFooterType))
    return false;
  package.write("word/document.xml", std::move(*document));
  package.write("word/_rels/document.xml.rels", std::move(*relations));
  package.write("[Content_Types].xml", std::move(*types));
  package.write("word/footer1.xml", std::string(kFooter));
  return true;
}

bool change_open_document(Package& package) {
  auto styles = package.read("styles.xml");
  if (!styles || !replace_last(*styles, "fo:page-height=\"11in\" fo:page-width=\"8.5in\"",
                               "fo:page-height=\"297mm\" fo:page-width=\"210mm\""))
    return false;
  package.write("styles.xml", std::move(*styles));
  return true;
}

}  // namespace

std::string on_a4(const std::string& file, OfficeFormat format) {
  Package package(file);
  const bool changed = format == OfficeFormat::docx ? change_word(package) : change_open_document(package);
  if (!changed) return file;
  return package.finish().value_or(file);
}

}  // namespace search
