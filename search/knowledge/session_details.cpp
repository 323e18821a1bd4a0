#include <algorithm>
#include <map>
#include <regex>

#include "corpus/text.h"
#include "search/knowledge/sessions.h"

namespace search {
namespace {

using corpus::Document;

constexpr std::size_t kWordsOfIntroduction = 15;
constexpr std::size_t kMostSpeakers = 4;
constexpr std::size_t kLongestLine = 2'000;  // std::regex recurses a step a character

/// "13.30" of "13:30"; a time needs a separator, so that years and amounts are none.
const char* const kTime = R"((\d{1,2})[.:](\d{2}))";

std::string clock(const std::string& hours, const std::string& minutes) {
  if (std::stoi(hours) > 23 || std::stoi(minutes) > 59) return {};
  return (hours.size() == 1 ? "0" : "") + hours + "." + minutes;
}

/// "van 13.30 tot 15.00 uur", "13:30-15:00".
bool find_times(const std::string& line, std::string& begins, std::string& ends) {
  static const std::regex range(std::string(R"((?:^|[^\d.:]))") + kTime +
                                R"((?: uur)?\s*(?:-|–|—|tot(?: en met)?)\s*)" + kTime + R"((?![\d.:]*\d))");
  std::smatch found;
  if (line.size() > kLongestLine || !std::regex_search(line, found, range)) return false;
  begins = clock(found[1], found[2]);
  ends = clock(found[3], found[4]);
  return !begins.empty() && !ends.empty();
}

std::string time_at_start(std::string_view line) {
  static const std::regex start(std::string("^") + kTime + R"((?!\d))");
  const std::string head(line.substr(0, 8));
  std::smatch found;
  return std::regex_search(head, found, start) ? clock(found[1], found[2]) : std::string();
}

template <class Visit>
void for_each_passage(const Document& document, Visit visit) {
  for (const auto& section : document.sections)
    for (const auto& passage : section.passages) visit(section, passage);
}

bool is_agenda(const corpus::Passage& passage) {
  if (passage.type != corpus::Block::Type::list) return false;
  const auto lines = corpus::lines_of(passage.text);
  return lines.size() > 1 && std::ranges::all_of(lines, [](auto line) { return !time_at_start(line).empty(); });
}

bool has_any(const std::string& folded, std::initializer_list<const char*> words) {
  return std::ranges::any_of(words, [&](const char* word) { return folded.find(word) != std::string::npos; });
}

bool is_about_registration(std::string_view sentence) {
  return has_any(corpus::fold(sentence), {"aanmeld", "inschrijv", "in te schrijven", "schrijf je in", "schrijf u in",
                                          "meld je aan", "meld u aan", "u aan te melden", "je aan te melden"});
}

bool says_closed(std::string_view sentence) {
  const auto folded = corpus::fold(sentence);
  return has_any(folded, {"niet meer mogelijk", "gesloten", "kan niet meer", "niet langer mogelijk", "is vol"});
}

std::string link_in(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    const auto begin = text.find(scheme);
    if (begin == std::string_view::npos) continue;
    auto end = text.find_first_of(" \n\"<>()[]", begin);
    if (end == std::string_view::npos) end = text.size();
    while (end > begin && std::string_view(".,;:!?'").find(text[end - 1]) != std::string_view::npos) --end;
    if (end > begin + scheme.size()) return std::string(text.substr(begin, end - begin));
  }
  return {};
}

void read_registration(const Document& document, SessionDetails& details) {
  for_each_passage(document, [&](const corpus::PassageSection&, const corpus::Passage& passage) {
    if (details.registration && (details.registration_closed || !details.registration_link.empty())) return;
    std::string text;
    for (const auto sentence : sentences(passage.text))
      if (is_about_registration(sentence)) text.append(text.empty() ? "" : " ").append(sentence);
    if (text.empty()) return;
    const bool closed = says_closed(text);
    const auto link = link_in(text);
    // Of several places the one that says most: closed, or where to go.
    if (details.registration && !closed && link.empty()) return;
    details.registration = Passage{reference(document), passage.id, text};
    details.registration_closed = closed;
    details.registration_link = link;
  });
}

/// Roles, not names: "een officier van justitie", "de wijkagent". What the announcement itself calls a speaker.
bool names_speaker(std::string_view line) {
  static const std::regex speaker(
      R"((^|[^a-z])((gast)?sprekers?|inleiders?|presentatie(s)? (van|door)|(in)?leiding door|toelichting (van|door)|lezing (van|door)|verhaal van|bijdrage (van|door))([^a-z]|$))");
  const auto folded = corpus::fold(line.substr(0, kLongestLine / 4));
  return std::regex_search(folded, speaker);
}

void read_speakers(const Document& document, SessionDetails& details) {
  for_each_passage(document, [&](const corpus::PassageSection&, const corpus::Passage& passage) {
    const auto add = [&](std::string_view line) {
      if (details.speakers.size() < kMostSpeakers && names_speaker(line))
        details.speakers.push_back({reference(document), passage.id, std::string(line)});
    };
    const auto parts =
        passage.type == corpus::Block::Type::list ? corpus::lines_of(passage.text) : sentences(passage.text);
    for (const auto part : parts) add(part);
  });
}

std::string without_kind(const std::string& title) {
  for (const std::string_view kind :
       {"Aankondiging:", "Aankondiging –", "Aankondiging -", "Verslag:", "Conclusies:", "Conclusie:"}) {
    if (!title.starts_with(kind)) continue;
    const auto rest = title.find_first_not_of(' ', kind.size());
    if (rest != std::string::npos) return title.substr(rest);
  }
  return title;
}

/// Values of all documents: those that more of them carry first, then in order of first appearance.
std::vector<std::string> collect(const std::vector<Document>& documents, std::vector<corpus::Value> Document::*field) {
  std::vector<std::pair<std::string, int>> counts;
  for (const auto& document : documents)
    for (const auto& value : document.*field) {
      const auto found = std::ranges::find(counts, value.value, &std::pair<std::string, int>::first);
      if (found == counts.end()) {
        counts.emplace_back(value.value, 1);
      } else {
        ++found->second;
      }
    }
  std::ranges::stable_sort(counts, std::greater(), &std::pair<std::string, int>::second);
  std::vector<std::string> values;
  for (auto& [value, count] : counts) values.push_back(std::move(value));
  return values;
}

}  // namespace

SessionDetails describe_session(const Index& index, Reader& reader, const Session& session, const Mentions& mentions) {
  const auto documents = read_documents(index, reader, session.documents);
  SessionDetails details;
  if (documents.empty()) return details;
  details.title = without_kind(documents.front().title);
  details.themes = collect(documents, &Document::themes);
  details.solutions = collect(documents, &Document::solutions);
  details.municipalities = collect(documents, &Document::municipalities);
  for (const auto& document : documents) {
    details.documents.push_back(reference(document));
    if (details.date == corpus::Date{} ||
        (details.date.day == 0 && document.date.day != 0 && document.date.year != 0) ||
        (details.date.year == 0 && document.date.year != 0))
      details.date = document.date;
    if (document.kind.value == "conclusie" || !details.conclusion)
      if (auto conclusion = conclusion_of(document, nullptr, index.vocabulary(), mentions, reader.analyzer))
        details.conclusion = std::move(conclusion);
  }
  for (const auto& document : documents) {
    if (document.kind.value != "aankondiging") continue;
    for_each_passage(document, [&](const corpus::PassageSection&, const corpus::Passage& passage) {
      if (details.begins.empty() && passage.text.size() <= kLongestLine) {
        std::string begins, ends;
        const auto first =
            std::string(corpus::lines_of(passage.text).empty() ? "" : corpus::lines_of(passage.text).front());
        if (!is_agenda(passage) && find_times(first, begins, ends)) details.begins = begins, details.ends = ends;
      }
      if (!details.agenda && is_agenda(passage))
        details.agenda = Passage{reference(document), passage.id, passage.text};
      const bool says_something = passage.type == corpus::Block::Type::paragraph &&
                                  corpus::count_words(passage.text) >= kWordsOfIntroduction &&
                                  !is_about_registration(passage.text);
      if (!details.introduction && says_something)
        details.introduction = Passage{reference(document), passage.id, passage.text};
    });
    read_registration(document, details);
    read_speakers(document, details);
  }
  if (details.begins.empty() && details.agenda) {
    const auto lines = corpus::lines_of(details.agenda->text);
    details.begins = time_at_start(lines.front());
    details.ends = time_at_start(lines.back());
  }
  if (details.ends <= details.begins) details.ends.clear();
  return details;
}

}  // namespace search
