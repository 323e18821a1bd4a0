#include "tests/fuzz/corpus/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corpus;
  fuzzing::expect_value_or(ErrorKind::bad_document, [&] {
    const Metadata given = read_metadata(fuzzing::view(data, size));
    fuzzing::require(!given.title || *given.title == clean(*given.title));
    for (const std::string& key : given.unknown_keys) fuzzing::require(is_utf8(key));
  });
  return 0;
}
