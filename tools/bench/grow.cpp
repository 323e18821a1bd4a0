#include <fstream>
#include <random>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "tools/bench/prepare.h"

namespace bench {
namespace {

constexpr const char* kDrawn[] = {"date", "themes", "municipalities", "solutions"};
constexpr std::size_t kLongestRun = 3;  // sentences that stay together, so that words of one subject do

/// What new documents are made of.
struct Source {
  std::string title, text;
  std::vector<std::size_t> sentences;  // where they begin
  nlohmann::json values;
};

std::vector<std::size_t> sentences_of(const std::string& text) {
  std::vector<std::size_t> begins{0};
  for (std::size_t i = 2; i < text.size(); ++i)
    if (text[i - 1] == ' ' && (text[i - 2] == '.' || text[i - 2] == ';' || text[i - 2] == ':')) begins.push_back(i);
  return begins;
}

std::vector<Source> read_sources(const std::filesystem::path& corpus) {
  std::ifstream in(corpus);
  if (!in) throw std::runtime_error("cannot read " + corpus.string());
  std::vector<Source> sources;
  for (std::string line; std::getline(in, line);) {
    const auto document = nlohmann::json::parse(line);
    Source source{document.at("title"), document.at("text"), {}, {}};
    source.sentences = sentences_of(source.text);
    for (const auto* key : kDrawn)
      if (document.contains(key)) source.values[key] = document[key];
    sources.push_back(std::move(source));
  }
  if (sources.size() < 2) throw std::runtime_error("too few documents in " + corpus.string());
  return sources;
}

class Maker {
 public:
  explicit Maker(std::vector<Source> sources) : sources_(std::move(sources)) {}

  nlohmann::json make(std::size_t number) {
    nlohmann::json document{{"id", "g" + std::to_string(number)}, {"title", sources_[any()].title}, {"text", text()}};
    for (const auto* key : kDrawn)
      if (const auto& values = sources_[any()].values; values.contains(key)) document[key] = values[key];
    return document;
  }

 private:
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
  std::size_t any() { return below(sources_.size()); }

  /// About as long as the text of some document, from at least two others.
  std::string text() {
    const auto length = sources_[any()].text.size();
    std::string text;
    const auto first = any();
    append_run(sources_[first], text);
    do append_run(sources_[(first + 1 + below(sources_.size() - 1)) % sources_.size()], text);
    while (text.size() < length);
    return text;
  }

  void append_run(const Source& source, std::string& text) {
    const auto& begins = source.sentences;
    const auto from = below(begins.size());
    const auto to = from + 1 + below(kLongestRun);
    const auto end = to < begins.size() ? begins[to] - 1 : source.text.size();
    if (!text.empty()) text += ' ';
    text.append(source.text, begins[from], end - begins[from]);
  }

  std::vector<Source> sources_;
  std::mt19937_64 random_;  // the standard fixes its numbers; those of its distributions it doesn't
};

}  // namespace

void grow_corpus(const std::filesystem::path& corpus, std::size_t count, const std::filesystem::path& grown) {
  Maker maker(read_sources(corpus));
  std::ofstream out(grown);
  for (std::size_t i = 1; i <= count; ++i) out << maker.make(i).dump() << '\n';
  if (!out.flush()) throw std::runtime_error("cannot write " + grown.string());
}

}  // namespace bench
