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
      "aan"sv,          "aangaande"sv,  "aangezien"sv, "achter"sv,  "al"sv,        "aldus"sv,       "alhoewel"sv,
      "alle"sv,         "alleen"sv,     "allen"sv,     "als"sv,     "alsmede"sv,   "alsook"sv,      "altijd"sv,
      "andere"sv,       "anders"sv,     "behalve"sv,   "ben"sv,     "bent"sv,      "betreffende"sv, "bij"sv,
      "binnen"sv,       "blijkens"sv,   "boven"sv,     "buiten"sv,  "conform"sv,   "daar"sv,        "daaraan"sv,
      "daarbij"sv,      "daarbinnen"sv, "daardoor"sv,  "daarin"sv,  "daarmee"sv,   "daarna"sv,      "daarom"sv,
      "daarop"sv,       "daartoe"sv,    "daaruit"sv,   "daarvan"sv, "daarvoor"sv,  "dan"sv,         "dankzij"sv,
      "dat"sv,          "de"sv,         "degene"sv,    "den"sv,     "der"sv,       "dergelijke"sv,  "des"sv,
      "deze"sv,         "dezelfde"sv,   "die"sv,       "diegene"sv, "dit"sv,       "doch"sv,        "doet"sv,
      "door"sv,         "doordat"sv,    "dus"sv,       "echter"sv,  "een"sv,       "elk"sv,         "elkaar"sv,
      "elkander"sv,     "elke"sv,       "en"sv,        "enige"sv,   "enkele"sv,    "er"sv,          "eraan"sv,
      "erbij"sv,        "erin"sv,       "ermee"sv,     "erop"sv,    "ertoe"sv,     "eruit"sv,       "ervan"sv,
      "ervoor"sv,       "ge"sv,         "gedurende"sv, "geen"sv,    "gezien"sv,    "had"sv,         "hadden"sv,
      "heb"sv,          "hebben"sv,     "hebt"sv,      "heeft"sv,   "hem"sv,       "hen"sv,         "het"sv,
      "hetgeen"sv,      "hetzelfde"sv,  "hetzij"sv,    "hier"sv,    "hieraan"sv,   "hierbij"sv,     "hierin"sv,
      "hiermee"sv,      "hierna"sv,     "hierop"sv,    "hiertoe"sv, "hiervan"sv,   "hiervoor"sv,    "hij"sv,
      "hun"sv,          "ieder"sv,      "iedere"sv,    "ieders"sv,  "iets"sv,      "ik"sv,          "in"sv,
      "indien"sv,       "ingevolge"sv,  "inzake"sv,    "is"sv,      "je"sv,        "jegens"sv,      "jij"sv,
      "jou"sv,          "jouw"sv,       "jullie"sv,    "kon"sv,     "konden"sv,    "krachtens"sv,   "langs"sv,
      "maar"sv,         "me"sv,         "mede"sv,      "met"sv,     "middels"sv,   "mij"sv,         "mijn"sv,
      "mits"sv,         "moest"sv,      "na"sv,        "naar"sv,    "naast"sv,     "nabij"sv,       "nadat"sv,
      "niet"sv,         "niets"sv,      "noch"sv,      "nog"sv,     "nu"sv,        "of"sv,          "ofwel"sv,
      "om"sv,           "omdat"sv,      "omstreeks"sv, "omtrent"sv, "ondanks"sv,   "onder"sv,       "ons"sv,
      "onverminderd"sv, "onze"sv,       "ook"sv,       "op"sv,      "opdat"sv,     "over"sv,        "per"sv,
      "qua"sv,          "reeds"sv,      "rond"sv,      "rondom"sv,  "s"sv,         "sedert"sv,      "sinds"sv,
      "sommige"sv,      "t"sv,          "te"sv,        "tegen"sv,   "tegenover"sv, "ten"sv,         "teneinde"sv,
      "tenzij"sv,       "ter"sv,        "terwijl"sv,   "tijdens"sv, "toch"sv,      "toe"sv,         "toen"sv,
      "tot"sv,          "tussen"sv,     "u"sv,         "uit"sv,     "uw"sv,        "van"sv,         "vanaf"sv,
      "vanuit"sv,       "vanwege"sv,    "via"sv,       "volgens"sv, "voor"sv,      "voordat"sv,     "want"sv,
      "waren"sv,        "was"sv,        "we"sv,        "wegens"sv,  "werd"sv,      "werden"sv,      "wij"sv,
      "word"sv,         "worden"sv,     "wordt"sv,     "zal"sv,     "ze"sv,        "zelf"sv,        "zich"sv,
      "zichzelf"sv,     "zij"sv,        "zijn"sv,      "zo"sv,      "zoals"sv,     "zodat"sv,       "zodra"sv,
      "zolang"sv,       "zonder"sv,     "zou"sv,       "zouden"sv,  "zowel"sv,     "zulke"sv,       "zulks"sv,
      "zullen"sv};
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
