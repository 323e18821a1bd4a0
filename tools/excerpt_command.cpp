// praktijkbank excerpt and praktijkbank book: what others take along, as files.
#include <memory>

#include <CLI/CLI.hpp>

#include "corpus/error.h"
#include "corpus/text.h"
#include "search/excerpts/export.h"
#include "search/excerpts/policy_book.h"
#include "tools/commands.h"
#include "tools/output.h"

namespace tools {
namespace {

struct Arguments {
  std::filesystem::path index, output;
  std::string format, period, site;
  std::vector<std::string> words;
  std::size_t limit = 10;
};

const search::ExportFormatInfo& format_of(const Arguments& given, bool text_only) {
  const auto* format = search::export_format(given.format);
  if (!format || (text_only && !format->text)) {
    std::string names;
    for (const auto& known : search::kExportFormats)
      if (known.text || !text_only) names += (names.empty() ? "" : ", ") + std::string(known.name);
    throw CLI::ValidationError("--format", "\"" + given.format + "\" is not one of " + names);
  }
  return *format;
}

/// Without a slash at the end, which the paths begin with.
std::string site_of(const Arguments& given) {
  auto site = given.site;
  while (site.ends_with('/')) site.pop_back();
  if (!site.empty() && !site.starts_with("https://") && !site.starts_with("http://"))
    throw CLI::ValidationError("--site",
                               "\"" + given.site + "\" is not an address such as https://praktijkbank.example");
  return site;
}

void write_excerpts(const Arguments& given) {
  const auto& format = format_of(given, false);
  const auto site = site_of(given);
  std::string query;
  for (const auto& word : given.words) query += (query.empty() ? "" : " ") + word;
  query = corpus::to_valid_utf8(query);
  const auto index = search::Index::open(given.index);
  std::vector<search::ListedExcerpt> excerpts;
  for (auto& excerpt : search::excerpts_for(*index, query, given.limit)) excerpts.push_back({std::move(excerpt), {}});
  if (excerpts.empty())
    throw corpus::Error(corpus::ErrorKind::bad_request, "no passage matches this query", "try fewer words");
  write_file(given.output,
             search::export_excerpts("Knipsels bij ‘" + query + "’", excerpts, format.format, site, search::Pandoc()));
}

void write_book(const Arguments& given) {
  const auto& format = format_of(given, true);
  const auto site = site_of(given);
  const auto period = search::parse_half_year(given.period);
  if (!period) throw CLI::ValidationError("--period", "\"" + given.period + "\" is not a half year such as 2025-H1");
  const auto index = search::Index::open(given.index);
  write_file(given.output, search::render(search::policy_book(*index, *period, site), format.format, search::Pandoc()));
}

void add_common(CLI::App& command, Arguments& given, const char* formats) {
  command.add_option("--index", given.index, "The folder of the index")->required()->type_name("DIR");
  command.add_option("--format", given.format, formats)->required()->type_name("FORMAT");
  command.add_option("--output", given.output, "The file to write; replaced only when all went well")
      ->required()
      ->type_name("FILE");
  command.add_option("--site", given.site, "Address of the site, for links that work outside it")->type_name("URL");
}

}  // namespace

void add_excerpt_command(CLI::App& app) {
  auto* command = app.add_subcommand("excerpt", "Writes the passages that fit a query, quoted and with their sources");
  auto given = std::make_shared<Arguments>();
  add_common(*command, *given, "docx, odt, md or html; or the references: csl-json, ris or bibtex");
  command->add_option("--limit", given->limit, "From at most so many documents, 1 to 100 (default 10)")
      ->type_name("N")
      ->check(CLI::Range(1, 100).description(""));
  command->add_option("QUERY", given->words, "The query, as it would be typed in the search box")->required();
  command->footer(
      "docx and odt need pandoc.\n\n"
      "Examples:\n"
      "  praktijkbank excerpt --index index --format docx --output knipsels.docx burgerinitiatieven\n"
      "  praktijkbank excerpt --index index --format bibtex --output bronnen.bib --site https://praktijkbank.example "
      "boa");
  command->callback([given] { write_excerpts(*given); });
}

void add_book_command(CLI::App& app) {
  auto* command =
      app.add_subcommand("book", "Writes the draft policy book of a half year, quoted and with its sources");
  auto given = std::make_shared<Arguments>();
  add_common(*command, *given, "docx, odt, md or html");
  command->add_option("--period", given->period, "The half year: 2025-H1 or 2025-H2")->required()->type_name("PERIOD");
  command->footer(
      "docx and odt need pandoc.\n\n"
      "Examples:\n"
      "  praktijkbank book --index index --period 2025-H1 --format docx --output beleidsboek.docx");
  command->callback([given] { write_book(*given); });
}

}  // namespace tools
