#include "search/knowledge/sessions.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace search {
namespace {

/// Place of a kind within a session; documents of other kinds follow.
int rank_of(std::string_view kind) {
  if (kind == "aankondiging") return 0;
  if (kind == "verslag") return 1;
  if (kind == "conclusie") return 2;
  return 3;
}

std::string_view kind_of(const Columns& columns, DocId doc) {
  const auto& column = columns.facets[number(Field::kind)];
  const auto ordinals = column.of(doc);
  return ordinals.empty() ? std::string_view() : column.values[ordinals.front()];
}

bool is_whole_day(std::uint32_t date) { return date % 100 != 0; }

bool shares_theme(const Columns& columns, DocId a, DocId b) {
  const auto& column = columns.facets[number(Field::theme)];
  return std::ranges::any_of(
      column.of(a), [&](Ordinal ordinal) { return std::ranges::find(column.of(b), ordinal) != column.of(b).end(); });
}

}  // namespace

Sessions::Sessions(const Index& index) {
  const auto& columns = index.columns();
  std::map<std::string, Session, std::less<>> by_id;
  std::vector<DocId> loose;
  for (DocId doc = 1; doc <= columns.last; ++doc) {
    if (!columns.is_public[doc]) continue;
    if (columns.sessions[doc] != FacetColumn::npos) {
      const auto& key = columns.session_keys[columns.sessions[doc]];
      auto& session = by_id[key];
      session.id = key;
      session.documents.push_back(doc);
    } else if (rank_of(kind_of(columns, doc)) < 3) {
      loose.push_back(doc);
    }
  }
  const auto settle = [&](Session& session) {
    std::ranges::sort(session.documents, {}, [&](DocId doc) {
      return std::tuple(rank_of(kind_of(columns, doc)), columns.dates[doc], columns.id(doc));
    });
    session.date = 0;
    for (const auto doc : session.documents)
      if (columns.dates[doc] != 0 &&
          (session.date == 0 || (!is_whole_day(session.date) && is_whole_day(columns.dates[doc]))))
        session.date = columns.dates[doc];
  };
  for (auto& [id, session] : by_id) settle(session);

  std::multimap<std::uint32_t, Session*> by_day;
  for (auto& [id, session] : by_id)
    if (is_whole_day(session.date)) by_day.emplace(session.date, &session);
  // In the order of ids, so that it doesn't depend on how the index was built.
  std::ranges::sort(loose, {}, [&](DocId doc) { return std::pair(rank_of(kind_of(columns, doc)), columns.id(doc)); });
  for (const auto doc : loose) {
    const auto [begin, end] = by_day.equal_range(columns.dates[doc]);
    Session* match = nullptr;
    int matches = 0;
    for (auto at = begin; at != end; ++at)
      if (shares_theme(columns, at->second->documents.front(), doc)) match = at->second, ++matches;
    if (is_whole_day(columns.dates[doc]) && matches == 1) {
      match->documents.push_back(doc);
      continue;
    }
    auto id = "~" + std::string(columns.id(doc));
    if (by_id.contains(id)) continue;  // somebody's key
    auto& own = by_id[id];
    own.id = id;
    own.date = columns.dates[doc];
    own.documents = {doc};
    if (is_whole_day(own.date)) by_day.emplace(own.date, &own);
  }
  for (auto& [id, session] : by_id) {
    settle(session);
    sessions_.push_back(std::move(session));
  }
  std::ranges::sort(sessions_, {}, [](const Session& session) {
    return std::tuple(session.date == 0, session.date, std::string_view(session.id));
  });
  by_document_.assign(std::size_t{columns.last} + 1, 0);
  for (std::size_t i = 0; i < sessions_.size(); ++i)
    for (const auto doc : sessions_[i].documents) by_document_[doc] = static_cast<std::uint32_t>(i + 1);
}

std::optional<std::size_t> Sessions::find(std::string_view id) const {
  const auto found = std::ranges::find(sessions_, id, &Session::id);
  if (found == sessions_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - sessions_.begin());
}

std::optional<std::size_t> Sessions::of(DocId document) const {
  if (document >= by_document_.size() || by_document_[document] == 0) return std::nullopt;
  return by_document_[document] - 1;
}

}  // namespace search
