// Excerpts, citations and policy books over a real index: what is quoted stands word for word in its document, and
// hostile text stays text in every form.
#include <gmock/gmock.h>

#include "corpus/error.h"
#include "corpus/readers/archive.h"
#include "search/excerpts/citation.h"
#include "search/excerpts/export.h"
#include "search/excerpts/manuscript.h"
#include "search/excerpts/paper.h"
#include "search/excerpts/policy_book.h"
#include "search/excerpts/references.h"
#include "tests/support/small_index.h"

namespace {
using namespace search;
using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using tests::SmallIndex;

json notes() {
  return {
      {"id", "verslag-1"},
      {"title", "Verslag over buurtpreventie"},
      {"kind", "verslag"},
      {"date", "2025-01-21"},
      {"session", "2025-01-buurtpreventie"},
      {"themes", {"burgerinitiatieven"}},
      {"municipalities", {"houten"}},
      {"solutions", {"buurtpreventie"}},
      {"text",
       "## Inleiding\n\nEen onderzoeker liep jaren mee met teams en zag dat de meeste sneuvelen door verveling.\n\n"
       "## Ervaringen\n\nIn Houten liep een stagiaire alle borden van de buurtpreventie na en kreeg zo de lijst van "
       "beheerders op orde.\n\n## Conclusies\n\n- Zorg dat u weet wie de beheerder is van elke groep in de "
       "gemeente.\n- Bel eerst en app daarna."}};
}

json with_title(const std::string& title) {
  auto document = notes();
  document["title"] = title;
  return document;
}

Excerpt first_excerpt(const SmallIndex& index, const std::string& query = "stagiaire") {
  const auto found = excerpts_for(*index, query, 5);
  if (found.empty()) throw std::runtime_error("nothing found");
  return found.front();
}

std::vector<std::string> quotations(const Manuscript& manuscript) {
  std::vector<std::string> texts;
  for (const auto& block : manuscript.blocks)
    if (const auto* quotation = std::get_if<Quotation>(&block)) {
      std::string text;
      for (const auto& line : quotation->lines) text += (text.empty() ? "" : "\n") + line;
      texts.push_back(text);
    }
  return texts;
}

std::string text_of(const Inlines& inlines) {
  std::string text;
  for (const auto& piece : inlines) text += piece.text;
  return text;
}

bool stands_in(const std::string& text, const corpus::Document& document) {
  for (const auto& section : document.sections)
    for (const auto& passage : section.passages)
      if (passage.text == text) return true;
  return false;
}

TEST(Excerpts, AreQuotedWordForWordAndSayWhereTheyStand) {
  const SmallIndex index(std::vector<json>{notes()});
  const auto excerpt = first_excerpt(index);
  EXPECT_EQ(excerpt.document, "verslag-1");
  EXPECT_EQ(excerpt.section, "Ervaringen");
  EXPECT_TRUE(stands_in(excerpt.quotation, *index->document("verslag-1")));
  EXPECT_EQ(excerpt_url(excerpt, "https://praktijkbank.example"),
            "https://praktijkbank.example/documenten/verslag-1?passage=" + excerpt.passage + "#" + excerpt.passage);
}

TEST(Excerpts, OfOtherDocumentsThanPublicOnesAreNotMade) {
  auto secret = notes();
  secret["access"] = "intern";
  const SmallIndex index(std::vector<json>{secret});
  EXPECT_TRUE(excerpts_for(*index, "stagiaire", 5).empty());
  EXPECT_THROW(policy_book(*index, {2025, 1}, ""), corpus::Error);
}

TEST(Excerpts, AFingerprintChangesWithTheText) {
  corpus::Passage passage{"p-1", "Bel eerst.", corpus::Block::Type::paragraph};
  const auto before = fingerprint(passage);
  passage.text = "Bel later.";
  EXPECT_NE(fingerprint(passage), before);
}

TEST(Citations, FollowApaAndLegalStyle) {
  const SmallIndex index(std::vector<json>{notes()});
  const auto excerpt = first_excerpt(index);
  EXPECT_EQ(apa_source(excerpt), "Verslag over buurtpreventie [Verslag]. (2025, 21 januari). Praktijkbank.");
  EXPECT_EQ(apa_in_text(excerpt), "(‘Verslag over buurtpreventie’, 2025, onder ‘Ervaringen’)");
  EXPECT_EQ(legal_footnote(excerpt),
            "‘Verslag over buurtpreventie’ (verslag van 21 januari 2025), Praktijkbank, onder ‘Ervaringen’, passage " +
                excerpt.passage);
}

TEST(Citations, NameThePageWhenThereIsOne) {
  const SmallIndex index(std::vector<json>{notes()});
  auto excerpt = first_excerpt(index);
  excerpt.page = 12;
  EXPECT_THAT(legal_footnote(excerpt), HasSubstr("onder ‘Ervaringen’, p. 12, passage"));
  EXPECT_THAT(apa_in_text(excerpt), HasSubstr("‘Ervaringen’, p. 12)"));
  EXPECT_THAT(to_ris(std::vector<Excerpt>{excerpt}, ""), HasSubstr("p. 12"));
}

TEST(Citations, WithoutAYearSayNoDate) {
  auto document = notes();
  document["date"] = "24 september";
  const SmallIndex index(std::vector<json>{document});
  EXPECT_THAT(apa_source(first_excerpt(index)), HasSubstr("(z.d.)"));
}

TEST(Citations, CutEndlessTitlesAndLetNoneTurnTheLineAround) {
  std::string endless;
  for (int i = 0; i < 10'000; ++i) endless += "é";
  EXPECT_EQ(one_line(endless).size(), 300 * 2 + std::string("…").size());
  EXPECT_EQ(one_line("a\xe2\x80\xae"
                     "b\xe2\x81\xa7"
                     "c\nd"),
            "abc d");
}

TEST(References, AreOneADocumentInEveryForm) {
  const SmallIndex index(std::vector<json>{notes()});
  const auto document = *index->document("verslag-1");
  std::vector<Excerpt> excerpts;
  for (const auto& section : document.sections)
    excerpts.push_back(make_excerpt(document, section, section.passages[0]));
  const auto csl = json::parse(to_csl_json(excerpts, "https://praktijkbank.example"));
  ASSERT_EQ(csl.size(), 1u);
  EXPECT_EQ(csl[0]["type"], "report");
  EXPECT_EQ(csl[0]["title"], "Verslag over buurtpreventie");
  EXPECT_EQ(csl[0]["issued"]["date-parts"], json::parse("[[2025,1,21]]"));
  EXPECT_EQ(csl[0]["URL"], "https://praktijkbank.example/documenten/verslag-1");
  EXPECT_THAT(csl[0]["note"].get<std::string>(), HasSubstr("onder ‘Ervaringen’"));
  EXPECT_THAT(to_ris(excerpts, ""), StartsWith("TY  - RPRT\r\n"));
  EXPECT_THAT(to_ris(excerpts, ""), HasSubstr("DA  - 2025/01/21/\r\n"));
  EXPECT_THAT(to_bibtex(excerpts, ""), HasSubstr("title = {{Verslag over buurtpreventie}}"));
}

TEST(References, ATitleCannotEndItsEntry) {
  Excerpt excerpt;
  excerpt.document = "d";
  excerpt.kind = "verslag";
  excerpt.title = "x}}, url={https://kwaad.example}}\nER  - \nTY  - GEN\n@misc{y, \\input{/etc/passwd} 50% $a_b#";
  const std::vector<Excerpt> excerpts{excerpt};
  const auto ris = to_ris(excerpts, "");
  EXPECT_THAT(ris, Not(HasSubstr("\nTY  - GEN")));
  EXPECT_EQ(ris.find("\r\nER  - "), ris.rfind("\r\nER  - "));
  const auto bibtex = to_bibtex(excerpts, "");
  EXPECT_THAT(bibtex, Not(HasSubstr("x}},")));
  EXPECT_THAT(bibtex, Not(HasSubstr("\\input")));
  int depth = 0;
  for (std::size_t i = 0; i < bibtex.size(); ++i) {
    depth += bibtex[i] == '{' ? 1 : bibtex[i] == '}' ? -1 : 0;
    ASSERT_GE(depth, 0);
  }
  EXPECT_EQ(depth, 0);
}

TEST(References, EqualTitlesGetKeysOfTheirOwn) {
  Excerpt a, b;
  a.document = "a";
  b.document = "b";
  a.title = b.title = "Verslag";
  const std::vector<Excerpt> excerpts{a, b};
  const auto csl = json::parse(to_csl_json(excerpts, ""));
  EXPECT_NE(csl[0]["id"], csl[1]["id"]);
}

TEST(Manuscripts, HostileTextStaysTextInMarkdownAndHtml) {
  const std::string title =
      "<script>alert(1)</script> **vet** [x](javascript:alert(1)) ![p](/etc/passwd) `c` $x$ & \"a\" 'b'";
  const Manuscript manuscript{
      title, {}, false, {Heading{1, title, "k-1"}, Quotation{{title}, false, {{title, {}, {}}}}}};
  const auto html = to_html_page(manuscript);
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
  const auto markdown = to_markdown(manuscript);
  EXPECT_THAT(markdown, HasSubstr("\\<script\\>"));
  EXPECT_THAT(markdown, Not(HasSubstr("[x](")));
  EXPECT_THAT(markdown, HasSubstr("\\*\\*vet\\*\\*"));
}

TEST(Manuscripts, NothingAtTheBeginningOfALineMakesAListOrHeading) {
  const Manuscript manuscript{
      "t", {}, false, {Quotation{{"1. een", "- twee", "# drie", "+ vier", "=== vijf"}, true, {}}}};
  EXPECT_THAT(to_markdown(manuscript),
              HasSubstr("> - 1\\. een\n> - \\- twee\n> - \\# drie\n> - \\+ vier\n> - \\=== vijf\n"));
}

TEST(Pandoc, SaysSoWhenItIsNotThere) {
  const Pandoc none{std::filesystem::path()};
  EXPECT_FALSE(none.available());
  try {
    none.convert("{}", OfficeFormat::docx);
    FAIL();
  } catch (const corpus::Error& error) {
    EXPECT_THAT(error.line(), HasSubstr("pandoc is not installed"));
    EXPECT_THAT(error.line(), HasSubstr("another format"));
  }
}

TEST(Pandoc, ThatFailsIsAnErrorAndNoEmptyFile) {
  EXPECT_THROW(Pandoc("/bin/false").convert("{}", OfficeFormat::docx), corpus::Error);
  const Pandoc pandoc;
  if (!pandoc.available()) GTEST_SKIP() << "pandoc is not installed";
  EXPECT_THROW(pandoc.convert("no tree", OfficeFormat::docx), corpus::Error);
}

TEST(Pandoc, MakesPagesOfA4WithNumbers) {
  const Pandoc pandoc;
  if (!pandoc.available()) GTEST_SKIP() << "pandoc is not installed";
  Manuscript manuscript{"Titel", "", true, {}};  // long: a zip is then more than one piece in memory
  for (int i = 0; i < 5'000; ++i)
    manuscript.blocks.push_back(Paragraph{{{"Alinea " + std::to_string(i * 7919 % 5'003), "", {}}}});
  const auto tree = to_pandoc_json(manuscript);
  const auto word = pandoc.convert(tree, OfficeFormat::docx);
  corpus::Archive docx(word);
  const auto page = docx.read("word/document.xml").value_or("");
  EXPECT_THAT(page, HasSubstr("w:w=\"11906\" w:h=\"16838\""));
  EXPECT_THAT(page, HasSubstr("r:id=\"rIdFooter\""));
  EXPECT_THAT(docx.read("word/footer1.xml").value_or(""), HasSubstr(" PAGE "));
  EXPECT_THAT(docx.read("[Content_Types].xml").value_or(""), HasSubstr("/word/footer1.xml"));
  const auto open = pandoc.convert(tree, OfficeFormat::odt);
  corpus::Archive odt(open);
  EXPECT_THAT(odt.read("styles.xml").value_or(""), HasSubstr("fo:page-height=\"297mm\" fo:page-width=\"210mm\""));
  EXPECT_THAT(open.substr(30, 47), "mimetypeapplication/vnd.oasis.opendocument.text");  // first, and not compressed
}

TEST(Pandoc, LeavesAFileThatItDoesNotKnowAsItIs) {
  for (const auto format : {OfficeFormat::docx, OfficeFormat::odt})
    for (const std::string& file :
         {std::string(), std::string("no zip"), std::string("PK\x05\x06", 4) + std::string(18, '\0')})
      EXPECT_EQ(on_a4(file, format), file);
}

TEST(PolicyBooks, KnowTheirHalfYear) {
  EXPECT_EQ(parse_half_year("2025-H1")->half, 1);
  EXPECT_EQ(parse_half_year("2025-H2")->in_words(), "tweede halfjaar 2025");
  for (const auto* wrong : {"", "2025", "2025-H3", "2025-h1", "25-H1", "2025-H1x", "-025-H1"})
    EXPECT_FALSE(parse_half_year(wrong)) << wrong;
  EXPECT_TRUE((HalfYear{2025, 1}.holds(20250630)));
  EXPECT_TRUE((HalfYear{2025, 2}.holds(20250700)));
  EXPECT_FALSE((HalfYear{2025, 1}.holds(20250000)));
}

TEST(PolicyBooks, QuoteWordForWordWithASourceUnderEachQuotation) {
  const SmallIndex index(std::vector<json>{notes()});
  const auto book = policy_book(*index, {2025, 1}, "");
  const auto quoted = quotations(book);
  ASSERT_GE(quoted.size(), 3u);
  for (const auto& text : quoted) EXPECT_TRUE(stands_in(text, *index->document("verslag-1"))) << text;
  for (const auto& block : book.blocks)
    if (const auto* quotation = std::get_if<Quotation>(&block)) {
      EXPECT_THAT(text_of(quotation->note), HasSubstr("‘Verslag over buurtpreventie’"));
    }
}

TEST(PolicyBooks, HaveThemeSectionsTableAndMunicipalities) {
  const SmallIndex index(std::vector<json>{notes()});
  std::vector<std::string> headings;
  for (const auto& block : policy_book(*index, {2025, 1}, "").blocks)
    if (const auto* heading = std::get_if<Heading>(&block)) headings.push_back(heading->text);
  EXPECT_THAT(headings, ElementsAre("Over dit ontwerp", "Burgerinitiatieven", "Inleiding", "Bijeenkomsten en stukken",
                                    "Ervaringen", "Conclusies", "Aangedragen oplossingen", "Buurtpreventie",
                                    "Overzicht van thema’s en oplossingen", "Gemeenten", "Bronnen"));
}

TEST(PolicyBooks, BeginWithTheThemesOfSessions) {
  const json loose = {{"id", "a"},           {"title", "Praktijk"},
                      {"kind", "praktijk"},  {"date", "2025-01-02"},
                      {"themes", {"jeugd"}}, {"text", "Een praktijk die eerder was dan de bijeenkomst."}};
  const SmallIndex index({notes(), loose});
  const auto book = to_markdown(policy_book(*index, {2025, 1}, ""));
  EXPECT_LT(book.find("\n## Burgerinitiatieven"), book.find("\n## Jeugd"));
  EXPECT_NE(book.find("\n## Jeugd"), std::string::npos);
}

TEST(PolicyBooks, HoldOnlyPublicDocumentsOfTheirHalfYear) {
  auto secret = notes(), later = notes();
  secret["id"] = "geheim";
  secret["title"] = "Kwetterfazant";
  secret["access"] = "intern";
  later["id"] = "later";
  later["title"] = "Sneeuwgans";
  later["date"] = "2025-07-01";
  const SmallIndex index({notes(), secret, later});
  const auto first = to_markdown(policy_book(*index, {2025, 1}, ""));
  EXPECT_THAT(first, Not(HasSubstr("Kwetterfazant")));
  EXPECT_THAT(first, Not(HasSubstr("Sneeuwgans")));
  EXPECT_THAT(to_markdown(policy_book(*index, {2025, 2}, "")), HasSubstr("Sneeuwgans"));
  EXPECT_THROW(policy_book(*index, {2024, 1}, ""), corpus::Error);
}

TEST(PolicyBooks, TakeAChapterThatSaysWhichHalfYearItIsAbout) {
  auto chapter = notes();
  chapter["id"] = "hoofdstuk";
  chapter["title"] = "Sneeuwgans";
  chapter["kind"] = "beleidsboek";
  chapter["date"] = "2025-09-01";
  chapter["period"] = "2025-H1";
  const SmallIndex index({notes(), chapter});
  EXPECT_THAT(to_markdown(policy_book(*index, {2025, 1}, "")), HasSubstr("Sneeuwgans"));
  EXPECT_THROW(policy_book(*index, {2025, 2}, ""), corpus::Error);
}

TEST(PolicyBooks, StandHostileTitles) {
  std::string endless(10'000, 'x');
  for (const auto& title :
       {std::string("<script>alert(1)</script>"), std::string("\xe2\x80\xae omgekeerd 🎉 \"'"), endless}) {
    const SmallIndex index(std::vector<json>{with_title(title)});
    const auto html = to_html_page(policy_book(*index, {2025, 1}, ""));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr(std::string(400, 'x'))));
    EXPECT_THAT(html, Not(HasSubstr("\xe2\x80\xae")));
  }
}

}  // namespace
