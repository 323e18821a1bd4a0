#include "server/pages/view.h"

#include <algorithm>
#include <cstdio>

#include "corpus/text.h"
#include "search/api_json.h"
#include "search/index/columns.h"

namespace server {
namespace {

/// "2026-03-03T10:00:00Z" → "3 maart 2026".
std::string day_of(const std::string& timestamp) {
  corpus::Date date;
  if (std::sscanf(timestamp.c_str(), "%4d-%2d-%2d", &date.year, &date.month, &date.day) != 3) return {};
  return search::date_in_words(date);
}

}  // namespace

View base_view(const Context& context, const std::string& page_title, bool no_index, const SearchForm& form) {
  auto kept = filter_parameters(form);
  for (const auto& sort : kSorts)
    if (sort.sort == form.sort && form.sort != search::Sort::relevance) kept.emplace_back("sorteer", sort.value);
  if (!form.grouping.empty()) kept.emplace_back("groep", form.grouping);
  const auto documents = context.generation.documents;
  return {{"assets", context.assets.urls()},
          {"page_title", page_title},
          {"no_index", no_index},
          {"feed_href", "/nieuw.atom"},
          {"search", {{"query", form.query}, {"hidden", hidden_fields(kept)}}},
          {"site",
           {{"documents", dutch_number(documents)},
            {"documents_word", word_for(documents, "document", "documenten")},
            {"updated", or_false(day_of(context.index().meta().published))}}}};
}

Response html(const Context& context, std::string_view name, const View& view) {
  Response response;
  response.type = kHtml;
  response.body = context.templates.render(name, view);
  response.by_generation = true;
  return response;
}

View or_false(std::string text) { return text.empty() ? View(false) : View(std::move(text)); }

std::string dutch_number(std::uint64_t number) {
  auto digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ".");
  return digits;
}

std::string word_for(std::uint64_t number, const char* one, const char* more) { return number == 1 ? one : more; }

std::string enumeration(const std::vector<std::string>& words) {
  constexpr std::size_t kShown = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(words.size(), kShown); ++i) text += (i > 0 ? ", " : "") + words[i];
  if (words.size() > kShown) text += " en nog " + std::to_string(words.size() - kShown);
  return text;
}

std::string session_in_words(const std::string& key) {
  corpus::Date date;
  int length = 0;
  if (std::sscanf(key.c_str(), "%4d-%2d-%2d-%n", &date.year, &date.month, &date.day, &length) != 3 || length == 0) {
    date.day = length = 0;
    if (std::sscanf(key.c_str(), "%4d-%2d-%n", &date.year, &date.month, &length) != 2) return key;
  }
  auto words = key.substr(static_cast<std::size_t>(length));
  const bool is_date = date.year > 0 && date.month >= 1 && date.month <= 12 && date.day >= 0 && date.day <= 31;
  if (length == 0 || words.empty() || !is_date || words.find(' ') != std::string::npos) return key;
  std::ranges::replace(words, '-', ' ');
  return corpus::capitalised(std::move(words)) + ", " + search::date_in_words(date);
}

View hidden_fields(const std::vector<std::pair<std::string, std::string>>& parameters) {
  auto fields = View::array();
  for (const auto& [name, value] : parameters) fields.push_back({{"name", name}, {"value", value}});
  return fields;
}

std::string label_of(const search::Index& index, search::Field field, const std::string& value) {
  if (const auto scheme = search::info(field).scheme) return index.vocabulary().label(*scheme, value);
  const auto& column = index.columns().facets[search::number(field)];
  const auto ordinal = column.find(value);
  return ordinal == search::FacetColumn::npos ? value : column.labels[ordinal];
}

std::string labels_of(const search::Index& index, search::Field field, const std::vector<corpus::Value>& values) {
  std::vector<std::string> labels;
  labels.reserve(values.size());
  for (const auto& value : values) labels.push_back(label_of(index, field, value.value));
  return enumeration(labels);
}

SearchForm search_for(search::Field field, const std::string& value) {
  SearchForm form;
  form.selection[search::number(field)] = {value};
  return form;
}

}  // namespace server
