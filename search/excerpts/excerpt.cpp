#include "search/excerpts/excerpt.h"

#include "corpus/text.h"
#include "search/api_json.h"
#include "search/search.h"

namespace search {

std::string fingerprint(const corpus::Passage& passage) { return corpus::content_hash(passage.text); }

Excerpt make_excerpt(const corpus::Document& document, const corpus::PassageSection& section,
                     const corpus::Passage& passage) {
  return {document.id,  document.title, document.kind.value,  document.date, section.heading,
          passage.page, passage.id,     fingerprint(passage), passage.text,  passage.type};
}

std::optional<Excerpt> find_excerpt(const corpus::Document& document, std::string_view id) {
  for (const auto& section : document.sections)
    for (const auto& passage : section.passages)
      if (passage.id == id) return make_excerpt(document, section, passage);
  return std::nullopt;
}

std::string excerpt_url(const Excerpt& excerpt, const std::string& site) {
  return site + document_url(excerpt.document) + "?passage=" + excerpt.passage + "#" + excerpt.passage;
}

std::vector<Excerpt> excerpts_for(const Index& index, const std::string& query, std::size_t limit) {
  Request request;
  request.query = query;
  request.limit = limit;
  request.fill_below = 0;
  request.facets = {};
  std::vector<Excerpt> excerpts;
  for (const auto& hit : search(index, request).hits)
    for (const auto& passage : hit.passages)
      if (auto excerpt = find_excerpt(hit.document, passage.id)) excerpts.push_back(*std::move(excerpt));
  return excerpts;
}

std::vector<std::string> lines_of(const std::string& quotation) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= quotation.size();) {
    const auto end = std::min(quotation.find('\n', at), quotation.size());
    lines.push_back(quotation.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace search
