#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"
#include "tests/support/office.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;

std::string shape(const std::string& type, const std::vector<std::string>& paragraphs) {
  std::string out = "<p:sp><p:nvSpPr><p:nvPr><p:ph type='" + type + "'/></p:nvPr></p:nvSpPr><p:txBody>";
  for (const auto& text : paragraphs) out += "<a:p><a:r><a:t>" + text + "</a:t></a:r></a:p>";
  return out + "</p:txBody></p:sp>";
}

std::string slide(const std::string& shapes) {
  return "<p:sld xmlns:p='p' xmlns:a='a'><p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld></p:sld>";
}

TEST(Pptx, SlidesAreSectionsInTheirOrderWithNotes) {
  const auto bytes = tests::make_zip(
      {{"ppt/presentation.xml",
        "<p:presentation xmlns:p='p' xmlns:r='r'><p:sldIdLst><p:sldId id='256' r:id='rId2'/><p:sldId id='257' "
        "r:id='rId1'/></p:sldIdLst></p:presentation>"},
       {"ppt/_rels/presentation.xml.rels",
        "<Relationships><Relationship Id='rId1' Type='t/slide' Target='slides/slide1.xml'/><Relationship Id='rId2' "
        "Type='t/slide' Target='slides/slide2.xml'/></Relationships>"},
       {"ppt/slides/slide1.xml",
        slide(shape("title", {"Aanpak"}) + shape("body", {"Schouw", "Buurtapp"}) + shape("sldNum", {"2"}))},
       {"ppt/slides/_rels/slide1.xml.rels",
        "<Relationships><Relationship Id='rId9' Type='t/notesSlide' "
        "Target='../notesSlides/notesSlide1.xml'/></Relationships>"},
       {"ppt/notesSlides/notesSlide1.xml", slide(shape("body", {"Vertel over Houten."}))},
       {"ppt/slides/slide2.xml", slide(shape("ctrTitle", {"Veilige wijken"}))}});
  const auto draft = read_document(Format::pptx, bytes);
  EXPECT_EQ(draft.title, "Veilige wijken");
  EXPECT_THAT(outline(draft), ElementsAre("#2 Aanpak", "L Schouw|Buurtapp", "P Vertel over Houten."));
}

}  // namespace
}  // namespace corpus::test
