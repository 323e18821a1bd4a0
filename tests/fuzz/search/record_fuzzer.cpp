// The stored record: any bytes decode or are refused; what decodes, encodes again.
#include <cstdint>
#include <string_view>

#include "corpus/error.h"
#include "search/index/record.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    search::encode_record(search::decode_record({reinterpret_cast<const char*>(data), size}));
  } catch (const corpus::Error&) {
  }
  return 0;
}
