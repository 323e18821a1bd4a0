// A document becomes the terms and values of search/schema.h.
#include "indexer/document_writer.h"

#include <gmock/gmock.h>

#include <set>

#include "search/index/positions.h"
#include "search/index/record.h"
#include "search/schema.h"

namespace {
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

corpus::Document example() {
  corpus::Document document;
  document.id = "d1";
  document.title = "Buurtpreventie in Houten";
  document.date = {2025, 9, 0, "september 2025"};
  document.themes = {{"xyz", corpus::Origin::given, {}}};
  document.sections = {{"Ervaringen", 1, {{"p-1", "De wijk doet mee.", {}}, {"p-2", "Twee 2025 keer.", {}}}}};
  return document;
}

struct Written {
  std::set<std::string> terms;
  Xapian::Document document;
  std::vector<std::string> warnings;
};

Written write(const corpus::Document& document) {
  const corpus::Vocabulary vocabulary;
  const search::LabelMatcher labels(vocabulary);
  search::Analyzer analyzer;
  Written written;
  written.document = indexer::DocumentWriter(vocabulary, labels).write(document, analyzer, written.warnings);
  for (auto term = written.document.termlist_begin(); term != written.document.termlist_end(); ++term)
    written.terms.insert(*term);
  return written;
}

search::Positions positions(const Written& written, const std::string& term) {
  search::PositionDecoder decoder({search::position_key(term)});
  return decoder.decode(written.document.get_value(search::kPositionsSlot)).front();
}

TEST(DocumentWriter, GivesTitleHeadingsAndTextTheirTerms) {
  const auto written = write(example());
  search::Analyzer analyzer;
  const auto occurrences = [&](const char* word) {
    auto term = written.document.termlist_begin();
    term.skip_to(analyzer.stems(word).at(0));
    return search::unpack_occurrences(term.get_wdf());
  };
  EXPECT_EQ(occurrences("buurtpreventie").title, 1u);
  EXPECT_EQ(occurrences("ervaringen").heading, 1u);
  EXPECT_EQ(occurrences("wijk").body, 1u);
  EXPECT_EQ(occurrences("wijk").title, 0u);
  EXPECT_THAT(written.terms, Contains("P" + analyzer.stems("buurt").at(0)));
  EXPECT_THAT(written.terms, Contains("Qd1"));
  EXPECT_THAT(written.terms, Contains("XAopenbaar"));
  EXPECT_THAT(written.terms, Contains("XTxyz"));
  EXPECT_THAT(written.terms, Contains("XJ2025"));
}

TEST(DocumentWriter, LetsNoPhraseCrossAParagraph) {
  const auto written = write(example());
  search::Analyzer analyzer;
  const auto last = positions(written, analyzer.stems("mee").at(0));
  const auto first = positions(written, analyzer.stems("twee").at(0));
  EXPECT_EQ(first.at(0) - last.at(0), search::kPositionGap + 1);
}

TEST(DocumentWriter, FillsTheValues) {
  const auto written = write(example());
  EXPECT_EQ(search::unpack_number(written.document.get_value(search::kDateSlot)), 20250900u);
  EXPECT_EQ(written.document.get_value(search::kIdSlot), "d1");
  EXPECT_EQ(written.document.get_value(search::kAccessSlot), "");
  EXPECT_EQ(search::unpack_number(written.document.get_value(search::kLengthSlot)), 11u);
  EXPECT_EQ(search::decode_record(written.document.get_data()).title, example().title);
}

TEST(DocumentWriter, MarksInternalDocuments) {
  auto document = example();
  document.access = "intern";
  const auto written = write(document);
  EXPECT_EQ(written.document.get_value(search::kAccessSlot), "intern");
  EXPECT_EQ(written.document.get_value(search::kTitleSlot), "");
  EXPECT_THAT(written.terms, Contains("XAintern"));
}

TEST(DocumentWriter, CutsValuesThatAreTooLongAndSaysSo) {
  auto document = example();
  std::string value;
  while (value.size() < 300) value += "é";
  document.themes = {{value, corpus::Origin::given, {}}};
  const auto written = write(document);
  EXPECT_EQ(written.warnings.size(), 1u);
  EXPECT_THAT(written.terms, Contains("XT" + value.substr(0, search::kMaxTermBytes)));
  EXPECT_THAT(write(example()).warnings, IsEmpty());
}

TEST(DocumentWriter, WritesNoYearWhereThereIsNone) {
  auto document = example();
  document.date = {0, 9, 24, "24 september"};
  const auto written = write(document);
  for (const auto& term : written.terms) EXPECT_FALSE(term.starts_with("XJ")) << term;
  EXPECT_EQ(written.document.get_value(search::kDateSlot), "");
}

}  // namespace
