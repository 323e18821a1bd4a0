#include <algorithm>
#include <set>

#include "tests/contract/lexicon.h"
#include "tests/contract/vocabulary.h"

namespace contract {
namespace {

const std::vector<std::string>& candidates() {
  static const std::vector<std::string> words = split(
      "boom tafel stoel appel paard hond kat vis koe schaap lamp deur raam muur dak vloer steen zand water vuur lucht "
      "wolk regen sneeuw zon maan ster berg dal rivier meer zee strand duin bos veld akker tuin bloem plant blad tak "
      "wortel zaad brood kaas boter melk suiker zout peper soep rijst vlees peer druif kers pruim noot honing koffie "
      "glas kop bord mes vork lepel pan ketel oven kast bed deken kussen spiegel kam zeep borstel emmer touw draad "
      "naald schaar knoop jas broek hemd rok schoen laars muts sjaal riem ring ketting horloge klok trein tram fiets "
      "auto boot schip vliegtuig wagen wiel motor brug weg pad plein markt winkel school kerk toren molen fabriek "
      "kantoor station haven sluis dijk polder eiland dorp stad land grens oever bron beek vijver gracht sloot put "
      "bakker slager smid visser boer jager schilder dokter leraar leerling moeder vader zus broer oom tante neef "
      "vriend buurman gast koning prins ridder soldaat matroos kapitein piloot dief rechter zanger danser schrijver "
      "boek krant brief kaart postzegel pen potlood papier inkt verf penseel doek lijst foto film liedje viool trommel "
      "fluit trompet bal spel schaak dobbel puzzel pop blok vlieger slee schaats ski tent rugzak kompas anker zeil "
      "mast "
      "roer hamer spijker zaag schroef tang beitel boor schop hark kruiwagen bijl ploeg zeis hooi stro graan gerst "
      "haver "
      "groen rood blauw geel paars oranje bruin grijs warm koud zacht hard snel traag zwaar licht diep hoog laag breed "
      "smal dik dun rond recht krom scherp stomp droog nat schoon vuil vol leeg rijk arm jong dapper slim lui wijs "
      "bomen tafels stoelen appels paarden honden katten vissen koeien schapen lampen deuren ramen muren daken stenen "
      "wolken sterren bergen rivieren stranden duinen velden tuinen bloemen planten takken wortels broden bruggen "
      "boeken kranten brieven kaarten scholen kerken torens molens fabrieken dorpen steden eilanden vrienden gasten "
      "lopen zwemmen fluiten lachen huilen slapen dromen eten drinken koken bakken bouwen breken dragen trekken duwen "
      "werpen vangen zoeken vinden kopen verkopen lenen geven nemen schrijven lezen rekenen tekenen zingen dansen "
      "wandelen rennen springen klimmen vallen rusten wachten groeien bloeien krimpen smelten vriezen branden blussen "
      "kwartel fazant gruis kiezel marmer graniet koper tin zink lood ivoor fluweel satijn linnen katoen wol zijde");
  return words;
}

const std::vector<std::string>& compound_candidates() {
  static const std::vector<std::string> words = split(
      "parkeerplaats wapenhandel rookmelder jeugdzorg woninginbraak drugspand huisarts zakkenroller cybercrime "
      "alcoholcontrole vuurwerkoverlast straatverlichting belastingdienst hondenpoep geluidsoverlast messenverbod "
      "ziekenhuis pinautomaat hennepkwekerij inbraakpreventie kinderopvang tabakswinkel arbeidsmigrant "
      "burgemeester gemeenteraad samenwerking wijkagent vrijwilliger bestuursdwang sportvereniging");
  return words;
}

const std::vector<std::string>& stop_words() {
  static const std::vector<std::string> words = split("de het een van in op met voor is zijn");
  return words;
}

const std::vector<std::string>& question_words() {
  static const std::vector<std::string> words = split("wat hoe welke waarom wie");
  return words;
}

std::vector<std::string> label_words() {
  std::vector<std::string> words;
  const auto add = [&](std::string text) {
    for (char& letter : text) {
      if (std::string("()'-.%&").find(letter) != std::string::npos) letter = ' ';
    }
    for (const std::string& word : split(text)) words.push_back(word);
  };
  const Vocabulary vocabulary = test_vocabulary();
  for (const Concept& item : vocabulary.concepts()) {
    add(item.label);
    for (const std::string& label : item.alternatives) add(label);
  }
  for (int facet = 0; facet < kFacets; ++facet) {
    for (const std::string& value : unknown_values(static_cast<Facet>(facet))) add(value);
  }
  for (const char* word :
       {"bijeenkomst", "aankondiging", "verslag", "conclusie", "beleidsboek", "praktijk", "overig", "openbaar",
        "intern", "vertrouwelijk", "Voorjaarsoverleg", "Najaarsoverleg", "Startsessie"}) {
    add(word);
  }
  return words;
}

std::string capitalised(std::string word) {
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

const std::string& unheard_of() {
  static const std::string word = "grubbelflots";
  return word;
}

std::vector<std::string> words_to_ask() {
  std::vector<std::string> words{unheard_of()};
  for (const auto& list : {candidates(), compound_candidates(), stop_words(), question_words(), label_words()}) {
    words.insert(words.end(), list.begin(), list.end());
  }
  for (const std::string& word : candidates()) words.push_back(capitalised(word));
  return words;
}

Words usable_words(const Lexicon& lexicon) {
  std::set<std::string> taken;  // stems that are spoken for
  const auto take = [&](const std::string& word) {
    if (!lexicon.knows(word)) return;
    taken.insert(lexicon.of(word).stem);
    for (const std::string& stem : lexicon.of(word).part_stems) taken.insert(stem);
  };
  for (const auto& list : {stop_words(), question_words(), label_words()}) {
    for (const std::string& word : list) take(word);
  }
  Words words;
  words.stop = stop_words();
  words.question = question_words();
  for (const std::string& word : compound_candidates()) {
    if (!lexicon.knows(word)) continue;
    const Analysed& entry = lexicon.of(word);
    if (entry.parts.size() != 2 || taken.count(entry.stem) != 0 || entry.part_stems[0] == entry.part_stems[1]) continue;
    const bool clear = std::all_of(entry.parts.begin(), entry.parts.end(), [&](const std::string& part) {
      return lexicon.knows(part) && lexicon.of(part).parts.empty() && taken.count(lexicon.of(part).stem) == 0;
    });
    if (!clear) continue;
    take(word);
    words.compounds.push_back(word);
  }
  for (const std::string& word : candidates()) {
    if (!lexicon.knows(word) || !lexicon.knows(capitalised(word))) continue;
    const Analysed& entry = lexicon.of(word);
    if (!entry.parts.empty() || taken.count(entry.stem) != 0) continue;
    if (lexicon.of(capitalised(word)).stem != entry.stem || !lexicon.of(capitalised(word)).parts.empty()) continue;
    if (std::find(words.plain.begin(), words.plain.end(), word) == words.plain.end()) words.plain.push_back(word);
  }
  return words;
}

}  // namespace contract
