// The forms in which excerpts and policy books leave: one table for command line, pages and documentation.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "search/excerpts/excerpt.h"
#include "search/excerpts/manuscript.h"
#include "search/excerpts/pandoc.h"

namespace search {

enum class ExportFormat { docx, odt, md, html, csl_json, ris, bibtex };

struct ExportFormatInfo {
  ExportFormat format;
  std::string_view name;       // on the command line and in addresses
  std::string_view extension;  // of a file
  std::string_view type;       // Content-Type
  std::string_view label;      // Dutch
  bool text;                   // holds the text, not only references: also for policy books
  bool needs_pandoc;
};

inline constexpr ExportFormatInfo kExportFormats[] = {
    {ExportFormat::docx, "docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     "Word", true, true},
    {ExportFormat::odt, "odt", "odt", "application/vnd.oasis.opendocument.text", "OpenDocument", true, true},
    {ExportFormat::md, "md", "md", "text/markdown; charset=utf-8", "Markdown", true, false},
    {ExportFormat::html, "html", "html", "text/html; charset=utf-8", "HTML", true, false},
    {ExportFormat::csl_json, "csl-json", "json", "application/vnd.citationstyles.csl+json", "CSL-JSON", false, false},
    {ExportFormat::ris, "ris", "ris", "application/x-research-info-systems", "RIS", false, false},
    {ExportFormat::bibtex, "bibtex", "bib", "application/x-bibtex", "BibTeX", false, false},
};

const ExportFormatInfo* export_format(std::string_view name);

/// The bytes of a file in one of the forms that hold text. Throws what Pandoc::convert throws.
std::string render(const Manuscript& manuscript, ExportFormat format, const Pandoc& pandoc);

/// An excerpt as it goes into a list, with a note of whoever took it (may be empty).
struct ListedExcerpt {
  Excerpt excerpt;
  std::string note;
};

/// Quotations under the title of their document and section, each with a footnote in legal style, own notes apart, and
/// the sources in APA style at the end. `site` as in excerpt_url().
Manuscript excerpt_list(const std::string& title, std::span<const ListedExcerpt> excerpts, const std::string& site);

/// The excerpts in any of the forms.
std::string export_excerpts(const std::string& title, std::span<const ListedExcerpt> excerpts, ExportFormat format,
                            const std::string& site, const Pandoc& pandoc);

/// The quotation with its footnote, as both excerpt lists and policy books show it.
Quotation quotation_of(const Excerpt& excerpt, const std::string& site);
/// The sources of excerpts in APA style, one a document, in alphabetical order.
Bullets sources_of(std::span<const Excerpt> excerpts, const std::string& site);

}  // namespace search
