#include "corpus/privacy/personal_data.h"

#include <algorithm>
#include <array>

#include "corpus/privacy/finders.h"

namespace corpus {
namespace {

struct Kind {
  std::string_view name, dutch;
};
// In the order of PersonalData.
constexpr std::array<Kind, kPersonalDataKinds> kKindNames = {{{"citizenServiceNumber", "burgerservicenummer"},
                                                              {"phone", "telefoonnummer"},
                                                              {"email", "e-mailadres"},
                                                              {"address", "adres"},
                                                              {"licencePlate", "kenteken"},
                                                              {"birthDate", "geboortedatum"},
                                                              {"bankAccount", "rekeningnummer"}}};

struct Finder {
  PersonalData kind;
  void (*find)(const privacy::ScanText&, privacy::Spans&);
  bool (*of_an_office)(const privacy::ScanText&, privacy::Span) = nullptr;
};
// Where two overlap, the earlier one in this list has it: the more a form is checked, the earlier.
constexpr std::array kFinders = {
    Finder{PersonalData::bank_account, privacy::find_bank_accounts},
    Finder{PersonalData::email, privacy::find_emails, privacy::is_email_of_an_office},
    Finder{PersonalData::birth_date, privacy::find_birth_dates},
    Finder{PersonalData::citizen_number, privacy::find_citizen_numbers},
    Finder{PersonalData::phone, privacy::find_phones, privacy::is_phone_of_an_office},
    Finder{PersonalData::address, privacy::find_addresses, privacy::is_address_of_an_office},
    Finder{PersonalData::licence_plate, privacy::find_licence_plates}};

}  // namespace

std::string_view name_of(PersonalData kind) { return kKindNames[static_cast<std::size_t>(kind)].name; }
std::string_view dutch_name_of(PersonalData kind) { return kKindNames[static_cast<std::size_t>(kind)].dutch; }

std::vector<PersonalDataFinding> find_personal_data(std::string_view utf8) {
  std::vector<PersonalDataFinding> findings;
  // All kinds hold a digit or a sign for "at"; most text holds neither.
  if (utf8.find_first_of("0123456789@([{<") == std::string_view::npos && utf8.find(" at ") == std::string_view::npos &&
      utf8.find("apenstaart") == std::string_view::npos)
    return findings;
  const privacy::ScanText text(utf8);
  std::vector<std::pair<privacy::Span, PersonalData>> all;
  privacy::Spans spans;
  for (const auto& finder : kFinders) {
    spans.clear();
    finder.find(text, spans);
    const auto earlier = all.size();
    // What an office has is taken out at the end only: until then it keeps other kinds from finding parts of it.
    for (const auto& span : spans)
      if (std::none_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(earlier),
                       [&](const auto& other) { return span.begin < other.first.end && other.first.begin < span.end; }))
        all.emplace_back(span, finder.kind);
  }
  std::ranges::sort(all, {}, [](const auto& one) { return one.first.begin; });
  std::size_t end = 0;
  for (const auto& [span, kind] : all) {
    if (span.begin < end) continue;  // two of one kind
    end = span.end;
    const auto* finder = std::ranges::find(kFinders, kind, &Finder::kind);
    if (finder->of_an_office != nullptr && finder->of_an_office(text, span)) continue;
    findings.push_back({kind, text.offset(span.begin), text.offset(span.end)});
  }
  return findings;
}

std::string mask_personal_data(std::string_view utf8) {
  std::string masked;
  std::size_t from = 0;
  for (const auto& finding : find_personal_data(utf8)) {
    masked.append(utf8.substr(from, finding.begin - from)).append("[").append(dutch_name_of(finding.kind)).append("]");
    from = finding.end;
  }
  return masked.append(utf8.substr(from));
}

}  // namespace corpus
