// praktijkbank search: one query from the command line.
#include <cstdio>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "search/api_json.h"
#include "search/search.h"
#include "tools/commands.h"
#include "tools/output.h"

namespace tools {
namespace {

struct Arguments {
  std::filesystem::path index;
  search::Request request;
  std::vector<std::string> words;
  std::string from, to;
  bool json = false;
};

std::uint32_t date_bound(const char* option, const std::string& text, bool end) {
  if (text.empty()) return 0;
  try {
    return search::parse_date_bound(text, end);
  } catch (const corpus::Error&) {  // its message is for a Dutch page
    throw CLI::ValidationError(option, "\"" + text + "\" is not a date like 2025-09-24, 2025-09 or 2025");
  }
}

search::Sort sort_of(const std::string& order) {
  if (order == "relevance") return search::Sort::relevance;
  if (order == "newest") return search::Sort::newest;
  if (order == "oldest") return search::Sort::oldest;
  throw CLI::ValidationError("--sort", "\"" + order + "\" is not relevance, newest or oldest");
}

/// The snippet with what was found in bold, on a terminal.
std::string marked(const search::PassageHit& passage, bool bold) {
  if (!bold) return printable(passage.snippet);
  std::string line;
  std::size_t at = 0;
  for (const auto& mark : passage.marks) {
    line += printable(passage.snippet.substr(at, mark.begin - at));
    line += "\x1b[1m" + printable(passage.snippet.substr(mark.begin, mark.end - mark.begin)) + "\x1b[0m";
    at = mark.end;
  }
  return line + printable(passage.snippet.substr(at));
}

void print_hit(const search::Index& index, const search::Hit& hit, std::size_t number, bool bold) {
  const auto& document = hit.document;
  std::cout << number << ". " << (bold ? "\x1b[1m" : "") << printable(document.title) << (bold ? "\x1b[0m" : "")
            << '\n';
  std::string about = document.kind.value;
  if (const auto date = search::date_in_words(document.date); !date.empty()) about += " · " + date;
  std::string themes;
  for (const auto& theme : document.themes)
    themes += (themes.empty() ? "" : ", ") + index.vocabulary().label(corpus::Scheme::theme, theme.value);
  if (!themes.empty()) about += " · " + themes;
  std::cout << "   " << printable(about) << "\n   " << printable(document.id) << '\n';
  for (const auto& passage : hit.passages) {
    std::cout << "     ";
    if (!passage.heading.empty()) std::cout << printable(passage.heading) << ": ";
    std::cout << marked(passage, bold) << '\n';
  }
  if (hit.passages_left > 0) std::cout << "     (" << counted(hit.passages_left, "more passage") << ")\n";
  if (hit.explanation.empty()) return;
  for (const auto& reason : hit.explanation) {
    char contribution[32];
    std::snprintf(contribution, sizeof contribution, "%9.3f", reason.contribution);
    std::cout << "   " << contribution << "  " << printable(reason.word)
              << (reason.detail.empty() ? "" : ": " + printable(reason.detail)) << '\n';
  }
}

/// "thema: Ondermijning 7, Drugs 3; gemeente: Breda 2": the commonest values of each facet, on one line a facet.
void print_facets(const search::Page& page) {
  constexpr std::size_t most = 5;
  for (const auto& field : search::kFields) {
    std::string line;
    std::size_t shown = 0;
    for (const auto& value : page.facets[search::number(field.field)]) {
      if (value.count == 0 || shown == most) continue;
      line += (shown++ ? ", " : "") + value.label + " " + with_commas(value.count);
    }
    if (shown > 0) std::cout << field.name << ": " << printable(line) << '\n';
  }
}

void print(const search::Index& index, const search::Page& page) {
  const bool bold = stdout_is_terminal();
  for (const auto& note : page.notes) std::cout << printable(note) << '\n';
  if (page.suggestion) std::cout << "Did you mean: " << printable(*page.suggestion) << '\n';
  std::cout << counted(page.total, "document") << (page.total == 1 ? " matches" : " match") << '\n';
  bool complete = true;
  for (std::size_t i = 0; i < page.hits.size(); ++i) {
    const auto& hit = page.hits[i];
    if (complete && !hit.complete) std::cout << "\nThese match less:\n";
    complete = hit.complete;
    std::cout << '\n';
    print_hit(index, hit, i + 1, bold);
  }
  if (page.total > 0) std::cout << '\n';
  print_facets(page);
}

void run(const Arguments& given) {
  auto request = given.request;
  for (const auto& word : given.words) request.query += (request.query.empty() ? "" : " ") + word;
  request.from = date_bound("--from", given.from, false);
  request.to = date_bound("--to", given.to, true);
  const auto index = search::Index::open(given.index);
  const auto page = search::search(*index, request);
  if (given.json)
    std::cout << search::to_json(*index, page).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  else
    print(*index, page);
}

}  // namespace

void add_search_command(CLI::App& app) {
  auto* command = app.add_subcommand("search", "Searches the index");
  auto given = std::make_shared<Arguments>();
  auto& request = given->request;
  command->add_option("--index", given->index, "The folder of the index")->required()->type_name("DIR");
  for (const auto& field : search::kFields)
    command
        ->add_option("--" + std::string(field.name), request.selection[search::number(field.field)],
                     "Only documents with this " + std::string(field.name) + "; may be repeated: any of them will do")
        ->type_name(field.field == search::Field::year ? "Y" : "S")
        ->allow_extra_args(false);
  command->add_option("--from", given->from, "Only documents of this day or later: 2025-09-24, 2025-09 or 2025")
      ->type_name("DATE");
  command->add_option("--to", given->to, "Only documents of this day or earlier")->type_name("DATE");
  command
      ->add_option_function<std::string>(
          "--sort", [given](const std::string& order) { given->request.sort = sort_of(order); },
          "relevance (default), newest or oldest")
      ->type_name("ORDER");
  command->add_option("--limit", request.limit, "At most so many documents, 1 to 100 (default 10)")
      ->type_name("N")
      ->check(CLI::Range(1, 100).description(""));
  command->add_flag("--json", given->json, "Print the JSON of GET /v1/documenten");
  command->add_flag("--explain", request.explain, "Show what each word adds to the score");
  command
      ->add_option("QUERY", given->words, "The query, as it would be typed in the search box; \"\" for all documents")
      ->required();
  command->footer(
      "A query that begins with a hyphen goes behind --.\n\n"
      "Examples:\n"
      "  praktijkbank search --index index buurtpreventie\n"
      "  praktijkbank search --index index --theme ondermijning --year 2025 --sort newest \"\"\n"
      "  praktijkbank search --index index --json -- '\"meld een vermoeden\" -drugs'");
  command->callback([given] { run(*given); });
}

}  // namespace tools
