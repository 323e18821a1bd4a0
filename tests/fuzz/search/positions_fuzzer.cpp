// Where words stand in a document: any bytes decode or are refused.
#include <cstdint>
#include <string_view>

#include "corpus/error.h"
#include "search/index/positions.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  search::PositionDecoder decoder({search::position_key("de"), search::position_key("wijk"), 0, ~std::uint64_t{0}});
  try {
    decoder.decode({reinterpret_cast<const char*>(data), size});
  } catch (const corpus::Error&) {
  }
  return 0;
}
