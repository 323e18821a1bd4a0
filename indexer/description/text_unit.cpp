#include "indexer/description/text_unit.h"

namespace indexer {
namespace {

bool is_about_the_publisher(const std::vector<Word>& heading) {
  const std::string& first = heading.front().folded;
  if (first == "colofon" || first == "contact" || first == "contactgegevens" || first == "disclaimer") return true;
  if (first != "over" || heading.size() < 3) return false;
  // "Over de Communities of Practice", "Over ons", "Over Veiligheidsinitiatief"; not "Over ondermijning en drugs".
  const std::string& second = heading[1].folded;
  return heading[1].capital || second == "ons" || second == "de" || second == "het" || second == "deze" ||
         second == "dit";
}

}  // namespace

std::vector<TextUnit> text_units(std::string_view title, const std::vector<corpus::PassageSection>& sections) {
  std::vector<TextUnit> units;
  if (!title.empty()) units.push_back({TextUnit::Place::title, title, {}, scan_words(title), false, false});
  for (const auto& section : sections) {
    bool boilerplate = false;
    if (!section.heading.empty()) {
      const std::string_view first = section.passages.empty() ? std::string_view() : section.passages.front().id;
      TextUnit unit{TextUnit::Place::heading, section.heading, first, scan_words(section.heading), false, false};
      boilerplate = unit.boilerplate = is_about_the_publisher(unit.words);
      units.push_back(std::move(unit));
    }
    for (const auto& passage : section.passages)
      units.push_back({TextUnit::Place::passage, passage.text, passage.id, scan_words(passage.text),
                       passage.type == corpus::Block::Type::list, boilerplate});
  }
  return units;
}

}  // namespace indexer
