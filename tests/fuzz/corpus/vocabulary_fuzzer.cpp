#include "corpus/vocabulary.h"

#include "tests/fuzz/corpus/fuzzing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corpus;
  fuzzing::expect_value_or(ErrorKind::not_possible, [&] {
    const Vocabulary vocabulary({{"fuzz.ttl", std::string(fuzzing::view(data, size))}});
    for (const Concept& one : vocabulary.concepts()) {
      fuzzing::require(vocabulary.find(one.scheme, one.slug) == &one);
      vocabulary.with_broader(one.scheme, one.slug);
    }
  });
  return 0;
}
