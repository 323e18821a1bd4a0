#include <algorithm>

#include "search/api_json.h"
#include "search/search.h"
#include "server/feeds/calendar.h"
#include "server/http/uri.h"
#include "server/pages/knowledge_view.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

constexpr std::size_t kEntries = 30;

/// Escaped for XML; characters that XML 1.0 doesn't have are dropped.
std::string xml(std::string_view text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') continue;
    // U+FFFE and U+FFFF
    if (text.substr(i).starts_with("\xef\xbf\xbe") || text.substr(i).starts_with("\xef\xbf\xbf")) {
      i += 2;
      continue;
    }
    kept += c;
  }
  return search::escape_html(kept);
}

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml(text) + "</" + std::string(name) + ">\n";
}

/// The moment of a date: Atom wants one. A date without a day counts from its first.
std::string moment(const corpus::Date& date) {
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT00:00:00Z", std::clamp(date.year, 1, 9999), std::max(1, date.month),
                std::max(1, date.day));
  return text;
}

std::string entry(const Context& context, const search::Hit& hit, const std::string& origin) {
  const auto& document = hit.document;
  const auto url = search::document_url(document.id);
  std::string text = "<entry>\n";
  text += element("id", "urn:praktijkbank:document:" + percent_encode(document.id));
  text += element("title", document.title);
  text += "<link rel=\"alternate\" type=\"text/html\" href=\"" + xml(origin + url) + "\"/>\n";
  text += element("updated", document.date.year > 0 ? moment(document.date) : context.index().meta().published);
  text += "<category term=\"" + xml(document.kind.value) + "\" label=\"" +
          xml(kind_label(context.index(), document.kind.value)) + "\"/>\n";
  for (const auto& theme : document.themes)
    text += "<category term=\"" + xml(theme.value) + "\" label=\"" +
            xml(label_of(context.index(), search::Field::theme, theme.value)) + "\"/>\n";
  if (!hit.passages.empty()) text += element("summary", hit.passages.front().snippet);
  return text + "</entry>\n";
}

}  // namespace

Response atom_feed(const Context& context, const Request& request) {
  auto form = parse_page_search(request.parameters);
  form.sort = search::Sort::newest;
  form.page = 1;
  auto asked = form.request();
  asked.limit = kEntries;
  asked.fill_below = 0;
  asked.facets = {};
  asked.passages = 1;
  const auto page = search::search(context.index(), asked);
  const auto origin = site_origin(request);
  form.sort = search::Sort::relevance;
  const auto about = form.query.empty() ? (form.has_filters() ? std::string("Nieuw bij deze filters")
                                                              : std::string("Nieuwste documenten"))
                                        : "Nieuw voor ‘" + form.query + "’";
  Response response;
  response.type = "application/atom+xml; charset=utf-8";
  response.body =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"nl\">\n" +
      element("id", "urn:praktijkbank:nieuw:" + percent_encode(query_string(form))) +
      element("title", about + " – Praktijkbank") + element("updated", context.index().meta().published) +
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"" + xml(origin + href("/nieuw.atom", form)) +
      "\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"" + xml(origin + href("/zoeken", form)) +
      "\"/>\n<author><name>Praktijkbank</name></author>\n";
  for (const auto& hit : page.hits) response.body += entry(context, hit, origin);
  response.body += "</feed>\n";
  return response;
}

}  // namespace server
