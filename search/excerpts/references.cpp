#include "search/excerpts/references.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "search/api_json.h"
#include "search/excerpts/citation.h"

namespace search {
namespace {

constexpr std::size_t kKeyWords = 60;  // bytes of a title in a key

struct Reference {
  const Excerpt* first = nullptr;
  std::string key;                         // ASCII, unique in the list
  std::string title;                       // whole, on one line
  std::vector<const Excerpt*> quotations;  // of this document
};

std::vector<Reference> references(std::span<const Excerpt> excerpts) {
  std::vector<Reference> list;
  std::set<std::string> keys;
  for (const auto& excerpt : excerpts) {
    const auto known =
        std::ranges::find_if(list, [&](const auto& one) { return one.first->document == excerpt.document; });
    if (known != list.end()) {
      known->quotations.push_back(&excerpt);
      continue;
    }
    auto key = corpus::slug(excerpt.title).substr(0, kKeyWords);
    std::erase_if(key, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'); });
    key = "praktijkbank-" + key + (excerpt.date.year == 0 ? "" : "-" + std::to_string(excerpt.date.year));
    auto unique = key;
    for (int number = 2; !keys.insert(unique).second; ++number) unique = key + "-" + std::to_string(number);
    list.push_back({&excerpt, unique, corpus::clean(excerpt.title), {&excerpt}});
  }
  return list;
}

bool is_report(const std::string& kind) { return kind == "verslag" || kind == "conclusie" || kind == "beleidsboek"; }

/// Where the quotations stand, for a note: "onder ‘Ervaringen’, passage p-3f9a1c; …".
std::string places(const Reference& reference) {
  std::string text;
  for (const auto* excerpt : reference.quotations) {
    if (!text.empty()) text += "; ";
    if (!excerpt->section.empty()) text += "onder ‘" + one_line(excerpt->section) + "’, ";
    if (excerpt->page > 0) text += "p. " + std::to_string(excerpt->page) + ", ";
    text += "passage " + excerpt->passage;
  }
  return text;
}

std::string tex(const std::string& text) {
  std::string escaped;
  for (char c : text) switch (c) {
      case '\\':
        escaped += "{\\textbackslash}";
        break;
      case '{':
      case '}':
        // Readers of BibTeX count braces, escaped or not.
        escaped += c == '{' ? "{\\textbraceleft}" : "{\\textbraceright}";
        break;
      case '~':
        escaped += "{\\textasciitilde}";
        break;
      case '^':
        escaped += "{\\textasciicircum}";
        break;
      case '"':
        escaped += "{\\textquotedbl}";
        break;
      case '%':
      case '$':
      case '#':
      case '&':
      case '_':
        escaped += '\\';
        [[fallthrough]];
      default:
        escaped += c;
    }
  return escaped;
}

}  // namespace

std::string to_csl_json(std::span<const Excerpt> excerpts, const std::string& site) {
  auto list = nlohmann::json::array();
  for (const auto& reference : references(excerpts)) {
    const auto& excerpt = *reference.first;
    nlohmann::json item = {{"id", reference.key},
                           {"type", is_report(excerpt.kind) ? "report" : "document"},
                           {"title", reference.title},
                           {"genre", excerpt.kind},
                           {"publisher", kPublisher},
                           {"language", "nl-NL"},
                           {"URL", site + document_url(excerpt.document)},
                           {"note", places(reference)}};
    if (excerpt.date.year != 0) {
      auto parts = nlohmann::json::array({excerpt.date.year});
      if (excerpt.date.month != 0) parts.push_back(excerpt.date.month);
      if (excerpt.date.month != 0 && excerpt.date.day != 0) parts.push_back(excerpt.date.day);
      item["issued"] = {{"date-parts", nlohmann::json::array({parts})}};
    }
    list.push_back(std::move(item));
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string to_ris(std::span<const Excerpt> excerpts, const std::string& site) {
  std::string text;
  const auto line = [&](const char* tag, const std::string& value) {
    if (!value.empty()) text += std::string(tag) + "  - " + corpus::clean(value) + "\r\n";
  };
  for (const auto& reference : references(excerpts)) {
    const auto& excerpt = *reference.first;
    line("TY", is_report(excerpt.kind) ? "RPRT" : "GEN");
    line("ID", reference.key);
    line("TI", reference.title);
    line("M3", excerpt.kind);
    if (excerpt.date.year != 0) {
      char date[32];
      std::snprintf(date, sizeof date, "%04d/%02d/%02d/", excerpt.date.year, excerpt.date.month, excerpt.date.day);
      std::string shown(date);
      if (excerpt.date.day == 0) shown = shown.substr(0, 8) + "/";
      if (excerpt.date.month == 0) shown = shown.substr(0, 5) + "//";
      line("PY", std::to_string(excerpt.date.year));
      line("DA", shown);
    }
    line("PB", kPublisher);
    line("LA", "nl");
    line("UR", site + document_url(excerpt.document));
    line("N1", places(reference));
    text += "ER  - \r\n\r\n";
  }
  return text;
}

std::string to_bibtex(std::span<const Excerpt> excerpts, const std::string& site) {
  std::string text;
  for (const auto& reference : references(excerpts)) {
    const auto& excerpt = *reference.first;
    text += "@misc{" + reference.key + ",\n";
    // Double braces keep the capitals as they are.
    text += "  title = {{" + tex(reference.title) + "}},\n";
    if (excerpt.date.year != 0) text += "  year = {" + std::to_string(excerpt.date.year) + "},\n";
    if (const auto iso = excerpt.date.iso(); !iso.empty()) text += "  date = {" + iso + "},\n";
    text += "  howpublished = {" + tex(excerpt.kind) + "},\n";
    text += std::string("  publisher = {") + kPublisher + "},\n  langid = {dutch},\n";
    text += "  url = {" + site + document_url(excerpt.document) + "},\n";
    text += "  note = {" + tex(places(reference)) + "}\n}\n\n";
  }
  return text;
}

}  // namespace search
