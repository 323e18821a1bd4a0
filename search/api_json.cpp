#include "search/api_json.h"

#include <cstdio>

#include <nlohmann/json.hpp>

#include "corpus/calendar.h"
#include "search/books.h"
#include "search/fields.h"

namespace search {
namespace {

using nlohmann::json;

json or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

json direct_values(const std::vector<corpus::Value>& values) {
  auto list = json::array();
  for (const auto& value : values) list.push_back(value.value);
  return list;
}

json page_or_null(int page) { return page > 0 ? json(page) : json(nullptr); }

json link(const std::optional<ChapterLink>& chapter) {
  if (!chapter) return nullptr;
  return {{"id", chapter->id}, {"titel", chapter->title}, {"url", document_url(chapter->id)}};
}

/// The book that a document is a chapter of, with its neighbours.
json book(const Index& index, const corpus::Document& document) {
  if (document.book.id.empty()) return nullptr;
  const auto beside = neighbours(index, document);
  return {{"id", document.book.id},
          {"titel", document.book.title},
          {"hoofdstuk", document.book.chapter},
          {"vorige", link(beside.previous)},
          {"volgende", link(beside.next)}};
}

/// The fields that a result and a single document share.
json fields(const corpus::Document& document) {
  return {{"id", document.id},
          {"titel", document.title},
          {"soort", document.kind.value},
          {"datum", or_null(document.date.iso())},
          {"datumTekst", or_null(date_in_words(document.date))},
          {"themas", direct_values(document.themes)},
          {"gemeenten", direct_values(document.municipalities)},
          {"eenheden", direct_values(document.police_units)},
          {"oplossingen", direct_values(document.solutions)},
          {"bijeenkomst", or_null(document.session)},
          {"url", document_url(document.id)}};
}

json provenance(const corpus::Document& document) {
  auto list = json::array();
  const auto add = [&](std::string_view field, const corpus::Value& value) {
    if (value.value.empty()) return;
    list.push_back({{"veld", field},
                    {"waarde", value.value},
                    {"herkomst", value.origin == corpus::Origin::found ? "gevonden" : "gegeven"},
                    {"passage", or_null(value.passage)}});
  };
  const auto add_all = [&](Field field, const std::vector<corpus::Value>& values) {
    for (const auto& value : values) add(info(field).parameter, value);
  };
  add_all(Field::theme, document.themes);
  add_all(Field::municipality, document.municipalities);
  add_all(Field::solution, document.solutions);
  add_all(Field::police_unit, document.police_units);
  add(info(Field::kind).parameter, document.kind);
  auto date = document.date_value;
  if (date.value.empty()) date.value = document.date.text;
  add("datum", date);
  return list;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string html;
  for (char c : text) switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  return html;
}

std::string to_html(const std::string& text, const std::vector<Mark>& marks) {
  std::string html;
  std::size_t at = 0;
  const std::string_view view = text;
  for (const auto& mark : marks) {
    html += escape_html(view.substr(at, mark.begin - at));
    html += "<mark>";
    html += escape_html(view.substr(mark.begin, mark.end - mark.begin));
    html += "</mark>";
    at = mark.end;
  }
  html += escape_html(view.substr(at));
  return html;
}

std::string snippet_html(const PassageHit& passage) {
  std::string html;
  for (const char c : to_html(passage.snippet, passage.marks)) {
    if (c == '\n')
      html += " · ";
    else
      html += c;
  }
  return html;
}

std::string document_url(const std::string& id) {
  static const char* const hex = "0123456789ABCDEF";
  std::string url = "/documenten/";
  for (char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                            c == '.' || c == '_' || c == '~';
    if (unreserved) {
      url += c;
    } else {
      url += '%';
      url += hex[byte >> 4];
      url += hex[byte & 15];
    }
  }
  return url;
}

std::string date_in_words(const corpus::Date& date) {
  if (date.year == 0) return date.text;
  std::string words;
  if (date.month >= 1 && date.month <= 12) {
    if (date.day > 0) words += std::to_string(date.day) + " ";
    words += std::string(corpus::kMonths[static_cast<std::size_t>(date.month - 1)]) + " ";
  }
  return words + std::to_string(date.year);
}

json to_json(const Index&, const Page& page) {
  json facets;
  for (const auto& field : kFields) {
    auto list = json::array();
    for (const auto& row : page.facets[number(field.field)]) {
      json value = {{"waarde", row.value}, {"label", row.label}, {"aantal", row.count}};
      if (field.counts_broader) value["breder"] = or_null(row.broader);
      list.push_back(std::move(value));
    }
    facets[std::string(field.parameter)] = std::move(list);
  }
  auto results = json::array();
  for (const auto& hit : page.hits) {
    auto result = fields(hit.document);
    result["volledig"] = hit.complete;
    result["score"] = hit.score;
    auto passages = json::array();
    for (const auto& passage : hit.passages)
      passages.push_back({{"id", passage.id},
                          {"kop", passage.heading},
                          {"fragment", snippet_html(passage)},
                          {"pagina", page_or_null(passage.page)},
                          {"url", document_url(hit.document.id) + "#" + passage.id}});
    result["passages"] = std::move(passages);
    if (!hit.explanation.empty()) {
      auto parts = json::array();
      for (const auto& part : hit.explanation)
        parts.push_back({{"woord", part.word}, {"toelichting", part.detail}, {"bijdrage", part.contribution}});
      result["uitleg"] = std::move(parts);
    }
    results.push_back(std::move(result));
  }
  return {{"totaal", page.total},
          {"suggestie", page.suggestion ? json(*page.suggestion) : json(nullptr)},
          {"facetten", std::move(facets)},
          {"resultaten", std::move(results)}};
}

json to_json(const Index& index, const corpus::Document& document) {
  auto result = fields(document);
  auto sections = json::array();
  for (const auto& section : document.sections) {
    auto passages = json::array();
    for (const auto& passage : section.passages) {
      passages.push_back({{"id", passage.id}, {"tekst", passage.text}, {"pagina", page_or_null(passage.page)}});
    }
    sections.push_back({{"kop", section.heading}, {"niveau", section.level}, {"passages", std::move(passages)}});
  }
  result["secties"] = std::move(sections);
  result["periode"] = or_null(document.period);
  result["boek"] = book(index, document);
  result["herkomst"] = provenance(document);
  return result;
}

}  // namespace search
