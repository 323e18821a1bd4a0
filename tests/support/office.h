// Office files made by the tests themselves: zips of a few XML parts, and PDFs written by hand.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace tests {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string make_zip(const Parts& parts, const char* password = nullptr) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* sink = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(sink);
  zip_t* archive = zip_open_from_source(sink, ZIP_TRUNCATE, &error);
  if (!archive) std::abort();
  for (const auto& [name, bytes] : parts) {
    const auto index =
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
    if (password) zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_128, password);
  }
  if (zip_close(archive) != 0) std::abort();
  zip_stat_t stat;
  zip_source_stat(sink, &stat);
  std::string out(stat.size, '\0');
  zip_source_open(sink);
  zip_source_read(sink, out.data(), out.size());
  zip_source_close(sink);
  zip_source_free(sink);
  return out;
}

inline std::string word_xml(const std::string& body) {
  return "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
         "xmlns:mc=\"m\"><w:body>" +
         body + "</w:body></w:document>";
}

/// A Word document: `body` is the content of w:body.
inline std::string make_docx(const std::string& body, Parts more = {}) {
  more.emplace_back("word/document.xml", word_xml(body));
  return make_zip(more);
}

/// A paragraph, with a style when given and bold when asked.
inline std::string word_p(const std::string& text, const std::string& style = {}, bool bold = false) {
  return "<w:p>" + (style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") + "<w:r>" +
         (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t>" + text + "</w:t></w:r></w:p>";
}

/// A PDF with these content streams as its pages. Fonts: /F1 Helvetica, /F2 Helvetica-Bold. `info`: entries of the
/// document information.
inline std::string make_pdf(const std::vector<std::string>& pages, const std::string& info = {}) {
  std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>", "<<" + info + ">>"};
  std::string kids;
  for (const auto& content : pages) {
    const auto number = objects.size() + 1;
    kids += std::to_string(number) + " 0 R ";
    objects.push_back(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents " +
        std::to_string(number + 1) + " 0 R>>");
    objects.push_back("<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream");
  }
  objects[1] = "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>";
  std::string out = "%PDF-1.4\n", table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", out.size());
    table += entry;
    out += std::to_string(i + 1) + " 0 obj" + objects[i] + "\nendobj\n";
  }
  const auto start = out.size();
  const auto size = std::to_string(objects.size() + 1);
  return out + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer<</Size " + size +
         "/Root 1 0 R/Info 5 0 R>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

/// One line of text on a page, `y` from below.
inline std::string pdf_line(int y, const std::string& text, int size = 11, bool bold = false, int x = 70) {
  return "BT /" + std::string(bold ? "F2" : "F1") + " " + std::to_string(size) + " Tf " + std::to_string(x) + " " +
         std::to_string(y) + " Td (" + text + ") Tj ET\n";
}

}  // namespace tests
