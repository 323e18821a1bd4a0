#include "corpus/vocabulary_builder.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <unordered_map>

#include "corpus/error.h"
#include "corpus/text.h"
#include "corpus/turtle.h"

namespace corpus {
namespace {

constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view kOwn = "urn:praktijkbank:";
constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// A concept while it is put together: what it refers to is still a URI or a label.
struct Building {
  Concept made;
  std::optional<Scheme> scheme;
  bool is_concept = false, is_scheme = false, in_unknown_scheme = false;
  std::vector<std::string> broader_uris;
  std::string unit_uri, unit_label;
  std::string place;  // "file:line" of its first statement
};

[[noreturn]] void fail(const std::string& place, const std::string& what, std::string hint) {
  throw Error(ErrorKind::not_possible, place + ": " + what, std::move(hint));
}

std::string scheme_name(Scheme scheme) {
  switch (scheme) {
    case Scheme::theme:
      return "themas";
    case Scheme::solution:
      return "oplossingen";
    case Scheme::municipality:
      return "gemeenten";
    case Scheme::police_unit:
      return "eenheden";
  }
  return {};
}

std::optional<Scheme> scheme_of(std::string_view uri) {
  for (const Scheme scheme : kSchemes) {
    if (uri == std::string(kOwn) + scheme_name(scheme)) return scheme;
  }
  return std::nullopt;
}

std::string without_brackets(std::string_view label) {
  std::string out;
  int depth = 0;
  for (const char c : label) {
    if (c == '(') ++depth;
    if (depth == 0) out += c;
    if (c == ')' && depth > 0) --depth;
  }
  return out;
}

/// All concepts of all files, in order of first mention.
class Builder {
 public:
  void add(const VocabularyFile& file) {
    for (Statement& statement : parse_turtle(file)) {
      const std::string place = file.name + ":" + std::to_string(statement.line);
      add(statement, place);
    }
  }

  std::vector<Concept> finish() {
    std::vector<Building> concepts;
    for (Building& one : all_) {
      if (!one.is_scheme && one.is_concept) concepts.push_back(check(one));
    }
    set_slugs(concepts);
    link(concepts);
    check_cycles(concepts);
    std::vector<Concept> made;
    for (Building& one : concepts) made.push_back(std::move(one.made));
    return made;
  }

 private:
  Building& at(const std::string& uri, const std::string& place) {
    const auto [found, is_new] = by_uri_.try_emplace(uri, all_.size());
    if (is_new) {
      all_.emplace_back();
      all_.back().made.uri = uri;
      all_.back().place = place;
    }
    return all_[found->second];
  }

  void add(const Statement& statement, const std::string& place) {
    Building& one = at(statement.subject, place);
    const std::string_view predicate = statement.predicate;
    if (predicate == kType) {
      one.is_concept |= statement.object == std::string(kSkos) + "Concept";
      one.is_scheme |= statement.object == std::string(kSkos) + "ConceptScheme";
    } else if (predicate.starts_with(kSkos)) {
      add_skos(one, predicate.substr(kSkos.size()), statement, place);
    } else if (predicate.starts_with(kOwn)) {
      add_own(one, predicate.substr(kOwn.size()), statement);
    }
  }

  void add_skos(Building& one, std::string_view property, const Statement& statement, const std::string& place) {
    if (property == "inScheme") {
      one.is_concept = true;
      const std::optional<Scheme> scheme = scheme_of(statement.object);
      if (scheme && one.scheme && *scheme != *one.scheme)
        fail(place, "<" + one.made.uri + "> is in two schemes", "keep one");
      if (scheme) one.scheme = scheme;
      one.in_unknown_scheme |= !scheme;
    } else if (property == "broader") {
      one.is_concept = true;
      one.broader_uris.push_back(statement.object);
    } else if (property == "narrower") {
      const std::string uri = one.made.uri;
      at(statement.object, place).broader_uris.push_back(uri);
    } else if (property == "notation") {
      one.made.code = clean(statement.object);
    } else if (statement.literal &&
               (statement.language.empty() || statement.language == "nl" || statement.language.starts_with("nl-"))) {
      add_text(one, property, clean(statement.object), place);
    }
  }

  static void add_text(Building& one, std::string_view property, const std::string& text, const std::string& place) {
    if (text.empty()) return;
    if (property == "prefLabel") {
      one.is_concept = true;
      if (!one.made.label.empty() && one.made.label != text) {
        fail(place, "<" + one.made.uri + "> has two preferred labels, \"" + one.made.label + "\" and \"" + text + "\"",
             "make one of them a skos:altLabel");
      }
      one.made.label = text;
    } else if (property == "altLabel") {
      one.made.alternatives.push_back(text);
    } else if (property == "hiddenLabel") {
      one.made.hidden.push_back(text);
    } else if (property == "definition") {
      one.made.definition = text;
    }
  }

  static void add_own(Building& one, std::string_view property, const Statement& statement) {
    const std::string text = clean(statement.object);
    if (property == "voorheen" && !text.empty()) one.made.former.push_back(text);
    if (property == "provincie") one.made.province = text;
    if (property == "veiligheidsregio") one.made.safety_region = text;
    if (property == "politieEenheid") (statement.literal ? one.unit_label : one.unit_uri) = text;
  }

  static Building& check(Building& one) {
    const std::string who = "<" + one.made.uri + ">";
    if (one.made.label.empty()) fail(one.place, who + " has no preferred label", "give it a skos:prefLabel in Dutch");
    if (!one.scheme) {
      fail(one.place, who + (one.in_unknown_scheme ? " is in an unknown scheme" : " is in no scheme"),
           "give it skos:inScheme pb:themas, pb:oplossingen, pb:gemeenten or pb:eenheden");
    }
    one.made.scheme = *one.scheme;
    return one;
  }

  static void set_slugs(std::vector<Building>& concepts) {
    std::unordered_map<std::string, std::size_t> short_forms;
    for (const Building& one : concepts) ++short_forms[scheme_key(*one.scheme, slug(without_brackets(one.made.label)))];
    std::unordered_map<std::string, const Building*> taken;
    for (Building& one : concepts) {
      const std::string bare = slug(without_brackets(one.made.label));
      const bool free = !bare.empty() && short_forms[scheme_key(*one.scheme, bare)] == 1;
      one.made.slug = free ? bare : slug(one.made.label);
      if (one.made.slug.empty()) {
        fail(one.place, "the label \"" + one.made.label + "\" has no letters for a URL", "use Latin letters or digits");
      }
    }
    for (const Building& one : concepts) {
      const auto [found, is_new] = taken.try_emplace(scheme_key(*one.scheme, one.made.slug), &one);
      if (!is_new) {
        fail(one.place, "the preferred label \"" + one.made.label + "\" is used twice, also at " + found->second->place,
             "labels must differ within a scheme");
      }
    }
  }

  static void link(std::vector<Building>& concepts) {
    std::unordered_map<std::string, const Building*> by_uri;
    std::unordered_map<std::string, const Building*> units;
    for (const Building& one : concepts) {
      by_uri[one.made.uri] = &one;
      if (one.scheme == Scheme::police_unit) units[slug(one.made.label)] = &one;
    }
    for (Building& one : concepts) {
      for (const std::string& uri : one.broader_uris) {
        const auto found = by_uri.find(uri);
        if (found == by_uri.end()) {
          fail(one.place, "\"" + one.made.label + "\" has a broader concept that doesn't exist, <" + uri + ">",
               "correct the name or add the concept");
        }
        if (found->second->scheme != one.scheme) {
          fail(one.place, "\"" + one.made.label + "\" has a broader concept in another scheme, <" + uri + ">",
               "a broader concept must be in the same scheme");
        }
        std::vector<std::string>& broader = one.made.broader;
        if (std::find(broader.begin(), broader.end(), found->second->made.slug) == broader.end()) {
          broader.push_back(found->second->made.slug);
        }
      }
      one.made.police_unit = unit_slug(one, by_uri, units);
    }
  }

  static std::string unit_slug(const Building& one, const std::unordered_map<std::string, const Building*>& by_uri,
                               const std::unordered_map<std::string, const Building*>& units) {
    const bool by_label = one.unit_uri.empty();
    if (by_label && one.unit_label.empty()) return {};
    const auto& table = by_label ? units : by_uri;
    const auto found = table.find(by_label ? slug(one.unit_label) : one.unit_uri);
    if (found == table.end() || found->second->scheme != Scheme::police_unit) {
      fail(one.place,
           "\"" + one.made.label + "\" has an unknown police unit, " + (by_label ? one.unit_label : one.unit_uri),
           "name a concept of pb:eenheden");
    }
    return found->second->made.slug;
  }

  /// Takes away, again and again, the concepts with nothing broader left; what stays is in a cycle or below one.
  static void check_cycles(const std::vector<Building>& concepts) {
    std::unordered_map<std::string, std::size_t> position;
    for (std::size_t i = 0; i < concepts.size(); ++i)
      position[scheme_key(*concepts[i].scheme, concepts[i].made.slug)] = i;
    std::vector<std::size_t> open(concepts.size());
    std::vector<std::vector<std::size_t>> narrower(concepts.size());
    std::deque<std::size_t> ready;
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      open[i] = concepts[i].made.broader.size();
      if (open[i] == 0) ready.push_back(i);
      for (const std::string& up : concepts[i].made.broader)
        narrower[position.at(scheme_key(*concepts[i].scheme, up))].push_back(i);
    }
    for (; !ready.empty(); ready.pop_front()) {
      for (const std::size_t down : narrower[ready.front()]) {
        if (--open[down] == 0) ready.push_back(down);
      }
    }
    for (std::size_t i = 0; i < concepts.size(); ++i) {
      if (open[i] > 0) {
        fail(concepts[i].place, "\"" + concepts[i].made.label + "\" is in a cycle of skos:broader, or below one",
             "a concept can't be broader than itself: take one link out");
      }
    }
  }

  std::vector<Building> all_;
  std::unordered_map<std::string, std::size_t> by_uri_;
};

}  // namespace

std::vector<Concept> build_concepts(const std::vector<VocabularyFile>& files) {
  Builder builder;
  for (const VocabularyFile& file : files) builder.add(file);
  return builder.finish();
}

}  // namespace corpus
