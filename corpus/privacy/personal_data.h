// Finding personal data in running text: which kind, and where. Read this header first.
//
// A finding never holds the value, so that a report or log made of findings can't tell it either. Numbers with a check
// (citizen service number, bank account) must pass it; what is written like much else (nine digits, a date) counts only
// beside words that say what it is. Telephone numbers of the 0800 and 0900 series belong to services, post boxes are
// nobody's home: neither is found. Nor are contact details of an office (offices.cpp): role addresses ("info@"), fax
// numbers, and landlines and addresses that words around them give to an office. A mobile telephone, a name in an
// address, or a word about a person nearby makes them a person's.
//
// Text is UTF-8; offsets are bytes. Pure functions; thread-safe.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

enum class PersonalData { citizen_number, phone, email, address, licence_plate, birth_date, bank_account };
inline constexpr std::size_t kPersonalDataKinds = 7;

/// "citizenServiceNumber", "phone"…: in reports.
std::string_view name_of(PersonalData kind);
/// "burgerservicenummer", "telefoonnummer"…: what masking leaves between square brackets.
std::string_view dutch_name_of(PersonalData kind);

struct PersonalDataFinding {
  PersonalData kind = PersonalData::phone;
  std::size_t begin = 0, end = 0;
};

/// In order, without overlap. None spans an empty line (two '\n'), so text of several paragraphs may be given at once:
/// a word before a paragraph counts for what stands at its beginning.
std::vector<PersonalDataFinding> find_personal_data(std::string_view utf8);

/// The text with "[telefoonnummer]" and the like in place of each finding.
std::string mask_personal_data(std::string_view utf8);

}  // namespace corpus
