#include "server/pages/templates.h"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "server_templates/embedded.h"

namespace server {
namespace {

namespace mustache = kainjow::mustache;
using nlohmann::json;

constexpr std::string_view kSuffix = ".mustache";
constexpr std::string_view kPartials = "partials/";
// A partial may call itself (a tree of themes); deeper than this is not shown.
constexpr int kDeepest = 6;

std::string source_of(const std::string& name) {
  for (const auto& file : server_templates::embedded_files())
    if (file.name == name + std::string(kSuffix)) return std::string(file.bytes);
  throw corpus::Error(corpus::ErrorKind::not_possible, "the template " + name + " is missing", "run tools/build");
}

/// Puts partials in place, because the library would parse them anew each time they are used.
std::string expanded(const std::string& source, std::map<std::string, int>& depths) {
  std::string text;
  std::size_t at = 0;
  for (;;) {
    const auto begin = source.find("{{>", at);
    if (begin == std::string::npos) return text + source.substr(at);
    const auto end = source.find("}}", begin);
    text += source.substr(at, begin - at);
    auto name = source.substr(begin + 3, end - begin - 3);
    name.erase(0, name.find_first_not_of(' '));
    name.erase(name.find_last_not_of(' ') + 1);
    if (auto& depth = depths[name]; depth < kDeepest) {
      ++depth;
      auto partial = source_of(std::string(kPartials) + name);
      if (partial.ends_with('\n')) partial.pop_back();
      text += expanded(partial, depths);
      --depth;
    }
    at = end + 2;
  }
}

/// A value without what it holds: the library copies whatever is put into an object or a list, all the way down.
mustache::data empty_of(const json& value) {
  switch (value.type()) {
    case json::value_t::object:
      return mustache::data(mustache::data::type::object);
    case json::value_t::array:
      return mustache::data(mustache::data::type::list);
    case json::value_t::string:
      return value.get_ref<const std::string&>();
    case json::value_t::boolean:
      return value.get<bool>();
    default:
      return false;
  }
}

/// Fills `data`, made by empty_of(), in place. The library only gives constant access to what it holds.
void fill(mustache::data& data, const json& value) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) data.set(key, empty_of(member));
    for (const auto& [key, member] : value.items())
      if (member.is_structured()) fill(const_cast<mustache::data&>(*data.get(key)), member);
  } else if (value.is_array()) {
    for (const auto& item : value) data.push_back(empty_of(item));
    auto& items = const_cast<mustache::list&>(data.list_value());
    for (std::size_t i = 0; i < items.size(); ++i)
      if (value[i].is_structured()) fill(items[i], value[i]);
  }
}

}  // namespace

struct Templates::Parsed {
  explicit Parsed(const std::string& text) : tree(text) {}
  // The library forgot a const; rendering changes nothing as long as there are no lambdas and partials.
  mutable mustache::mustache tree;
};

Templates::Templates() {
  for (const auto& file : server_templates::embedded_files()) {
    if (!file.name.ends_with(kSuffix) || file.name.starts_with(kPartials)) continue;
    const std::string name(file.name.substr(0, file.name.size() - kSuffix.size()));
    std::map<std::string, int> depths;
    auto parsed = std::make_unique<Parsed>(expanded(std::string(file.bytes), depths));
    if (!parsed->tree.is_valid())
      throw corpus::Error(corpus::ErrorKind::not_possible, "template " + name + ": " + parsed->tree.error_message());
    templates_.emplace(name, std::move(parsed));
  }
}

Templates::~Templates() = default;

std::string Templates::render(std::string_view name, const json& view) const {
  const auto found = templates_.find(name);
  if (found == templates_.end())
    throw corpus::Error(corpus::ErrorKind::not_possible, "there is no template " + std::string(name));
  auto data = empty_of(view);
  fill(data, view);
  std::string html;
  found->second->tree.render(data,
                             mustache::mustache::render_handler([&](const std::string& piece) { html += piece; }));
  return html;
}

}  // namespace server
