// What a document is: read this first.
//
// A reader (corpus/readers/reader.h) turns bytes into a Draft: title, sections and what the author gave.
// The indexer adds what it finds in the text and makes a Document of it. All text is valid UTF-8, NFC where the
// source was, without control characters other than '\n'. These are plain values: copy and move them freely;
// no member is synchronised.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace corpus {

/// The access label under which a document may be shown to everyone.
inline constexpr const char* kPublicAccess = "openbaar";

/// The kinds of the contract; `overig` when nothing is known.
inline constexpr const char* kKinds[] = {"aankondiging", "verslag", "conclusie", "beleidsboek", "praktijk", "overig"};
inline constexpr const char* kOtherKind = "overig";

/// A paragraph, or a list with one item a line ('\n' between items; an agenda keeps its times in the items).
struct Block {
  enum class Type { paragraph, list };
  Type type = Type::paragraph;
  std::string text;
  int page = 0;  // where it begins, from 1; 0 when the format has no pages
  bool operator==(const Block&) const = default;
};

/// A heading with the blocks under it. The text before the first heading has an empty heading and level 0.
struct Section {
  std::string heading;
  int level = 0;  // 1 = highest
  std::vector<Block> blocks;
  bool operator==(const Section&) const = default;
};

/// What the author said about a document: front matter, side file or JSON keys. An absent field was not given;
/// an empty list was given and means "none".
struct Metadata {
  std::optional<std::string> id, title, kind, date, session, access;
  std::optional<std::string> book, period, chapter;  // what it is a chapter of, about which half year, and its number
  std::optional<bool> chapters;                      // whether each heading of level 1 begins a document of its own
  /// Transcripts: the role of each speaker, by name; or the names stay.
  std::vector<std::pair<std::string, std::string>> speakers;
  bool keep_speakers = false;
  std::optional<std::string> privacy;  // "released": looked at, and to be indexed as it stands
  std::optional<std::vector<std::string>> themes, municipalities, police_units, solutions;
  std::vector<std::string> reject;        // values that recognition gets wrong: slugs or labels
  std::vector<std::string> unknown_keys;  // named in the report, not silently dropped
};

/// One document as a reader hands it over.
struct Draft {
  std::string title;  // as found in the text; may be empty. Metadata::title goes before it
  std::string date;   // ISO, from the file's own properties: for a text that gives none
  std::vector<Section> sections;
  std::vector<int> scans;       // pages that are pictures without text
  int pages = 0;                // how many there are; 0 when the format has none
  bool names_left_out = false;  // the reader left out who spoke or wrote: the file says more than the sections
  Metadata given;
  std::vector<std::string> warnings;  // English, for the report
};

/// A date as far as the text gives it. Year 0 means "no year known"; month or day 0 the same.
struct Date {
  int year = 0, month = 0, day = 0;
  std::string text;  // as written, e.g. "24 september"; empty when there is no date
  /// YYYY-MM-DD, YYYY-MM, YYYY, or empty when the year is unknown.
  std::string iso() const;
  bool operator==(const Date&) const = default;
};

/// Whether the author gave a value or recognition found it.
enum class Origin { given, found };

/// One theme, municipality, police unit, solution, kind, date or session of a document.
struct Value {
  std::string value;  // slug of the vocabulary, or as written when the vocabulary doesn't know it
  Origin origin = Origin::given;
  std::string passage;  // id of the passage where it was found; empty when given or found in title or file name
  bool operator==(const Value&) const = default;
};

/// A section or part of one, at most about 200 words: the unit of snippets, citations and links.
struct Passage {
  std::string id;  // "p-3f9a1c", from the content
  std::string text;
  Block::Type type = Block::Type::paragraph;
  int page = 0;  // as Block::page
  bool operator==(const Passage&) const = default;
};

/// A section as it is indexed: its blocks made into passages.
struct PassageSection {
  std::string heading;
  int level = 0;
  std::vector<Passage> passages;
  bool operator==(const PassageSection&) const = default;
};

/// The book that a document is a chapter of. Chapters of one book share `id` and `title`, and go by `chapter`, then by
/// id: previous and next follow from that, however the book came in.
struct BookPlace {
  std::string id;     // of the file that was split, or the slug of the title; empty: no chapter
  std::string title;  // "Beleidsboek eerste halfjaar 2025"
  int chapter = 0;    // 0: what stands before the first chapter
  bool operator==(const BookPlace&) const = default;
};

/// A document ready to be indexed.
struct Document {
  std::string id, title;
  std::string source;  // path of the file, relative to its corpus path; for a row of JSON lines with "#line"
  std::string access = kPublicAccess;
  std::string session;  // empty: none
  BookPlace book;
  std::string period;   // "2025-H1", "2025-Q3" or as the author wrote it; empty: none
  bool masked = false;  // personal data or names were taken out: the source isn't given to anyone
  Value kind{kOtherKind, Origin::found, {}};
  Date date;
  Value date_value;                                                    // value = Date::iso(), with origin and passage
  std::vector<Value> themes, municipalities, police_units, solutions;  // the direct ones, without broader
  std::vector<PassageSection> sections;
};

/// Makes passages of a draft's sections. A paragraph is a passage of its own (so that an insertion elsewhere leaves its
/// id alone), a longer one is cut between sentences, a list between items. Ids are unique within the document:
/// "p-" and the first six hexadecimal digits of a hash of the text, with "-2", "-3"… for repeated text.
std::vector<PassageSection> split_passages(const std::vector<Section>& sections);

}  // namespace corpus
