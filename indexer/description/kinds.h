// The kind of a document: announcement, session notes, conclusions, chapter of a policy book, practice, or other.
//
// A word in title or file name weighs most ("Verslag van de bijeenkomst"), then the folder, then what such a document
// holds: an agenda with a link to join, a list of those present, a row of conclusions. Pure functions; thread-safe.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "indexer/description/text_unit.h"

namespace indexer {

/// The kind that an author's word means: "Notulen" → verslag, "conclusies" → conclusie; nullopt when unknown.
std::optional<std::string> kind_of_word(std::string_view given);

/// The kind that title, source and text speak for most and that is not rejected; `overig` when nothing speaks.
corpus::Value find_kind(std::span<const TextUnit> units, std::string_view source,
                        const std::function<bool(std::string_view)>& rejected);

}  // namespace indexer
