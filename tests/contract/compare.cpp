#include "tests/contract/compare.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "tests/contract/http.h"

namespace contract {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

std::string shown(const Range& range) {
  if (range.low == range.high) return std::to_string(range.low);
  return std::to_string(range.low) + ".." + std::to_string(range.high);
}

void expect_in(Lines& lines, const std::string& where, const Range& expected, int actual) {
  if (actual >= expected.low && actual <= expected.high) return;
  lines.push_back(where + ": expected " + shown(expected) + ", actual " + std::to_string(actual));
}

void expect_equal(Lines& lines, const std::string& where, const json& expected, const json& actual) {
  if (expected != actual) lines.push_back(where + ": expected " + compact(expected) + ", actual " + compact(actual));
}

std::string text_of(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

// Letters and spaces only: labels that any alphabetical order puts in the same place.
bool plain_label(const std::string& label) {
  return std::all_of(label.begin(), label.end(), [](char letter) {
    return letter == ' ' || std::isalnum(static_cast<unsigned char>(letter)) != 0;
  });
}

std::string lower_case(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text;
}

std::string expected_label(Facet facet, const std::string& value, const World& world) {
  const Concept* item = world.vocabulary.find(facet, value);
  return item == nullptr ? value : item->label;
}

void compare_order(Lines& lines, const std::string& where, const json& before, const json& next) {
  const int more = before.at("aantal");
  const int fewer = next.at("aantal");
  const std::string one = before.at("label");
  const std::string other = next.at("label");
  const bool label_order = !plain_label(one) || !plain_label(other) || lower_case(one) <= lower_case(other);
  if (more > fewer || (more == fewer && label_order)) return;
  lines.push_back(where + ": order: '" + one + "' (" + std::to_string(more) + ") stands before '" + other + "' (" +
                  std::to_string(fewer) + ")");
}

void compare_facet(Lines& lines, Facet facet, const json& listed, const std::map<std::string, Range>& expected,
                   const std::vector<std::string>& selected, const World& world) {
  const std::string where = "facetten." + std::string(kFacetNames[facet].parameter);
  std::set<std::string> seen;
  for (std::size_t index = 0; index < listed.size(); ++index) {
    const json& entry = listed[index];
    const std::string value = text_of(entry.at("waarde"));
    const std::string here = where + "[" + value + "]";
    if (!seen.insert(value).second) lines.push_back(here + ": listed twice");
    const auto found = expected.find(value);
    if (found == expected.end()) {
      lines.push_back(here + ": expected not listed, actual " + compact(entry));
      continue;
    }
    const bool chosen = std::find(selected.begin(), selected.end(), value) != selected.end();
    expect_in(lines, here, {chosen ? 0 : std::max(1, found->second.low), found->second.high}, entry.at("aantal"));
    if (facet != kKind) expect_equal(lines, here + ".label", expected_label(facet, value, world), entry.at("label"));
    const Concept* item = world.vocabulary.find(facet, value);
    const json broader = item == nullptr || item->broader.empty() ? json() : json(item->broader);
    expect_equal(lines, here + ".breder", broader, entry.value("breder", json()));
    if (index > 0) compare_order(lines, where, listed[index - 1], entry);
  }
  for (const auto& [value, range] : expected) {
    const bool chosen = std::find(selected.begin(), selected.end(), value) != selected.end();
    if (seen.count(value) == 0 && (range.low > 0 || chosen)) {
      lines.push_back(where + "[" + value + "]: expected " + shown(range) + ", actual not listed");
    }
  }
}

// A document's place lies after all that certainly precede it and before all that certainly follow.
void compare_place(Lines& lines, std::size_t document, int place, bool newest, const Expectation& expected,
                   const World& world) {
  int before = 0;
  int after = 0;
  for (std::size_t other = 0; other < world.documents.size(); ++other) {
    if (expected.full[other] != Truth::kYes) continue;
    before += certainly_before(world.documents[other], world.documents[document], newest) ? 1 : 0;
    after += certainly_before(world.documents[document], world.documents[other], newest) ? 1 : 0;
  }
  const Range places{before, expected.total.low - 1 - after};
  expect_in(lines, "place of " + world.documents[document].id + " (" + world.documents[document].date + ")", places,
            place);
}

void compare_results(Lines& lines, const json& results, const Request& request, const Expectation& expected,
                     const World& world) {
  const int skipped = (request.page - 1) * request.size;
  const auto on_page = [&](int total) { return std::clamp(total - skipped, 0, request.size); };
  const bool by_date = request.sort == "nieuwste" || request.sort == "oudste" || request.empty();
  int full = 0;
  int less = 0;
  std::set<std::string> seen;
  for (const json& result : results) {
    const std::string id = result.at("id");
    const auto found = std::find_if(world.documents.begin(), world.documents.end(),
                                    [&](const Document& document) { return document.id == id; });
    if (found == world.documents.end() || !seen.insert(id).second) {
      lines.push_back("result " + id + ": " + (found == world.documents.end() ? "unknown" : "shown twice"));
      continue;
    }
    const auto number = static_cast<std::size_t>(found - world.documents.begin());
    const bool whole = result.at("volledig");
    if (whole && less > 0) lines.push_back("result " + id + ": matches fully, but stands after one that matches less");
    if ((whole ? expected.full : expected.less)[number] == Truth::kNo) {
      lines.push_back("result " + id + ": expected none, actual volledig=" + (whole ? "true" : "false"));
    }
    if (whole && by_date && expected.exact()) {
      compare_place(lines, number, skipped + full, request.sort != "oudste", expected, world);
    }
    (whole ? full : less) += 1;
    const Lines fields = field_differences(result, *found);
    lines.insert(lines.end(), fields.begin(), fields.end());
  }
  expect_in(lines, "results with volledig=true", {on_page(expected.total.low), on_page(expected.total.high)}, full);
  expect_in(lines, "results with volledig=false", expected.less_count, less);
}

}  // namespace

std::string compact(const nlohmann::json& value) {
  const std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  return text.size() <= 200 ? text : text.substr(0, 200) + "…";
}

Lines field_differences(const json& result, const Document& document) {
  Lines lines;
  const std::string here = "result " + document.id;
  const json date = document.date.empty() ? json() : json(document.date);
  expect_equal(lines, here + ".titel", document.title(), result.at("titel"));
  expect_equal(lines, here + ".soort", document.kind, result.at("soort"));
  expect_equal(lines, here + ".datum", date, result.at("datum"));
  for (const Facet facet : {kTheme, kMunicipality, kSolution, kUnit}) {
    const std::string key(kFacetNames[facet].result);
    const std::set<std::string> listed = result.at(key);
    expect_equal(lines, here + "." + key, document.direct[facet], listed);
    if (listed.size() != result.at(key).size()) lines.push_back(here + "." + key + ": a value stands twice");
  }
  if (document.session.empty()) {
    expect_equal(lines, here + ".bijeenkomst", json(), result.at("bijeenkomst"));
  } else if (result.at("bijeenkomst").is_null()) {
    lines.push_back(here + ".bijeenkomst: expected " + document.session + ", actual null");
  }
  const std::string url = result.at("url");
  expect_equal(lines, here + ".url", "/documenten/" + document.id, percent_decode(url));
  for (const json& passage : result.at("passages")) {
    expect_equal(lines, here + ".passages.url", url + "#" + passage.at("id").get<std::string>(), passage.at("url"));
  }
  return lines;
}

Lines differences(const json& answer, const Request& request, const Expectation& expected, const World& world) {
  Lines lines;
  expect_in(lines, "totaal", expected.total, answer.at("totaal"));
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    const json& listed = answer.at("facetten").at(std::string(kFacetNames[facet].parameter));
    compare_facet(lines, static_cast<Facet>(facet), listed, expected.facets[facet], request.selected[facet], world);
  }
  compare_results(lines, answer.at("resultaten"), request, expected, world);
  if (lines.size() > 6) {
    lines[6] = "… and " + std::to_string(lines.size() - 6) + " more";
    lines.resize(7);
  }
  return lines;
}

}  // namespace contract
