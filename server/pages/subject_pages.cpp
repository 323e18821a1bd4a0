#include <algorithm>
#include <set>

#include "corpus/error.h"
#include "server/pages/knowledge_view.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

using search::Amount;
using search::Field;
using search::Subject;

constexpr std::size_t kUses = 40, kValues = 24, kSessions = 40, kPlaces = 8;

/// What differs between the four kinds of page.
struct SubjectKind {
  Field field;
  const char *name, *in_title, *overview, *overview_label, *uses_title, *gone;
};

constexpr SubjectKind kSubjectKinds[] = {
    {Field::theme, "Thema", "thema", "/themas", "Alle thema’s", "Aangedragen oplossingen", "Dit thema kennen we niet."},
    {Field::solution, "Oplossing", "oplossing", "/oplossingen", "Alle oplossingen", "Waar gebruikt",
     "Deze oplossing kennen we niet."},
    {Field::municipality, "Gemeente", "gemeente", "/gemeenten", "Alle gemeenten", "Wat deze gemeente deed",
     "Deze gemeente kennen we niet."},
    {Field::police_unit, "Politie-eenheid", "politie-eenheid", "/gemeenten?groep=eenheid", "Alle eenheden",
     "Wat gemeenten in dit gebied deden", "Deze politie-eenheid kennen we niet."},
};

View amounts_view(Field field, const std::vector<Amount>& amounts, std::size_t most) {
  auto list = View::array();
  for (const auto& amount : amounts)
    if (list.size() < most) list.push_back(amount_view(field, amount));
  return list;
}

/// Values of the same field without the subject itself and what is broader than it.
std::vector<Amount> others(const Subject& subject, const corpus::Vocabulary& vocabulary) {
  auto amounts = subject.counts[search::number(subject.field)];
  const auto above = vocabulary.with_broader(*search::info(subject.field).scheme, subject.value);
  std::erase_if(amounts, [&](const Amount& amount) { return std::ranges::find(above, amount.value) != above.end(); });
  return amounts;
}

View concept_view(const search::Index& index, const Subject& subject) {
  const auto* entry = subject.entry;
  auto synonyms = View::array();
  if (entry)
    for (const auto& label : entry->alternatives)
      synonyms.push_back({{"label", label}, {"last", &label == &entry->alternatives.back()}});
  const auto broader = entry ? links_view(index, subject.field, entry->broader, kValues) : View::array();
  auto facts = View::array();
  if (subject.field == Field::municipality && entry) {
    const auto add = [&](const char* label, const std::string& text, View link) {
      if (!text.empty()) facts.push_back({{"label", label}, {"text", text}, {"href", std::move(link)}});
    };
    add("Provincie", entry->province, false);
    add("Veiligheidsregio", entry->safety_region, false);
    if (!entry->police_unit.empty())  // an organisation's own vocabulary may leave it out
      add("Politie-eenheid", label_of(index, Field::police_unit, entry->police_unit),
          subject_url(Field::police_unit, entry->police_unit));
  }
  return {{"definition", or_false(entry ? entry->definition : "")},
          {"synonyms", synonyms},
          {"has_synonyms", !synonyms.empty()},
          {"broader", broader},
          {"has_broader", !broader.empty()},
          {"narrower", amounts_view(subject.field, subject.narrower, 100)},
          {"has_narrower", !subject.narrower.empty()},
          {"facts", facts},
          {"has_facts", !facts.empty()}};
}

View uses_view(const search::Index& index, const Subject& subject) {
  const auto rows = subject.field == Field::solution ? Field::municipality : Field::solution;
  auto list = View::array();
  std::set<std::string> shown;
  for (const auto& use : subject.uses) {
    if (list.size() == kUses) break;
    auto row = amount_view(rows, use.amount);
    row["subject_label"] = subject.label;
    row["search_href"] = false;
    // Only where the search finds something: a document of a session needn't carry its theme.
    if (std::ranges::find(subject.counts[search::number(rows)], use.amount.value, &Amount::value) !=
        subject.counts[search::number(rows)].end()) {
      auto both = search_for(subject.field, subject.value);
      both.selection[search::number(rows)] = {use.amount.value};
      row["search_href"] = href("/zoeken", both);
    }
    row["places"] = links_view(index, Field::municipality, use.municipalities, kPlaces);
    row["has_places"] = !use.municipalities.empty();
    row["places_left"] =
        use.municipalities.size() > kPlaces ? View(dutch_number(use.municipalities.size() - kPlaces)) : View(false);
    auto quotes = View::array();
    for (const auto& quote : use.quotes) {
      auto view = quote_view(index, quote);
      // A passage that names many municipalities is quoted with the first and linked to by the others.
      view["repeated"] = !shown.insert(quote.document.id + "#" + quote.passage).second;
      quotes.push_back(std::move(view));
    }
    row["quotes"] = std::move(quotes);
    list.push_back(std::move(row));
  }
  return list;
}

std::vector<Bar> years(const Subject& subject) {
  auto amounts = subject.counts[search::number(Field::year)];
  std::ranges::sort(amounts, {}, &Amount::value);
  std::vector<Bar> bars;
  for (const auto& amount : amounts) {
    auto form = search_for(subject.field, subject.value);
    form.selection[search::number(Field::year)] = {amount.value};
    bars.push_back({amount.value,
                    amount.value + ": " + dutch_number(amount.documents) + " " +
                        word_for(amount.documents, "document", "documenten"),
                    href("/zoeken", form), amount.documents, false});
  }
  if (bars.size() > 16) bars.erase(bars.begin(), bars.end() - 16);
  return bars;
}

Response subject_page(const Context& context, const Request&, const std::string& value, const SubjectKind& kind) {
  const auto& index = context.index();
  const auto subject = context.knowledge().subject(kind.field, value);
  if (!subject) throw corpus::Error(corpus::ErrorKind::not_found, kind.gone);
  const auto form = search_for(kind.field, value);

  auto view = base_view(context, subject->label + " (" + kind.in_title + ")", false, {});
  view["label"] = subject->label;
  view["kind_name"] = kind.name;
  view["overview"] = {{"href", kind.overview}, {"label", kind.overview_label}};
  view.update(concept_view(index, *subject));
  view["is_theme"] = kind.field == Field::theme;
  view["is_solution"] = kind.field == Field::solution;
  view["is_place"] = kind.field == Field::municipality || kind.field == Field::police_unit;
  view["documents"] = dutch_number(subject->documents);
  view["documents_word"] = word_for(subject->documents, "document", "documenten");
  view["of_sessions"] =
      or_false(subject->of_sessions == 0 ? ""
                                         : dutch_number(subject->of_sessions) + " " +
                                               word_for(subject->of_sessions, "document", "documenten"));
  view["is_empty"] = subject->documents == 0;
  view["search_href"] = href("/zoeken", form);
  view["feed_href"] = href("/nieuw.atom", form);
  view["uses_title"] = kind.uses_title;
  view["uses"] = uses_view(index, *subject);
  view["has_uses"] = !subject->uses.empty();
  view["partly_read"] =
      subject->read < subject->documents + subject->of_sessions ? View(dutch_number(subject->read)) : View(false);

  auto conclusions = View::array();
  for (const auto& conclusion : subject->conclusions) conclusions.push_back(conclusion_view(index, conclusion));
  view["conclusions"] = conclusions;
  view["has_conclusions"] = !conclusions.empty();

  auto sessions = View::array();
  for (const auto number : subject->sessions)
    if (sessions.size() < kSessions) sessions.push_back(session_row(context, number));
  view["sessions"] = sessions;
  view["has_sessions"] = !sessions.empty();
  view["session_count"] = dutch_number(subject->sessions.size());
  view["session_word"] = word_for(subject->sessions.size(), "bijeenkomst", "bijeenkomsten");

  const auto list = [&](const char* key, View values) {
    view["has_" + std::string(key)] = !values.empty();
    view[key] = std::move(values);
  };
  list("practices", references_view(index, subject->practices));
  list("chapters", references_view(index, subject->chapters));
  list("latest", references_view(index, subject->latest));
  const auto counts = [&](Field field) {
    return amounts_view(
        field, field == kind.field ? others(*subject, index.vocabulary()) : subject->counts[search::number(field)],
        kValues);
  };
  list("themes", kind.field == Field::theme ? View::array() : counts(Field::theme));
  list("solutions",
       kind.field == Field::theme || kind.field == Field::municipality ? View::array() : counts(Field::solution));
  list("municipalities", kind.field == Field::municipality ? View::array() : counts(Field::municipality));
  const auto bars = years(*subject);
  view["years"] = bars.size() < 2 ? View(false) : View{{"bars", bars_view(bars, 240, 48)}};
  return html(context, "subject", view);
}

}  // namespace

Response theme_page(const Context& context, const Request& request, const std::string& value) {
  return subject_page(context, request, value, kSubjectKinds[0]);
}
Response solution_page(const Context& context, const Request& request, const std::string& value) {
  return subject_page(context, request, value, kSubjectKinds[1]);
}
Response municipality_page(const Context& context, const Request& request, const std::string& value) {
  return subject_page(context, request, value, kSubjectKinds[2]);
}
Response unit_page(const Context& context, const Request& request, const std::string& value) {
  return subject_page(context, request, value, kSubjectKinds[3]);
}

}  // namespace server
