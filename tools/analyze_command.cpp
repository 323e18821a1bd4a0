// praktijkbank analyze: how the search engine sees the words of a text.
#include <algorithm>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "search/analysis/analyzer.h"
#include "tools/commands.h"

namespace tools {
namespace {

struct Arguments {
  std::vector<std::string> text;
  bool json = false;
};

struct Row {
  std::string text, normalized, stem;
  std::vector<std::string> parts;
};

std::vector<Row> analyze(const std::string& text) {
  std::vector<Row> rows;
  search::Analyzer analyzer;
  analyzer.tokenize(text, [&](const search::Token& token, const search::WordAnalysis& word) {
    rows.push_back({text.substr(token.begin, token.end - token.begin), token.normalized, word.stem, word.parts});
  });
  return rows;
}

void print_json(const std::vector<Row>& rows) {
  auto tokens = nlohmann::json::array();
  for (const auto& row : rows)
    tokens.push_back({{"text", row.text}, {"normalized", row.normalized}, {"stem", row.stem}, {"parts", row.parts}});
  std::cout << nlohmann::json{{"tokens", std::move(tokens)}}.dump(2) << '\n';
}

/// Code points, which is near enough to columns for Dutch.
std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

void print_table(const std::vector<Row>& rows) {
  const std::string headings[] = {"word", "normalized", "stem", "parts"};
  std::size_t widths[] = {headings[0].size(), headings[1].size(), headings[2].size()};
  for (const auto& row : rows) {
    widths[0] = std::max(widths[0], width(row.text));
    widths[1] = std::max(widths[1], width(row.normalized));
    widths[2] = std::max(widths[2], width(row.stem));
  }
  const auto print = [&](const std::string& text, const std::string& normalized, const std::string& stem,
                         const std::string& parts) {
    const std::string* cells[] = {&text, &normalized, &stem};
    for (std::size_t i = 0; i < 3; ++i) std::cout << *cells[i] << std::string(widths[i] - width(*cells[i]) + 2, ' ');
    std::cout << parts << '\n';
  };
  print(headings[0], headings[1], headings[2], headings[3]);
  for (const auto& row : rows) {
    std::string parts;
    for (const auto& part : row.parts) parts += (parts.empty() ? "" : " + ") + part;
    print(row.text, row.normalized, row.stem, parts);
  }
}

}  // namespace

void add_analyze_command(CLI::App& app) {
  auto* command = app.add_subcommand("analyze", "Shows how words are normalized, stemmed and split; needs no index");
  auto given = std::make_shared<Arguments>();
  command->add_option("TEXT", given->text, "The text; several words are joined by spaces")->required();
  command->add_flag("--json", given->json, "Print JSON");
  command->footer(
      "Two words meet in a search when their stems are equal.\n\n"
      "Examples:\n"
      "  praktijkbank analyze \"woninginbraken in Den Haag\"\n"
      "  praktijkbank analyze --json buurtpreventieteams");
  command->callback([given] {
    std::string text;
    for (const auto& word : given->text) text += (text.empty() ? "" : " ") + word;
    const auto rows = analyze(corpus::to_valid_utf8(text));
    if (given->json)
      print_json(rows);
    else
      print_table(rows);
  });
}

}  // namespace tools
