#include "server/pages/templates.h"

#include <deque>

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "server_templates/embedded.h"

namespace server {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view kSuffix = ".mustache";
constexpr std::string_view kPartials = "partials/";
// A partial may call itself (a tree of themes); deeper than this is not shown.
constexpr int kDeepest = 6;

/// Without the blanks that lines begin with: they say nothing in HTML, and of a long list they are an eighth.
std::string without_indents(std::string_view source) {
  std::string text;
  while (!source.empty()) {
    source.remove_prefix(std::min(source.size(), source.find_first_not_of(" \t")));
    const auto line = source.substr(0, source.find('\n'));
    text += line;
    source.remove_prefix(line.size());
    if (source.starts_with('\n')) {
      text += '\n';
      source.remove_prefix(1);
    }
  }
  return text;
}

std::string source_of(const std::string& name) {
  for (const auto& file : server_templates::embedded_files())
    if (file.name == name + std::string(kSuffix)) return without_indents(file.bytes);
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

/// As the library's own, without a copy for each character that needs no escaping.
std::string escaped(const std::string& text) {
  auto at = text.find_first_of("&<>\"'");
  if (at == std::string::npos) return text;
  std::string result;
  result.reserve(text.size() + 32);
  std::size_t from = 0;
  for (; at != std::string::npos; at = text.find_first_of("&<>\"'", from)) {
    result.append(text, from, at - from);
    const char c = text[at];
    result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : "&apos;";
    from = at + 1;
  }
  return result.append(text, from);
}

/// Where the library stands in the view model. It asks for values by name and pushes what it was given, or an item of
/// that list, so nothing of the view model is copied into data of the library: each level keeps what was found last.
class Position final : public mustache::basic_context<std::string> {
 public:
  explicit Position(const View& view) { enter(view); }

  void push(const mustache::data* data) override {
    const auto& level = levels_[depth_ - 1];
    const auto* value = level.found;
    if (data != &level.items && value->is_array()) {
      const auto* const first = level.items.list_value().data();
      value = &(*value)[static_cast<std::size_t>(data - first)];
    }
    enter(*value);
  }
  void pop() override { --depth_; }

  const mustache::data* get(const std::string& name) const override {
    if (name == ".") return give(*levels_[depth_ - 1].here);
    for (auto depth = depth_; depth > 0; --depth)
      if (const auto* value = find(*levels_[depth - 1].here, name)) return give(*value);
    return nullptr;
  }
  const mustache::data* get_partial(const std::string&) const override { return nullptr; }  // they are in place already

 private:
  struct Level {
    const View* here = nullptr;
    const View* found = nullptr;
    mustache::data items{mustache::data::type::list};  // stands for `found` when that is a list
  };

  void enter(const View& value) {
    if (depth_ == levels_.size()) levels_.emplace_back();
    levels_[depth_++].here = &value;
  }

  /// A member, or "member.member".
  static const View* find(const View& value, const std::string& name) {
    if (!value.is_object()) return nullptr;
    const auto& members = value.get_ref<const View::object_t&>();
    const auto dot = name.find('.');
    const auto found = members.find(dot == std::string::npos ? name : name.substr(0, dot));
    if (found == members.end()) return nullptr;
    return dot == std::string::npos ? &found->second : find(found->second, name.substr(dot + 1));
  }

  const mustache::data* give(const View& value) const {
    auto& level = levels_[depth_ - 1];
    level.found = &value;
    // The library only gives constant access to what its data hold.
    if (value.is_string()) {
      const_cast<std::string&>(text_.string_value()) = value.get_ref<const std::string&>();
      return &text_;
    }
    if (value.is_array()) {
      auto& items = const_cast<mustache::list&>(level.items.list_value());
      while (items.size() > value.size()) items.pop_back();
      while (items.size() < value.size()) items.emplace_back(false);
      return &level.items;
    }
    return value.is_object() || value == true ? &true_ : &false_;
  }

  const mustache::data true_{true}, false_{false};
  mutable mustache::data text_{""};   // the last text that was asked for
  mutable std::deque<Level> levels_;  // references to levels stay valid
  std::size_t depth_ = 0;             // levels beyond it are kept for the next that are entered
};

/// What the library writes to.
struct Output {
  std::string text;
  Output& operator<<(const std::string& piece) {
    text += piece;
    return *this;
  }
};

}  // namespace

struct Templates::Parsed {
  explicit Parsed(const std::string& text) : tree(text) { tree.set_custom_escape(escaped); }
  // The library forgot a const; rendering changes nothing as long as there are no lambdas and partials.
  mutable mustache::mustache tree;
};

Templates::Templates() {
  for (const auto& file : server_templates::embedded_files()) {
    if (!file.name.ends_with(kSuffix) || file.name.starts_with(kPartials)) continue;
    const std::string name(file.name.substr(0, file.name.size() - kSuffix.size()));
    std::map<std::string, int> depths;
    auto parsed = std::make_unique<Parsed>(expanded(source_of(name), depths));
    if (!parsed->tree.is_valid())
      throw corpus::Error(corpus::ErrorKind::not_possible, "template " + name + ": " + parsed->tree.error_message());
    templates_.emplace(name, std::move(parsed));
  }
}

Templates::~Templates() = default;

std::string Templates::render(std::string_view name, const View& view) const {
  const auto found = templates_.find(name);
  if (found == templates_.end())
    throw corpus::Error(corpus::ErrorKind::not_possible, "there is no template " + std::string(name));
  Position position(view);
  Output output;
  found->second->tree.render(position, output);
  return std::move(output.text);
}

}  // namespace server
