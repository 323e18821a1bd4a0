#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"
#include "tests/support/office.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string make_odt(const std::string& text, const std::string& styles = {}, const std::string& manifest = "<m/>") {
  return tests::make_zip(
      {{"META-INF/manifest.xml", manifest},
       {"content.xml",
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:style='s' xmlns:fo='f'>"
        "<office:automatic-styles>" +
            styles + "</office:automatic-styles><office:body><office:text>" + text +
            "</office:text></office:body></office:document-content>"},
       {"meta.xml",
        "<office:document-meta xmlns:office='o' xmlns:dc='d' xmlns:meta='m'><office:meta><dc:title>Nota</dc:title>"
        "<meta:creation-date>2025-05-06T08:00:00</meta:creation-date></office:meta></office:document-meta>"}});
}

Draft read_odt_text(const std::string& text, const std::string& styles = {}) {
  return read_document(Format::odt, make_odt(text, styles));
}

TEST(Odt, HeadingsListsAndNotes) {
  const auto draft = read_odt_text(
      "<text:h text:outline-level='1'>Eerste</text:h><text:p>Een<text:s "
      "text:c='3'/>zin<text:note><text:note-citation>1</text:note-citation>"
      "<text:note-body><text:p>Noot.</text:p></text:note-body></text:note>.</text:p><text:h "
      "text:outline-level='2'>Tweede</text:h>"
      "<text:list><text:list-item><text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p></"
      "text:list-item></text:list>");
  EXPECT_THAT(outline(draft), ElementsAre("P Een zin [1].", "P [1] Noot.", "#2 Tweede", "L a|b"));
  EXPECT_EQ(draft.date, "2025-05-06");
  EXPECT_EQ(draft.title, "Eerste");
  EXPECT_EQ(read_odt_text("<text:p>Een zin.</text:p>").title, "Nota");
}

TEST(Odt, StylesMakeTitlesAndTablesHaveHeads) {
  const auto draft = read_odt_text(
      "<text:p text:style-name='P1'>De "
      "titel</text:p><table:table><table:table-header-rows><table:table-row><table:table-cell>"
      "<text:p>Jaar</text:p></table:table-cell><table:table-cell><text:p>Aantal</text:p></table:table-cell></"
      "table:table-row>"
      "</table:table-header-rows><table:table-row><table:table-cell><text:p>2024</text:p></"
      "table:table-cell><table:table-cell>"
      "<text:p>12</text:p></table:table-cell></table:table-row></table:table>",
      "<style:style style:name='P1' style:parent-style-name='Title'/>");
  EXPECT_EQ(draft.title, "De titel");
  EXPECT_THAT(outline(draft), ElementsAre("L Jaar: 2024; Aantal: 12"));
}

TEST(Odt, RepeatedCellsAndSpacesAreBounded) {
  const auto draft = read_odt_text(
      "<table:table><table:table-row><table:table-cell table:number-columns-repeated='999999999'><text:p>a</text:p>"
      "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>b<text:s text:c='999999999'/>c"
      "</text:p></table:table-cell></table:table-row></table:table>");
  std::size_t bytes = 0;
  for (const auto& line : outline(draft)) bytes += line.size();
  EXPECT_LT(bytes, 2000u);
}

TEST(Odt, AnEncryptedOneSaysSo) {
  const auto bytes = make_odt("", {}, "<manifest:encryption-data/>");
  EXPECT_THAT(complaint([&] { read_document(Format::odt, bytes); }), HasSubstr("is encrypted"));
}

}  // namespace
}  // namespace corpus::test
