#include "server/feeds/calendar.h"

#include <algorithm>
#include <cstdio>

#include "corpus/error.h"
#include "search/api_json.h"
#include "server/http/uri.h"
#include "server/pages/knowledge_view.h"

namespace server {
namespace {

constexpr std::size_t kFold = 75;  // bytes of a line

// The rules of the Netherlands since 1996.
constexpr const char* kTimeZone =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"
    "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19960331T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19961027T030000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

/// "2026-03-03T10:00:00Z" → "20260303T100000Z".
std::string timestamp(std::string_view published) {
  const auto digits = digits_of(published);
  return digits.size() == 14 ? digits.substr(0, 8) + "T" + digits.substr(8) + "Z" : "19700101T000000Z";
}

std::string event(const Context& context, const search::Session& session, const search::SessionDetails& details,
                  const std::string& origin) {
  std::string text = "BEGIN:VEVENT\r\n";
  text += calendar_line("UID", percent_encode(session.id) + "@praktijkbank");
  text += "DTSTAMP:" + timestamp(context.index().meta().published) + "\r\n";
  const auto day = std::to_string(session.date);
  const auto time = [&](const std::string& clock) { return day + "T" + digits_of(clock) + "00"; };
  if (details.begins.empty()) {
    text += "DTSTART;VALUE=DATE:" + day + "\r\n";
  } else {
    text += "DTSTART;TZID=Europe/Amsterdam:" + time(details.begins) + "\r\n";
    if (!details.ends.empty()) text += "DTEND;TZID=Europe/Amsterdam:" + time(details.ends) + "\r\n";
  }
  text += calendar_line("SUMMARY", details.title);
  std::string description = details.introduction ? details.introduction->text : std::string();
  if (details.registration) description += (description.empty() ? "" : "\n\n") + details.registration->text;
  if (!description.empty()) text += calendar_line("DESCRIPTION", description);
  if (!origin.empty()) text += calendar_line("URL", origin + session_url(session.id));
  return text + "END:VEVENT\r\n";
}

}  // namespace

std::string calendar_line(std::string_view name, std::string_view text) {
  std::string line(name);
  line += ':';
  for (const char c : text) {
    if (c == '\n') {
      line += "\\n";
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) continue;
    if (name != "URL" && (c == '\\' || c == ';' || c == ',')) line += '\\';
    line += c;
  }
  std::string folded;
  std::size_t length = 0;
  for (std::size_t i = 0; i < line.size();) {
    std::size_t size = 1;  // a whole character at a time
    while (i + size < line.size() && (static_cast<unsigned char>(line[i + size]) & 0xc0) == 0x80) ++size;
    if (length + size > kFold) {
      folded += "\r\n ";
      length = 1;
    }
    folded.append(line, i, size);
    length += size;
    i += size;
  }
  return folded + "\r\n";
}

bool has_event(const search::Session& session, const search::SessionDetails&) { return session.date % 100 != 0; }

std::string site_origin(const Request& request) {
  const auto host = request.header("Host");
  const bool plausible = !host.empty() && host.size() < 256 && std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view(".-:[]").find(c) != std::string_view::npos;
  });
  if (!plausible) return {};
  return (request.header("X-Forwarded-Proto") == "https" ? "https://" : "http://") + std::string(host);
}

Response calendar(const Context& context, const Request& request, const std::vector<std::size_t>& numbers) {
  std::string events;
  bool timed = false;
  const auto origin = site_origin(request);
  for (const auto number : numbers) {
    const auto& session = context.knowledge().sessions().all()[number];
    if (session.date % 100 == 0) continue;
    const auto details = context.knowledge().session(number);
    timed = timed || !details.begins.empty();
    events += event(context, session, details, origin);
  }
  if (events.empty() && numbers.size() == 1)
    throw corpus::Error(corpus::ErrorKind::not_found, "Van deze bijeenkomst is geen dag bekend.");
  Response response;
  response.type = "text/calendar; charset=utf-8";
  response.body =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Praktijkbank//Bijeenkomsten//NL\r\nCALSCALE:GREGORIAN\r\n"
      "METHOD:PUBLISH\r\n" +
      calendar_line("X-WR-CALNAME", "Bijeenkomsten van de community of practice") + (timed ? kTimeZone : "") + events +
      "END:VCALENDAR\r\n";
  response.set("Content-Disposition", "inline; filename=\"bijeenkomsten.ics\"");
  return response;
}

}  // namespace server
