// What runs for every word, posting or passage, alone. The text is made up from words of an announcement.
//   build/release/tools/bench/hot-paths --benchmark_filter=Stem
#include <benchmark/benchmark.h>

#include "search/analysis/analyzer.h"
#include "search/analysis/compounds.h"
#include "search/index/record.h"
#include "search/morphology/morphology.h"
#include "search/query/parser.h"

namespace {

const std::string kPassage =
    "De wijkagenten en buurtbemiddelaars van beide gemeenten bespraken de aanpak van woonoverlast. Een "
    "burgerinitiatief met "
    "twee buurtpreventieteams meldde verdachte situaties via de buurt-app; de gemeenteraad vroeg om een evaluatie vóór "
    "de zomer. "
    "Handhavers legden vijf dwangsommen op en het aantal meldingen daalde met 12 procent.";

void AnalyzePassageOfKnownWords(benchmark::State& state) {
  search::Analyzer analyzer;
  for (auto _ : state)
    analyzer.tokenize(kPassage, [](const search::Token&, const search::WordAnalysis& word) {
      benchmark::DoNotOptimize(word.stem.data());
    });
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kPassage.size()));
}
BENCHMARK(AnalyzePassageOfKnownWords);

void Signatures(benchmark::State& state) {
  search::Analyzer analyzer;
  for (auto _ : state)
    analyzer.each_token(kPassage, [&](const search::Token& token) {
      benchmark::DoNotOptimize(analyzer.signature(token.normalized).hashes[0]);
    });
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kPassage.size()));
}
BENCHMARK(Signatures);

void Stem(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(search::stem("buurtbemiddelaars"));
}
BENCHMARK(Stem);

void SplitCompound(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(search::split_compound("buurtpreventieteams"));
}
BENCHMARK(SplitCompound);

void ParseQuery(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        search::parse_query("\"openbare orde\" thema:veiligheid OR gemeente:breda -alcohol overlast"));
}
BENCHMARK(ParseQuery);

void DecodeRecord(benchmark::State& state) {
  corpus::Document document;
  document.id = "voorbeeld";
  document.title = "Woonoverlast";
  for (int i = 0; i < 5; ++i) {
    corpus::PassageSection section;
    section.heading = "Onderdeel";
    section.passages.emplace_back().text = kPassage;
    document.sections.push_back(section);
  }
  const auto record = search::encode_record(document);
  for (auto _ : state) benchmark::DoNotOptimize(search::decode_record(record));
}
BENCHMARK(DecodeRecord);

}  // namespace

BENCHMARK_MAIN();
