#include "tools/report_page.h"

#include <array>
#include <cstdio>
#include <map>
#include <vector>

#include <xapian.h>

#include "corpus/calendar.h"
#include "corpus/text.h"
#include "indexer/run_record.h"
#include "search/api_json.h"
#include "search/index.h"
#include "search/index/record.h"
#include "tools/output.h"

namespace tools {
namespace {

constexpr std::size_t kMostRows = 1000;

constexpr const char* kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}th,td{text-align:left;vertical-align:top;"
    "padding:.35rem .6rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}th{background:#f0f3f6}"
    "td.n{text-align:right}h2{margin-top:2rem}.goed{color:#1b5e20}.let-op{color:#8a1c00}"
    "@media print{body{margin:0}}";

std::string escaped(std::string_view text) { return search::escape_html(printable(text)); }

class Page {
 public:
  void heading(const std::string& text) { html_ += "<h2>" + escaped(text) + "</h2>\n"; }
  void paragraph(const std::string& text, const char* style = "") {
    html_ += std::string("<p class=\"") + style + "\">" + escaped(text) + "</p>\n";
  }
  void table(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
    html_ += "<table><thead><tr>";
    for (const auto& column : columns) html_ += "<th scope=\"col\">" + escaped(column) + "</th>";
    html_ += "</tr></thead><tbody>\n";
    for (std::size_t i = 0; i < std::min(rows.size(), kMostRows); ++i) {
      html_ += "<tr>";
      for (const auto& cell : rows[i]) html_ += "<td>" + escaped(cell) + "</td>";
      html_ += "</tr>\n";
    }
    html_ += "</tbody></table>\n";
    if (rows.size() > kMostRows)
      paragraph("En nog " + std::to_string(rows.size() - kMostRows) +
                ". De volledige lijst staat in het verslag als JSON.");
  }
  std::string take() { return std::move(html_); }

 private:
  std::string html_;
};

std::string dutch_handling(const std::string& handling) {
  static const std::map<std::string, std::string> names = {{"reported", "alleen gemeld"},
                                                           {"masked", "weggehaald uit de tekst"},
                                                           {"quarantined", "niet opgenomen, wacht op vrijgave"},
                                                           {"released", "vrijgegeven"}};
  const auto found = names.find(handling);
  return found == names.end() ? handling : found->second;
}

std::string dutch_place(const corpus::PersonalDataPlace& place) {
  std::string text(corpus::dutch_name_of(place.kind));
  if (place.section == 0) return text + " in de titel of de gegevens";
  text += " in deel " + std::to_string(place.section);
  text += place.passage == 0 ? ", kop" : ", alinea " + std::to_string(place.passage);
  return text + ", teken " + std::to_string(place.offset + 1);
}

void add_personal_data(const indexer::Report& report, Page& page) {
  page.heading("Persoonsgegevens");
  if (report.personal_data.empty()) return page.paragraph("Er zijn geen persoonsgegevens gevonden.", "goed");
  page.paragraph(
      "De gegevens zelf staan niet in dit verslag, alleen waar ze staan. Is een document nagekeken en mag het "
      "zo blijven? Zet dan privacy: released in het document of in het bestand ernaast.");
  std::vector<std::vector<std::string>> rows;
  for (const auto& document : report.personal_data) {
    std::string places;
    for (const auto& place : document.places) places += (places.empty() ? "" : "; ") + dutch_place(place);
    rows.push_back({document.path, places, dutch_handling(document.handling)});
  }
  page.table({"Document", "Wat en waar", "Wat ermee is gedaan"}, rows);
}

/// Values that recognition found, by document; what the author gave is certain and left out.
void add_found(const std::filesystem::path& folder, Page& page) {
  page.heading("Gevonden in de tekst");
  page.paragraph(
      "Wat het programma zelf in de tekst heeft herkend. Klopt iets niet? Zet het juiste in het document, of "
      "noem onder reject wat fout is.");
  const auto index = search::Index::open(folder);
  const auto reader = index->lease();
  std::vector<std::vector<std::string>> rows;
  for (auto at = reader->database.postlist_begin("");
       at != reader->database.postlist_end("") && rows.size() <= kMostRows; ++at) {
    const auto record = search::decode_record(reader->database.get_document(*at).get_data());
    const auto found = [&](const std::vector<corpus::Value>& values, corpus::Scheme scheme) {
      std::string text;
      for (const auto& value : values) {
        if (value.origin != corpus::Origin::found) continue;
        const auto* entry = index->vocabulary().find(scheme, value.value);
        text += (text.empty() ? "" : ", ") + (entry ? entry->label : value.value);
      }
      return text;
    };
    using corpus::Scheme;
    auto date = record.date_value.origin == corpus::Origin::found ? record.date.iso() : std::string();
    if (date.empty() && record.date.year == 0)
      date = record.date.text.empty() ? "geen datum" : record.date.text + " (jaar onbekend)";
    rows.push_back({corpus::mask_personal_data(record.title),
                    record.kind.origin == corpus::Origin::found ? record.kind.value : "", date,
                    found(record.themes, Scheme::theme), found(record.municipalities, Scheme::municipality),
                    found(record.solutions, Scheme::solution)});
  }
  page.table({"Document", "Soort", "Datum", "Thema’s", "Gemeenten", "Oplossingen"}, rows);
}

}  // namespace

std::string report_page(const indexer::Report& report, const std::filesystem::path& index) {
  Page page;
  std::array<char, 32> seconds{};
  std::snprintf(seconds.data(), seconds.size(), "%.1f", report.seconds);
  page.paragraph("Gemaakt op " + corpus::utc_now() + " (UTC), in " + seconds.data() + " seconden.");
  page.table({"Wat", "Aantal"}, {{"Documenten in de index", std::to_string(report.documents)},
                                 {"Nieuw", std::to_string(report.added)},
                                 {"Gewijzigd", std::to_string(report.changed)},
                                 {"Verplaatst", std::to_string(report.moved)},
                                 {"Verwijderd", std::to_string(report.removed)},
                                 {"Ongewijzigd", std::to_string(report.unchanged)},
                                 {"Mislukt", std::to_string(report.failed.size())},
                                 {"Met persoonsgegevens", std::to_string(report.personal_data.size())},
                                 {"Niet opgenomen, wacht op vrijgave", std::to_string(report.quarantined)},
                                 {"Uitgewist en buiten gehouden", std::to_string(report.forgotten)}});
  page.heading("Mislukt");
  if (report.failed.empty()) {
    page.paragraph("Alle documenten zijn gelezen.", "goed");
  } else {
    std::vector<std::vector<std::string>> rows;
    for (const auto& failure : report.failed) rows.push_back({failure.path, failure.error});
    page.paragraph("Deze documenten zijn niet te vinden. De reden staat erbij, in het Engels.", "let-op");
    page.table({"Document", "Reden"}, rows);
  }
  add_personal_data(report, page);
  page.heading("Onzeker of opvallend");
  std::vector<std::vector<std::string>> rows;
  for (const auto& warning : report.warnings) rows.push_back({warning});
  if (rows.empty())
    page.paragraph("Niets.", "goed");
  else
    page.table({"Melding (in het Engels)"}, rows);
  page.heading("Niet in de woordenlijst");
  rows.clear();
  for (const auto& value : report.unknown_facet_values) rows.push_back({value});
  if (rows.empty())
    page.paragraph("Alle opgegeven waarden staan in de woordenlijst.", "goed");
  else
    page.table({"Opgegeven waarde, bewaard zoals geschreven"}, rows);
  add_found(index, page);
  return std::string(
             "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
             "content=\"width=device-width, initial-scale=1\"><title>Verslag van het indexeren</title><style>") +
         kStyle + "</style></head><body><main><h1>Verslag van het indexeren</h1>\n" + page.take() +
         "</main></body></html>\n";
}

}  // namespace tools
