#include "indexer/description/place_cues.h"

#include <algorithm>

#include "indexer/description/words.h"

namespace indexer {
namespace {

struct Row {
  std::uint32_t cue;
  std::string_view words;
};

constexpr Row kRows[] = {
    {kMunicipal | kLocal,
     "gemeente gemeenten gemeentes stad steden dorp dorpen plaats plaatsen gemeenteraad gemeentebestuur burgemeester "
     "burgemeesters gemeentehuis stadhuis binnenstad stadsbestuur college raad inwoners bewoners stadsdeel omgeving "
     "centrum buurtbewoners"},
    {kLocal,
     "wijk wijken buurt buurten wethouder wethouders straat wijkagent wijkteam basisteam raadslid stadsdelen "
     "gemeentelijke "
     "schilderswijk transvaal laak escamp loosduinen scheveningen boa boas station"},
    {kPolice,
     "politie eenheid eenheden politieeenheid politieeenheden politiechef eenheidschef eenheidsleiding politiekorps "
     "regiokorps korps politieregio recherche"},
    {kOrganisation,
     "provincie provincies provinciale provinciehuis gs staten regio regios metropoolregio veiligheidsregio "
     "veiligheidsregios arbeidsmarktregio "
     "politiedistrict rechtbank rechtbanken gerechtshof gerechtshoven hof parket parketten arrondissement "
     "arrondissementen "
     "arrondissementsparket arrondissementsrechtbank arrondissementsbank ressort ressortsparket om ministerie riec "
     "riecs liec taskforce universiteit "
     "universiteiten hogeschool rijksuniversiteit erasmusuniversiteit omgevingsdienst waterschap hoogheemraadschap ggd "
     "ggds ggz "
     "fc sc vv afc club voetbalclub verdrag verdragen conventie protocol tractaat unie vrede bisdom luchthaven "
     "vliegveld "
     "penitentiaire pi luchtvaartterrein ziekenhuis umc mc hanzehogeschool verbond kamer zorgregio jeugdregio "
     "commissaris kamp concentratiekamp slag beleg statuut koophandel zittingsplaats"},
    {kCourt, "rechtbank rechtbanken gerechtshof hof parket arrondissementsparket rechter justitie kantonrechter"},
    {kProvincial, "commissaris gedeputeerde gedeputeerden provinciale statenlid statenleden provinciebestuur"},
    {kPerson,
     "mevrouw mevr mw heer dhr heren meneer drs dr ir ing prof professor familie gezin lid leden raadslid raadsleden "
     "kamerlid "
     "kamerleden getuige verdachte auteur onderzoeker advocaat griffier graaf gravin koning heilige sint"},
    {kOffice,
     "wethouder wethouders minister ministers staatssecretaris voorzitter wijkagent agent inspecteur officier "
     "secretaris "
     "directeur projectleider portefeuillehouder gespreksleider spreker"},
    {kLocal | kMunicipal, "basisteam wijkteam wijkagent"},
    {kPreposition, "in te uit nabij rond rondom naar bij vanuit tussen buiten binnen richting vanaf"},
    {kIntroduction,
     "volgens zoals waaronder bijvoorbeeld doet heeft wil kiest werkt door voor met dan als tot via tegen laat zet "
     "deed "
     "had kreeg gaat ook net zowel namens op krijgt gebruikt ziet dat"},
    {kExampleOf, "zoals waaronder als namelijk bijvoorbeeld onder"},
    {kDeterminer,
     "de het een deze die dit dat elke alle veel zijn haar hun onze nieuwe oude grote kleine lege leegstaande andere"},
    {kConnector, "en of alsmede alsook plus"},
    {kGovernment,
     "kabinet ministerie ministeries minister ministers staatssecretaris kamer kamerleden kamerlid rijk rijksoverheid "
     "wetgeving wetgever landelijk landelijke regering politiek politieke parlement wetsvoorstel haagse binnenhof "
     "kamerbrief kamervragen coalitieakkoord regeerakkoord motie departement departementen nationaal nationale verdrag "
     "trb stb staatsblad ambassade consulaat"},
    {kGovernmentVerb,
     "moet moest beslist bepaalt besluit besloot luistert belooft beloofde vindt denkt bedenkt regelt wil zou zegt"},
    {kSingularVerb,
     "heeft wil kiest doet laat werkt zet gebruikt organiseert organiseerde probeert probeerde vertelt vertelde meldt "
     "meldde kreeg "
     "krijgt ging gaat had begon begint startte start zag ziet stelde stelt telt telde nam neemt kwam komt koos zette "
     "deed liet werkte "
     "gebruikte maakte maakt bracht brengt deelt deelde legt legde heet ligt kent wordt werd stopte stopt zegt zei "
     "vraagt vroeg houdt "
     "hield betaalt betaalde ervaart onderzocht onderzoekt voert voerde bouwt sloot sluit vindt vond gaf geeft trekt "
     "trok loopt liep "
     "draait draaide experimenteert experimenteerde plaatste plaatst zocht zoekt koppelt koppelde benadert schakelde "
     "schakelt kijkt keek pakt pakte stuurt stuurde test testte richt richtte biedt bood blijft bleef staat stond "
     "schrijft schreef "
     "leert leerde wijst wees"},
    {kPronoun, "u je jij jullie ik wij we hij zij ze men"},
    {kSaying, "zei zegt antwoordde antwoordt lachte lacht knikte knikt fluisterde zuchtte grapte"},
    {kBeing, "is was kan kon mag moet zou zal"},
    {kParty,
     "vvd pvda cda d66 groenlinks gl sp pvv cu christenunie sgp bbb nsc volt denk ja21 fvd pvdd 50plus bij1 lokaal"},
    {kFirstName,
     "aad abdel adri agnes ahmed albert alex alexander ali alice amber andre andrea angela angelique anita anja "
     "anke anna anne annelies annemarie annet annie anouk ans anton arie arjan arjen arno arnold astrid barbara "
     "bart bas ben bert bianca bob boris bram brenda carel carla carolien caroline cees charles charlotte chris "
     "christiaan christian claudia clemens coen cor corrie daan daniel danielle david debby dennis desiree diana "
     "dick dirk dominique eddy edith edwin elisabeth elise ellen elly els emiel emma eric erik ernst esther eva "
     "evelien evert ewout fatima femke ferdinand floris fons frank frans fred froukje geert ger gerard gerben "
     "gerda gerrit gert gertrude gijs greet guido guus hamza hanna hanne hanneke hannie hans harm harrie harry "
     "hassan heleen helma hendrik henk herman hilde ibrahim ilse ineke inge ingrid iris irma ivo jaap jacob "
     "jacques jan jasper jeffrey jelle jeroen jesse jip joep johan johanna johannes joost joris jos julia jurgen "
     "karin kees kevin khadija kim kirsten klaas koen koos lars laura lennart leo leon lex linda lisa loes lotte "
     "lou luc lucas luuk maaike maarten maikel manon marcel marco marga margriet maria marian marianne marie "
     "marieke marielle marijn marion mariska marit marja marjan marjolein mark marlies marloes marten martijn "
     "martin mathijs matthijs mees mehmet melanie michael michel mieke mike mirjam mohamed mohammed monique "
     "mustafa nancy natasja nick nico nicole niek niels nienke olaf omar onno oscar otto pascal patrick paul "
     "pauline peter petra piet pieter pim rachel ralf ralph raymond remco renate rene renee rianne richard riet "
     "rik rinus rob robert robin roel roelof rogier roland ron ronald roy ruben rutger ruud sabine samira sander "
     "sandra sanne sara sarah sebastiaan sem servaas silvia simon sjaak sjoerd sofie sophie stefan suzanne sven "
     "sylvia tanja tessa teun theo thijs thomas tim tineke tjeerd tom ton trudy truus vera victor vincent wendy "
     "wessel willem wilma wim wouter youssef yusuf yvonne"},
    {kNamePart, "den der ter ten von vander vanden"},
    {kCompass, "noord zuid oost west midden nieuw oud"},
    {kEstate, "university universiteit airport museum schouwburg arena marathon kaas"},
    {kAdjectiveStop,
     "rechtbank universiteit hogeschool kaas kazen siroopwafel stroopwafel siroopwafels stroopwafels hof gerechtshof "
     "beurs "
     "effectenbeurs courant volksraad bluf politiek politici provincie staten waterleidingduinen heuvelrug"},
    {kStreet, "laan weg plein straat dreef kade singel station"},
};

struct ClassRow {
  NameClass name_class;
  std::string_view names;
};
constexpr ClassRow kClasses[] = {
    {NameClass::adverb, "best echt"},
    {NameClass::ordinary,
     "goes houten huizen borne sluis hulst duiven buren horst putten bergen leek haren helden grave mill"},
    {NameClass::surname, "beek stein hof son loon doorn wijk tilly"},
    {NameClass::verb, "leiden kampen delft losser hoorn wierden heerde ommen weert"},
    {NameClass::possible_surname,
     "asten baarn bladel borsele boxtel bronckhorst brummen dalfsen deurne diemen dongen druten ede eersel elburg epe "
     "ermelo gennep "
     "gouda halderberge hattem heemskerk heumen heusden hoogeveen katwijk landgraaf laren leusden lingewaard lisse "
     "meerssen "
     "meppel nuenen "
     "oosterhout oss raalte rheden rhenen rijswijk rozendaal schagen soest someren steenbergen tholen tiel urk vaals "
     "uden cuijk boxmeer vianen leerdam weesp naarden muiden schermer kessel zuidhorn marum bussum strijen abcoude "
     "werkendam geldermalsen schijndel veghel groesbeek haaren "
     "valkenburg veere voorst "
     "velsen vught waalre wassenaar westerveld woerden zeist zundert zutphen"}};

constexpr std::string_view kOtherThings[] = {"NAC Breda",
                                             "FC Utrecht",
                                             "FC Groningen",
                                             "FC Den Bosch",
                                             "FC Eindhoven",
                                             "FC Dordrecht",
                                             "FC Emmen",
                                             "FC Twente Enschede",
                                             "PEC Zwolle",
                                             "Willem II Tilburg",
                                             "Sparta Rotterdam",
                                             "Feyenoord Rotterdam",
                                             "Excelsior Rotterdam",
                                             "Ajax Amsterdam",
                                             "ADO Den Haag",
                                             "Heracles Almelo",
                                             "SC Heerenveen",
                                             "SC Cambuur Leeuwarden",
                                             "Go Ahead Eagles Deventer",
                                             "Vitesse Arnhem",
                                             "NEC Nijmegen",
                                             "MVV Maastricht",
                                             "Roda JC Kerkrade",
                                             "VVV Venlo",
                                             "TOP Oss",
                                             "RKC Waalwijk",
                                             "Helmond Sport",
                                             "Telstar Velsen",
                                             "De Graafschap Doetinchem",
                                             "Almere City",
                                             "Jong Utrecht",
                                             "Kozakken Boys Werkendam",
                                             "PSV Eindhoven",
                                             "AZ Alkmaar",
                                             "Universiteit van Amsterdam",
                                             "Vrije Universiteit Amsterdam",
                                             "Universiteit van Tilburg",
                                             "Universiteit Leiden",
                                             "Technische Universiteit Delft",
                                             "Technische Universiteit Eindhoven",
                                             "TU Delft",
                                             "TU Eindhoven",
                                             "Tilburg University",
                                             "Wageningen University",
                                             "Wageningen Universiteit",
                                             "Wageningen UR",
                                             "Erasmus Universiteit Rotterdam",
                                             "Erasmus University Rotterdam",
                                             "Radboud Universiteit Nijmegen",
                                             "Breda University of Applied Sciences",
                                             "Avans Breda",
                                             "Hogeschool van Amsterdam",
                                             "VU Amsterdam",
                                             "UMC Utrecht",
                                             "Erasmus MC Rotterdam",
                                             "Haagse Hogeschool",
                                             "Verdrag van Amsterdam",
                                             "Verdrag van Maastricht",
                                             "Unie van Utrecht",
                                             "Amsterdam Amstelland",
                                             "Rotterdam Rijnmond",
                                             "Rotterdam The Hague Airport",
                                             "Eindhoven Airport",
                                             "Maastricht Aachen Airport",
                                             "Groningen Airport Eelde",
                                             "Twente Airport Enschede",
                                             "Greenport Westland",
                                             "Best practice",
                                             "Best practices",
                                             "Best Practise",
                                             "Best Value",
                                             "Best of",
                                             "Best Western",
                                             "Best person world",
                                             "Echt waar",
                                             "Goes On",
                                             "Delfts blauw",
                                             "Zuid-Limburg",
                                             "Midden-Limburg",
                                             "Noord-Limburg",
                                             "Utrecht Science Park",
                                             "Antwerpen Rotterdam",
                                             "Laan van Meerdervoort",
                                             "Brainport Eindhoven",
                                             "Port of Rotterdam",
                                             "Port of Amsterdam",
                                             "Havenbedrijf Rotterdam",
                                             "Havenbedrijf Amsterdam",
                                             "Koningin Wilhelmina van Oranje",
                                             "New Amsterdam",
                                             "Nieuw Amsterdam",
                                             "Nieuw-Vennep",
                                             "Van Gogh Museum Amsterdam",
                                             "Huis van Bewaring"};

constexpr std::string_view kProvinces[] = {"Drenthe",    "Flevoland", "Fryslân",       "Friesland",   "Gelderland",
                                           "Groningen",  "Limburg",   "Noord-Brabant", "Brabant",     "Noord-Holland",
                                           "Overijssel", "Utrecht",   "Zeeland",       "Zuid-Holland"};

constexpr std::string_view kIrregularAdjectives[] = {
    "haagse=den haag",       "bossche=den bosch",     "goudse=gouda",          "zwolse=zwolle",
    "leidse=leiden",         "almeerse=almere",       "nijmeegse=nijmegen",    "dordtse=dordrecht",
    "zaanse=zaanstad",       "delftse=delft",         "utrechtse=utrecht",     "groningse=groningen",
    "leeuwarder=leeuwarden", "kerkraadse=kerkrade",   "enschedeese=enschede",  "hoornse=hoorn",
    "helderse=den helder",   "bergse=bergen op zoom", "wageningse=wageningen",
};

template <typename Visit>
void for_each_word(std::string_view words, Visit visit) {
  while (!words.empty()) {
    const auto space = std::min(words.find(' '), words.size());
    if (space > 0) visit(words.substr(0, space));
    words.remove_prefix(std::min(space + 1, words.size()));
  }
}

}  // namespace

std::uint32_t cues_of(std::string_view folded) {
  static const StringMap<std::uint32_t> cues = [] {
    StringMap<std::uint32_t> map;
    for (const auto& row : kRows)
      for_each_word(row.words, [&](std::string_view word) { map[std::string(word)] |= row.cue; });
    return map;
  }();
  const auto found = cues.find(folded);
  return found == cues.end() ? 0 : found->second;
}

NameClass class_of(std::string_view folded_name) {
  static const StringMap<NameClass> classes = [] {
    StringMap<NameClass> map;
    for (const auto& row : kClasses)
      for_each_word(row.names, [&](std::string_view name) { map.emplace(name, row.name_class); });
    return map;
  }();
  const auto found = classes.find(folded_name);
  return found == classes.end() ? NameClass::plain : found->second;
}

std::span<const std::string_view> names_of_other_things() { return kOtherThings; }
std::span<const std::string_view> names_of_provinces() { return kProvinces; }
std::span<const std::string_view> irregular_adjectives() { return kIrregularAdjectives; }

}  // namespace indexer
