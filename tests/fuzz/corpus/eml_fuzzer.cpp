#include "tests/fuzz/corpus/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corpus;
  fuzzing::expect_value_or(ErrorKind::bad_document,
                           [&] { fuzzing::check(read_document(Format::eml, fuzzing::view(data, size))); });
  return 0;
}
