// False alarms: what is taken for personal data in 100,000 passages of law, which name offices and no private persons.
//
// Some of these circulars do name officials with their own telephone or address: those findings are right. Which they
// are is judged roughly, by a name in the address or a title or initials right before it; the others are false alarms.
//
// The text lies beside the project (../shared). PRAKTIJKBANK_SHOW=privacy prints each finding with its surroundings.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <regex>

#include "corpus/privacy/personal_data.h"
#include "corpus/readers/reader.h"
#include "corpus/text.h"

namespace {

/// "jan.devries@…", "mw. J. de Vries (070-…", "geboren …", and what passed a check of its own.
bool is_named_person(corpus::PersonalData kind, const std::string& before, const std::string& value) {
  using corpus::PersonalData;
  static const std::regex name_in_address("[A-Za-z]+[._][A-Za-z._-]+@.*");
  static const std::regex named("([^A-Za-z]|^)([A-Z][.]|mw|mevrouw|heer|dhr)");
  if (kind == PersonalData::email) return std::regex_match(value, name_in_address);
  if (kind == PersonalData::phone || kind == PersonalData::address) return std::regex_search(before, named);
  if (kind == PersonalData::birth_date) return before.find("geboren") != std::string::npos;
  return kind == PersonalData::bank_account || kind == PersonalData::citizen_number;
}

TEST(PersonalDataMeasured, LawsGiveAtMostOneFalseAlarmIn100000Words) {
  const auto packed =
      std::filesystem::path(PRAKTIJKBANK_SOURCE_DIR).parent_path() / "shared/data/scale/wetten-100k.jsonl.xz";
  if (!std::filesystem::exists(packed))
    GTEST_SKIP() << packed << " is not here: the laws lie beside the project, not in it";
  const char* wanted = std::getenv("PRAKTIJKBANK_SHOW");
  const bool show = wanted != nullptr && std::string_view(wanted) == "privacy";
  FILE* pipe = popen(("xz --decompress --stdout '" + packed.string() + "'").c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  std::array<std::size_t, corpus::kPersonalDataKinds> found{};
  std::size_t words = 0, all = 0, of_persons = 0;
  char* line = nullptr;
  std::size_t room = 0;
  while (getline(&line, &room, pipe) > 0) {
    const auto draft = corpus::read_json_line(line);
    for (const auto& section : draft.sections)
      for (const auto& block : section.blocks) {
        words += corpus::count_words(block.text);
        for (const auto& finding : corpus::find_personal_data(block.text)) {
          ++found[static_cast<std::size_t>(finding.kind)];
          ++all;
          const std::size_t near = finding.begin > 70 ? finding.begin - 70 : 0;
          of_persons += is_named_person(finding.kind, block.text.substr(near, finding.begin - near),
                                        block.text.substr(finding.begin, finding.end - finding.begin));
          if (!show) continue;
          const std::size_t from = finding.begin > 90 ? finding.begin - 90 : 0;
          std::cout << corpus::name_of(finding.kind) << ": " << block.text.substr(from, finding.begin - from) << ">>"
                    << block.text.substr(finding.begin, finding.end - finding.begin) << "<<"
                    << block.text.substr(finding.end, 50) << "\n";
        }
      }
  }
  std::free(line);
  pclose(pipe);
  ASSERT_GT(words, 1'000'000u);
  const double per = 1e5 / static_cast<double>(words);
  const double found_rate = per * static_cast<double>(all), rate = per * static_cast<double>(all - of_persons);
  for (std::size_t kind = 0; kind < found.size(); ++kind)
    std::cout << corpus::name_of(static_cast<corpus::PersonalData>(kind)) << ": " << found[kind] << "\n";
  std::printf("%zu findings in %zu words, %.2f in 100,000; %zu of named persons; false alarms %.2f in 100,000\n", all,
              words, found_rate, of_persons, rate);
  std::fflush(stdout);
  EXPECT_LE(rate, 1.0);
}

}  // namespace
