#include "search/morphology/morphology.h"

#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/analysis/analyzer.h"
#include "search/morphology/participle.h"
#include "search/schema.h"

namespace search {
namespace {

using Pairs = std::vector<std::pair<const char*, const char*>>;

void expect_to_meet(const Pairs& pairs) {
  for (const auto& [a, b] : pairs) EXPECT_EQ(stem(a), stem(b)) << a << ", " << b;
}
void expect_to_stay_apart(const Pairs& pairs) {
  for (const auto& [a, b] : pairs) EXPECT_NE(stem(a), stem(b)) << a << ", " << b;
}

TEST(Stems, JoinNounsWithPluralAndDiminutive) {
  expect_to_meet({{"evaluaties", "evaluatie"},
                  {"huisverboden", "huisverbod"},
                  {"gemeenten", "gemeente"},
                  {"initiatieven", "initiatief"},
                  {"brieven", "brief"},
                  {"kloven", "kloof"},
                  {"bazinnen", "bazin"},
                  {"melodramas", "melodrama"},
                  {"kinderen", "kind"},
                  {"steden", "stad"},
                  {"studenten", "student"},
                  {"waarden", "waarde"},
                  {"uitgaven", "uitgave"},
                  {"musea", "museum"},
                  {"politici", "politicus"},
                  {"mogelijkheden", "mogelijkheid"},
                  {"kooplieden", "koopman"},
                  {"boompje", "boom"},
                  {"wandelingetjes", "wandeling"},
                  {"koninkje", "koning"}});
}

TEST(Stems, JoinTheFormsOfAVerb) {
  expect_to_meet({{"handhaafde", "handhaven"},
                  {"ondertekend", "ondertekenen"},
                  {"ondertekende", "ondertekenen"},
                  {"insloeg", "inslaan"},
                  {"liepen", "lopen"},
                  {"opgelost", "oplossen"},
                  {"aangesproken", "aanspreken"},
                  {"vergaderde", "vergaderen"},
                  {"vind", "vinden"},
                  {"gebeurd", "gebeuren"},
                  {"begon", "beginnen"},
                  {"geracet", "racen"},
                  {"rammelt", "rammelen"},
                  {"heeft", "hebben"},
                  {"samenwerkende", "samenwerken"}});
}

TEST(Stems, JoinTheFormsOfAnAdjective) {
  expect_to_meet({{"veilige", "veilig"},
                  {"veiliger", "veilig"},
                  {"veiligste", "veilig"},
                  {"grote", "groot"},
                  {"grootste", "groot"},
                  {"lievere", "lief"},
                  {"hogere", "hoog"},
                  {"grotere", "groot"},
                  {"zwakke", "zwak"},
                  {"rotterdamse", "rotterdams"}});
}

TEST(Stems, JoinVerbsWithTheirNouns) {
  expect_to_meet({{"plannen", "plan"},
                  {"gepland", "plan"},
                  {"handhaving", "handhaven"},
                  {"meldingen", "gemeld"},
                  {"aanpak", "aangepakt"},
                  {"bezoek", "bezocht"}});
}

TEST(Stems, KeepOtherWordsApart) {
  expect_to_stay_apart({{"gemeente", "gemeen"},
                        {"politie", "politiek"},
                        {"regen", "reeg"},
                        {"haven", "haaf"},
                        {"wagens", "waag"},
                        {"wapen", "waap"},
                        {"jongeren", "jongen"},
                        {"ouderen", "ouders"},
                        {"hans", "han"},
                        {"gas", "ga"},
                        {"bank", "bang"},
                        {"kosten", "kust"},
                        {"winkel", "wink"},
                        {"minister", "min"},
                        {"waarde", "waar"},
                        {"koning", "konen"}});
}

TEST(Stems, ACompoundOfNoListGoesAsItsLastPart) {
  expect_to_meet({{"buurtveiligheidsboekjes", "buurtveiligheidsboek"},
                  {"wijkveiligheidsplannen", "wijkveiligheidsplan"},
                  {"appgroepsbeheerders", "appgroepsbeheerder"},
                  {"drugsafvaldumpingen", "drugsafvaldumping"}});
}

TEST(Stems, LeaveNumbersAndForeignWordsAlone) {
  for (const auto* word :
       {"2019", "1000", "covid19", "3e", "a", "ns", "microsoft", "github", "полиция", "警察", "^", "ge"})
    EXPECT_EQ(stem(word), word);
}

TEST(Stems, OfAStemIsItself) {
  for (const auto* word : {"plannen", "handhaving", "insloeg", "brieven", "verdachten", "ouderen", "gepland",
                           "studenten", "veiligste", "aangesproken", "rotterdamse", "lopende", "bewoners", "kloven"})
    EXPECT_EQ(stem(stem(word)), stem(word)) << word;
}

TEST(Stems, FitInATermWhateverTheWord) {
  Analyzer analyzer;
  for (std::size_t length = 1; length <= kMaxTermBytes; ++length)
    for (const auto* end : {"", "ing", "oof", "eerd", "liep"}) {
      auto word = std::string(length, 'x') + end;
      word.resize(std::min(word.size(), kMaxTermBytes));
      const auto& stem_of_word = analyzer.analyze_word(word).stem;
      EXPECT_FALSE(stem_of_word.empty()) << word;
      EXPECT_LE(stem_of_word.size(), kMaxTermBytes) << word;
    }
}

TEST(Lemmas, AreDictionaryForms) {
  const Pairs pairs{{"scholen", "school"},
                    {"handhaving", "handhaving"},
                    {"gepland", "plannen"},
                    {"insloeg", "inslaan"},
                    {"kinderen", "kind"},
                    {"ouderen", "oudere"},
                    {"grotere", "groot"},
                    {"meldingen", "melding"},
                    {"verdachten", "verdachte"},
                    {"overlast", "overlast"},
                    {"veiligheid", "veiligheid"},
                    {"beleidsboekjes", "beleidsboek"},
                    {"ondertekende", "ondertekenen"},
                    {"aanpak", "aanpak"}};
  for (const auto& [word, expected] : pairs) EXPECT_EQ(lemma(word), expected) << word;
}

TEST(Participles, LoseGeWhereItStands) {
  EXPECT_EQ(without_ge("gewerkt"), "werkt");
  EXPECT_EQ(without_ge("opgebeld"), "opbeld");
  EXPECT_EQ(without_ge("tegengehouden"), "tegenhouden");
  EXPECT_EQ(without_ge("teruggegeven"), "teruggeven");
  EXPECT_EQ(without_ge("verteld"), "");
  EXPECT_EQ(without_ge("ge"), "");
}

/// Share of the pairs of a measured list that meet, and of neighbours in the alphabet that meet wrongly.
TEST(Stems, MeasuredOnTheDevelopmentList) {
  const std::string path = PRAKTIJKBANK_SOURCE_DIR "/../shared/data/language/inflections-dev.tsv";
  std::ifstream in(path);
  if (!in) GTEST_SKIP() << "needs " << path;
  Analyzer analyzer;
  std::set<std::string> lemmas;
  std::size_t pairs = 0, met = 0, neighbours = 0, wrong = 0;
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    const auto form = line.substr(0, tab), lemma_form = line.substr(tab + 1);
    ++pairs;
    met += analyzer.stems(form) == analyzer.stems(lemma_form);
    lemmas.insert(lemma_form);
  }
  for (auto at = lemmas.begin(); at != lemmas.end() && std::next(at) != lemmas.end(); ++at) {
    const auto& next = *std::next(at);
    if (at->size() < 4 || at->substr(0, 4) != next.substr(0, 4)) continue;
    ++neighbours;
    wrong += analyzer.stems(*at) == analyzer.stems(next);
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  RecordProperty("met", std::to_string(share(met, pairs)));
  RecordProperty("wrong", std::to_string(share(wrong, neighbours)));
  EXPECT_GE(share(met, pairs), 0.98);
  EXPECT_LE(share(wrong, neighbours), 0.015);
}

}  // namespace
}  // namespace search
