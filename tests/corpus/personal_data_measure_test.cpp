// False alarms: what is taken for personal data in 100,000 passages of law, which name offices and no private persons.
//
// The text lies beside the project (../shared). PRAKTIJKBANK_SHOW=privacy prints each finding with its surroundings.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "corpus/privacy/personal_data.h"
#include "corpus/readers/reader.h"
#include "corpus/text.h"

namespace {

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
  std::size_t words = 0, all = 0;
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
  const double rate = 1e5 * static_cast<double>(all) / static_cast<double>(words);
  for (std::size_t kind = 0; kind < found.size(); ++kind)
    std::cout << corpus::name_of(static_cast<corpus::PersonalData>(kind)) << ": " << found[kind] << "\n";
  std::printf("%zu findings in %zu words: %.2f in 100,000\n", all, words, rate);
  std::fflush(stdout);
  EXPECT_LE(rate, 1.0);
}

}  // namespace
