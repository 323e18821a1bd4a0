#include <gmock/gmock.h>

#include "search/knowledge/knowledge.h"
#include "tests/support/small_index.h"

using namespace tests;
using search::Field;
using search::Knowledge;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

std::vector<nlohmann::json> documents() {
  return {
      {{"id", "aankondiging"},
       {"title", "Aankondiging: Alerte buren"},
       {"kind", "aankondiging"},
       {"date", "2025-01-21"},
       {"session", "2025-01"},
       {"themes", {"burgerinitiatieven"}},
       {"municipalities", nlohmann::json::array()},
       {"solutions", {"buurtpreventie"}},
       {"text",
        "Dinsdag 21 januari 2025, van 13.30 tot 15.00 uur\n\nIn bijna elke gemeente lopen bewoners een rondje door de "
        "wijk en dat levert meldingen op maar ook vragen.\n\n- 13.20 Inloop\n- 13.40 Inleiding door een onderzoeker\n- "
        "15.00 Einde\n\nAanmelden kan via https://voorbeeld.example/aanmelden. Tot dan!"}},
      {{"id", "verslag"},
       {"title", "Verslag alerte buren"},
       {"kind", "verslag"},
       {"date", "2025-01-21"},
       {"session", "2025-01"},
       {"themes", {"burgerinitiatieven"}},
       {"municipalities", {"houten", "tilburg"}},
       {"solutions", {"buurtpreventie", "burgernet"}},
       {"text",
        "## Ervaringen\n\nHouten begon met een buurtpreventieteam. Er doen 64 mensen mee.\n\nTilburg sloot zich aan "
        "bij "
        "Burgernet en dat beviel goed."}},
      {{"id", "conclusie"},
       {"title", "Conclusies alerte buren"},
       {"kind", "conclusie"},
       {"date", "2025-01-21"},
       {"session", "2025-01"},
       {"themes", {"burgerinitiatieven"}},
       {"municipalities", nlohmann::json::array()},
       {"solutions", {"buurtpreventie"}},
       {"text",
        "## Conclusies\n\n- Buurtpreventie werkt waar bewoners elkaar kennen.\n- Wie iets meldt, hoort altijd iets "
        "terug.\n- Kort.\n- Lange gedragscodes leest niemand in de praktijk.\n- Kijk wie er niet in de groep zit."}},
      {{"id", "los"},
       {"title", "Verslag zonder sleutel"},
       {"kind", "verslag"},
       {"date", "2025-01-21"},
       {"themes", {"burgerinitiatieven"}},
       {"municipalities", nlohmann::json::array()},
       {"solutions", nlohmann::json::array()},
       {"text", "Dit hoort erbij."}},
      {{"id", "ander"},
       {"title", "Verslag over iets anders"},
       {"kind", "verslag"},
       {"date", "2025-01-21"},
       {"themes", {"mensenhandel"}},
       {"municipalities", nlohmann::json::array()},
       {"solutions", nlohmann::json::array()},
       {"text", "Dit hoort er niet bij."}},
      {{"id", "praktijk"},
       {"title", "Praktijk uit Houten"},
       {"kind", "praktijk"},
       {"date", "2025-04"},
       {"themes", {"burgerinitiatieven"}},
       {"municipalities", {"houten"}},
       {"solutions", {"buurtpreventie"}},
       {"text", "Het buurtpreventieteam loopt elke week een vaste ronde langs de scholen."}},
      {{"id", "geheim"},
       {"title", "Intern"},
       {"kind", "conclusie"},
       {"date", "2025-01-21"},
       {"session", "geheime-sessie"},
       {"access", "intern"},
       {"themes", {"burgerinitiatieven", "Geheimthema"}},
       {"municipalities", {"breda"}},
       {"solutions", {"buurtpreventie"}},
       {"text", "## Conclusies\n\n- Breda houdt de buurtpreventie liever geheim voor iedereen."}},
  };
}

class KnowledgeOfSessions : public testing::Test {
 protected:
  KnowledgeOfSessions() : small_(documents()), knowledge_(small_.shared()) {}
  SmallIndex small_;
  Knowledge knowledge_;
};

std::vector<std::string> ids(const std::vector<search::DocumentRef>& documents) {
  std::vector<std::string> list;
  for (const auto& document : documents) list.push_back(document.id);
  return list;
}

}  // namespace

TEST_F(KnowledgeOfSessions, ASolutionOfAThemeNamesTheMunicipalitiesOfTheSamePassage) {
  const auto theme = knowledge_.subject(Field::theme, "burgerinitiatieven");
  ASSERT_TRUE(theme);
  EXPECT_EQ(theme->documents, 5u);
  ASSERT_THAT(theme->uses, SizeIs(2));
  EXPECT_EQ(theme->uses[0].amount.value, "buurtpreventie");
  EXPECT_EQ(theme->uses[0].amount.documents, 4u);
  EXPECT_THAT(theme->uses[0].municipalities, ElementsAre("houten"));
  EXPECT_EQ(theme->uses[1].amount.value, "burgernet");
  EXPECT_THAT(theme->uses[1].municipalities, ElementsAre("tilburg"));
}

TEST_F(KnowledgeOfSessions, AQuotationStandsWordForWordInItsPassage) {
  for (const auto& [field, value] :
       {std::pair(Field::theme, "burgerinitiatieven"), std::pair(Field::solution, "buurtpreventie"),
        std::pair(Field::municipality, "houten")}) {
    const auto subject = knowledge_.subject(field, value);
    ASSERT_TRUE(subject);
    std::size_t quotes = 0;
    for (const auto& use : subject->uses)
      for (const auto& quote : use.quotes) {
        ++quotes;
        const auto document = small_->document(quote.document.id);
        ASSERT_TRUE(document);
        bool found = false;
        for (const auto& section : document->sections)
          for (const auto& passage : section.passages)
            if (passage.id == quote.passage) found = passage.text.find(quote.text) != std::string::npos;
        EXPECT_TRUE(found) << quote.text;
        for (const auto& mark : quote.marks) EXPECT_LE(mark.end, quote.text.size());
      }
    EXPECT_GT(quotes, 0u) << value;
  }
}

TEST_F(KnowledgeOfSessions, ASolutionWasUsedWhereAPassageSaysSo) {
  const auto solution = knowledge_.subject(Field::solution, "buurtpreventie");
  ASSERT_TRUE(solution);
  ASSERT_THAT(solution->uses, SizeIs(1));  // Tilburg is named in another passage, Breda in a document that isn't public
  EXPECT_EQ(solution->uses[0].amount.value, "houten");
  EXPECT_EQ(solution->uses[0].amount.documents, 2u);
}

TEST_F(KnowledgeOfSessions, ConclusionsAreThoseOfTheDocument) {
  const auto theme = knowledge_.subject(Field::theme, "burgerinitiatieven");
  ASSERT_THAT(theme->conclusions, SizeIs(1));
  EXPECT_THAT(theme->conclusions[0].points, ElementsAre("Buurtpreventie werkt waar bewoners elkaar kennen.",
                                                        "Wie iets meldt, hoort altijd iets terug.",
                                                        "Lange gedragscodes leest niemand in de praktijk."));
  EXPECT_TRUE(theme->conclusions[0].more);
  const auto solution = knowledge_.subject(Field::solution, "buurtpreventie");
  ASSERT_THAT(solution->conclusions, SizeIs(1));
  EXPECT_THAT(solution->conclusions[0].points, ElementsAre("Buurtpreventie werkt waar bewoners elkaar kennen."));
}

TEST_F(KnowledgeOfSessions, NothingOfADocumentThatIsNotPublic) {
  EXPECT_FALSE(knowledge_.subject(Field::theme, "Geheimthema"));
  EXPECT_FALSE(knowledge_.sessions().find("geheime-sessie"));
  const auto breda = knowledge_.subject(Field::municipality, "breda");
  ASSERT_TRUE(breda);  // the vocabulary knows it
  EXPECT_EQ(breda->documents, 0u);
  EXPECT_THAT(breda->conclusions, IsEmpty());
  for (const auto& count :
       knowledge_.subject(Field::theme, "burgerinitiatieven")->counts[search::number(Field::municipality)])
    EXPECT_NE(count.value, "breda");
  EXPECT_FALSE(knowledge_.subject(Field::theme, "bestaat-niet"));
}

TEST_F(KnowledgeOfSessions, DocumentsOfADayWithASharedThemeBelongTogether) {
  const auto number = knowledge_.sessions().find("2025-01");
  ASSERT_TRUE(number);
  const auto details = knowledge_.session(*number);
  EXPECT_THAT(ids(details.documents), ElementsAre("aankondiging", "los", "verslag", "conclusie"));
  ASSERT_TRUE(knowledge_.sessions().find("~ander"));
  EXPECT_THAT(knowledge_.sessions().all(), SizeIs(2));
}

TEST_F(KnowledgeOfSessions, ASessionSaysWhatItsAnnouncementSays) {
  const auto details = knowledge_.session(*knowledge_.sessions().find("2025-01"));
  EXPECT_EQ(details.title, "Alerte buren");
  EXPECT_EQ(details.date.iso(), "2025-01-21");
  EXPECT_EQ(details.begins, "13.30");
  EXPECT_EQ(details.ends, "15.00");
  ASSERT_TRUE(details.agenda);
  EXPECT_THAT(details.agenda->text, HasSubstr("13.40 Inleiding door een onderzoeker"));
  ASSERT_THAT(details.speakers, SizeIs(1));
  EXPECT_EQ(details.registration_link, "https://voorbeeld.example/aanmelden");
  EXPECT_FALSE(details.registration_closed);
  ASSERT_TRUE(details.conclusion);
  EXPECT_EQ(details.conclusion->document.id, "conclusie");
}

TEST(Sessions, ClosedRegistrationIsSaidAndLinksToNothing) {
  const std::vector<nlohmann::json> closed = {
      {{"id", "a"},
       {"title", "Ondermijning"},
       {"kind", "aankondiging"},
       {"text",
        "24 september 13:30-15:00 op Teams\n\nHet is niet meer mogelijk je voor deze "
        "bijeenkomst in te schrijven."}}};
  const SmallIndex small(closed);
  const Knowledge knowledge(small.shared());
  ASSERT_THAT(knowledge.sessions().all(), SizeIs(1));
  EXPECT_EQ(knowledge.sessions().all()[0].date, 0u);
  const auto details = knowledge.session(0);
  EXPECT_TRUE(details.registration_closed);
  EXPECT_EQ(details.registration_link, "");
  EXPECT_EQ(details.begins, "13.30");
}

TEST_F(KnowledgeOfSessions, AGridCountsAsASearchForBothDoes) {
  const auto grid = search::theme_by_solution(knowledge_, 10, 10);
  for (std::size_t i = 0; i < grid.rows.size(); ++i)
    for (std::size_t j = 0; j < grid.columns.size(); ++j) {
      search::Request request;
      request.selection[search::number(Field::theme)] = {grid.rows[i].value};
      request.selection[search::number(Field::solution)] = {grid.columns[j].value};
      EXPECT_EQ(grid.cells[i][j], search::search(*small_, request).total)
          << grid.rows[i].value << grid.columns[j].value;
    }
  const auto months = search::theme_by_month(knowledge_, 10, 24);
  ASSERT_THAT(months.columns, SizeIs(4));
  EXPECT_EQ(months.columns[0].value, "2025-01");
  EXPECT_EQ(months.columns[3].documents, 1u);
}

TEST_F(KnowledgeOfSessions, RelatedDocumentsShareValuesAndAreOfOtherSessions) {
  const auto related = search::related_documents(knowledge_, *small_->document("verslag"), 5);
  ASSERT_FALSE(related.empty());
  EXPECT_EQ(related[0].document.id, "praktijk");
  EXPECT_THAT(related[0].solutions, ElementsAre("buurtpreventie"));
  for (const auto& other : related) {
    EXPECT_NE(other.document.id, "conclusie");  // of the same session
    EXPECT_NE(other.document.id, "geheim");
  }
}

TEST(Quotes, AreWholeSentencesAroundThePlace) {
  const std::string text = "Eerste zin. Tweede zin met \"boa's\" erin! Derde zin, ca. drie regels lang. Vierde?";
  const auto at = text.find("boa");
  const auto [begin, end] = search::sentences_around(text, at, at + 3, 20);
  EXPECT_EQ(text.substr(begin, end - begin), "Tweede zin met \"boa's\" erin!");
  EXPECT_THAT(search::sentences(text), SizeIs(4));
  const std::string endless(10'000, 'x');
  const auto [from, to] = search::sentences_around(endless, 5'000, 5'003, 100);
  EXPECT_LE(to - from, 5'103u);
  EXPECT_LE(from, 5'000u);
  EXPECT_GE(to, 5'003u);
  const std::string emoji = "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀";
  const auto [first, last] = search::sentences_around(emoji, 0, 4, 10);
  EXPECT_EQ(first, 0u);
  EXPECT_EQ(last % 4, 0u);
}
