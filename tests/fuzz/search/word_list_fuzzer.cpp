// A list of words of an index: any bytes can be read whole, searched and passed over, or are refused.
#include <cstdint>
#include <string>

#include "corpus/error.h"
#include "search/suggest/close_words.h"
#include "search/suggest/word_list.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const search::WordList list(std::string(reinterpret_cast<const char*>(data), size));
    for (auto row = list.begin(); row.next();) list.find(row.word());
    search::close_words(list, "wijkagent", search::kMostCost);
  } catch (const corpus::Error&) {
  }
  return 0;
}
