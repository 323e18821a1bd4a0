#include "server/search_form.h"

#include <algorithm>
#include <charconv>

#include "corpus/error.h"
#include "server/http/uri.h"

namespace server {
namespace {

[[noreturn]] void wrong(std::string_view parameter, const std::string& why) {
  throw corpus::Error(corpus::ErrorKind::bad_request, "De parameter ‘" + std::string(parameter) + "’ " + why);
}

void require_valid(const Parameter& parameter) {
  if (!parameter.valid)
    wrong(parameter.name, "is niet leesbaar: de procentcodering is onjuist of de tekst is geen UTF-8.");
}

std::size_t parse_number(const Parameter& parameter, std::size_t most) {
  std::size_t number = 0;
  const auto* const begin = parameter.value.data();
  const auto* const end = begin + parameter.value.size();
  const auto [rest, error] = std::from_chars(begin, end, number);
  if (error != std::errc() || rest != end || number < 1 || number > most)
    wrong(parameter.name, "moet een geheel getal van 1 tot en met " + std::to_string(most) + " zijn.");
  return number;
}

search::Sort parse_sort(const Parameter& parameter) {
  for (const auto& name : kSorts)
    if (name.value == parameter.value) return name.sort;
  wrong(parameter.name, "kent alleen de waarden relevantie, nieuwste en oudste.");
}

void require_date(const Parameter& parameter, bool end) {
  try {
    search::parse_date_bound(parameter.value, end);
  } catch (const corpus::Error&) {
    wrong(parameter.name, "is geen datum. Schrijf een datum als 2025-09-24, 2025-09 of 2025.");
  }
}

void require_year(const Parameter& parameter) {
  if (parameter.value.size() != 4 || !std::ranges::all_of(parameter.value, [](char c) { return c >= '0' && c <= '9'; }))
    wrong(parameter.name, "moet een jaar van vier cijfers zijn.");
}

/// Puts one parameter into the form; false when there is no such parameter.
bool take(const Parameter& parameter, bool api, SearchForm& form) {
  const auto& [name, value, valid] = parameter;
  if (const auto* field = search::field_by_parameter(name)) {
    if (value.empty()) return true;
    if (field->field == search::Field::year) require_year(parameter);
    auto& values = form.selection[search::number(field->field)];
    if (std::ranges::find(values, value) == values.end()) values.push_back(value);
    return true;
  }
  if (name == "q") {
    form.query = value;
  } else if (name == "van" || name == "tot") {
    if (!value.empty()) require_date(parameter, name == "tot");
    (name == "van" ? form.from : form.to) = value;
  } else if (name == "sorteer") {
    if (api || !value.empty()) form.sort = parse_sort(parameter);
  } else if (name == "pagina") {
    if (api || !value.empty()) form.page = parse_number(parameter, kDeepestResult);
  } else if (name == "groep" && !api) {
    if (value == "eenheid" || value == "provincie") form.grouping = value;
  } else if (name == "aantal" && api) {
    form.amount = parse_number(parameter, kMostResults);
  } else {
    return false;
  }
  return true;
}

SearchForm parse(const std::vector<Parameter>& parameters, bool api) {
  SearchForm form;
  std::vector<std::string_view> seen;
  for (const auto& parameter : parameters) {
    const bool repeats = search::field_by_parameter(parameter.name) != nullptr;
    if (!repeats && std::ranges::find(seen, parameter.name) != seen.end()) {
      if (api) wrong(parameter.name, "mag maar één keer voorkomen.");
      continue;
    }
    if (!repeats) seen.push_back(parameter.name);
    // Nobody's link breaks on what a page ignores; a name that can't be read is one of those.
    if (api) require_valid(parameter);
    SearchForm ignored;
    if (!parameter.valid && !take({parameter.name, {}, true}, false, ignored)) continue;
    require_valid(parameter);
    if (!take(parameter, api, form) && api) wrong(parameter.name, "bestaat niet.");
  }
  if (form.page * form.amount > kDeepestResult)
    wrong("pagina", "gaat voorbij de eerste 10.000 resultaten. Maak de zoekvraag preciezer.");
  return form;
}

}  // namespace

bool SearchForm::has_filters() const {
  return !from.empty() || !to.empty() ||
         std::ranges::any_of(selection, [](const auto& values) { return !values.empty(); });
}

search::Request SearchForm::request() const {
  search::Request request;
  request.query = query;
  request.selection = selection;
  if (!from.empty()) request.from = search::parse_date_bound(from, false);
  if (!to.empty()) request.to = search::parse_date_bound(to, true);
  request.sort = sort;
  request.offset = (page - 1) * amount;
  request.limit = amount;
  return request;
}

SearchForm parse_api_search(const std::vector<Parameter>& parameters) { return parse(parameters, true); }
SearchForm parse_page_search(const std::vector<Parameter>& parameters) { return parse(parameters, false); }

void require_only(const std::vector<Parameter>& parameters, std::initializer_list<std::string_view> names) {
  std::vector<std::string_view> seen;
  for (const auto& parameter : parameters) {
    require_valid(parameter);
    if (std::ranges::find(names, parameter.name) == names.end()) wrong(parameter.name, "bestaat niet.");
    if (std::ranges::find(seen, parameter.name) != seen.end()) wrong(parameter.name, "mag maar één keer voorkomen.");
    seen.push_back(parameter.name);
  }
}

std::optional<std::string> value_of(const std::vector<Parameter>& parameters, std::string_view name) {
  for (const auto& parameter : parameters) {
    if (parameter.name != name) continue;
    require_valid(parameter);
    return parameter.value;
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> filter_parameters(const SearchForm& form) {
  std::vector<std::pair<std::string, std::string>> parameters;
  for (const auto& field : search::kFields)
    for (const auto& value : form.selection[search::number(field.field)])
      parameters.emplace_back(field.parameter, value);
  if (!form.from.empty()) parameters.emplace_back("van", form.from);
  if (!form.to.empty()) parameters.emplace_back("tot", form.to);
  return parameters;
}

std::string query_string(const SearchForm& form) {
  std::string text;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!text.empty()) text += '&';
    text.append(name).append("=").append(percent_encode(value));
  };
  if (!form.query.empty()) add("q", form.query);
  for (const auto& [name, value] : filter_parameters(form)) add(name, value);
  for (const auto& sort : kSorts)
    if (sort.sort == form.sort && form.sort != search::Sort::relevance) add("sorteer", sort.value);
  if (!form.grouping.empty()) add("groep", form.grouping);
  if (form.page > 1) add("pagina", std::to_string(form.page));
  return text;
}

std::string href(std::string_view path, const SearchForm& form) {
  const auto parameters = query_string(form);
  return std::string(path) + (parameters.empty() ? "" : "?" + parameters);
}

}  // namespace server
