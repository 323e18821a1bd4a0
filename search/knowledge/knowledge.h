// What is known beyond a search: themes, solutions and municipalities with what was done and concluded, the sessions,
// and which documents are alike. Read this header first.
//
// Computed from the columns and stored records of one index; it holds only public documents. Subjects are kept once
// computed, so ask for them through one Knowledge an index. Thread-safe.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "search/index.h"
#include "search/knowledge/mentions.h"
#include "search/knowledge/postings.h"
#include "search/knowledge/sessions.h"
#include "search/knowledge/subject.h"

namespace search {

class Knowledge {
 public:
  explicit Knowledge(std::shared_ptr<const Index> index);

  const Index& index() const { return *index_; }
  const Postings& postings() const { return postings_; }
  const Sessions& sessions() const { return sessions_; }
  const Mentions& mentions() const { return mentions_; }

  /// Theme, solution, municipality or police unit by value. nullptr when neither the vocabulary nor a public document
  /// knows it.
  std::shared_ptr<const Subject> subject(Field field, const std::string& value) const;
  SessionDetails session(std::size_t number) const;

  /// Number of a public document; 0 when there is none.
  DocId number_of(std::string_view id) const;

 private:
  Subject make_subject(Field field, const std::string& value) const;

  const std::shared_ptr<const Index> index_;
  const Mentions mentions_;
  const Postings postings_;
  const Sessions sessions_;
  mutable std::mutex mutex_;
  mutable std::map<std::pair<Field, std::string>, std::shared_ptr<const Subject>> subjects_;
};

/// Values of one field against another, or against months, as a picture shows them.
struct Grid {
  struct Line {
    std::string value, label;
    std::uint64_t documents = 0;
    int depth = 0;  // below how many broader values of the same grid it stands
  };
  std::vector<Line> rows, columns;
  std::vector<std::vector<std::uint64_t>> cells;  // [row][column]: documents
  std::size_t rows_left = 0, columns_left = 0;    // values that found no place
};

/// Themes by solutions: those with most documents, themes in the order of their tree.
Grid theme_by_solution(const Knowledge& knowledge, std::size_t rows, std::size_t columns);
/// Themes by month: the last `months` months from the newest document back; values of columns are "2025-09".
Grid theme_by_month(const Knowledge& knowledge, std::size_t rows, std::size_t months);

/// A document that is like another, and what they share.
struct Related {
  DocumentRef document;
  double likeness = 0;
  std::vector<std::string> themes, solutions;  // values that both carry
};

/// Documents most like this one, best first: by the vocabulary values that both carry and the rare words that both
/// hold, each weighing the more the fewer documents have it. Documents of the same session or book are left out.
std::vector<Related> related_documents(const Knowledge& knowledge, const corpus::Document& document, std::size_t limit);

}  // namespace search
