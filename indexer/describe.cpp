#include "indexer/describe.h"

#include <utility>

#include "corpus/text.h"
#include "indexer/description/books.h"
#include "indexer/description/document_date.h"
#include "indexer/description/given_values.h"
#include "indexer/description/kinds.h"
#include "indexer/description/places.h"
#include "indexer/description/subjects.h"
#include "indexer/description/text_unit.h"

namespace indexer {

struct Describer::Recognizers {
  // A copy: the recognisers point into it, and the caller's may go.
  corpus::Vocabulary vocabulary;
  PlaceRecognizer places;
  SubjectRecognizer subjects;

  explicit Recognizers(const corpus::Vocabulary& given) : vocabulary(given), places(vocabulary), subjects(vocabulary) {}
};

namespace {

using corpus::Scheme;

/// Given, else in the text, else the first heading, else the name of the file.
std::string title_of(const corpus::Draft& draft, std::string_view source) {
  if (draft.given.title)
    if (auto given = corpus::clean(*draft.given.title); !given.empty()) return given;
  if (auto title = corpus::clean(draft.title); !title.empty()) return title;
  for (const auto& section : draft.sections)
    if (auto heading = corpus::clean(section.heading); !heading.empty()) return heading;
  if (const auto slash = source.rfind('/'); slash != std::string_view::npos) source.remove_prefix(slash + 1);
  if (const auto dot = source.rfind('.'); dot != std::string_view::npos && dot > 0) source = source.substr(0, dot);
  return std::string(source);
}

/// A title that the author gave elsewhere takes the place of the one in the text, which stays as its first heading: its
/// words are part of the text.
void keep_written_title(corpus::Draft& draft, const std::string& title) {
  const auto written = corpus::clean(draft.title);
  if (written.empty() || corpus::fold(written) == corpus::fold(title) || draft.sections.empty()) return;
  auto& first = draft.sections.front();
  if (!first.heading.empty() || first.blocks.empty()) return;
  first.heading = written;
  first.level = 1;
}

/// As written: only the label `openbaar` to the letter shows a document to everyone.
void describe_access(const std::string& given, corpus::Document& document, DescriptionNotes& notes) {
  document.access = given;
  if (given != corpus::kPublicAccess && corpus::fold(corpus::clean(given)) == corpus::kPublicAccess)
    notes.warnings.push_back("the access label \"" + given + "\" is not \"" + corpus::kPublicAccess +
                             "\" to the letter, so the document is shown to nobody");
}

void describe_kind(const corpus::Metadata& given, const std::vector<TextUnit>& units, const Rejections& rejections,
                   corpus::Document& document, DescriptionNotes& notes) {
  const std::string written = given.kind ? corpus::clean(*given.kind) : std::string();
  if (written.empty()) {
    document.kind =
        find_kind(units, document.source, [&](std::string_view kind) { return rejections.holds_text(kind); });
    return;
  }
  const auto known = kind_of_word(written);
  if (!known) notes.unknown_values.push_back("soort: " + written);
  document.kind = {known.value_or(written), corpus::Origin::given, {}};
}

void describe_date(const corpus::Metadata& given, const std::string& properties_date,
                   const std::vector<TextUnit>& units, const Rejections& rejections, corpus::Document& document,
                   DescriptionNotes& notes) {
  DocumentDate date = given.date ? given_date(*given.date, document.source, notes.warnings)
                                 : find_date(units, document.source,
                                             [&](std::string_view text) { return rejections.holds_text(text); });
  // The day on which the file was made says little, but more than nothing.
  if (!given.date && date.date.text.empty() && !properties_date.empty() && !rejections.holds_text(properties_date)) {
    date = given_date(properties_date, document.source, notes.warnings);
    date.value.origin = corpus::Origin::found;
  }
  document.date = std::move(date.date);
  document.date_value = std::move(date.value);
}

/// The key stands in the address of the session's page.
void describe_session(const std::string& given, corpus::Document& document, DescriptionNotes& notes) {
  constexpr std::size_t most = 200;
  document.session = corpus::clean(given);
  if (document.session.size() <= most) return;
  document.session = corpus::truncate_utf8(document.session, most);
  notes.warnings.push_back("the session is longer than 200 bytes and was cut");
}

}  // namespace

Describer::Describer(const corpus::Vocabulary& vocabulary) : recognizers_(std::make_unique<Recognizers>(vocabulary)) {}
Describer::~Describer() = default;

corpus::Document Describer::describe(corpus::Draft draft, std::string id, std::string source,
                                     search::Analyzer& analyzer, DescriptionNotes& notes) const {
  const auto& vocabulary = recognizers_->vocabulary;
  const corpus::Metadata& given = draft.given;
  corpus::Document document;
  document.id = std::move(id);
  document.source = std::move(source);
  document.title = title_of(draft, document.source);
  keep_written_title(draft, document.title);
  document.sections = corpus::split_passages(draft.sections);
  document.book = book_of(given, document.title);
  document.period = period_of(given, document.title);
  if (given.session) describe_session(*given.session, document, notes);
  if (given.access) describe_access(*given.access, document, notes);

  const Rejections rejections(given.reject, vocabulary);
  const std::vector<TextUnit> units = text_units(document.title, document.sections);
  describe_kind(given, units, rejections, document, notes);
  describe_date(given, draft.date, units, rejections, document, notes);

  const auto take_given = [&](const std::optional<std::vector<std::string>>& values, Scheme scheme,
                              std::vector<corpus::Value>& into) {
    if (values) into = given_values(*values, scheme, vocabulary, notes.unknown_values);
    return values.has_value();
  };
  const bool themes = take_given(given.themes, Scheme::theme, document.themes);
  const bool solutions = take_given(given.solutions, Scheme::solution, document.solutions);
  const bool municipalities = take_given(given.municipalities, Scheme::municipality, document.municipalities);
  const bool police_units = take_given(given.police_units, Scheme::police_unit, document.police_units);

  if (!themes || !solutions) {
    auto found = recognizers_->subjects.find(units, analyzer,
                                             [&](const corpus::Concept& entry) { return rejections.holds(entry); });
    if (!themes) document.themes = std::move(found.themes);
    if (!solutions) document.solutions = std::move(found.solutions);
  }
  if (!municipalities || !police_units) {
    auto found =
        recognizers_->places.find(units, [&](const corpus::Concept& entry) { return rejections.holds(entry); });
    if (!municipalities) {
      document.municipalities = std::move(found.municipalities);
      notes.warnings.insert(notes.warnings.end(), found.warnings.begin(), found.warnings.end());
    }
    if (!police_units) document.police_units = std::move(found.police_units);
  }
  return document;
}

}  // namespace indexer
