#include "search/excerpts/policy_book.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "corpus/error.h"
#include "corpus/text.h"
#include "search/api_json.h"
#include "search/books.h"
#include "search/collation.h"
#include "search/excerpts/book_sections.h"
#include "search/excerpts/citation.h"
#include "search/excerpts/export.h"

namespace search {
namespace {

using corpus::Document;
using corpus::Scheme;

constexpr std::size_t kMostIntroductions = 2, kMostExperiences = 8, kMostConclusions = 8, kMostSolutions = 15;
constexpr std::size_t kMostOfOneDocument = 4;  // quotations in one role
constexpr std::size_t kColumns = 3;            // themes side by side in a table
constexpr std::size_t kMostNumbers = 12;       // of sources after one another

using Documents = std::vector<const Document*>;

struct Chapter {
  std::string theme;  // value; empty for documents without a theme
  std::string label;
  Documents documents;  // oldest first
};

bool is_chapter(const Columns& columns, DocId id) {
  const auto& kinds = columns.facets[number(Field::kind)];
  const auto chapter = kinds.find("beleidsboek");
  return std::ranges::find(kinds.of(id), chapter) != kinds.of(id).end();
}

/// Public documents of the period, oldest first; `left_out` gets how many more there are. The date decides, but for
/// what says of itself which half year it is about: a chapter is often finished in the next.
std::vector<Document> documents_of(const Index& index, const HalfYear& period, std::size_t& left_out) {
  const auto& columns = index.columns();
  const auto next = period.next();
  std::vector<DocId> ids;
  for (DocId id = 1; id <= columns.last; ++id)
    if (columns.is_public[id] &&
        (period.holds(columns.dates[id]) || (next.holds(columns.dates[id]) && is_chapter(columns, id))))
      ids.push_back(id);
  // By id where the day is equal, so that the order doesn't depend on how the index was built.
  std::ranges::sort(ids, [&](DocId a, DocId b) {
    return columns.dates[a] != columns.dates[b] ? columns.dates[a] < columns.dates[b] : columns.id(a) < columns.id(b);
  });
  left_out = ids.size() > kMostBookDocuments ? ids.size() - kMostBookDocuments : 0;
  std::vector<Document> documents;
  for (std::size_t i = left_out; i < ids.size(); ++i) {
    auto document = index.document(columns.id(ids[i]));
    if (!document) continue;
    const auto own = parse_half_year(document->period);
    if (own ? *own == period : period.holds(columns.dates[ids[i]])) documents.push_back(*std::move(document));
  }
  return documents;
}

/// What most of the documents are about; a theme that the session or a title names counts for more.
std::string main_theme(const Documents& documents, const corpus::Vocabulary& vocabulary) {
  std::map<std::string, int> weights;
  for (const auto* document : documents)
    for (const auto& theme : document->themes) {
      auto& weight = weights[theme.value];
      weight += theme.origin == corpus::Origin::given ? 2 : 1;
      const auto label = corpus::fold(vocabulary.label(Scheme::theme, theme.value));
      if (corpus::fold(document->title).find(label) != std::string::npos) weight += 2;
      if (document->session.find(theme.value) != std::string::npos) weight += 2;
    }
  const auto best = std::ranges::max_element(weights, {}, [](const auto& pair) { return pair.second; });
  return best == weights.end() ? std::string() : best->first;
}

/// The documents of a session stay together under its theme; others go to the first of their themes that has a chapter.
std::vector<Chapter> chapters_of(const std::vector<Document>& documents, const corpus::Vocabulary& vocabulary) {
  std::map<std::string, Documents> sessions;
  for (const auto& document : documents)
    if (!document.session.empty()) sessions[document.session].push_back(&document);
  std::map<std::string, Documents> by_theme;
  for (const auto& [session, members] : sessions) {
    auto& chapter = by_theme[main_theme(members, vocabulary)];
    chapter.insert(chapter.end(), members.begin(), members.end());
  }
  std::set<std::string> with_session;
  for (const auto& [theme, members] : by_theme) with_session.insert(theme);
  for (const auto& document : documents) {
    if (!document.session.empty()) continue;
    auto theme = document.themes.empty() ? std::string() : document.themes.front().value;
    for (const auto& value : document.themes)
      if (with_session.contains(value.value)) {
        theme = value.value;
        break;
      }
    by_theme[theme].push_back(&document);
  }
  std::vector<Chapter> chapters;
  for (auto& [theme, members] : by_theme) {
    std::ranges::stable_sort(members, {}, [](const Document* one) { return one->date.iso(); });
    chapters.push_back(
        {theme, theme.empty() ? "Zonder thema" : vocabulary.label(Scheme::theme, theme), std::move(members)});
  }
  // Themes of sessions in the order of the half year, then those of other documents; what has no theme comes last.
  std::ranges::stable_sort(chapters, {}, [&](const Chapter& one) {
    return std::tuple(one.theme.empty(), !with_session.contains(one.theme), one.documents.front()->date.iso());
  });
  return chapters;
}

struct SolutionUse {
  std::string value, label;
  Documents documents;
};

/// Solutions of a chapter, those of most documents first.
std::vector<SolutionUse> solutions_of(const Documents& documents, const corpus::Vocabulary& vocabulary) {
  std::map<std::string, Documents> uses;
  for (const auto* document : documents)
    for (const auto& solution : document->solutions)
      if (auto& list = uses[solution.value]; list.empty() || list.back() != document) list.push_back(document);
  std::vector<SolutionUse> list;
  for (auto& [value, members] : uses)
    list.push_back({value, vocabulary.label(Scheme::solution, value), std::move(members)});
  std::ranges::stable_sort(list, [](const auto& a, const auto& b) {
    return a.documents.size() != b.documents.size() ? a.documents.size() > b.documents.size() : a.label < b.label;
  });
  return list;
}

Excerpt whole(const Document& document) {
  Excerpt source;
  source.document = document.id;
  source.title = document.title;
  source.kind = document.kind.value;
  source.date = document.date;
  return source;
}

std::string amount(std::size_t number, const char* one, const char* more) {
  return std::to_string(number) + " " + (number == 1 ? one : more);
}

class Book {
 public:
  Book(const Index& index, const std::string& site) : vocabulary_(index.vocabulary()), site_(site) {}

  Manuscript write(const HalfYear& period, const std::vector<Document>& documents, std::size_t left_out) {
    book_.title = "Beleidsboek " + period.in_words();
    book_.subtitle =
        "Ontwerp, samengesteld uit " + amount(documents.size(), "document", "documenten") + " van Praktijkbank";
    book_.contents = true;
    heading(1, "Over dit ontwerp");
    text(
        "Dit ontwerp is door het programma samengesteld. Alles wat over de inhoud gaat, is letterlijk overgenomen uit "
        "openbare "
        "documenten van dit halfjaar. De noot bij elk citaat noemt het document en de plaats. Getallen tussen "
        "vierkante haken staan voor de lijst van bronnen aan het eind.");
    if (left_out > 0)
      text("Er zijn meer documenten dan in een boek passen: " + std::to_string(left_out) + " oudere zijn weggelaten.");
    auto sources = number_sources(documents);
    const auto chapters = chapters_of(documents, vocabulary_);
    for (const auto& chapter : chapters) write_chapter(chapter);
    write_table(chapters);
    write_municipalities(documents);
    heading(1, "Bronnen");
    book_.blocks.emplace_back(std::move(sources));
    return std::move(book_);
  }

 private:
  /// The list of sources with a number before each; remembers which is whose.
  Bullets number_sources(const std::vector<Document>& documents) {
    std::vector<Excerpt> sources;
    for (const auto& document : documents) sources.push_back(whole(document));
    auto list = sources_of(sources, site_);
    std::map<std::string, std::size_t> by_url;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      auto& item = list.items[i];
      by_url[item.back().link] = i + 1;
      item.insert(item.begin(), {"[" + std::to_string(i + 1) + "] ", {}, {}});
    }
    for (const auto& document : documents) numbers_[document.id] = by_url.at(site_ + document_url(document.id));
    return list;
  }

  void heading(int level, const std::string& words) {
    book_.blocks.emplace_back(Heading{level, words, "h-" + std::to_string(++headings_)});
  }
  void text(const std::string& sentence) { book_.blocks.emplace_back(Paragraph{{{sentence, {}, {}}}}); }

  /// In full, for a footnote.
  Inlines source_note(const Document& document) const {
    const auto url = site_ + document_url(document.id);
    return {{apa_source(whole(document)) + " ", {}, {}}, {url, url, {}}};
  }

  /// `text` and the numbers that the documents have in the list of sources: "Genoemd in 2 documenten: [3], [8]".
  Inlines with_numbers(const std::string& text, const Documents& documents) const {
    Inlines pieces = {{text + ": ", {}, {}}};
    for (std::size_t i = 0; i < std::min(documents.size(), kMostNumbers); ++i) {
      if (i > 0) pieces.push_back({", ", {}, {}});
      const auto& id = documents[i]->id;
      pieces.push_back({"[" + std::to_string(numbers_.at(id)) + "]", site_ + document_url(id), {}});
    }
    if (documents.size() > kMostNumbers)
      pieces.push_back({" en nog " + std::to_string(documents.size() - kMostNumbers), {}, {}});
    return pieces;
  }

  /// False when there is nothing to quote. Quotes for a role, first of every document one, then further ones, each
  /// passage once in the book.
  bool quote(const std::string& title, const Documents& documents, BookRole role, std::size_t most) {
    std::vector<std::vector<Excerpt>> by_document;
    for (const auto* document : documents) by_document.push_back(passages_for(*document, role, vocabulary_));
    std::vector<std::pair<std::size_t, std::size_t>> chosen;  // document, passage
    for (std::size_t round = 0; round < kMostOfOneDocument; ++round)
      for (std::size_t i = 0; i < by_document.size() && chosen.size() < most; ++i)
        if (round < by_document[i].size() && quoted_.insert(place(by_document[i][round])).second)
          chosen.emplace_back(i, round);
    if (chosen.empty()) return false;
    heading(2, title);
    std::ranges::sort(chosen);
    for (const auto& [document, passage] : chosen)
      book_.blocks.emplace_back(quotation_of(by_document[document][passage], site_));
    return true;
  }

  static std::pair<std::string, std::string> place(const Excerpt& excerpt) {
    return {excerpt.document, excerpt.passage};
  }

  void write_chapter(const Chapter& chapter) {
    heading(1, chapter.label);
    if (const auto* theme = vocabulary_.find(Scheme::theme, chapter.theme); theme && !theme->definition.empty())
      book_.blocks.emplace_back(
          Paragraph{{{"Omschrijving: " + theme->definition,
                      {},
                      {{"Woordenlijst van Praktijkbank, thema ‘" + theme->label + "’.", {}, {}}}}}});
    if (!quote("Inleiding", chapter.documents, BookRole::introduction, kMostIntroductions))
      quote("Inleiding", chapter.documents, BookRole::opening, 1);
    write_sessions(chapter);
    quote("Ervaringen", chapter.documents, BookRole::experience, kMostExperiences);
    quote("Conclusies", chapter.documents, BookRole::conclusion, kMostConclusions);
    write_solutions(chapter);
  }

  void write_sessions(const Chapter& chapter) {
    Bullets list;
    for (const auto* document : chapter.documents) {
      auto line = one_line(document->title);
      if (const auto date = date_in_words(document->date); !date.empty())
        line += " (" + document->kind.value + ", " + date + ")";
      list.items.push_back({{line, site_ + document_url(document->id), source_note(*document)}});
    }
    const bool sessions = std::ranges::any_of(chapter.documents, [](const auto* one) { return !one->session.empty(); });
    heading(2, sessions ? "Bijeenkomsten en stukken" : "Stukken");
    book_.blocks.emplace_back(std::move(list));
  }

  void write_solutions(const Chapter& chapter) {
    const auto solutions = solutions_of(chapter.documents, vocabulary_);
    if (solutions.empty()) return;
    heading(2, "Aangedragen oplossingen");
    for (std::size_t i = 0; i < solutions.size(); ++i) {
      const auto& solution = solutions[i];
      if (i >= kMostSolutions) {
        book_.blocks.emplace_back(
            Bullets{{with_numbers("Ook genoemd: " + one_line(solution.label), solution.documents)}});
        continue;
      }
      heading(3, one_line(solution.label));
      book_.blocks.emplace_back(Paragraph{with_numbers(
          "Genoemd in " + amount(solution.documents.size(), "document", "documenten"), solution.documents)});
      if (const auto excerpt = naming(solution)) book_.blocks.emplace_back(quotation_of(*excerpt, site_));
    }
  }

  /// A passage that names the solution, rather one that was not quoted yet.
  std::optional<Excerpt> naming(const SolutionUse& solution) {
    std::optional<Excerpt> repeated;
    for (const auto* document : solution.documents) {
      const auto value = std::ranges::find(document->solutions, solution.value, &corpus::Value::value);
      if (value == document->solutions.end()) continue;
      auto excerpt = passage_naming(*document, *value, vocabulary_);
      if (!excerpt) continue;
      if (quoted_.insert(place(*excerpt)).second) return excerpt;
      if (!repeated) repeated = std::move(excerpt);
    }
    return repeated;
  }

  void write_table(const std::vector<Chapter>& chapters) {
    std::map<std::string, std::map<std::string, std::size_t>> counts;  // solution, theme
    for (const auto& chapter : chapters)
      for (const auto& solution : solutions_of(chapter.documents, vocabulary_))
        counts[solution.value][chapter.theme] = solution.documents.size();
    if (counts.empty()) return;
    heading(1, "Overzicht van thema’s en oplossingen");
    text("Het getal is het aantal documenten onder het thema dat de oplossing noemt.");
    const auto rows = in_order(counts, Scheme::solution);
    for (std::size_t begin = 0; begin < chapters.size(); begin += kColumns) {
      const auto end = std::min(begin + kColumns, chapters.size());
      Table table{{{{"Oplossing", {}, {}}}}, {}};
      for (auto i = begin; i < end; ++i) table.header.push_back({{chapters[i].label, {}, {}}});
      for (const auto& solution : rows) {
        std::vector<Inlines> row = {{{one_line(vocabulary_.label(Scheme::solution, solution)), {}, {}}}};
        bool any = false;
        for (auto i = begin; i < end; ++i) {
          const auto found = counts[solution].find(chapters[i].theme);
          any = any || found != counts[solution].end();
          row.push_back({{found == counts[solution].end() ? "–" : std::to_string(found->second), {}, {}}});
        }
        if (any) table.rows.push_back(std::move(row));
      }
      if (!table.rows.empty()) book_.blocks.emplace_back(std::move(table));
    }
  }

  void write_municipalities(const std::vector<Document>& documents) {
    std::map<std::string, Documents> by_municipality;
    for (const auto& document : documents)
      for (const auto& municipality : document.municipalities) by_municipality[municipality.value].push_back(&document);
    if (by_municipality.empty()) return;
    heading(1, "Gemeenten");
    Bullets list;
    for (const auto& value : in_order(by_municipality, Scheme::municipality)) {
      list.items.push_back(
          with_numbers(one_line(vocabulary_.label(Scheme::municipality, value)), by_municipality[value]));
    }
    book_.blocks.emplace_back(std::move(list));
  }

  template <class Map>
  std::vector<std::string> in_order(const Map& map, Scheme scheme) const {
    const Collation collation;
    std::vector<std::pair<std::string, std::string>> keyed;
    for (const auto& [value, rest] : map) keyed.emplace_back(collation.key(vocabulary_.label(scheme, value)), value);
    std::ranges::sort(keyed);
    std::vector<std::string> values;
    for (auto& [key, value] : keyed) values.push_back(std::move(value));
    return values;
  }

  const corpus::Vocabulary& vocabulary_;
  const std::string& site_;
  Manuscript book_;
  std::set<std::pair<std::string, std::string>> quoted_;
  std::map<std::string, std::size_t> numbers_;  // in the list of sources, by id
  int headings_ = 0;
};

}  // namespace

std::string HalfYear::name() const { return std::to_string(year) + "-H" + std::to_string(half); }

std::string HalfYear::in_words() const { return period_in_words(name()); }

bool HalfYear::holds(std::uint32_t date) const {
  const auto month = static_cast<int>(date / 100 % 100);
  return static_cast<int>(date / 10000) == year && month >= 1 && (month <= 6) == (half == 1);
}

std::optional<HalfYear> parse_half_year(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 7 || !std::ranges::all_of(text.substr(0, 4), digit) || text.substr(4, 2) != "-H")
    return std::nullopt;
  if (text[6] != '1' && text[6] != '2') return std::nullopt;
  return HalfYear{std::stoi(std::string(text.substr(0, 4))), text[6] - '0'};
}

Manuscript policy_book(const Index& index, const HalfYear& period, const std::string& site) {
  std::size_t left_out = 0;
  const auto documents = documents_of(index, period, left_out);
  if (documents.empty())
    throw corpus::Error(corpus::ErrorKind::not_found,
                        "Van het " + period.in_words() + " zijn er geen openbare documenten.");
  return Book(index, site).write(period, documents, left_out);
}

}  // namespace search
