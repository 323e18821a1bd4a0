#include "search/excerpts/export.h"

#include <algorithm>
#include <map>

#include "corpus/error.h"
#include "search/api_json.h"
#include "search/collation.h"
#include "search/excerpts/citation.h"
#include "search/excerpts/references.h"

namespace search {

const ExportFormatInfo* export_format(std::string_view name) {
  const auto found = std::ranges::find(kExportFormats, name, &ExportFormatInfo::name);
  return found == std::end(kExportFormats) ? nullptr : found;
}

std::string render(const Manuscript& manuscript, ExportFormat format, const Pandoc& pandoc) {
  switch (format) {
    case ExportFormat::docx:
      return pandoc.convert(to_pandoc_json(manuscript), OfficeFormat::docx);
    case ExportFormat::odt:
      return pandoc.convert(to_pandoc_json(manuscript), OfficeFormat::odt);
    case ExportFormat::md:
      return to_markdown(manuscript);
    case ExportFormat::html:
      return to_html_page(manuscript);
    default:
      throw corpus::Error(corpus::ErrorKind::bad_request, "Deze vorm bevat alleen bronnen, geen tekst.");
  }
}

Quotation quotation_of(const Excerpt& excerpt, const std::string& site) {
  const auto url = excerpt_url(excerpt, site);
  return {lines_of(excerpt.quotation),
          excerpt.type == corpus::Block::Type::list,
          {{legal_footnote(excerpt) + ", ", {}, {}}, {url, url, {}}, {".", {}, {}}}};
}

Bullets sources_of(std::span<const Excerpt> excerpts, const std::string& site) {
  const Collation collation;
  std::map<std::pair<std::string, std::string>, const Excerpt*> ordered;
  for (const auto& excerpt : excerpts)
    ordered.emplace(std::pair(collation.key(excerpt.title), excerpt.document), &excerpt);
  Bullets list;
  for (const auto& [key, excerpt] : ordered) {
    const auto url = site + document_url(excerpt->document);
    list.items.push_back({{apa_source(*excerpt) + " ", {}, {}}, {url, url, {}}});
  }
  return list;
}

Manuscript excerpt_list(const std::string& title, std::span<const ListedExcerpt> excerpts, const std::string& site) {
  Manuscript manuscript{title, {}, false, {}};
  const Excerpt* before = nullptr;
  int number = 0;
  std::vector<Excerpt> sources;
  for (const auto& [excerpt, note] : excerpts) {
    if (!before || before->document != excerpt.document || before->section != excerpt.section) {
      auto heading = one_line(excerpt.title);
      if (!excerpt.section.empty() && excerpt.section != excerpt.title) heading += ": " + one_line(excerpt.section);
      manuscript.blocks.emplace_back(Heading{1, heading, "k-" + std::to_string(++number)});
    }
    manuscript.blocks.emplace_back(quotation_of(excerpt, site));
    if (!note.empty())
      for (const auto& line : lines_of("Eigen notitie: " + note))
        if (!line.empty()) manuscript.blocks.emplace_back(Paragraph{{{line, {}, {}}}});
    before = &excerpt;
    sources.push_back(excerpt);
  }
  if (sources.empty()) {
    manuscript.blocks.emplace_back(Paragraph{{{"Er zijn geen passages.", {}, {}}}});
    return manuscript;
  }
  manuscript.blocks.emplace_back(Heading{1, "Bronnen", "bronnen"});
  manuscript.blocks.emplace_back(sources_of(sources, site));
  return manuscript;
}

std::string export_excerpts(const std::string& title, std::span<const ListedExcerpt> listed, ExportFormat format,
                            const std::string& site, const Pandoc& pandoc) {
  std::vector<Excerpt> excerpts;
  for (const auto& one : listed) excerpts.push_back(one.excerpt);
  switch (format) {
    case ExportFormat::csl_json:
      return to_csl_json(excerpts, site);
    case ExportFormat::ris:
      return to_ris(excerpts, site);
    case ExportFormat::bibtex:
      return to_bibtex(excerpts, site);
    default:
      return render(excerpt_list(title, listed, site), format, pandoc);
  }
}

}  // namespace search
