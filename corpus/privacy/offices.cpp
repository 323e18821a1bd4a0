// Contact details of offices: nobody's personal data. A number or address counts as an office's only when the words
// around it say so and none of them speaks of a person; in doubt it is a person's.
#include <algorithm>
#include <array>

#include "corpus/privacy/finders.h"

namespace corpus::privacy {
namespace {

constexpr std::size_t kBefore = 170, kAfter = 70, kNear = 70;

// Parts of organisations that have a telephone and a door. Left out on purpose: "gemeente", "politie" and the like,
// which stand in every sentence of these texts.
bool names_an_office(std::string_view words) {
  return has_word(words, {"minister",
                          "staatssecretaris",
                          "kantoren",
                          "kadaster",
                          "postbus",
                          "antwoordnummer",
                          "bezoekadres",
                          "vestigingsadres",
                          "ministerie",
                          "directie",
                          "directoraat",
                          "afdeling",
                          "bureau",
                          "agentschap",
                          "ambassade",
                          "consulaat",
                          "secretariaat",
                          "servicedesk",
                          "helpdesk",
                          "inspectie",
                          "loket",
                          "rijksdienst",
                          "dienst",
                          "b.v.",
                          "bv",
                          "b.v",
                          "n.v.",
                          "nv",
                          "stichting",
                          "instituut",
                          "universiteit",
                          "griffie",
                          "meldkamer",
                          "provinciehuis",
                          "gemeentehuis",
                          "stadhuis",
                          "politiebureau",
                          "rechtbank",
                          "ziekenhuis",
                          "laboratorium",
                          "bibliotheek",
                          "redactie",
                          "klantenservice",
                          "klantcontactcentrum",
                          "receptie",
                          "fax",
                          "faxnummer",
                          "telefax",
                          "productschap",
                          "hogeschool",
                          "fonds",
                          "kamer van koophandel",
                          "inspecteur",
                          "staatscourant",
                          "autoriteit",
                          "commissie",
                          "ministerio",
                          "ministère",
                          "kantoor",
                          "belastingdienst",
                          "centrum",
                          "vereniging",
                          "raad",
                          "terinzagelegging",
                          "ter inzage",
                          "directoraat-generaal",
                          "rijkswaterstaat",
                          "provinciehuize",
                          "gebouw",
                          "informatiecentrum"});
}

bool speaks_of_a_person(std::string_view words) {
  return has_word(
      words,
      {"mevrouw",   "mevr",        "mevr.",      "mw",      "mw.",        "heer",        "dhr",        "dhr.",
       "hij",       "hem",         "woont",      "woonde",  "wonend",     "wonende",     "woonachtig", "woonadres",
       "huisadres", "thuis",       "privé",      "prive",   "mobiel",     "bewoner",     "bewoonster", "melder",
       "verdachte", "slachtoffer", "betrokkene", "buurman", "buurvrouw",  "moeder",      "vader",      "cliënt",
       "client",    "jongen",      "meisje",     "familie", "echtgenoot", "ingeschreven"});
}

/// "adviesdesk", "naturalisatiedienst", "kenniscentrum": a compound that is a part of an organisation.
bool holds_a_compound_office(std::string_view words) {
  for (const std::string_view head : {"desk", "dienst", "bureau", "centrum", "team", "administratie", "fonds", "loket"})
    for (auto at = words.find(head); at != std::string_view::npos; at = words.find(head, at + 1)) {
      const auto end = at + head.size();
      const bool ends = end == words.size() || words[end] < 'a' || words[end] > 'z';
      if (ends && at >= 3 && words[at - 1] >= 'a' && words[at - 1] <= 'z') return true;
    }
  return false;
}

/// "J. de Vries", "A.B. Jansen": initials right before, as a list of officials has them. "B.V." and "N.V." are none.
bool has_initials(const ScanText& text, std::size_t begin) {
  const std::size_t from = begin > 32 ? begin - 32 : 0;
  for (std::size_t i = from; i + 2 < begin; ++i)
    if (text.upper(i) && text[i + 1] == '.' && !text.alnum(i - (i > 0 ? 1 : 0)) && !text.digit(i + 2) &&
        (text[i + 2] == ' ' || text.upper(i + 2)) && (i == 0 || !text.alnum(i - 1))) {
      const auto letters = text.lower(i, i + 4);
      if (letters == "b.v." || letters == "n.v.") {
        i += 3;
        continue;
      }
      return true;
    }
  return false;
}

std::string around(const ScanText& text, std::size_t from, std::size_t to) { return text.lower(from, to); }

bool office_around(const ScanText& text, Span span) {
  const auto before = around(text, span.begin > kBefore ? span.begin - kBefore : 0, span.begin);
  const auto near = std::string_view(before).substr(before.size() > kNear ? before.size() - kNear : 0);
  const auto after = around(text, span.end, span.end + kAfter);
  const auto within = around(text, span.begin, span.end);
  if (speaks_of_a_person(near) || has_initials(text, span.begin)) return false;
  return holds_a_compound_office(near) || names_an_office(before) || names_an_office(after) || names_an_office(within);
}

// Local parts that a team answers.
constexpr std::array<std::string_view, 34> kRoles = {
    "info",         "informatie",   "post",          "postbus",     "postkamer",    "contact",
    "secretariaat", "helpdesk",     "servicedesk",   "klachten",    "redactie",     "receptie",
    "griffie",      "bestuur",      "administratie", "pers",        "communicatie", "webmaster",
    "support",      "loket",        "meldpunt",      "gemeente",    "stadhuis",     "gemeentehuis",
    "bezwaar",      "vergunningen", "handhaving",    "regelgeving", "subsidies",    "personeelszaken",
    "noreply",      "no-reply",     "bibliotheek",   "privacy"};

bool is_role(std::string_view address) {
  const auto local = address.substr(0, address.find('@'));
  if (local == address) return false;  // spelled out, as people do with their own
  // "formulierenloket", "subsidie-jeugd": what the address is for.
  static constexpr std::array<std::string_view, 17> kPurposes = {
      "helpdesk",     "servicedesk", "formulier",  "tender",   "subsidie", "klacht",
      "secretariaat", "consul",      "embassy",    "ambas",    "meldpunt", "bibliothe",
      "inspectie",    "examen",      "informatie", "afdeling", "heffing"};
  return std::ranges::find(kRoles, local) != kRoles.end() ||
         std::ranges::any_of(kPurposes,
                             [&](std::string_view purpose) { return local.find(purpose) != std::string_view::npos; });
}

/// "jan.devries", "j_jansen": more than one part, or letters and digits.
bool looks_like_a_name(std::string_view address) {
  const auto local = address.substr(0, address.find('@'));
  return local == address || local.find_first_of("._0123456789") != std::string_view::npos;
}

}  // namespace

bool is_phone_of_an_office(const ScanText& text, Span span) {
  std::string digits;
  for (auto i = span.begin; i < span.end; ++i)
    if (text.digit(i)) digits += text[i];
  // A mobile telephone is somebody's.
  for (const std::string_view mobile : {"06", "316", "00316", "3106"})
    if (digits.starts_with(mobile)) return false;
  const auto label = around(text, span.begin > 14 ? span.begin - 14 : 0, span.begin);
  if (has_word(label, {"fax", "faxnummer", "telefax", "telefaxnummer"})) return true;
  return office_around(text, span);
}

bool is_email_of_an_office(const ScanText& text, Span span) {
  const auto address = text.lower(span.begin, span.end);
  if (is_role(address)) return true;
  return !looks_like_a_name(address) && office_around(text, span);
}

bool is_address_of_an_office(const ScanText& text, Span span) { return office_around(text, span); }

}  // namespace corpus::privacy
