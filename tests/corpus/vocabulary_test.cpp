#include "corpus/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/corpus/drafts.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kPrefixes =
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix pb: <urn:praktijkbank:> .\n";

VocabularyFile file(std::string_view turtle, std::string name = "test.ttl") {
  return {std::move(name), std::string(kPrefixes) + std::string(turtle)};
}

std::string complaint_of(std::string_view turtle) {
  return complaint([&] { Vocabulary({file(turtle)}); }, ErrorKind::not_possible);
}

const Vocabulary& small() {
  static const Vocabulary vocabulary({file(R"(
pb:themas a skos:ConceptScheme ; skos:prefLabel "Thema's"@nl .
pb:v a skos:Concept ; skos:inScheme pb:themas ; skos:prefLabel "Veiligheid"@nl , "Safety"@en .
pb:o a skos:Concept ; skos:inScheme pb:themas ; skos:prefLabel "Ondermijning"@nl ; skos:broader pb:v ;
  skos:altLabel "ondermijnende criminaliteit"@nl ; skos:hiddenLabel "ondermeining"@nl ; skos:definition "Iets."@nl .
pb:d a skos:Concept ; skos:inScheme pb:themas ; skos:prefLabel "Drugs" ; skos:broader pb:o .
)"),
                                      file(R"ttl(
pb:e a skos:Concept ; skos:inScheme pb:eenheden ; skos:prefLabel "Zeeland-West-Brabant"@nl .
pb:b1 a skos:Concept ; skos:inScheme pb:gemeenten ; skos:prefLabel "Bergen (NH.)"@nl ; skos:altLabel "Bergen"@nl .
pb:b2 a skos:Concept ; skos:inScheme pb:gemeenten ; skos:prefLabel "Bergen (L.)"@nl ; skos:altLabel "Bergen"@nl .
pb:m a skos:Concept ; skos:inScheme pb:gemeenten ; skos:prefLabel "Middelburg (Z.)"@nl ; skos:notation "GM0687" ;
  pb:provincie "Zeeland" ; pb:veiligheidsregio "Zeeland" ; pb:politieEenheid pb:e .
)ttl",
                                           "tweede.ttl")});
  return vocabulary;
}

TEST(Vocabulary, ConceptsHaveLabelsSlugsAndPlaces) {
  const Concept* theme = small().find(Scheme::theme, "ondermijning");
  ASSERT_NE(theme, nullptr);
  EXPECT_EQ(theme->label, "Ondermijning");
  EXPECT_THAT(theme->alternatives, ElementsAre("ondermijnende criminaliteit"));
  EXPECT_THAT(theme->hidden, ElementsAre("ondermeining"));
  EXPECT_THAT(theme->broader, ElementsAre("veiligheid"));
  EXPECT_EQ(theme->definition, "Iets.");
  const Concept* place = small().find(Scheme::municipality, "middelburg");
  ASSERT_NE(place, nullptr);
  EXPECT_EQ(place->code, "GM0687");
  EXPECT_EQ(place->province, "Zeeland");
  EXPECT_EQ(place->safety_region, "Zeeland");
  EXPECT_EQ(place->police_unit, "zeeland-west-brabant");
}

TEST(Vocabulary, BracketsStayInASlugOnlyWhereNamesCollide) {
  EXPECT_NE(small().find(Scheme::municipality, "bergen-nh"), nullptr);
  EXPECT_NE(small().find(Scheme::municipality, "bergen-l"), nullptr);
  EXPECT_EQ(small().find(Scheme::municipality, "bergen"), nullptr);
  EXPECT_EQ(small().find(Scheme::theme, "middelburg"), nullptr);
}

TEST(Vocabulary, ResolvesAnyLabelWhateverItsCase) {
  for (const char* value :
       {"ondermijning", "ONDERMIJNING", "Ondermijnende Criminaliteit", "ondermeining", "Ondermĳning"}) {
    const Concept* found = small().resolve(Scheme::theme, value);
    ASSERT_NE(found, nullptr) << value;
    EXPECT_EQ(found->slug, "ondermijning");
  }
  EXPECT_EQ(small().resolve(Scheme::theme, "iets anders"), nullptr);
  EXPECT_EQ(small().resolve(Scheme::solution, "ondermijning"), nullptr);
  EXPECT_EQ(small().resolve(Scheme::theme, ""), nullptr);
}

TEST(Vocabulary, ALabelOfTwoConceptsNamesNeither) {
  EXPECT_EQ(small().resolve(Scheme::municipality, "Bergen"), nullptr);
  EXPECT_EQ(small().resolve(Scheme::municipality, "Bergen (NH)")->slug, "bergen-nh");
  EXPECT_EQ(small().resolve(Scheme::municipality, "Middelburg")->slug, "middelburg");
}

TEST(Vocabulary, KnowsEverythingBroader) {
  EXPECT_THAT(small().with_broader(Scheme::theme, "drugs"), ElementsAre("drugs", "ondermijning", "veiligheid"));
  EXPECT_THAT(small().with_broader(Scheme::theme, "onbekend"), ElementsAre("onbekend"));
  EXPECT_EQ(small().label(Scheme::theme, "drugs"), "Drugs");
  EXPECT_EQ(small().label(Scheme::theme, "onbekend"), "onbekend");
}

TEST(Vocabulary, FingerprintFollowsTheContent) {
  const VocabularyFile one = file("pb:v a skos:Concept ; skos:inScheme pb:themas ; skos:prefLabel \"A\" .");
  const VocabularyFile other = file("pb:v a skos:Concept ; skos:inScheme pb:themas ; skos:prefLabel \"B\" .");
  EXPECT_EQ(Vocabulary({one}).fingerprint(), Vocabulary({one}).fingerprint());
  EXPECT_NE(Vocabulary({one}).fingerprint(), Vocabulary({other}).fingerprint());
}

TEST(Vocabulary, MistakesNameFileAndLine) {
  EXPECT_THAT(complaint_of("pb:v a skos:Concept ;;; skos:inScheme pb:themas\n\npb:x pb:y"), HasSubstr("test.ttl:"));
  EXPECT_THAT(complaint_of("\npb:v a skos:Concept ; onbekend:iets \"x\" ."), HasSubstr("test.ttl:4"));
  EXPECT_THAT(complaint_of("\n\npb:v a skos:Concept ; skos:inScheme pb:themas ."),
              HasSubstr("test.ttl:5: <urn:praktijkbank:v> has no preferred label"));
  EXPECT_THAT(complaint_of("pb:v a skos:Concept ; skos:prefLabel \"V\" ."),
              HasSubstr("test.ttl:3: <urn:praktijkbank:v> is in no scheme"));
  EXPECT_THAT(complaint_of("pb:v a skos:Concept ; skos:inScheme pb:anders ; skos:prefLabel \"V\" ."),
              HasSubstr("is in an unknown scheme"));
  EXPECT_THAT(
      complaint_of("pb:v a skos:Concept ; skos:inScheme pb:themas ; skos:prefLabel \"V\" ; skos:broader pb:w ."),
      HasSubstr("broader concept that doesn't exist, <urn:praktijkbank:w>"));
  EXPECT_THAT(complaint_of("pb:v skos:inScheme pb:themas ; skos:prefLabel \"V\" ; skos:broader pb:w .\n"
                           "pb:w skos:inScheme pb:themas ; skos:prefLabel \"W\" ; skos:broader pb:v ."),
              HasSubstr("cycle"));
  EXPECT_THAT(complaint_of("pb:v skos:inScheme pb:themas ; skos:prefLabel \"Wéér\" .\npb:w skos:inScheme pb:themas ; "
                           "skos:prefLabel \"weer\" ."),
              HasSubstr("test.ttl:4: the preferred label \"weer\" is used twice, also at test.ttl:3"));
  EXPECT_THAT(complaint_of("pb:v skos:inScheme pb:themas ; skos:prefLabel \"A\" , \"B\" ."),
              HasSubstr("two preferred labels"));
  EXPECT_THAT(complaint_of("pb:v skos:inScheme pb:themas ; skos:prefLabel \"\xFF\" ."),
              HasSubstr("test.ttl:3: not valid UTF-8"));
}

TEST(Vocabulary, NestedBracketsAreRefusedNotFollowed) {
  EXPECT_THAT(complaint_of("pb:v pb:w " + std::string(1'000'000, '(')), HasSubstr("nested too deeply"));
  EXPECT_THAT(complaint_of("pb:v pb:w " + std::string(1'000'000, '[')), HasSubstr("nested too deeply"));
  EXPECT_EQ(complaint_of("pb:v skos:inScheme pb:themas ; skos:prefLabel \"V\" ; skos:definition \"" +
                         std::string(100, '(') + "\" ."),
            "");
}

TEST(Vocabulary, TheBuiltInOneHoldsWhatTheContractNames) {
  const Vocabulary vocabulary(builtin_vocabulary_files());
  for (const char* slug : {"ondermijning", "burgerinitiatieven"})
    EXPECT_NE(vocabulary.find(Scheme::theme, slug), nullptr) << slug;
  for (const char* slug : {"meld-een-vermoeden", "bewustwordingscampagne", "buurtpreventie"})
    EXPECT_NE(vocabulary.find(Scheme::solution, slug), nullptr) << slug;
  for (const char* slug : {"den-haag", "s-hertogenbosch", "middelburg", "bergen-nh", "bergen-l"}) {
    EXPECT_NE(vocabulary.find(Scheme::municipality, slug), nullptr) << slug;
  }
  EXPECT_NE(vocabulary.find(Scheme::police_unit, "zeeland-west-brabant"), nullptr);
}

TEST(VocabularyFolder, HoldsTurtleFilesInOrder) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "praktijkbank-vocabulary";
  std::filesystem::remove_all(folder);
  EXPECT_THAT(complaint([&] { read_vocabulary_folder(folder); }, ErrorKind::not_possible), HasSubstr("can't be read"));
  std::filesystem::create_directories(folder);
  EXPECT_THAT(complaint([&] { read_vocabulary_folder(folder); }, ErrorKind::not_possible),
              HasSubstr("holds no vocabulary"));
  std::ofstream(folder / "b.ttl") << "# b";
  std::ofstream(folder / "a.ttl") << "";
  std::ofstream(folder / "README.md") << "x";
  const auto files = read_vocabulary_folder(folder);
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[0].name, "a.ttl");
  EXPECT_EQ(files[1].turtle, "# b");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace corpus::test
