#include "search/collation.h"

#include <unicode/coll.h>

#include "corpus/error.h"

namespace search {

struct Collation::State {
  std::unique_ptr<icu::Collator> collator;
};

Collation::Collation() : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->collator.reset(icu::Collator::createInstance(icu::Locale("nl"), status));
  if (U_FAILURE(status))
    throw corpus::Error(corpus::ErrorKind::not_possible, std::string("ICU: ") + u_errorName(status));
}

Collation::~Collation() = default;

std::string Collation::key(const std::string& text) const {
  const auto unicode = icu::UnicodeString::fromUTF8(text);
  std::string bytes(static_cast<std::size_t>(state_->collator->getSortKey(unicode, nullptr, 0)), '\0');
  state_->collator->getSortKey(unicode, reinterpret_cast<std::uint8_t*>(bytes.data()),
                               static_cast<std::int32_t>(bytes.size()));
  return bytes;
}

}  // namespace search
