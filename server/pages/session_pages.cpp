#include <algorithm>
#include <ctime>

#include "corpus/error.h"
#include "search/api_json.h"
#include "server/feeds/calendar.h"
#include "server/http/uri.h"
#include "server/pages/document_text.h"
#include "server/pages/knowledge_view.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

using search::Field;

constexpr std::size_t kMostPast = 200;
constexpr std::ptrdiff_t kMostEvents = 500;  // the newest ones

/// Today as yyyymmdd, in the time zone of the machine.
std::uint32_t today() {
  const auto now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return static_cast<std::uint32_t>((local.tm_year + 1900) * 10000 + (local.tm_mon + 1) * 100 + local.tm_mday);
}

/// The last day that a partial date may mean.
std::uint32_t last_day(std::uint32_t date) {
  return date % 10000 == 0 ? date + 1231 : date % 100 == 0 ? date + 31 : date;
}

View agenda_view(const search::Passage& agenda) {
  auto items = View::array();
  std::string_view text = agenda.text;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const auto time = agenda_time(line);
    items.push_back(
        {{"time", or_false(time ? time->text : "")}, {"item", std::string(time ? line.substr(time->rest) : line)}});
  }
  return items;
}

View part_link(const search::Passage& passage) {
  return {{"text", passage.text}, {"passage_href", search::document_url(passage.document.id) + "#" + passage.id}};
}

std::size_t session_number(const Context& context, const std::string& id) {
  const auto number = context.knowledge().sessions().find(id);
  if (!number) throw corpus::Error(corpus::ErrorKind::not_found, "Deze bijeenkomst bestaat niet.");
  return *number;
}

View neighbour(const Context& context, std::size_t number) {
  return {{"title", context.knowledge().session(number).title},
          {"href", session_url(context.knowledge().sessions().all()[number].id)}};
}

Response show_session(const Context& context, std::size_t number) {
  const auto& index = context.index();
  const auto& sessions = context.knowledge().sessions().all();
  const auto details = context.knowledge().session(number);
  const auto date = search::date_in_words(details.date);
  auto view = base_view(context, "Bijeenkomst: " + details.title + (date.empty() ? "" : ", " + date), false, {});
  view["title"] = details.title;
  view["date"] = or_false(date);
  view["time"] = or_false(details.begins.empty() ? ""
                          : details.ends.empty() ? details.begins + " uur"
                                                 : details.begins + " – " + details.ends + " uur");
  view["upcoming"] = sessions[number].date != 0 && last_day(sessions[number].date) >= today();
  view["past"] = sessions[number].date != 0 && last_day(sessions[number].date) < today();
  view["calendar_href"] =
      or_false(has_event(sessions[number], details) ? session_url(sessions[number].id) + ".ics" : "");
  view["introduction"] = details.introduction ? part_link(*details.introduction) : View(false);
  auto speakers = View::array();
  for (const auto& speaker : details.speakers) {
    auto row = part_link(speaker);
    if (const auto time = agenda_time(speaker.text)) row["text"] = speaker.text.substr(time->rest);
    speakers.push_back(std::move(row));
  }
  view["has_speakers"] = !speakers.empty();
  view["speakers"] = std::move(speakers);
  view["agenda"] = details.agenda ? View{{"items", agenda_view(*details.agenda)}} : View(false);
  view["registration"] = details.registration ? part_link(*details.registration) : View(false);
  view["closed"] = details.registration_closed;
  view["sign_up"] = details.registration_link.empty() || details.registration_closed
                        ? View(false)
                        : View{{"url", details.registration_link}};
  view["conclusion"] = details.conclusion ? conclusion_view(index, *details.conclusion) : View(false);
  view["parts"] = references_view(index, details.documents);
  const auto links = [&](const char* key, Field field, const std::vector<std::string>& values) {
    view["has_" + std::string(key)] = !values.empty();
    view[key] = links_view(index, field, values, 40);
  };
  links("themes", Field::theme, details.themes);
  links("solutions", Field::solution, details.solutions);
  links("municipalities", Field::municipality, details.municipalities);
  view["previous"] = number > 0 ? neighbour(context, number - 1) : View(false);
  view["next"] = number + 1 < sessions.size() ? neighbour(context, number + 1) : View(false);
  view["has_neighbours"] = sessions.size() > 1;
  auto response = html(context, "session", view);
  response.by_generation = false;  // whether it is still to come changes by itself
  return response;
}

}  // namespace

Response sessions_page(const Context& context, const Request&) {
  const auto& sessions = context.knowledge().sessions().all();
  const auto now = today();
  auto upcoming = View::array(), past = View::array(), undated = View::array();
  std::size_t left = 0;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    if (sessions[i].date == 0) {
      if (undated.size() < kMostPast) undated.push_back(session_row(context, i));
    } else if (last_day(sessions[i].date) >= now) {
      upcoming.push_back(session_row(context, i));
    }
  }
  std::string year;
  auto years = View::array();
  std::size_t shown = 0;
  for (std::size_t i = sessions.size(); i-- > 0;) {
    if (sessions[i].date == 0 || last_day(sessions[i].date) >= now) continue;
    if (shown == kMostPast) {
      ++left;
      continue;
    }
    const auto own = std::to_string(sessions[i].date / 10000);
    if (own != year) years.push_back({{"year", own}, {"rows", View::array()}});
    year = own;
    years.back()["rows"].push_back(session_row(context, i));
    ++shown;
  }
  auto view = base_view(context, "Bijeenkomsten", false, {});
  view["is_empty"] = sessions.empty();
  view["has_upcoming"] = !upcoming.empty();
  view["upcoming"] = std::move(upcoming);
  view["has_past"] = !years.empty();
  view["years"] = std::move(years);
  view["has_undated"] = !undated.empty();
  view["undated"] = std::move(undated);
  view["left"] = left > 0 ? View(dutch_number(left)) : View(false);
  auto response = html(context, "sessions", view);
  response.by_generation = false;
  return response;
}

Response session_page(const Context& context, const Request& request, const std::string& id) {
  constexpr std::string_view kCalendar = ".ics";
  const auto& sessions = context.knowledge().sessions();
  if (id.ends_with(kCalendar) && !sessions.find(id)) {
    const auto number = session_number(context, id.substr(0, id.size() - kCalendar.size()));
    return calendar(context, request, {number});
  }
  return show_session(context, session_number(context, id));
}

Response sessions_calendar(const Context& context, const Request& request) {
  const auto& sessions = context.knowledge().sessions().all();
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < sessions.size(); ++i)
    if (sessions[i].date != 0) all.push_back(i);
  if (std::ssize(all) > kMostEvents) all.erase(all.begin(), all.end() - kMostEvents);
  return calendar(context, request, all);
}

}  // namespace server
