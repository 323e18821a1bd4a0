#include "tests/contract/documents.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace contract {
namespace {

using nlohmann::json;

class Writer {
 public:
  Writer(World& world, std::uint64_t seed) : world_(world), random_(seed) {
    random_.shuffle(world_.words.plain);
    double rank = 0;
    for (std::size_t index = 0; index < world_.words.plain.size(); ++index) frequency_.push_back(1 / (3 + rank++));
    for (double& weight : frequency_) weight *= weight > 0.006 ? 1 : 0.2;  // a tail of rare words
  }

  Document next(int number) {
    Document document;
    document.id = identifier(number);
    document.kind = random_.pick(kinds());
    document.blocks.push_back({false, words(random_.between(2, 5))});
    const bool headings = document.kind != "beleidsboek";  // a policy book would be cut into chapters
    for (int paragraph = random_.between(1, 4); paragraph > 0; --paragraph) {
      if (headings && random_.chance(0.3)) document.blocks.push_back({true, words(random_.between(1, 4))});
      document.blocks.push_back({false, words(random_.between(4, 30))});
    }
    set_date(document);
    if (random_.chance(0.2)) document.session = random_.pick(sessions());
    if (random_.chance(0.8)) document.access = random_.chance(0.85) ? "openbaar" : closed();
    for (const Facet facet : {kTheme, kMunicipality, kSolution, kUnit}) set_values(document, facet);
    document.counted[kKind] = document.direct[kKind] = {document.kind};
    if (!document.date.empty()) document.counted[kYear] = document.direct[kYear] = {document.date.substr(0, 4)};
    return document;
  }

 private:
  static const std::vector<std::string>& kinds() {
    static const std::vector<std::string> kinds{"aankondiging", "verslag",  "verslag",  "conclusie", "beleidsboek",
                                                "praktijk",     "praktijk", "praktijk", "overig"};
    return kinds;
  }
  static const std::vector<std::string>& sessions() {
    static const std::vector<std::string> sessions{"Voorjaarsoverleg", "Najaarsoverleg", "Startsessie"};
    return sessions;
  }

  std::string closed() { return random_.chance(0.5) ? "intern" : "vertrouwelijk"; }

  std::string identifier(int number) {
    static const std::vector<std::string> odd{"map/stuk ", "50% \"af\" ", "'t stuk é ", "fiets 🚲 + #?& "};
    return (random_.chance(0.05) ? random_.pick(odd) : std::string("stuk-")) + std::to_string(number);
  }

  // About `count` words; synonyms of several words and the parts of compounds stand next to each other or not at all.
  std::vector<std::string> words(int count) {
    std::vector<std::string> words;
    const auto add = [&](const std::vector<std::string>& more) { words.insert(words.end(), more.begin(), more.end()); };
    while (static_cast<int>(words.size()) < count) {
      switch (random_.weighted({0.70, 0.24, 0.02, 0.01, 0.01})) {
        case 0:
          words.push_back(world_.words.plain[random_.weighted(frequency_)]);
          break;
        case 1:
          words.push_back(random_.pick(world_.words.stop));
          break;
        case 2:
          add(split(random_.pick(random_.pick(synonym_groups()).labels)));
          break;
        case 3:
          words.push_back(random_.pick(world_.words.compounds));
          break;
        default:
          add(world_.lexicon.of(random_.pick(world_.words.compounds)).parts);
      }
    }
    return words;
  }

  void set_date(Document& document) {
    const std::string year = std::to_string(random_.between(2019, 2025));
    const auto two = [&](int low, int high) {
      const int value = random_.between(low, high);
      return (value < 10 ? "0" : "") + std::to_string(value);
    };
    switch (random_.weighted({0.6, 0.12, 0.12, 0.1, 0.06})) {
      case 0:
        document.date = year + "-" + two(1, 12) + "-" + two(1, 28);
        break;
      case 1:
        document.date = year + "-" + two(1, 12);
        break;
      case 2:
        document.date = year;
        break;
      case 3:
        return;
      default:
        document.written = "24 september";
        return;
    }
    document.written = document.date;
  }

  // Values are given as a slug, a preferred or an alternative label; some are in no vocabulary.
  void set_values(Document& document, Facet facet) {
    std::vector<const Concept*> concepts;
    for (const Concept& item : world_.vocabulary.concepts()) {
      if (item.facet == facet && item.slug != "leegte" && !is_synonym(item.slug)) concepts.push_back(&item);
    }
    for (int count = static_cast<int>(random_.weighted({0.25, 0.3, 0.2, 0.15, 0.1})); count > 0; --count) {
      if (random_.chance(0.12)) {
        const std::string& value = random_.pick(unknown_values(facet));
        if (document.direct[facet].insert(value).second) document.given[facet].push_back(value);
        continue;
      }
      const Concept& item = *concepts[std::min(random_.below(concepts.size()), random_.below(concepts.size()))];
      document.direct[facet].insert(item.slug);
      std::vector<std::string> spellings{item.slug, item.label};
      spellings.insert(spellings.end(), item.alternatives.begin(), item.alternatives.end());
      document.given[facet].push_back(random_.pick(spellings));
    }
    for (const std::string& value : document.direct[facet]) {
      const std::vector<std::string> chain = world_.vocabulary.with_broader(facet, value);
      document.counted[facet].insert(chain.begin(), chain.end());
    }
  }

  static bool is_synonym(const std::string& slug) {
    for (const SynonymGroup& group : synonym_groups()) {
      if (group.labels.front() == slug) return true;
    }
    return false;
  }

  World& world_;
  Random random_;
  std::vector<double> frequency_;
};

}  // namespace

std::string Document::json_line() const {
  std::string text;
  for (std::size_t index = 1; index < blocks.size(); ++index) {
    std::string words = join(blocks[index].words);
    if (!blocks[index].heading) {
      words[0] = static_cast<char>(words[0] - 'a' + 'A');
      words += '.';
    }
    text += (text.empty() ? "" : "\n\n") + std::string(blocks[index].heading ? "## " : "") + words;
  }
  json line{{"id", id}, {"title", title()}, {"text", text}, {"kind", kind}};
  if (!written.empty()) line["date"] = written;
  if (!session.empty()) line["session"] = session;
  if (access) line["access"] = *access;
  for (const Facet facet : {kTheme, kMunicipality, kSolution, kUnit}) {
    const FacetNames& names = kFacetNames[facet];
    const bool singular = given[facet].size() == 1 && id.size() % 2 == 0;
    line[std::string(singular ? names.one : names.many)] = given[facet];
  }
  return line.dump() + "\n";
}

World make_world(std::uint64_t seed, int count) {
  World world;
  world.words = usable_words(world.lexicon);
  if (world.words.plain.size() < 150 || world.words.compounds.size() < 8) {
    throw std::runtime_error("analyze leaves too few words: " + std::to_string(world.words.plain.size()) +
                             " plain ones, " + std::to_string(world.words.compounds.size()) + " compounds");
  }
  Writer writer(world, seed);
  for (int number = 1; number <= count; ++number) world.documents.push_back(writer.next(number));
  return world;
}

}  // namespace contract
