// Pieces of view models that several pages use. Pure functions; thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/document.h"
#include "search/fields.h"
#include "server/context.h"
#include "server/pages/templates.h"
#include "server/search_form.h"

namespace server {

/// The keys that every page has.
View base_view(const Context& context, const std::string& page_title, bool no_index, const SearchForm& form);
Response html(const Context& context, std::string_view name, const View& view);

/// `false` for an empty text: an empty string counts as true in the templates.
View or_false(std::string text);
/// 1234 → "1.234".
std::string dutch_number(std::uint64_t number);
/// "resultaat" or "resultaten".
std::string word_for(std::uint64_t number, const char* one, const char* more);
/// "Breda, Tilburg, Zwolle en nog 4"; empty for none.
std::string enumeration(const std::vector<std::string>& words);
/// "2025-06-vakantieparken" → "Vakantieparken, juni 2025"; a key that is not made so stays as it is.
std::string session_in_words(const std::string& key);
View hidden_fields(const std::vector<std::pair<std::string, std::string>>& parameters);

/// The label of a field's value; the value itself when nothing knows it.
std::string label_of(const search::Index& index, search::Field field, const std::string& value);
std::string labels_of(const search::Index& index, search::Field field, const std::vector<corpus::Value>& values);

/// A search for just this value of a field.
SearchForm search_for(search::Field field, const std::string& value);

}  // namespace server
