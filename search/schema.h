// How a document lies in Xapian: term prefixes, value slots, positions. Written by indexer/document_writer.cpp, read
// here.
//
// Terms (lower-case text has no prefix; prefixes are upper case, so they never meet):
//   <stem>     every word of title, headings and body, stop words too
//   P<stem>    stems of the parts of compounds (of the whole document, not the compound itself)
//   Y<scheme digit><slug>   a label of this vocabulary concept stands in the text (synonyms meet here)
//   B<short form> TAB <long form>   an abbreviation that a public document introduces
//   Q<id>      the document                    XA<access>  access label
//   XB<id>     the book that the document is a chapter of
//   X?<value>  values of the field table (broader ones included where the table says so)
//
// The wdf ("within-document frequency") of stems, parts and concepts is three counts in one number (pack_occurrences),
// so that one posting list tells both in which documents a word stands and in which fields.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace search {

/// Raised whenever terms, slots, the record or a file of the generation change meaning.
inline constexpr int kSchemaVersion = 7;

inline constexpr char kPartPrefix = 'P';
inline constexpr char kConceptPrefix = 'Y';
inline constexpr char kDefinitionPrefix = 'B';
inline constexpr char kIdPrefix = 'Q';
inline constexpr std::string_view kAccessPrefix = "XA";
inline constexpr std::string_view kBookPrefix = "XB";

/// Value slots. Each but the last is also read as a column when an index is opened.
inline constexpr unsigned kDateSlot = 0;         // pack_date(); absent without a year
inline constexpr unsigned kIdSlot = 1;           // the document's id
inline constexpr unsigned kAccessSlot = 2;       // absent for public documents
inline constexpr unsigned kLengthSlot = 3;       // words in title, headings and body: 4 bytes, most significant first
inline constexpr unsigned kTitleLengthSlot = 4;  // words in the title that are no stop words: same form
inline constexpr unsigned kTitleSlot = 5;        // normalised words of a public title, a space between: completions
inline constexpr unsigned kSessionSlot = 6;      // the session that the author names; absent when there is none
inline constexpr unsigned kPositionsSlot = 7;    // where words and concepts stand: search/index/positions.h

/// How often a word stands in each part of a document.
struct Occurrences {
  unsigned body = 0, heading = 0, title = 0;
};
/// Counts above 1023 (body) or 63 (heading, title) are cut: more tells no more.
constexpr std::uint32_t pack_occurrences(Occurrences count) {
  return std::min(count.body, 1023u) | std::min(count.heading, 63u) << 10 | std::min(count.title, 63u) << 16;
}
constexpr Occurrences unpack_occurrences(std::uint32_t wdf) { return {wdf & 1023, wdf >> 10 & 63, wdf >> 16 & 63}; }

/// Positions jump by this between title, headings and passages, so that no phrase crosses them.
inline constexpr unsigned kPositionGap = 100;

/// Xapian allows 245 bytes; longer words and values are cut, which makes them meet words with the same beginning.
inline constexpr std::size_t kMaxTermBytes = 200;

std::string prefixed(char prefix, std::string_view value);
std::string prefixed(std::string_view prefix, std::string_view value);

/// Term of an id: ids longer than a term allows are replaced by their hash.
std::string id_term(std::string_view id);

/// yyyymmdd as 4 bytes, most significant first, so that they sort; month and day may be 0.
std::string pack_number(unsigned number);
unsigned unpack_number(std::string_view bytes);

}  // namespace search
