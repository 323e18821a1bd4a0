// Input that is no zip is taken as the text part of one: mutations reach the XML instead of breaking a checksum.
#include "tests/fuzz/corpus/fuzzing.h"
#include "tests/support/office.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace corpus;
  const std::string text(fuzzing::view(data, size));
  const std::string bytes = text.starts_with("PK") ? text : tests::make_zip({{"word/document.xml", text}});
  fuzzing::expect_value_or(ErrorKind::bad_document, [&] { fuzzing::check(read_document(Format::docx, bytes)); });
  return 0;
}
