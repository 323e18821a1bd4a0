// find_definitions(): see search/synonyms/abbreviations.h.
#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/text.h"
#include "search/schema.h"
#include "search/synonyms/abbreviations.h"

namespace search {
namespace {

constexpr std::size_t kLongestShortForm = 10;
constexpr std::size_t kLongestInner = 120;  // bytes between the brackets

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c | 0x20) : c; }
bool begins_word(std::string_view text, std::size_t at) { return at == 0 || !is_alnum(text[at - 1]); }

/// What people write between the bracket and the short form.
constexpr std::array<std::string_view, 14> kLeadIns = {
    "hierna te noemen", "hierna genoemd", "hierna",   "verder te noemen", "verder genoemd", "verder",      "te noemen",
    "afgekort tot",     "afgekort als",   "afgekort", "ook wel",          "kortweg",        "in het kort", "kort"};

void trim(std::string_view& text) {
  const auto drop = [](char c) {
    return c == ' ' || c == '\n' || c == ':' || c == ',' || c == '"' || c == '\'' || c == '-';
  };
  for (bool changed = true; changed;) {
    changed = false;
    while (!text.empty() && drop(text.front())) text.remove_prefix(1), changed = true;
    while (!text.empty() && drop(text.back())) text.remove_suffix(1), changed = true;
    for (std::string_view quote : {"\u2018", "\u2019", "\u201c", "\u201d", "\u201e", "\u2013", "\u2014"}) {
      if (text.starts_with(quote)) text.remove_prefix(quote.size()), changed = true;
      if (text.ends_with(quote)) text.remove_suffix(quote.size()), changed = true;
    }
  }
}

bool starts_with_folded(std::string_view text, std::string_view lead) {
  return text.size() > lead.size() && !is_alnum(text[lead.size()]) &&
         std::ranges::equal(text.substr(0, lead.size()), lead, {}, lower);
}

std::string_view without_lead_in(std::string_view inner) {
  for (const auto lead : kLeadIns)
    if (starts_with_folded(inner, lead)) {
      inner.remove_prefix(lead.size());
      trim(inner);
      break;
    }
  for (std::string_view article : {"de", "het", "een"})
    if (starts_with_folded(inner, article)) {
      inner.remove_prefix(article.size());
      trim(inner);
      break;
    }
  return inner;
}

/// "B.O.A." → "BOA"; empty when it can't be a short form: one word of two to ten letters or digits, a capital among
/// them.
std::string short_form_of(std::string_view word) {
  std::string form;
  bool upper = false, letter = false;
  for (char c : word) {
    if (c == '.') continue;
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-') return {};
    upper |= is_upper(c);
    letter |= std::isalpha(static_cast<unsigned char>(c)) != 0;
    form += c;
  }
  const bool fits = form.size() >= 2 && form.size() <= kLongestShortForm && upper && letter && is_alnum(form.front());
  return fits ? form : std::string{};
}

/// The shortest end of `text` whose letters hold those of the short form in order, the first one at the beginning of a
/// word; with fewer than two capitals ("Wft") each letter must begin a word. Empty when there is none.
std::string_view long_form_of(std::string_view short_form, std::string_view text) {
  const bool strict = std::ranges::count_if(short_form, is_upper) < 2;
  auto at = text.size();
  for (auto i = short_form.size(); i-- > 0;) {
    if (!is_alnum(short_form[i])) continue;
    const char wanted = lower(short_form[i]);
    do {
      if (at == 0) return {};
      --at;
    } while (lower(text[at]) != wanted || ((i == 0 || strict) && !begins_word(text, at)));
  }
  return text.substr(at);
}

bool is_plausible(std::string_view short_form, std::string_view long_form) {
  const auto words = corpus::count_words(long_form);
  if (words > std::min(short_form.size() + 5, short_form.size() * 2)) return false;
  if (long_form.size() < 2 * short_form.size() || long_form.size() <= short_form.size() + 4) return false;
  // One word alone must be a long one: "burgerservicenummer (BSN)", not "Amsterdam (Ams)".
  if (words < 2 && (short_form.size() < 3 || std::ranges::any_of(short_form, [](char c) { return !is_upper(c); })))
    return false;
  // The long form doesn't hold the short one as a word.
  for (std::size_t i = long_form.find(short_form); i != std::string_view::npos; i = long_form.find(short_form, i + 1))
    if (begins_word(long_form, i)) return false;
  return true;
}

/// The end of the sentence so far.
std::string_view sentence_before(std::string_view text) {
  auto begin = text.find_last_of(";:()\n");
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  for (auto dot = text.rfind(". "); dot != std::string_view::npos && dot + 2 > begin; dot = text.rfind(". ", dot - 1)) {
    begin = dot + 2;
    break;
  }
  return text.substr(begin);
}

}  // namespace

std::vector<Definition> find_definitions(std::string_view paragraph) {
  std::vector<Definition> found;
  const auto add = [&](std::string short_form, std::string_view long_form) {
    if (!is_plausible(short_form, long_form)) return;
    Definition definition{std::move(short_form), corpus::fold(corpus::clean(long_form))};
    if (std::ranges::find(found, definition) == found.end()) found.push_back(std::move(definition));
  };
  for (auto open = paragraph.find('('); open != std::string_view::npos; open = paragraph.find('(', open + 1)) {
    const auto close = paragraph.find(')', open);
    if (close == std::string_view::npos) break;
    auto inner = paragraph.substr(open + 1, close - open - 1);
    if (inner.size() > kLongestInner || inner.find('(') != std::string_view::npos) continue;
    auto before = sentence_before(paragraph.substr(0, open));
    trim(before);
    trim(inner);

    auto name = without_lead_in(inner);
    name = name.substr(0, name.find_first_of(",;"));
    trim(name);
    if (auto short_form = short_form_of(name); !short_form.empty()) {
      const auto long_form = long_form_of(short_form, before);
      add(std::move(short_form), long_form);
      continue;
    }
    const auto last = before.substr(before.find_last_of(" \n") + 1);  // npos + 1 is 0
    if (auto short_form = short_form_of(last); !short_form.empty() && !inner.empty())
      if (const auto long_form = long_form_of(short_form, inner); long_form.size() == inner.size())
        add(std::move(short_form), long_form);
  }
  return found;
}

std::string definition_term(const Definition& definition) {
  auto term = prefixed(kDefinitionPrefix, definition.short_form + '\t' + definition.long_form);
  return term.size() > kMaxTermBytes ? std::string{} : term;
}

}  // namespace search
