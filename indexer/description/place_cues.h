// Words around a name that tell whether it is a place, and which: the evidence that places.cpp weighs.
//
// Constant tables; thread-safe.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace indexer {

/// What a word says about a name next to it, as bits.
enum Cue : std::uint32_t {
  kMunicipal = 1,          // gemeente, stad, gemeenteraad, burgemeester (van) …: the municipality
  kPolice = 2,             // politie, eenheid …: the police unit if there is one of that name
  kOrganisation = 4,       // provincie, rechtbank, universiteit, FC …: something else of that name
  kPerson = 8,             // mevrouw, lid, professor …: a surname follows
  kOffice = 16,            // wethouder, wijkagent …: a surname or a place follows
  kPreposition = 32,       // in, te, uit …: a place follows
  kIntroduction = 64,      // volgens, zoals, doet …: a subject follows, a place if the name is no surname
  kDeterminer = 128,       // de, het, een …: an ordinary word follows
  kConnector = 256,        // en, of …: joins an enumeration
  kGovernment = 512,       // kabinet, minister …: Den Haag is the national government
  kLocal = 1024,           // wijk, wethouder, inwoners …: Den Haag is the city
  kGovernmentVerb = 2048,  // moet, besluit …: what a government does
  kSingularVerb = 4096,    // heeft, kiest …: "Huizen heeft" is a place, "huizen hebben" are houses
  kBeing = 8192,           // is, was: singular too, but "Echt is dat niet"
  kParty = 16384,          // VVD …: "Stein (VVD)" is a person
  kFirstName = 32768,
  kNamePart = 65536,        // den, der, ter …: part of a surname
  kCompass = 131072,        // noord, oud …: "Oost-Groningen" is a region
  kEstate = 262144,         // university, airport …: behind the name, an organisation
  kAdjectiveStop = 524288,  // rechtbank, kaas … behind an adjective: not about the municipality
  kStreet = 1048576,        // laan, plein … (van)
  kExampleOf = 2097152,     // zoals, waaronder …: what goes before it speaks for what follows
  kPronoun = 4194304,       // u, wij …: "Weert u" is a verb with its subject
  kSaying = 8388608,        // zei …: what a person does
  // What a name's surroundings say, not one word:
  kVanNoun = 1u << 24,    // "deuren van Houten"
  kVanName = 1u << 25,    // "Jan van Houten"
  kVanStart = 1u << 26,   // "Van Houten" at the beginning of a sentence
  kBracketed = 1u << 27,  // "(Houten"
  kAfterName = 1u << 28,  // "Peter Houten"
  kTied = 1u << 29,       // a hyphen before it
  // And of words again:
  kCourt = 1u << 30,       // rechtbank, parket …: "the court in Breda" says where it sits
  kProvincial = 1u << 31,  // gedeputeerde, commissaris (van de Koning) …: Utrecht is the province
};

/// The bits of a folded word, 0 for a word that says nothing.
std::uint32_t cues_of(std::string_view folded);

/// How far a capital alone makes a folded name of a municipality the name of a place.
enum class NameClass {
  plain,             // Breda: yes, where nothing speaks against it
  possible_surname,  // Tiel: yes, but not behind "Van" or another name
  verb,              // Leiden: as possible_surname, but not at the beginning of a sentence
  ordinary,          // Houten: only with evidence; seldom a surname
  adverb,            // Best: as ordinary, and "is" behind it proves nothing
  surname,           // Beek: only with evidence, as it is a surname too
};
NameClass class_of(std::string_view folded_name);

/// Names that hold the name of a municipality and mean something else: football clubs, regions, treaties.
std::span<const std::string_view> names_of_other_things();
std::span<const std::string_view> names_of_provinces();

/// Adjectives that the rules don't make, "adjective=municipality", both folded: "haagse=den haag".
std::span<const std::string_view> irregular_adjectives();

}  // namespace indexer
