#include "search/excerpts/paper.h"

#include <zip.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>

namespace search {
namespace {

/// A zip in memory of which some files are changed.
class Package {
 public:
  explicit Package(const std::string& bytes) {
    zip_error_t error;
    zip_error_init(&error);
    source_ = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source_) zip_source_keep(source_);  // read again after the zip is closed
    if (source_) zip_ = zip_open_from_source(source_, 0, &error);
    if (source_ && !zip_) zip_source_free(source_);
    zip_error_fini(&error);
  }
  ~Package() {
    if (zip_) zip_discard(zip_);
    if (source_) zip_source_free(source_);
  }
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  std::optional<std::string> read(const char* name) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (!zip_ || zip_stat(zip_, name, 0, &stat) != 0 || stat.size > Pandoc::kMostOutput) return std::nullopt;
    zip_file_t* file = zip_fopen(zip_, name, 0);
    if (!file) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const auto got = zip_fread(file, bytes.data(), bytes.size());
    zip_fclose(file);
    if (got != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
    return bytes;
  }
  bool write(const char* name, const std::string& bytes) {
    void* copy = std::malloc(bytes.size());  // the zip frees it
    if (!copy) return false;
    bytes.copy(static_cast<char*>(copy), bytes.size());
    zip_source_t* content = zip_source_buffer(zip_, copy, bytes.size(), 1);
    if (!content) {
      std::free(copy);
      return false;
    }
    if (zip_file_add(zip_, name, content, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8) >= 0) return true;
    zip_source_free(content);
    return false;
  }
  /// The whole, with the changes.
  std::optional<std::string> finish() {
    if (zip_close(zip_) != 0) return std::nullopt;
    zip_ = nullptr;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source_, &stat) != 0 || zip_source_open(source_) != 0) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const auto got = zip_source_read(source_, bytes.data(), bytes.size());
    zip_source_close(source_);
    if (got != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
    return bytes;
  }

 private:
  zip_source_t* source_ = nullptr;
  zip_t* zip_ = nullptr;
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
// Millimetres as twentieths of a point: 210 by 297, with edges of 25.
constexpr std::string_view kWordPage =
    "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar "
    "w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"708\" w:footer=\"708\" "
    "w:gutter=\"0\"/></w:sectPr></w:body>";

bool change_word(Package& package) {
  auto document = package.read("word/document.xml");
  auto relations = package.read("word/_rels/document.xml.rels");
  auto types = package.read("[Content_Types].xml");
  return document && relations && types && replace_last(*document, "<w:sectPr /></w:body>", kWordPage) &&
         replace_last(*relations, "</Relationships>",
                      "<Relationship "
                      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" "
                      "Id=\"rIdFooter\" Target=\"footer1.xml\"/></Relationships>") &&
         replace_last(*types, "</Types>",
                      "<Override PartName=\"/word/footer1.xml\" "
                      "ContentType=\"application/"
                      "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/></Types>") &&
         package.write("word/document.xml", *document) && package.write("word/_rels/document.xml.rels", *relations) &&
         package.write("[Content_Types].xml", *types) && package.write("word/footer1.xml", std::string(kFooter));
}

bool change_open_document(Package& package) {
  auto styles = package.read("styles.xml");
  if (!styles) return false;
  for (const char* edge : {"top", "right", "bottom", "left"})
    if (!replace_last(*styles, "fo:margin-" + std::string(edge) + "=\"1in\"",
                      "fo:margin-" + std::string(edge) + "=\"25mm\""))
      return false;
  return replace_last(*styles, "fo:page-height=\"11in\" fo:page-width=\"8.5in\"",
                      "fo:page-height=\"297mm\" fo:page-width=\"210mm\"") &&
         package.write("styles.xml", *styles);
}

}  // namespace

std::string on_a4(const std::string& file, OfficeFormat format) {
  Package package(file);
  const bool changed = format == OfficeFormat::docx ? change_word(package) : change_open_document(package);
  if (!changed) return file;
  return package.finish().value_or(file);
}

}  // namespace search
