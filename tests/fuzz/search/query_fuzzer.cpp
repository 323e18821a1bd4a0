// The query box: any bytes give a parsed query whose places lie within its text, and whose words can be analysed.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "search/analysis/analyzer.h"
#include "search/query/parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static search::Analyzer analyzer;
  const auto query = search::parse_query({reinterpret_cast<const char*>(data), size});
  for (const auto& clause : query.clauses) {
    if (clause.items.empty()) std::abort();
    for (const auto& item : clause.items) {
      if (query.text.substr(item.begin, item.end - item.begin) != item.text) std::abort();
      analyzer.tokenize(item.text, [&](const search::Token& token, const search::WordAnalysis& word) {
        if (token.end > item.text.size() || token.begin >= token.end || word.stem.empty()) std::abort();
      });
    }
  }
  return 0;
}
