#include "tests/contract/requests.h"

#include <algorithm>
#include <set>

#include "tests/contract/http.h"

namespace contract {
namespace {

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::string day(Random& random) {
  const auto two = [&](int value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
  return std::to_string(random.between(2018, 2026)) + two(random.between(1, 12)) + two(random.between(1, 28));
}

}  // namespace

bool Request::empty() const {
  const bool no_field =
      std::all_of(fields.begin(), fields.end(), [](const std::string& value) { return value.empty(); });
  return words.empty() && phrases.empty() && groups.empty() && no_field;
}

std::string Request::url() const {
  std::string url = "/v1/documenten?q=" + percent_encode(text);
  const auto add = [&](std::string_view name, const std::string& value) {
    url.append("&").append(name).append("=").append(value);
  };
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    for (const std::string& value : selected[facet]) add(kFacetNames[facet].parameter, percent_encode(value));
  }
  if (!from.empty()) add("van", from);
  if (!to.empty()) add("tot", to);
  if (!sort.empty()) add("sorteer", sort);
  if (page != 1) add("pagina", std::to_string(page));
  if (size_said) add("aantal", std::to_string(size));
  return url;
}

std::vector<std::string> Request::arguments(const std::string& index) const {
  std::vector<std::string> arguments{"search", "--index", index, "--json", "--limit", std::to_string(size)};
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    for (const std::string& value : selected[facet]) {
      arguments.emplace_back(kFacetNames[facet].option);
      arguments.push_back(value);
    }
  }
  const auto option = [&](const char* name, const std::string& value) {
    if (!value.empty()) arguments.insert(arguments.end(), {name, value});
  };
  option("--from", from);
  option("--to", to);
  option("--sort", sort == "nieuwste" ? "newest" : sort == "oudste" ? "oldest" : sort.empty() ? "" : "relevance");
  arguments.push_back("--");  // a query may begin with a dash
  arguments.push_back(text);
  return arguments;
}

Request Asker::next() {
  Request request;
  inspiration_ = random_.chance(0.6) ? &random_.pick(world_.documents) : nullptr;
  ask_query(request);
  ask_text(request);
  select(request);
  if (random_.chance(0.18)) request.from = day(random_);
  if (random_.chance(0.18)) request.to = day(random_);
  static const std::vector<std::string> sorts{"", "", "relevantie", "nieuwste", "oudste"};
  request.sort = random_.pick(sorts);
  if (random_.chance(0.3)) request.page = random_.between(2, 6);
  if (random_.chance(0.5)) {
    request.size_said = true;
    request.size = random_.chance(0.3) ? random_.between(1, 9) : random_.chance(0.5) ? 10 : random_.between(11, 100);
  }
  return request;
}

void Asker::ask_query(Request& request) {
  switch (random_.weighted({0.08, 0.05, 0.05, 0.04, 0.5, 0.14, 0.14})) {
    case 0:
      break;  // nothing, or exclusions
    case 1:
      request.only_stop_words = true;
      request.words = {world_.words.stop[random_.below(4)]};
      if (random_.chance(0.5)) request.words.push_back(world_.words.stop[4 + random_.below(4)]);
      return;
    case 2: {  // a compound, or its parts written apart
      const std::string compound = random_.pick(world_.words.compounds);
      const std::vector<std::string>& parts = world_.lexicon.of(compound).parts;
      request.words =
          random_.chance(0.5) ? std::vector<std::string>{compound} : std::vector<std::string>{random_.pick(parts)};
      if (random_.chance(0.3)) request.words = parts;
      break;
    }
    case 3:
      request.words = {random_.pick(random_.pick(synonym_groups()).labels)};
      break;
    case 4:
      ask_words(request, random_.between(1, 6));
      break;
    case 5:
      request.phrases.push_back(phrase());
      ask_words(request, static_cast<int>(random_.weighted({0.4, 0.4, 0.1, 0.1})));
      break;
    default:
      request.groups.push_back({word(), word()});
      if (random_.chance(0.3)) request.groups.back().push_back(word());
      if (random_.chance(0.15)) request.groups.push_back({word(), word()});
      ask_words(request, static_cast<int>(random_.weighted({0.4, 0.4, 0.1, 0.1})));
  }
  if (random_.chance(request.empty() ? 0.5 : 0.15)) request.excluded.push_back(word());
  if (random_.chance(0.05)) request.excluded.push_back(phrase());
  for (int facet = 0; facet < kFacets; ++facet) {
    if (!random_.chance(0.03)) continue;
    std::string value = random_.pick(values(static_cast<Facet>(facet)));
    if (value.find_first_of(" %&") == std::string::npos) request.fields[static_cast<std::size_t>(facet)] = value;
  }
}

// Words of different stems; now and then a synonym, a part of a compound or a word that no document has.
void Asker::ask_words(Request& request, int count) {
  std::set<std::string> stems;
  std::set<std::size_t> groups;
  bool compound = false;
  while (static_cast<int>(request.words.size()) < count) {
    const double kind = random_.fraction();
    if (kind < 0.04 && groups.empty()) {
      groups.insert(random_.below(synonym_groups().size()));
      request.words.push_back(random_.pick(synonym_groups()[*groups.begin()].labels));
    } else if (kind < 0.08 && !compound) {
      compound = true;  // one a query, so that no two words make an open compound
      const std::string& found = random_.pick(world_.words.compounds);
      request.words.push_back(random_.chance(0.5) ? found : random_.pick(world_.lexicon.of(found).parts));
    } else if (kind < 0.10 && count > 1) {
      if (!contains(request.words, unheard_of())) request.words.push_back(unheard_of());
    } else {
      const std::string next = word();
      if (stems.insert(world_.lexicon.of(next).stem).second) request.words.push_back(next);
    }
  }
}

std::string Asker::word() {
  const std::vector<std::string>& plain = world_.words.plain;
  if (inspiration_ != nullptr && random_.chance(0.7)) {
    for (int tries = 0; tries < 20; ++tries) {
      const std::string& found = random_.pick(random_.pick(inspiration_->blocks).words);
      if (contains(plain, found)) return found;
    }
  }
  return plain[random_.chance(0.3) ? random_.below(30) : random_.below(plain.size())];
}

// Two to four words as a document has them, of plain and stop words; sometimes two that may not stand together at all.
std::string Asker::phrase() {
  const auto usable = [&](const std::string& found) {
    return contains(world_.words.plain, found) || contains(world_.words.stop, found);
  };
  for (int tries = 0; tries < 200 && random_.chance(0.99); ++tries) {
    const std::vector<std::string>& block = random_.pick(random_.pick(world_.documents).blocks).words;
    const std::size_t length = 2 + random_.below(3);
    if (block.size() < length) continue;
    const std::size_t at = random_.below(block.size() - length + 1);
    const std::vector<std::string> found(block.begin() + static_cast<std::ptrdiff_t>(at),
                                         block.begin() + static_cast<std::ptrdiff_t>(at + length));
    const bool content = std::any_of(found.begin(), found.end(),
                                     [&](const std::string& next) { return contains(world_.words.plain, next); });
    if (content && std::all_of(found.begin(), found.end(), usable)) return join(found);
  }
  return world_.words.plain[random_.below(20)] + " " + world_.words.plain[random_.below(20)];
}

// The parts in any order; stop words and question words between them, where content words remain.
void Asker::ask_text(Request& request) {
  std::vector<std::string> pieces;
  for (const std::string& word : request.words) pieces.push_back(word);
  for (const std::string& phrase : request.phrases) pieces.push_back("\"" + phrase + "\"");
  for (const auto& group : request.groups) pieces.push_back(join(group, " OR "));
  for (const std::string& out : request.excluded) {
    pieces.push_back("-" + (out.find(' ') == std::string::npos ? out : "\"" + out + "\""));
  }
  for (int facet = 0; facet < kFacets; ++facet) {
    const std::string& value = request.fields[static_cast<std::size_t>(facet)];
    if (!value.empty()) {
      pieces.push_back(std::string(kFacetNames[static_cast<std::size_t>(facet)].parameter) + ":" + value);
    }
  }
  random_.shuffle(pieces);
  if (!request.words.empty() && !request.only_stop_words && random_.chance(0.3)) {
    pieces.insert(pieces.begin(), random_.pick(random_.chance(0.5) ? world_.words.question : world_.words.stop));
  }
  request.text = join(pieces);
}

void Asker::select(Request& request) {
  for (int facet = 0; facet < kFacets; ++facet) {
    if (!random_.chance(0.14)) continue;
    const std::vector<std::string> all = values(static_cast<Facet>(facet));
    std::vector<std::string>& chosen = request.selected[static_cast<std::size_t>(facet)];
    for (int count = random_.between(1, 3); count > 0; --count) {
      const std::string& value = random_.pick(all);
      if (!contains(chosen, value)) chosen.push_back(value);
    }
  }
}

// Each value that a document may have, and one of the vocabulary that none has.
std::vector<std::string> Asker::values(Facet facet) const {
  if (facet == kKind) return {"aankondiging", "verslag", "conclusie", "beleidsboek", "praktijk", "overig"};
  if (facet == kYear) return {"2019", "2020", "2021", "2022", "2023", "2024", "2025"};
  std::vector<std::string> values = unknown_values(facet);
  for (const Concept& item : world_.vocabulary.concepts()) {
    if (item.facet == facet) values.push_back(item.slug);
  }
  return values;
}

}  // namespace contract
