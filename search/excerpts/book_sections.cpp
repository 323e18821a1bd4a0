#include "search/excerpts/book_sections.h"

#include <algorithm>
#include <span>

#include "corpus/text.h"

namespace search {
namespace {

constexpr std::size_t kFewestWords = 6;  // fewer say nothing by themselves

// Beginnings or parts of folded headings, as notes, conclusions and chapters have them.
constexpr std::string_view kIntroductions[] = {"inleiding",   "situatie", "aanleiding", "waarom",
                                               "achtergrond", "probleem", "opgave"};
constexpr std::string_view kExperiences[] = {"ervaring",   "praktijk", "voorbeeld",        "vertel", "beproefd",
                                             "geprobeerd", "casus",    "uit de gemeenten", "aanpak", "wat werkt"};
constexpr std::string_view kConclusions[] = {"conclusie", "aanbeveling", "advies",        "afspra",  "lessen",
                                             "geleerd",   "vasthouden",  "stelling",      "afraden", "tot slot",
                                             "uitkomst",  "besluit",     "wat kan werken"};
// In no role: organisation, and what was left open.
constexpr std::string_view kAsides[] = {"programma",      "aanmeld", "agenda",         "bijlage",
                                        "open vra",       "bronnen", "aanwezig",       "wanneer",
                                        "tijd en plaats", "vragen",  "toelichting bij"};

bool holds_any(std::string_view heading, std::span<const std::string_view> parts) {
  return std::ranges::any_of(parts, [&](auto part) { return heading.find(part) != std::string_view::npos; });
}

bool fits(const corpus::Document& document, const corpus::PassageSection& section, const std::string& heading,
          BookRole role, const corpus::Vocabulary& vocabulary) {
  const bool introduces = holds_any(heading, kIntroductions), concludes = holds_any(heading, kConclusions);
  const auto& kind = document.kind.value;
  switch (role) {
    case BookRole::introduction:
      return introduces && kind != "praktijk";
    case BookRole::opening:
      return kind != "praktijk" && kind != "conclusie" && !concludes;
    case BookRole::conclusion:
      return concludes || (kind == "conclusie" && !introduces);
    case BookRole::experience:
      if (kind != "verslag" && kind != "praktijk" && kind != "beleidsboek") return false;
      if (introduces || concludes) return false;
      return kind == "praktijk" || holds_any(heading, kExperiences) ||
             vocabulary.resolve(corpus::Scheme::municipality, section.heading) != nullptr;
  }
  return false;
}

}  // namespace

std::vector<Excerpt> passages_for(const corpus::Document& document, BookRole role,
                                  const corpus::Vocabulary& vocabulary) {
  std::vector<Excerpt> found;
  // What stands before the first heading is mostly about the document and not about the theme, but for lists of
  // conclusions.
  const bool has_headings =
      std::ranges::any_of(document.sections, [](const auto& section) { return !section.heading.empty(); });
  for (const auto& section : document.sections) {
    const auto heading = corpus::fold(section.heading);
    const bool preamble = has_headings && heading.empty();
    if (preamble && (role != BookRole::conclusion || document.kind.value != "conclusie")) continue;
    if (holds_any(heading, kAsides) || !fits(document, section, heading, role, vocabulary)) continue;
    for (const auto& passage : section.passages)
      if (corpus::count_words(passage.text) >= kFewestWords && (!preamble || passage.type == corpus::Block::Type::list))
        found.push_back(make_excerpt(document, section, passage));
  }
  return found;
}

std::optional<Excerpt> passage_naming(const corpus::Document& document, const corpus::Value& solution,
                                      const corpus::Vocabulary& vocabulary) {
  if (!solution.passage.empty())
    if (auto found = find_excerpt(document, solution.passage);
        found && corpus::count_words(found->quotation) >= kFewestWords)
      return found;
  std::vector<std::string> labels;
  if (const auto* entry = vocabulary.find(corpus::Scheme::solution, solution.value)) {
    labels.push_back(corpus::fold(entry->label));
    for (const auto& label : entry->alternatives) labels.push_back(corpus::fold(label));
  } else {
    labels.push_back(corpus::fold(solution.value));
  }
  for (const auto& section : document.sections)
    for (const auto& passage : section.passages) {
      if (corpus::count_words(passage.text) < kFewestWords) continue;
      const auto text = corpus::fold(section.heading + " " + passage.text);
      if (std::ranges::any_of(
              labels, [&](const auto& label) { return label.size() > 3 && text.find(label) != std::string::npos; }))
        return make_excerpt(document, section, passage);
    }
  return std::nullopt;
}

}  // namespace search
