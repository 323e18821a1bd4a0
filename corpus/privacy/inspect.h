// Personal data of a whole document: found in title, headings and text, and masked there when asked.
//
// Pure functions; thread-safe.
#pragma once
#include <cstdint>
#include <vector>

#include "corpus/document.h"
#include "corpus/privacy/personal_data.h"

namespace corpus {

/// Where something was found. Counting begins at 1; what stands before the first heading is a section too.
struct PersonalDataPlace {
  PersonalData kind = PersonalData::phone;
  std::uint32_t section = 0;  // 0: the title, or what the author gave
  std::uint32_t passage = 0;  // paragraph or list within the section; 0: the heading
  std::uint32_t offset = 0;   // in characters
  bool operator==(const PersonalDataPlace&) const = default;
};

std::vector<PersonalDataPlace> find_personal_data(const Draft& draft);

/// Also masks what the author gave (title, session, values), except the id.
void mask_personal_data(Draft& draft);

}  // namespace corpus
