#include "search/morphology/make/irregular.h"

namespace search::morphology_make {

const std::string_view kIrregularVerbs = R"(
bakken *gebakken
bannen *gebannen
barsten *gebarsten
bederven bedierf bedierven *bedorven
bedriegen bedroog bedrogen *bedrogen
beginnen begon begonnen *begonnen
begrijpen begreep begrepen *begrepen
belijden beleed beleden *beleden
bergen borg borgen *geborgen
bevelen beval bevalen *bevolen
bewegen bewoog bewogen *bewogen
bezwijken bezweek bezweken *bezweken
bidden bad baden *gebeden
bieden bood boden *geboden
bijten beet beten *gebeten
binden bond bonden *gebonden
blazen blies bliezen *geblazen
blijken bleek bleken *gebleken
blijven bleef bleven *gebleven
blinken blonk blonken *geblonken
braden *gebraden
breken brak braken *gebroken
brengen bracht brachten *gebracht
brouwen *gebrouwen
buigen boog bogen *gebogen
delven dolf dolven *gedolven
denken dacht dachten *gedacht
dingen dong dongen *gedongen
doen doe doet deed deden *gedaan
dragen droeg droegen *gedragen
drijven dreef dreven *gedreven
dringen drong drongen *gedrongen
drinken dronk dronken *gedronken
druipen droop dropen *gedropen
duiken dook doken *gedoken
dunken docht
dwingen dwong dwongen *gedwongen
eten at aten *gegeten
fluiten floot floten *gefloten
gaan ga gaat ging gingen *gegaan
gelden gold golden *gegolden
genezen genas genazen *genezen
genieten genoot genoten *genoten
gebeuren gebeurt gebeurde gebeurden *gebeurd
geven gaf gaven *gegeven
gieten goot goten *gegoten
glijden gleed gleden *gegleden
glimmen glom glommen *geglommen
graven groef groeven *gegraven
grijpen greep grepen *gegrepen
hangen hing hingen *gehangen
hebben heb hebt heeft had hadden *gehad
heffen hief hieven *geheven
helpen hielp hielpen *geholpen
hijsen hees hesen *gehesen
houden hield hielden *gehouden hou
houwen hieuw hieuwen *gehouwen
jagen joeg joegen
kiezen koos kozen *gekozen
kijken keek keken *gekeken
kijven keef keven *gekeven
klimmen klom klommen *geklommen
klinken klonk klonken *geklonken
kluiven kloof kloven *gekloven
knijpen kneep knepen *geknepen
komen kom komt kwam kwamen *gekomen
kopen kocht kochten *gekocht
krijgen kreeg kregen *gekregen
krijsen krees kresen *gekresen
krijten kreet kreten *gekreten
krimpen kromp krompen *gekrompen
kruipen kroop kropen *gekropen
kunnen kan kunt kon konden *gekund
kwijten kweet kweten *gekweten
lachen *gelachen
laden *geladen
laten liet lieten *gelaten
leggen lei leien
lezen las lazen *gelezen
liegen loog logen *gelogen
liggen lag lagen *gelegen
lijden leed leden *geleden
lijken leek leken *geleken
lopen liep liepen *gelopen
malen *gemalen
melken molk molken *gemolken
meten mat maten *gemeten
mijden meed meden *gemeden
moeten moet moest moesten *gemoeten
mogen mag mocht mochten *gemogen
nemen nam namen *genomen
nijgen neeg negen *genegen
nijpen neep nepen *genepen
ontginnen ontgon ontgonnen *ontgonnen
ontluiken ontlook ontloken *ontloken
pluizen ploos plozen *geplozen
prijzen prees prezen *geprezen
raden ried rieden *geraden
rijden reed reden *gereden rij
rijgen reeg regen *geregen
rijten reet reten *gereten
rijzen rees rezen *gerezen
roepen riep riepen *geroepen
ruiken rook roken *geroken
scheiden *gescheiden
schelden schold scholden *gescholden
schenden schond schonden *geschonden
schenken schonk schonken *geschonken
scheppen schiep schiepen *geschapen
scheren schoor schoren *geschoren
schieten schoot schoten *geschoten
schijnen scheen schenen *geschenen
schijten scheet scheten *gescheten
schrijden schreed schreden *geschreden
schrijven schreef schreven *geschreven
schrikken schrok schrokken *geschrokken
schuilen school scholen *gescholen
schuiven schoof schoven *geschoven
slaan sla slaat sloeg sloegen *geslagen
slapen sliep sliepen *geslapen
slijpen sleep slepen *geslepen
slijten sleet sleten *gesleten
slinken slonk slonken *geslonken
sluipen sloop slopen *geslopen
sluiten sloot sloten *gesloten
smelten smolt smolten *gesmolten
smijten smeet smeten *gesmeten
snijden sneed sneden *gesneden snij
snuiten snoot snoten *gesnoten
snuiven snoof snoven *gesnoven
spannen *gespannen
spinnen spon sponnen *gesponnen
spijten speet *gespeten
splijten spleet spleten *gespleten
spreken sprak spraken *gesproken
springen sprong sprongen *gesprongen
spruiten sproot sproten *gesproten
spugen spoog spogen *gespogen
spuiten spoot spoten *gespoten
staan sta staat stond stonden *gestaan
steken stak staken *gestoken
stelen stal stalen *gestolen
sterven stierf stierven *gestorven
stijgen steeg stegen *gestegen
stijven steef steven *gesteven
stinken stonk stonken *gestonken
stoten stiet stieten *gestoten
strijden streed streden *gestreden
strijken streek streken *gestreken
stuiven stoof stoven *gestoven
tijgen toog togen *getogen
treden trad traden *getreden
treffen trof troffen *getroffen
trekken trok trokken *getrokken
tijgen teeg tegen *getegen
vallen viel vielen *gevallen
vangen ving vingen *gevangen
varen voer voeren *gevaren
vechten vocht vochten *gevochten
verdrieten verdroot verdroten *verdroten
verdwijnen verdween verdwenen *verdwenen
vergeten vergat vergaten *vergeten
verliezen verloor verloren *verloren
verslinden verslond verslonden *verslonden
verwijten verweet verweten *verweten
verzinnen verzon verzonnen *verzonnen
vinden vond vonden *gevonden
vlechten vlocht vlochten *gevlochten
vlieden vlood vloden *gevloden
vliegen vloog vlogen *gevlogen
vouwen *gevouwen
vragen vroeg vroegen
vreten vrat vraten *gevreten
vriezen vroor vroren *gevroren
vrijen vree vreeen *gevreeen
waaien woei woeien
wassen wies wiesen *gewassen
wegen woog wogen *gewogen
werpen wierp wierpen *geworpen
werven wierf wierven *geworven
weten weet wist wisten *geweten
weven *geweven
wezen was waren *geweest
wijken week weken *geweken
wijten weet weten *geweten
wijzen wees wezen *gewezen
willen wil wilt wou wouden wilde wilden *gewild
winden wond wonden *gewonden
winnen won wonnen *gewonnen
worden werd werden *geworden
wreken wraak *gewroken
wrijven wreef wreven *gewreven
wringen wrong wrongen *gewrongen
zeggen zei zeiden *gezegd
zenden zond zonden *gezonden
zien zie ziet zag zagen *gezien
zijgen zeeg zegen *gezegen
zijn ben bent is was waren *geweest
zingen zong zongen *gezongen
zinken zonk zonken *gezonken
zinnen zon zonnen *gezonnen
zitten zat zaten *gezeten
zoeken zocht zochten *gezocht
zouten *gezouten
zuigen zoog zogen *gezogen
zuipen zoop zopen *gezopen
zullen zal zult zou zouden
zwelgen zwolg zwolgen *gezwolgen
zwellen zwol zwollen *gezwollen
zwemmen zwom zwommen *gezwommen
zweren zwoer zwoeren zwoor zworen *gezworen
zwerven zwierf zwierven *gezworven
zwijgen zweeg zwegen *gezwegen
)";

const std::string_view kIrregularWords = R"(
been beenderen
blad bladeren blaren
ei eieren eitje eitjes
gelid gelederen
gemoed gemoederen
goed goederen
hoen hoenderen hoenders
kalf kalveren
kind kinderen kinders kindertjes kindje kindjes
kleed klederen
koe koeien
lam lammeren
lid leden
lied liederen
rad raderen radertje radertjes
rund runderen
schip schepen scheepje scheepjes
smid smeden
stad steden
vlo vlooien
volk volkeren
gelofte geloften geloftes
glas glazen glaasje glaasjes
gat gaatje gaatjes
blad blaadje blaadjes
vat vaatje vaatjes
pad paadje paadjes
rad raadje
staf staven
god goden
lot loten
slot sloten
schot schoten
oorlog oorlogen
gebod geboden
verbod verboden
gebed gebeden
bevel bevelen
spel spelen
dag dagen daagje
dal dalen
dak daken
graf graven
hof hoven
hol holen
weg wegen
bad baden
gat gaten
glas glazen
vat vaten
slag slagen
verdrag verdragen
bedrag bedragen
gezag gezagen
gebrek gebreken
gebit gebitten
goed beter betere best beste
veel meeste
weinig minder mindere minst minste
oudere ouderen
~datum data
~man lieden lui
lemma lemmata
stigma stigmata
schema schemata
trauma traumata
stemma stemmata
dogma dogmata
examen examina
specimen specimina
tentamen tentamina
volumen volumina
appendix appendices
index indices
matrix matrices
codex codices
vertex vertices
cortex cortices
)";

}  // namespace search::morphology_make
