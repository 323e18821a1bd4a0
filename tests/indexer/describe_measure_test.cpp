// How well description finds what is meant in published texts: precision and recall a field, printed and asked for.
//
// The texts lie beside the project (../shared, and the folder that PRAKTIJKBANK_TEXTS names); facts/real_text.tsv holds
// what was annotated. Rows whose text is absent are counted, not judged. PRAKTIJKBANK_SHOW=dev prints each error of
// that half.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>

#include "corpus/readers/reader.h"
#include "tests/indexer/describe_support.h"

namespace {

namespace fs = std::filesystem;
using describe_test::slugs;
using describe_test::Slugs;

enum Field : std::size_t { kMunicipality, kUnit, kTheme, kSolution, kKind, kDate, kFieldCount };
constexpr const char* kFieldNames[kFieldCount] = {"municipality", "police unit", "theme", "solution", "kind", "date"};

std::vector<std::string> split(const std::string& line, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : line)
    if (c == mark)
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

struct Row {
  bool held_out = false;
  std::string source, place;
  std::vector<std::string> meant[kFieldCount];
};

std::vector<Row> read_facts() {
  std::vector<Row> rows;
  std::ifstream file(fs::path(PRAKTIJKBANK_SOURCE_DIR) / "tests/indexer/facts/real_text.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto parts = split(line, '\t');
    if (parts.size() != 3 + kFieldCount) throw std::runtime_error("a row of real_text.tsv has no nine fields: " + line);
    Row row{parts[0] == "held", parts[1], parts[2], {}};
    for (std::size_t field = 0; field < kFieldCount; ++field)
      for (auto& value : split(parts[3 + field], ','))
        if (!value.empty()) row.meant[field].push_back(std::move(value));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The lines with these ids of a packed file, as drafts of their title and text alone.
std::map<std::string, corpus::Draft> read_lines(const fs::path& packed, const std::vector<std::string>& ids) {
  std::map<std::string, corpus::Draft> drafts;
  if (!fs::exists(packed)) return drafts;
  const std::string command = "xz --decompress --stdout '" + packed.string() + "'";
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return drafts;
  char* line = nullptr;
  std::size_t room = 0;
  while (getline(&line, &room, pipe) > 0) {
    const std::string_view text(line);
    const auto wanted =
        std::ranges::find_if(ids, [&](const std::string& id) { return text.starts_with("{\"id\": \"" + id + "\","); });
    if (wanted == ids.end()) continue;
    auto draft = corpus::read_json_line(text);
    corpus::Metadata title;
    title.title = draft.given.title;
    draft.given = title;
    drafts.emplace(*wanted, std::move(draft));
  }
  std::free(line);
  pclose(pipe);
  return drafts;
}

struct Count {
  std::size_t right = 0, wrong = 0, missed = 0;
  double precision() const {
    return right + wrong == 0 ? 1 : static_cast<double>(right) / static_cast<double>(right + wrong);
  }
  double recall() const {
    return right + missed == 0 ? 1 : static_cast<double>(right) / static_cast<double>(right + missed);
  }
};
using Counts = std::array<Count, kFieldCount>;

/// A narrower theme or solution speaks for the broader one: a document counts for both.
bool covers(Field field, const std::string& narrow, const std::string& broad) {
  static const corpus::Vocabulary vocabulary(corpus::builtin_vocabulary_files());
  if (field != kTheme && field != kSolution) return narrow == broad;
  const auto all = vocabulary.with_broader(field == kTheme ? corpus::Scheme::theme : corpus::Scheme::solution, narrow);
  return std::ranges::find(all, broad) != all.end();
}

void judge(const Row& row, Field field, const Slugs& found, bool show, Count& count) {
  const auto& meant = row.meant[field];
  const auto is_meant = [&](const std::string& value) { return std::ranges::find(meant, value) != meant.end(); };
  for (const auto& value : found) {
    if (is_meant(value)) {
      ++count.right;
    } else if (!is_meant("?" + value)) {
      ++count.wrong;
      if (show)
        std::cout << "  wrong " << kFieldNames[field] << " " << value << " in " << row.source << " " << row.place
                  << "\n";
    }
  }
  for (const auto& value : meant)
    if (value[0] != '?' &&
        std::ranges::none_of(found, [&](const std::string& each) { return covers(field, each, value); })) {
      ++count.missed;
      if (show)
        std::cout << "  missed " << kFieldNames[field] << " " << value << " in " << row.source << " " << row.place
                  << "\n";
    }
}

void judge(const Row& row, const corpus::Document& document, bool show, Counts& counts) {
  judge(row, kMunicipality, slugs(document.municipalities), show, counts[kMunicipality]);
  judge(row, kUnit, slugs(document.police_units), show, counts[kUnit]);
  judge(row, kTheme, slugs(document.themes), show, counts[kTheme]);
  judge(row, kSolution, slugs(document.solutions), show, counts[kSolution]);
  if (!row.meant[kKind].empty()) judge(row, kKind, {document.kind.value}, show, counts[kKind]);
  const std::string date = document.date.iso();
  judge(row, kDate, date.empty() ? Slugs{} : Slugs{date}, show, counts[kDate]);
}

void print(const char* name, std::size_t texts, const Counts& counts) {
  std::cout << name << ", " << texts << " texts\n";
  for (std::size_t field = 0; field < kFieldCount; ++field)
    std::printf("  %-13s precision %5.1f %%  recall %5.1f %%  (right %zu, wrong %zu, missed %zu)\n", kFieldNames[field],
                100 * counts[field].precision(), 100 * counts[field].recall(), counts[field].right, counts[field].wrong,
                counts[field].missed);
  std::fflush(stdout);
}

/// Drafts of all rows whose text is here, in the order of the rows.
std::vector<std::optional<corpus::Draft>> read_drafts(const std::vector<Row>& rows) {
  const auto shared = fs::path(PRAKTIJKBANK_SOURCE_DIR).parent_path() / "shared/data";
  const char* texts = std::getenv("PRAKTIJKBANK_TEXTS");
  std::map<std::string, std::vector<std::string>> ids;
  for (const auto& row : rows)
    if (row.source.ends_with(".xz")) ids[row.source].push_back(row.place);
  std::map<std::string, std::map<std::string, corpus::Draft>> lines;
  for (const auto& [source, wanted] : ids) lines[source] = read_lines(shared / source, wanted);
  std::vector<std::optional<corpus::Draft>> drafts;
  for (const auto& row : rows) {
    drafts.emplace_back();
    if (row.source.ends_with(".xz")) {
      const auto& from = lines[row.source];
      if (const auto found = from.find(row.place); found != from.end()) drafts.back() = found->second;
      continue;
    }
    const bool web = row.source.starts_with("web/");
    if (web && texts == nullptr) continue;
    const auto bytes = read_file(web ? fs::path(texts) / row.source.substr(4) : shared / row.source);
    const auto format = corpus::format_of(row.source);
    if (bytes && format) drafts.back() = corpus::read_document(*format, *bytes, corpus::limits_of(*format));
  }
  return drafts;
}

TEST(DescriptionMeasured, RealTextReachesTheTargets) {
  const auto rows = read_facts();
  ASSERT_GE(rows.size(), 60u);
  const auto drafts = read_drafts(rows);
  const char* wanted = std::getenv("PRAKTIJKBANK_SHOW");
  const std::string show = wanted == nullptr ? "" : wanted;
  Counts halves[2], all;
  std::size_t texts[2] = {0, 0};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!drafts[i]) continue;
    const bool held = rows[i].held_out;
    ++texts[held];
    // A page's name is no text: only the name of a whole document may say something.
    const std::string source = rows[i].place.empty() ? fs::path(rows[i].source).filename().string() : "tekst.txt";
    const auto document = describe_test::describe(*drafts[i], source).document;
    judge(rows[i], document, show == (held ? "held" : "dev"), halves[held]);
    judge(rows[i], document, false, all);
  }
  if (texts[0] + texts[1] == 0)
    GTEST_SKIP() << "no annotated text is here: ../shared lies beside the project, not in it";
  std::cout << rows.size() - texts[0] - texts[1] << " of " << rows.size() << " annotated texts are not here\n";
  print("looked at", texts[0], halves[0]);
  print("kept apart", texts[1], halves[1]);
  print("all", texts[0] + texts[1], all);
  // A handful says nothing: without the pages there are few themes and solutions.
  const auto expect = [&](Field field, double precision, double recall) {
    if (all[field].right + all[field].wrong < 20) return;
    EXPECT_GE(all[field].precision(), precision) << kFieldNames[field];
    EXPECT_GE(all[field].recall(), recall) << kFieldNames[field];
  };
  expect(kMunicipality, 0.95, 0.90);
  expect(kTheme, 0.90, 0.85);
  expect(kSolution, 0.90, 0.85);
}

}  // namespace
