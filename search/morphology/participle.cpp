#include "search/morphology/participle.h"

#include <algorithm>
#include <array>

namespace search {
namespace {

constexpr std::size_t kShortestRest = 3;  // letters after "ge"

const auto kParticles = [] {
  auto particles = std::to_array<std::string_view>(
      {"aan",    "aaneen",  "achter",  "achterna", "achterom", "achterop", "achterover", "achteruit", "af",
       "beet",   "bij",     "bijeen",  "binnen",   "bloot",    "boven",    "buiten",     "deel",      "dicht",
       "dood",   "door",    "dwars",   "gade",     "gelijk",   "gerust",   "goed",       "groot",     "hard",
       "heen",   "herop",   "hoog",    "huis",     "in",       "ineen",    "kapot",      "kennis",    "klaar",
       "klem",   "kort",    "kwijt",   "lang",     "les",      "los",      "mede",       "mee",       "mis",
       "na",     "neer",    "om",      "omhoog",   "omlaag",   "omver",    "onder",      "op",        "opeen",
       "open",   "over",    "overeen", "plaats",   "plat",     "raad",     "rond",       "samen",     "scheef",
       "schoon", "stil",    "stop",    "stuk",     "tegemoet", "tegen",    "tekort",     "teleur",    "teloor",
       "teniet", "tentoon", "terecht", "terug",    "teweeg",   "thuis",    "toe",        "uit",       "uiteen",
       "vast",   "veilig",  "ver",     "vol",      "voor",     "voorbij",  "voorop",     "vooruit",   "voort",
       "vrij",   "waar",    "wederop", "weer",     "weg",      "wel",      "zwart"});
  std::ranges::stable_sort(particles, [](auto a, auto b) { return a.size() > b.size(); });
  return particles;
}();

std::string cut(std::string_view word, std::size_t at) {
  return std::string(word.substr(0, at)).append(word.substr(at + 2));
}

}  // namespace

std::span<const std::string_view> separable_particles() { return kParticles; }

std::string without_ge(std::string_view word) {
  const auto ge_at = [&](std::size_t at) {
    return word.size() >= at + 2 + kShortestRest && word.substr(at, 2) == "ge";
  };
  if (ge_at(0)) return cut(word, 0);
  for (const auto particle : kParticles)
    if (word.starts_with(particle) && ge_at(particle.size())) return cut(word, particle.size());
  for (std::size_t at = 3; at + 2 + kShortestRest <= word.size(); ++at)
    if (ge_at(at)) return cut(word, at);
  return {};
}

}  // namespace search
