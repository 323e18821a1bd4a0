// Function words and question words of Dutch, normalised (folded, apostrophes gone). Closed classes only: articles,
// pronouns, prepositions, conjunctions, auxiliaries, particles. Nothing that could be a subject of its own.
#include <algorithm>
#include <array>
#include <string_view>

#include "search/analysis/analyzer.h"

namespace search {
namespace {

using namespace std::string_view_literals;

constexpr auto kStopWords = [] {
  std::array words = {
      "aan"sv,      "aangaande"sv, "aangezien"sv, "achter"sv,  "al"sv,       "aldus"sv,   "alhoewel"sv, "alle"sv,
      "alleen"sv,   "allen"sv,     "als"sv,       "alsmede"sv, "alsook"sv,   "altijd"sv,  "andere"sv,   "anders"sv,
      "ben"sv,      "bent"sv,      "bij"sv,       "binnen"sv,  "boven"sv,    "buiten"sv,  "daar"sv,     "daarbij"sv,
      "daardoor"sv, "daarin"sv,    "daarmee"sv,   "daarna"sv,  "daarom"sv,   "daarop"sv,  "daarvan"sv,  "daarvoor"sv,
      "dan"sv,      "dat"sv,       "de"sv,        "den"sv,     "der"sv,      "des"sv,     "deze"sv,     "die"sv,
      "dit"sv,      "doch"sv,      "doet"sv,      "door"sv,    "dus"sv,      "echter"sv,  "een"sv,      "elk"sv,
      "elke"sv,     "en"sv,        "er"sv,        "ervan"sv,   "ge"sv,       "geen"sv,    "had"sv,      "hadden"sv,
      "heb"sv,      "hebben"sv,    "hebt"sv,      "heeft"sv,   "hem"sv,      "hen"sv,     "het"sv,      "hier"sv,
      "hierbij"sv,  "hierin"sv,    "hij"sv,       "hun"sv,     "iedere"sv,   "ieder"sv,   "iets"sv,     "ik"sv,
      "in"sv,       "indien"sv,    "is"sv,        "je"sv,      "jij"sv,      "jou"sv,     "jouw"sv,     "jullie"sv,
      "kon"sv,      "konden"sv,    "maar"sv,      "me"sv,      "mede"sv,     "met"sv,     "mij"sv,      "mijn"sv,
      "moest"sv,    "na"sv,        "naar"sv,      "nadat"sv,   "nabij"sv,    "niet"sv,    "niets"sv,    "noch"sv,
      "nog"sv,      "nu"sv,        "of"sv,        "om"sv,      "omdat"sv,    "omtrent"sv, "ons"sv,      "onze"sv,
      "ook"sv,      "op"sv,        "over"sv,      "reeds"sv,   "s"sv,        "sinds"sv,   "t"sv,        "te"sv,
      "tegen"sv,    "ten"sv,       "tenzij"sv,    "ter"sv,     "terwijl"sv,  "toch"sv,    "toe"sv,      "toen"sv,
      "tot"sv,      "tussen"sv,    "u"sv,         "uit"sv,     "uw"sv,       "van"sv,     "vanaf"sv,    "vanuit"sv,
      "vanwege"sv,  "via"sv,       "volgens"sv,   "voor"sv,    "voordat"sv,  "want"sv,    "was"sv,      "waren"sv,
      "we"sv,       "wegens"sv,    "werd"sv,      "werden"sv,  "wij"sv,      "worden"sv,  "wordt"sv,    "word"sv,
      "zal"sv,      "ze"sv,        "zelf"sv,      "zich"sv,    "zichzelf"sv, "zij"sv,     "zijn"sv,     "zo"sv,
      "zoals"sv,    "zodat"sv,     "zonder"sv,    "zou"sv,     "zouden"sv,   "zowel"sv,   "zullen"sv};
  std::ranges::sort(words);
  return words;
}();

constexpr auto kQuestionWords = [] {
  std::array words = {"doe"sv,    "doen"sv,    "gaat"sv,    "hoe"sv,      "hoeveel"sv, "hoever"sv,  "kan"sv,
                      "kun"sv,    "kunnen"sv,  "kunt"sv,    "mag"sv,      "mogen"sv,   "moet"sv,    "moeten"sv,
                      "waar"sv,   "waaraan"sv, "waarbij"sv, "waardoor"sv, "waarin"sv,  "waarmee"sv, "waarom"sv,
                      "waarop"sv, "waaruit"sv, "waarvan"sv, "waarvoor"sv, "wanneer"sv, "wat"sv,     "welk"sv,
                      "welke"sv,  "wie"sv,     "wiens"sv,   "wil"sv,      "willen"sv,  "wilt"sv};
  std::ranges::sort(words);
  return words;
}();

}  // namespace

bool is_stop_word(std::string_view normalized) { return std::ranges::binary_search(kStopWords, normalized); }
bool is_question_word(std::string_view normalized) { return std::ranges::binary_search(kQuestionWords, normalized); }

}  // namespace search
