// Personal data in the forms in which people write it: how many are found, and what must be left alone. All values are
// made up.
#include <gmock/gmock.h>

#include <algorithm>

#include "corpus/privacy/inspect.h"
#include "corpus/privacy/personal_data.h"

namespace {
using corpus::find_personal_data;
using corpus::mask_personal_data;
using corpus::PersonalData;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::vector<std::string> kCitizenNumbers = {
    "BSN: 123456708",
    "burgerservicenummer 1234.56.708",
    "Haar burgerservicenummer staat in het dossier als 123 456 708.",
    "sofi-nummer: 1234 56 708",
    "bsn 111222308",
    "Burgerservicenummer (BSN): 1112.22.308",
    "sofinummer 111 222 308",
    "De man (111-222-308, BSN) werd aangehouden.",
    "BSN-nummer 290811211",
    "Haar burgerservicenummer staat in het dossier als 2908.11.211.",
    "sofi-nummer: 290 811 211",
    "Betrokkene heeft als burger service nummer 2908 11 211 opgegeven.",
    "burgerservicenummer 012345611",
    "sofinummer 0123.45.611",
    "De man (012 345 611, BSN) werd aangehouden.",
    "BSN: 012-345-611",
    "Burgerservicenummer (BSN): 987654007",
    "sofi-nummer: 9876.54.007",
    "Betrokkene heeft als burger service nummer 987 654 007 opgegeven.",
    "bsn 9876 54 007",
    "Haar burgerservicenummer staat in het dossier als 456789108.",
    "De man (4567.89.108, BSN) werd aangehouden.",
    "BSN: 456 789 108",
    "BSN-nummer 456-789-108",
    "sofinummer 201512300",
    "Betrokkene heeft als burger service nummer 2015.12.300 opgegeven.",
    "bsn 201 512 300",
    "burgerservicenummer 2015 12 300",
    "sofi-nummer: 733921000",
    "BSN: 7339.21.000",
    "BSN-nummer 733 921 000",
    "Burgerservicenummer (BSN): 733-921-000",
    "De man (500600703, BSN) werd aangehouden.",
    "bsn 5006.00.703",
    "burgerservicenummer 500 600 703",
    "Haar burgerservicenummer staat in het dossier als 5006 00 703.",
    "Betrokkene heeft als burger service nummer 064512307 opgegeven.",
    "BSN-nummer 0645.12.307",
    "Burgerservicenummer (BSN): 064 512 307",
    "sofinummer 064-512-307",
    "BSN:123456708",
    "BSN | 111222308",
    "b.s.n. 290811211",
    "Het nummer 9876.54.007 staat op de lijst.",
    "BSN 12345611",
    "BSN's: 123456708, 111222308 en 290811211",
    "geboren te Breda op 1 maart, nummer 201512300",
};

const std::vector<std::string> kPhones = {
    "06-12345678",
    "06 12345678",
    "0612345678",
    "06 12 34 56 78",
    "06-12 34 56 78",
    "06-1234 5678",
    "06.12.34.56.78",
    "06 - 12345678",
    "06 – 12 34 56 78",
    "06/12345678",
    "+31612345678",
    "+31 6 12345678",
    "+31 6 12 34 56 78",
    "+31-6-12345678",
    "+31 (0)6 12345678",
    "+31(0)612345678",
    "+31 (0) 6 - 12 34 56 78",
    "0031612345678",
    "0031 6 12345678",
    "00 31 6 12345678",
    "(+31) 6 12345678",
    "+316-12345678",
    "0612-345678",
    "0612 345 678",
    "061-2345678",
    "06-123 456 78",
    "06 1234 5678",
    "(06) 12345678",
    "(06)-12345678",
    "020-6234567",
    "020 623 45 67",
    "(020) 623 45 67",
    "020-623 4567",
    "0206234567",
    "0118-412345",
    "0118 41 23 45",
    "(0118) 41 23 45",
    "(0118)412345",
    "0118-41 23 45",
    "+31 118 412345",
    "+31 (0)118 41 23 45",
    "+31(0)20-6234567",
    "070 – 361 23 45",
    "088-1234567",
    "088 123 45 67",
    "085-0601234",
    "tel. 412345",
    "telefoon: 41 23 45",
    "tel 623 45 67",
    "+32 470 12 34 56",
    "010.4123456",
    "+31 06 12345678",
    "06‑12345678",
};

const std::vector<std::string> kEmails = {
    "jan.devries@voorbeeld.nl",
    "j.de.vries@voorbeeld.nl",
    "ina@voorbeeld.example",
    "Jan@Voorbeeld.NL",
    "jan_de_vries@voorbeeld.nl",
    "jan-de-vries@voorbeeld.nl",
    "jandevries1980@voorbeeld.com",
    "jan+wijk@voorbeeld.nl",
    "mailto:jan@voorbeeld.nl",
    "<jan@voorbeeld.nl>",
    "\"jan@voorbeeld.nl\"",
    "jan@post.voorbeeld.nl",
    "jan@politie.voorbeeld.example",
    "jan @ voorbeeld.nl",
    "jan (at) voorbeeld.nl",
    "jan(at)voorbeeld.nl",
    "jan [at] voorbeeld.nl",
    "jan[at]voorbeeld.nl",
    "jan {at} voorbeeld.nl",
    "jan [at] voorbeeld [dot] nl",
    "jan (at) voorbeeld (punt) nl",
    "jan at voorbeeld punt nl",
    "jan at voorbeeld dot nl",
    "jan apenstaartje voorbeeld.nl",
    "jan apenstaart voorbeeld punt nl",
    "jan(apenstaart)voorbeeld.nl",
    "jan [apenstaartje] voorbeeld.nl",
    "JAN.DEVRIES@VOORBEELD.NL",
    "jan.de.vries@wijk-en-dijk.nl",
    "wijkteam-oost@gemeente.voorbeeld.nl",
    "j@voorbeeld.nl",
    "jan@v4.voorbeeld.nl",
    "1980jan@voorbeeld.nl",
    "jan.de.vriés@voorbeeld.nl",
    "josé@voorbeeld.nl",
    "jan@voorbeeld.amsterdam",
    "jan@voorbeeld.info",
    "jan@voorbeeld.co.uk",
    "o'brien@voorbeeld.nl",
    "jan<at>voorbeeld.nl",
    "jan@voorbeeld.museum",
    "jan (AT) voorbeeld (DOT) nl",
};

const std::vector<std::string> kAddresses = {
    "Dorpsstraat 12, 4381 AB Vlissingen",
    "Dorpsstraat 12, 4381AB Vlissingen",
    "Dorpsstraat 12 4381 AB Vlissingen",
    "Dorpsstraat 12a, 4381 AB Vlissingen",
    "Dorpsstraat 12-A, 4381 AB Vlissingen",
    "Dorpsstraat 12 bis, 4381 AB Vlissingen",
    "Dorpsstraat 12-14, 4381 AB Vlissingen",
    "Dorpsstraat 12/3, 4381 AB Vlissingen",
    "Dorpsstraat 12 hs, 1012 AB Amsterdam",
    "Dorpsstraat 12 III, 1012 AB Amsterdam",
    "Dorpsstraat 12, Vlissingen",
    "Dorpsstraat 12 te Vlissingen",
    "Dorpsstraat 12 in Vlissingen",
    "Dorpsstraat 12 Vlissingen",
    "Dorpsstraat 12, 's-Hertogenbosch",
    "Burg. Jansenlaan 3, 3511 AB Utrecht",
    "Burgemeester van der Venlaan 3 te Utrecht",
    "Lange Nieuwstraat 101, 3512 PG Utrecht",
    "Noordeinde 25, 2514 GB Den Haag",
    "Noordeinde 25, Den Haag",
    "Lange Voorhout 8, 2514 ED Den Haag",
    "Oude Gracht 5 in Houten",
    "Kerkplein 1, Almelo",
    "Markt 4, 4331 LK Middelburg",
    "Plein 1944 nr. 12, 6511 JE Nijmegen",
    "Prinses Beatrixlaan 110, 2595 AL Den Haag",
    "Weg naar Zee 7, 4381 AB Vlissingen",
    "Van Goghstraat 9, 5611 AB Eindhoven",
    "Jan van Galenstraat 323-2, 1056 CH Amsterdam",
    "1e Helmersstraat 12, 1054 DD Amsterdam",
    "St. Annastraat 198, 6525 GX Nijmegen",
    "Dorpsstraat nr. 12 te Vlissingen",
    "Dorpsstraat, nummer 12, Vlissingen",
    "4381 AB 12",
    "4381AB 12",
    "4381 AB, huisnummer 12",
    "postcode 4381 AB nr. 12",
    "4381AB-12",
    "Dorpsstraat 12\n4381 AB Vlissingen",
    "Dorpsstr. 12, Vlissingen",
    "Achter de Hoven 7, 8933 AB Leeuwarden",
    "Havendijk 2b, 4381 AB Vlissingen",
    "Hij woont aan de Havendijk 2 in Vlissingen",
    "wonende te Vlissingen, Dorpsstraat 12",
    "woonachtig aan het Zandpad 3 te Breukelen",
    "adres: Dorpsstraat 12",
    "Kerkstraat 104 | 4381 AB | Vlissingen",
    "Zijn woonadres is Dorpsstraat 12",
};

const std::vector<std::string> kPlates = {
    "AB-12-34",
    "12-34-AB",
    "12-AB-34",
    "BD-12-GH",
    "BD-GH-12",
    "12-BD-GH",
    "12-BDG-3",
    "1-BDG-23",
    "BD-123-G",
    "B-123-DG",
    "BDG-12-H",
    "B-12-DGH",
    "1-BD-234",
    "123-BD-4",
    "GZ-99-01",
    "99-ZB-01",
    "01-JKL-9",
    "9-ZTX-80",
    "VB-123-X",
    "X-456-LP",
    "GHT-56-R",
    "kenteken BD123G",
    "kenteken 12BDG3",
    "kenteken: 1BDG23",
    "kenteken 12bdg3",
    "kenteken bd-123-g",
    "kenteken 12-bdg-3",
    "kenteken 12 BDG 3",
    "kenteken BD 123 G",
    "een witte bestelbus, BD123G",
    "auto met kenteken X456LP",
    "personenauto (GHT56R)",
    "VW Golf 1-BDG-23",
    "de scooter, kenteken FBD-12-G",
    "kenteken AB1234",
    "kentekennummer 12AB34",
    "nummerplaat 99ZB01",
    "voertuig 9-ZTX-80",
    "een zwarte Audi met kenteken 01JKL9",
    "kenteken RX‑12‑34",
    "kenteken: V-12-BDG",
    "bromfiets D-345-BG",
    "Opel Corsa, kenteken NL-TT-12",
    "rode Fiat 500 (12-XX-TT)",
};

const std::vector<std::string> kBirthDates = {
    "geboren op 12 maart 1980",
    "geboren 12-03-1980",
    "geb. 12-03-1980",
    "geb. 12-3-1980",
    "geb. 12/03/1980",
    "geb. 12.03.1980",
    "geb. 12 mrt. 1980",
    "geb. 12 maart 1980",
    "geb 12-03-80",
    "geb: 12-03-1980",
    "geboortedatum: 12-03-1980",
    "geboortedatum 12 maart 1980",
    "Geboortedatum: 1980-03-12",
    "geboortedatum 12031980",
    "geboortedatum 19800312",
    "Geb.datum: 12-03-1980",
    "geb.dat. 12-03-1980",
    "geboren te Breda op 12 maart 1980",
    "geboren in Breda, 12 maart 1980",
    "geboren te Breda, 12-03-1980",
    "geboren op zondag 12 maart 1980",
    "(geb. Breda, 12-03-1980)",
    "geboren d.d. 12-03-1980",
    "geb. op 12 mrt 1980",
    "geboren op 12 - 03 - 1980",
    "geboren op 12 03 1980",
    "geboren op 3 mei 2004",
    "geb. 12-03-'80",
    "12-03-1980 (geboortedatum)",
    "op 12 maart 1980 te Breda geboren",
    "12-03-1980 geboren",
    "Geboren: 12 maart 1980",
    "geboortedag 12 maart 1980",
    "de op 12 maart 1980 geboren man",
    "geboren op 12e maart 1980",
    "Geboortedatum | 12-03-1980",
    "geboortedatum is 12 maart 1980",
    "zijn geboortedatum, 12 maart 1980, klopt niet",
    "* 12-03-1980",
    "*12-03-1980",
    "geboren op 1 augustus 1999",
    "geb. 01-12-2010 te Goes",
    "geboortedatum en -plaats: 12-03-1980, Breda",
    "geboorteplaats en -datum: Breda, 12 maart 1980",
    "geboortedatum (dd-mm-jjjj): 12-03-1980",
    "geboren op 12 sept. 1980",
};

const std::vector<std::string> kAccounts = {
    "IBAN: NL02ABNA0123456789",
    "Rekeningnummer NL02 ABNA 0123 4567 89 t.n.v. de stichting",
    "Het bedrag ging naar nl02abna0123456789.",
    "(NL02.ABNA.0123.4567.89)",
    "Betaling op NL02 ABNA 0123456789, onder vermelding van de naam",
    "Rekeningnummer NL20INGB0001234567 t.n.v. de stichting",
    "Het bedrag ging naar NL20 INGB 0001 2345 67.",
    "(nl20ingb0001234567)",
    "Betaling op NL20-INGB-0001-2345-67, onder vermelding van de naam",
    "rekening NL20 INGB 0001234567 op naam van de buurtvereniging",
    "Het bedrag ging naar NL39RABO0300065264.",
    "(NL39 RABO 0300 0652 64)",
    "Betaling op nl39rabo0300065264, onder vermelding van de naam",
    "rekening NL39.RABO.0300.0652.64 op naam van de buurtvereniging",
    "IBAN-nummer:NL39 RABO 0300065264",
    "(NL12TRIO0198765432)",
    "Betaling op NL12 TRIO 0198 7654 32, onder vermelding van de naam",
    "rekening nl12trio0198765432 op naam van de buurtvereniging",
    "IBAN-nummer:NL12-TRIO-0198-7654-32",
    "De huur werd gestort op NL12 TRIO 0198765432 door derden.",
    "Betaling op NL61SNSB0987654321, onder vermelding van de naam",
    "rekening NL61 SNSB 0987 6543 21 op naam van de buurtvereniging",
    "IBAN-nummer:nl61snsb0987654321",
    "De huur werd gestort op NL61.SNSB.0987.6543.21 door derden.",
    "IBAN: NL61 SNSB 0987654321",
    "rekening NL66ASNB0707070707 op naam van de buurtvereniging",
    "IBAN-nummer:NL66 ASNB 0707 0707 07",
    "De huur werd gestort op nl66asnb0707070707 door derden.",
    "IBAN: NL66-ASNB-0707-0707-07",
    "Rekeningnummer NL66 ASNB 0707070707 t.n.v. de stichting",
    "IBAN-nummer:NL09KNAB0255555555",
    "De huur werd gestort op NL09 KNAB 0255 5555 55 door derden.",
    "IBAN: nl09knab0255555555",
    "Rekeningnummer NL09.KNAB.0255.5555.55 t.n.v. de stichting",
    "Het bedrag ging naar NL09 KNAB 0255555555.",
    "De huur werd gestort op NL79BUNQ2025252525 door derden.",
    "IBAN: NL79 BUNQ 2025 2525 25",
    "Rekeningnummer nl79bunq2025252525 t.n.v. de stichting",
    "Het bedrag ging naar NL79-BUNQ-2025-2525-25.",
    "(NL79 BUNQ 2025252525)",
    "IBAN: NL39RBRB0818181818",
    "Rekeningnummer NL39 RBRB 0818 1818 18 t.n.v. de stichting",
    "Het bedrag ging naar nl39rbrb0818181818.",
    "(NL39.RBRB.0818.1818.18)",
    "Betaling op NL39 RBRB 0818181818, onder vermelding van de naam",
    "Rekeningnummer NL15FVLB0226262626 t.n.v. de stichting",
    "Het bedrag ging naar NL15 FVLB 0226 2626 26.",
    "(nl15fvlb0226262626)",
    "Betaling op NL15-FVLB-0226-2626-26, onder vermelding van de naam",
    "rekening NL15 FVLB 0226262626 op naam van de buurtvereniging",
    "IBAN: BE68539007547034",
    "Rekeningnummer DE89 3704 0044 0532 0130 00 t.n.v. de stichting",
    "Duits nummer DE44500105175407324931",
};

/// Shares of the lines found, also within a sentence; what was missed is said.
void expect_found(PersonalData kind, const std::vector<std::string>& lines) {
  ASSERT_GE(lines.size(), 40u);
  std::size_t found = 0;
  std::string missed;
  for (const auto& line : lines) {
    bool all = true;
    for (const auto& text : {line, "Volgens het verslag: " + line + ". Daarna ging men verder."})
      all &= std::ranges::any_of(find_personal_data(text), [&](const auto& finding) { return finding.kind == kind; });
    found += all;
    if (!all) missed += "\n  " + line;
  }
  EXPECT_GE(found * 100, lines.size() * 95) << found << " of " << lines.size() << "; missed:" << missed;
  testing::Test::RecordProperty("found", std::to_string(found) + "/" + std::to_string(lines.size()));
  if (!missed.empty()) std::cout << "missed:" << missed << std::endl;
}

TEST(PersonalData, FindsCitizenNumbersAsPeopleWriteThem) {
  expect_found(PersonalData::citizen_number, kCitizenNumbers);
}
TEST(PersonalData, FindsPhoneNumbersAsPeopleWriteThem) { expect_found(PersonalData::phone, kPhones); }
TEST(PersonalData, FindsEmailAddressesAsPeopleWriteThem) { expect_found(PersonalData::email, kEmails); }
TEST(PersonalData, FindsHomeAddressesAsPeopleWriteThem) { expect_found(PersonalData::address, kAddresses); }
TEST(PersonalData, FindsLicencePlatesAsPeopleWriteThem) { expect_found(PersonalData::licence_plate, kPlates); }
TEST(PersonalData, FindsDatesOfBirthAsPeopleWriteThem) { expect_found(PersonalData::birth_date, kBirthDates); }
TEST(PersonalData, FindsBankAccountsAsPeopleWriteThem) { expect_found(PersonalData::bank_account, kAccounts); }

TEST(PersonalData, LeavesOrdinaryTextAlone) {
  for (const std::string text : {"In 2024 kostte het project 123456782 euro.",
                                 "Zaaknummer 123.456.782 is gesloten.",
                                 "BSN 123456789 klopt niet.",
                                 "Het besluit van 12-03-1980 geldt nog.",
                                 "Wie is geboren op of na 1 januari 1995, valt erbuiten.",
                                 "Personen geboren tussen 1 april 1932 en 30 juni 1932.",
                                 "Kinderen geboren vóór 1 januari 2010.",
                                 "Bel 0900-8844 of 112.",
                                 "Meld Misdaad Anoniem: 0800-7000.",
                                 "Postbus 20011, 2500 EA Den Haag.",
                                 "Artikel 12, eerste lid, van de Wegenverkeerswet 1994.",
                                 "Het aantal steeg van 12 naar 34 (06-12-2023 10:30).",
                                 "De A58, N57 en de Boulevard trokken in 2024 veel bezoekers.",
                                 "De score was 10-3-2 in ronde 12.",
                                 "NL00ABNA0123456789 heeft een verkeerd controlegetal.",
                                 "Volg ons via @gemeente of #buurtpreventie.",
                                 "ISBN 978-90-12-34567-8 en ISO 27001",
                                 "Kerkstraat en Dorpsstraat 2024-2025",
                                 "Van 1 januari 2020 tot 31 december 2024.",
                                 "Het Stationsplein is in 2023 heringericht.",
                                 "NEN-EN 12-34",
                                 "versie 1.2.3.4 van 10.0.0.1",
                                 "Kamerstukken II 2019/20, 35 123, nr. 4"})
    EXPECT_THAT(find_personal_data(text), IsEmpty()) << text;
}

TEST(PersonalData, ContactDetailsOfOfficesAreNobodys) {
  for (const std::string text :
       {"Mail naar info@voorbeeld.nl of postbus@voorbeeld.nl.", "Stuur het naar helpdesk.vergunningen@voorbeeld.nl.",
        "Ministerie van Voorbeelden, Dorpsplein 147, 2511 AB Den Haag",
        "Postbus 20301\n2500 AB Den Haag\nT 070 426 11 11\nF 070 426 22 22",
        "Bel het secretariaat van de afdeling Veiligheid: 0118-412345.",
        "Vragen? De servicedesk is bereikbaar op 088-1234567.", "Bouwbedrijf Voorbeeld B.V., Havendijk 2 te Vlissingen",
        "Bezoekadres: Markt 4, 4331 LK Middelburg", "Fax: 030-2393491", "Dossier 024/92/25281 is gesloten.",
        "Bel 14 0118 of 0900-1234."})
    EXPECT_THAT(find_personal_data(text), IsEmpty()) << text;
  for (const std::string text :
       {"De afdeling sprak mevrouw J. de Vries, tel. 0118-412345.", "Het ministerie belde hem op 06-12345678.",
        "De melder woont aan de Havendijk 2 in Vlissingen, zei de dienst.",
        "De afdeling mailde jan.devries@voorbeeld.nl.", "De heer Jansen van het bureau is te bereiken op 0118-412345.",
        "Hij is bereikbaar op 0118 41 23 45."})
    EXPECT_THAT(find_personal_data(text), testing::SizeIs(1)) << text;
}

TEST(PersonalData, MaskingLeavesTheKindInPlaceOfTheValue) {
  EXPECT_EQ(mask_personal_data("Bel Jan op 06-12345678 of mail jan@voorbeeld.nl."),
            "Bel Jan op [telefoonnummer] of mail [e-mailadres].");
  EXPECT_EQ(mask_personal_data("Hij is geb. 12-03-1980."), "Hij is geb. [geboortedatum].");
  EXPECT_EQ(mask_personal_data("Één adres: Dorpsstraat 12, 4381 AB Vlissingen – verder niets."),
            "Één adres: [adres] – verder niets.");
}

TEST(PersonalData, OfADocumentIsFoundAndMaskedInItsPlace) {
  corpus::Draft draft;
  draft.title = "Mail van jan@voorbeeld.nl";
  draft.given.session = "bel 06-12345678";
  draft.sections = {{"", 0, {{corpus::Block::Type::paragraph, "Niets."}}},
                    {"Burgerservicenummer",
                     1,
                     {{corpus::Block::Type::paragraph, "Eén regel, dan 123456782."},
                      {corpus::Block::Type::list, "een\n06-12345678"}}}};
  const auto places = find_personal_data(draft);
  EXPECT_THAT(places, ElementsAre(corpus::PersonalDataPlace{PersonalData::email, 0, 0, 9},
                                  corpus::PersonalDataPlace{PersonalData::phone, 0, 0, 4},
                                  corpus::PersonalDataPlace{PersonalData::citizen_number, 2, 1, 15},
                                  corpus::PersonalDataPlace{PersonalData::phone, 2, 2, 4}));
  mask_personal_data(draft);
  EXPECT_EQ(draft.title, "Mail van [e-mailadres]");
  EXPECT_EQ(draft.given.session, "bel [telefoonnummer]");
  EXPECT_EQ(draft.sections[1].blocks[0].text, "Eén regel, dan [burgerservicenummer].");
  EXPECT_EQ(draft.sections[1].blocks[1].text, "een\n[telefoonnummer]");
  EXPECT_THAT(find_personal_data(draft), IsEmpty());
}

TEST(PersonalData, SurvivesAnyBytes) {
  unsigned state = 1;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525 + 1013904223;
      static const std::string signs = "0123456789 .-/()+@abgebNLAB\xc3\xa9\xff\n,'*";
      text += signs[(state >> 16) % signs.size()];
    }
    std::size_t end = 0;
    for (const auto& finding : find_personal_data(text)) {
      EXPECT_LE(end, finding.begin);
      EXPECT_LT(finding.begin, finding.end);
      EXPECT_LE(finding.end, text.size());
      end = finding.end;
    }
  }
}

}  // namespace
