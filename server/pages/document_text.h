// The text of a document as the page shows it: sections, marked words, agendas. Thread-safe.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "corpus/document.h"
#include "search/search.h"
#include "server/pages/templates.h"

namespace server {

struct DocumentText {
  View sections, toc;        // lists of the view model
  std::size_t marks = 0;     // words marked
  std::string first_marked;  // id of the first passage with one; empty when there is none
};

/// Words of `query` are marked; none when it is empty.
DocumentText document_text(const search::Index& index, const corpus::Document& document, const std::string& query);

/// The time at the beginning of an item of an agenda ("13.20 uur – 13:40: opening"), as "13.20–13.40", and where the
/// rest begins; nullopt when there is none.
struct AgendaTime {
  std::string text;
  std::size_t rest = 0;
};
std::optional<AgendaTime> agenda_time(std::string_view item);

}  // namespace server
