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

mustache::data to_data(const json& value) {
  switch (value.type()) {
    case json::value_t::object: {
      mustache::data object(mustache::data::type::object);
      for (const auto& [key, member] : value.items()) object.set(key, to_data(member));
      return object;
    }
    case json::value_t::array: {
      mustache::data list(mustache::data::type::list);
      for (const auto& item : value) list.push_back(to_data(item));
      return list;
    }
    case json::value_t::string:
      return value.get<std::string>();
    case json::value_t::boolean:
      return value.get<bool>();
    default:
      return false;
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
  std::string html;
  found->second->tree.render(to_data(view),
                             mustache::mustache::render_handler([&](const std::string& piece) { html += piece; }));
  return html;
}

}  // namespace server
