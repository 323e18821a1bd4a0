#include "indexer/description/given_values.h"

#include <algorithm>

#include "corpus/text.h"
#include "search/fields.h"

namespace indexer {

std::string_view name_of(corpus::Scheme scheme) {
  for (const auto& field : search::kFields)
    if (field.scheme == scheme) return field.parameter;
  return {};
}

std::vector<corpus::Value> given_values(const std::vector<std::string>& given, corpus::Scheme scheme,
                                        const corpus::Vocabulary& vocabulary, std::vector<std::string>& unknown) {
  std::vector<corpus::Value> values;
  for (const auto& written : given) {
    const std::string clean = corpus::clean(written);
    if (clean.empty()) continue;
    const auto* entry = vocabulary.resolve(scheme, clean);
    const std::string& value = entry != nullptr ? entry->slug : clean;
    if (std::ranges::find(values, value, &corpus::Value::value) != values.end()) continue;
    if (entry == nullptr) unknown.push_back(std::string(name_of(scheme)) + ": " + clean);
    values.push_back({value, corpus::Origin::given, {}});
  }
  return values;
}

Rejections::Rejections(const std::vector<std::string>& rejected, const corpus::Vocabulary& vocabulary) {
  for (const auto& written : rejected) {
    const std::string clean = corpus::clean(written);
    if (clean.empty()) continue;
    folded_.insert(corpus::fold(clean));
    for (const auto scheme : corpus::kSchemes)
      if (const auto* entry = vocabulary.resolve(scheme, clean)) concepts_.insert(entry);
  }
}

bool Rejections::holds_text(std::string_view text) const {
  return !folded_.empty() && folded_.contains(corpus::fold(text));
}

}  // namespace indexer
