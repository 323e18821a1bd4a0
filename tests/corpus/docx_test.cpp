#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"
#include "tests/support/office.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using tests::make_docx;
using tests::word_p;

Draft read_word(const std::string& body, tests::Parts more = {}, const ReadHints& hints = {}) {
  return read_document(Format::docx, make_docx(body, std::move(more)), {}, hints);
}

const std::string kStyles =
    "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='Kop1'><w:name w:val='heading 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Eigen'><w:name w:val='Eigen kop'/><w:basedOn w:val='Kop1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Rond'><w:basedOn w:val='Rond'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Niveau'><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style></w:styles>";

TEST(Docx, HeadingsComeFromStylesAndOutlineLevels) {
  const auto draft = read_word(word_p("Verslag", "Title") + word_p("Eerste", "Kop1") + word_p("Tekst.") +
                                   word_p("Tweede", "Eigen") + word_p("Derde", "Niveau") + word_p("Los.", "Rond"),
                               {{"word/styles.xml", kStyles}});
  EXPECT_EQ(draft.title, "Verslag");
  EXPECT_THAT(outline(draft), ElementsAre("#1 Eerste", "P Tekst.", "#1 Tweede", "#2 Derde", "P Los."));
}

TEST(Docx, BoldLinesAreHeadingsWhereNoStyleSaysSo) {
  const auto draft = read_word(word_p("Inleiding", {}, true) + word_p("Wij spraken over de wijk.") +
                               word_p("2.1 Aanpak", {}, true) + word_p("Samen met bewoners."));
  EXPECT_THAT(outline(draft),
              ElementsAre("#2 Inleiding", "P Wij spraken over de wijk.", "#3 2.1 Aanpak", "P Samen met bewoners."));
}

TEST(Docx, NumberedParagraphsAreAListAndWordsInTheNumberStay) {
  const std::string numbering =
      "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>"
      "<w:lvlText w:val='x'/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'>"
      "<w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Artikel %1'/></w:lvl></w:abstractNum>"
      "<w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='6'><w:abstractNumId "
      "w:val='2'/></w:num></w:numbering>";
  const auto item = [](const std::string& text, int number) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='" + std::to_string(number) +
           "'/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  const auto draft = read_word(item("een", 5) + item("twee", 5) + word_p("Tussen.") + item("Begrippen zijn dit.", 6) +
                                   item("Regels zijn dat.", 6),
                               {{"word/numbering.xml", numbering}});
  EXPECT_THAT(outline(draft), ElementsAre("L een|twee", "P Tussen.", "P Artikel 1 Begrippen zijn dit.",
                                          "P Artikel 2 Regels zijn dat."));
}

std::string cell(const std::string& text, bool bold = false, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + word_p(text, {}, bold) + "</w:tc>";
}
std::string row(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }

TEST(Docx, TablesAreReadRowByRow) {
  const auto draft = read_word("<w:tbl>" + row(cell("Gemeente", true) + cell("Maatregel", true)) +
                               row(cell("Houten", false, "<w:vMerge w:val='restart'/>") + cell("Schouw")) +
                               row(cell("", false, "<w:vMerge/>") + cell("Buurtapp")) + "</w:tbl>");
  EXPECT_THAT(outline(draft),
              ElementsAre("L Gemeente: Houten; Maatregel: Schouw|Gemeente: Houten; Maatregel: Buurtapp"));
}

TEST(Docx, ALetterheadIsNoTableAndItsSubjectIsTheTitle) {
  const auto draft = read_word("<w:tbl>" + row(cell("Datum") + cell("26 augustus 2024")) +
                               row(cell("Onderwerp") + cell("Antwoord op vragen over buurtapps")) + "</w:tbl>" +
                               word_p("Geachte raad,"));
  EXPECT_EQ(draft.title, "Antwoord op vragen over buurtapps");
  EXPECT_THAT(outline(draft).front(), HasSubstr("Datum: 26 augustus 2024"));
}

TEST(Docx, NotesStandBelowTheirParagraph) {
  const auto draft = read_word(
      "<w:p><w:r><w:t>Zie de wet.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>" + word_p("Verder."),
      {{"word/footnotes.xml",
        "<w:footnotes xmlns:w='w'><w:footnote w:id='2'>" + word_p("Artikel 3.") + "</w:footnote></w:footnotes>"}});
  EXPECT_THAT(outline(draft), ElementsAre("P Zie de wet. [1]", "P [1] Artikel 3.", "P Verder."));
}

TEST(Docx, WhatIsDeletedHiddenOrAContentsListIsLeftOut) {
  const auto draft = read_word(
      "<w:p><w:del><w:r><w:t>weg</w:t></w:r></w:del><w:ins><w:r><w:t>erbij</w:t></w:r></w:ins>"
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r></w:p>" +
          word_p("Inleiding 3", "TOC1"),
      {{"word/styles.xml",
        "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc "
        "1'/></w:style></w:styles>"}});
  EXPECT_THAT(outline(draft), ElementsAre("P erbij"));
}

TEST(Docx, ATextBoxIsReadOnceThoughItIsThereTwice) {
  const std::string box = "<w:txbxContent>" + word_p("In het kader.") + "</w:txbxContent>";
  const auto draft = read_word("<w:p><w:r><w:t>Tekst.</w:t><mc:AlternateContent><mc:Choice>" + box +
                               "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r></w:p>");
  EXPECT_THAT(outline(draft), ElementsAre("P Tekst.", "P In het kader."));
}

TEST(Docx, PropertiesGiveTitleAndDateWhenTheTextDoesNot) {
  const auto core = [](const std::string& title) {
    return "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>" + title +
           "</dc:title><dcterms:created>2025-03-04T10:00:00Z</dcterms:created></cp:coreProperties>";
  };
  const auto draft = read_word(word_p("Er is gesproken.") + word_p("Over van alles."),
                               {{"docProps/core.xml", core("Nota wijkveiligheid")}});
  EXPECT_EQ(draft.title, "Nota wijkveiligheid");
  EXPECT_EQ(draft.date, "2025-03-04");
  EXPECT_THAT(
      read_word(word_p("Er is gesproken."), {{"docProps/core.xml", core("Microsoft Word - concept3.doc")}}).title,
      IsEmpty());
}

}  // namespace
}  // namespace corpus::test
