// The sessions of a community of practice: which announcement, notes, conclusions and other documents belong together.
//
// Documents belong to one session when their authors gave the same session key. An announcement, notes or conclusions
// without a key join the one session of their day that shares a theme with them; failing that they are a session of
// their own, with "~" and the document's id as its id. Built from the columns of public documents; immutable, share it
// between threads.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/index.h"
#include "search/knowledge/documents.h"
#include "search/knowledge/practices.h"

namespace search {

struct Session {
  std::string id;
  std::uint32_t date = 0;        // yyyymmdd of the announcement, else of the notes, else of any; 0: no year known
  std::vector<DocId> documents;  // announcement, notes, conclusions, then others
};

class Sessions {
 public:
  Sessions() = default;
  explicit Sessions(const Index& index);

  /// Oldest first; without a year last.
  const std::vector<Session>& all() const { return sessions_; }
  /// Position in all(); nullopt when there is none.
  std::optional<std::size_t> find(std::string_view id) const;
  std::optional<std::size_t> of(DocId document) const;

 private:
  std::vector<Session> sessions_;
  std::vector<std::uint32_t> by_document_;  // position + 1; 0: none
};

/// Part of a text that is quoted as it stands, with its place.
struct Passage {
  DocumentRef document;
  std::string id, text;
};

/// What the documents of a session say about it; nothing is added.
struct SessionDetails {
  std::string title;                   // of the announcement, else of the first; without "Aankondiging:"
  corpus::Date date;                   // as the announcement has it, also without a year
  std::string begins, ends;            // "13.30"; empty when no time is given
  std::vector<DocumentRef> documents;  // same order as Session::documents
  std::vector<std::string> themes, solutions, municipalities;  // values, those of more documents first
  std::optional<Passage> introduction;                         // first passage of the announcement that says something
  std::optional<Passage> agenda;                               // the list in which every item begins with a time
  std::vector<Passage> speakers;                               // items or sentences that name the role of a speaker
  std::optional<Passage> registration;                         // the sentences about signing up
  bool registration_closed = false;
  std::string registration_link;  // http or https, as it stands in the text; may be empty
  std::optional<Conclusion> conclusion;
};

SessionDetails describe_session(const Index& index, Reader& reader, const Session& session, const Mentions& mentions);

}  // namespace search
