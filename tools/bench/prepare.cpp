#include "tools/bench/prepare.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "search/analysis/analyzer.h"

namespace bench {
namespace {

constexpr const char* kPart = "q0";  // before the stem of a compound's part: a word of its own for every engine

std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text;
}

/// Stems of the words and, marked, of the parts of compounds: what this program's own index holds.
std::string terms_of(search::Analyzer& analyzer, const std::string& text) {
  std::string terms;
  analyzer.tokenize(text, [&](const search::Token&, const search::WordAnalysis& word) {
    terms += word.stem + ' ';
    if (word.part_stems.size() > 1)
      for (const auto& part : word.part_stems) terms += kPart + part + ' ';
  });
  return terms;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return in;
}

}  // namespace

void prepare_documents(const std::filesystem::path& corpus, const std::filesystem::path& prepared) {
  auto in = open(corpus);
  std::ofstream out(prepared);
  search::Analyzer analyzer;
  for (std::string line; std::getline(in, line);) {
    const auto document = nlohmann::json::parse(line);
    const auto title = one_line(document.at("title")), text = one_line(document.at("text"));
    out << document.at("id").get<std::string>() << '\t' << title << '\t' << text << '\t'
        << terms_of(analyzer, title + '\n' + text);
    for (const auto* key : {"themes", "municipalities", "solutions"}) {
      out << '\t';
      for (const auto& value : document.value(key, nlohmann::json::array())) out << value.get<std::string>() << ' ';
    }
    out << '\n';
  }
}

void prepare_queries(const std::filesystem::path& queries, const std::filesystem::path& prepared) {
  auto in = open(queries);
  std::ofstream out(prepared);
  search::Analyzer analyzer;
  for (std::string line; std::getline(in, line);) {
    const auto fields = split(line, '\t');
    if (fields.size() < 4) continue;
    out << fields[1] << '\t' << fields[2] << '\t' << fields[3] << '\t';
    for (const auto& stem : analyzer.stems(fields[1])) out << stem << ' ' << kPart << stem << ' ';
    out << '\n';
  }
}

std::vector<Query> read_queries(const std::filesystem::path& prepared, bool several_words) {
  auto in = open(prepared);
  std::vector<Query> queries;
  for (std::string line; std::getline(in, line);) {
    const auto fields = split(line, '\t');
    if (several_words && fields[0].find(' ') == std::string::npos) continue;
    queries.push_back({fields[0], fields[1], fields[2], split(fields[3], ' ')});
  }
  return queries;
}

void each_document(const std::filesystem::path& prepared, const std::function<void(const Document&)>& visit) {
  auto in = open(prepared);
  for (std::string line; std::getline(in, line);) {
    auto fields = split(line, '\t');
    fields.resize(7);
    visit({fields[0],
           fields[1],
           fields[2],
           fields[3],
           {split(fields[4], ' '), split(fields[5], ' '), split(fields[6], ' ')}});
  }
}

}  // namespace bench
