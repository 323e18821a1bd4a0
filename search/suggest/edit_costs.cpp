#include "search/suggest/edit_costs.h"

#include <algorithm>
#include <array>

namespace search {
namespace {

constexpr SoundRule kRules[] = {
    // The same sound, written in two ways.
    {"ei", "ij"},
    {"ij", "y"},
    {"ei", "y"},
    {"ou", "au"},
    {"ou", "ouw"},
    {"au", "auw"},
    {"ou", "auw"},
    {"au", "ouw"},
    {"g", "ch"},
    {"eeu", "eeuw"},
    {"ieu", "ieuw"},
    {"i", "ie", kCloseSound},
    {"isch", "ies", kCloseSound},
    {"s", "sch", kCloseSound},
    // Endings that sound alike or are easily taken for each other.
    {"d$", "t$"},
    {"d$", "dt$"},
    {"t$", "dt$"},
    {"es$", "en$", kCloseSound},
    {"ske", "je", kCloseSound},
    // Loan words.
    {"ie", "y"},
    {"ph", "f"},
    {"th", "t"},
    {"rh", "r"},
    {"gh", "g"},
    {"qu", "kw"},
    {"x", "ks"},
    {"ck", "k"},
    {"ch", "k"},
    {"cc", "kk"},
    {"eau", "o"},
    {"oe", "u"},
    {"ou", "oe"},
    {"ch", "sj", kCloseSound},
    {"sh", "sj", kCloseSound},
    {"ti", "si", kCloseSound},
    {"tion$", "tie$", kCloseSound},
    // Between the parts of a compound.
    {"e", "en", kCloseSound, true},
    {"", "s", kCloseSound, true},
};

struct Letters {
  char one, other;
  EditCost cost;
};
/// Single letters that can be the same sound, or one close to it.
constexpr Letters kAlike[] = {{'c', 'k', kSameSound},  {'i', 'y', kSameSound},  {'c', 's', kCloseSound},
                              {'d', 't', kCloseSound}, {'b', 'p', kCloseSound}, {'s', 'z', kCloseSound},
                              {'f', 'v', kCloseSound}, {'v', 'w', kCloseSound}, {'j', 'y', kCloseSound}};

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

constexpr std::size_t kLetters = 26;
constexpr auto kSubstitutions = [] {
  std::array<EditCost, kLetters * kLetters> costs{};
  for (std::size_t a = 0; a < kLetters; ++a)
    for (std::size_t b = 0; b < kLetters; ++b) {
      const char x = static_cast<char>('a' + a), y = static_cast<char>('a' + b);
      costs[a * kLetters + b] = a == b ? EditCost{0} : is_vowel(x) && is_vowel(y) ? kOtherVowel : kEdit;
    }
  for (const auto& [one, other, cost] : kAlike) {
    const auto a = static_cast<std::size_t>(one - 'a'), b = static_cast<std::size_t>(other - 'a');
    costs[a * kLetters + b] = costs[b * kLetters + a] = cost;
  }
  return costs;
}();

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::span<const SoundRule> sound_rules() { return kRules; }

EditCost substitution(char typed, char meant) {
  if (typed == meant) return 0;
  if (!is_letter(typed) || !is_letter(meant)) return kEdit;
  return kSubstitutions[static_cast<std::size_t>(typed - 'a') * kLetters + static_cast<std::size_t>(meant - 'a')];
}

}  // namespace search
