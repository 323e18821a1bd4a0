#include "corpus/readers/docx_styles.h"

#include <algorithm>
#include <charconv>

#include "corpus/readers/xml.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr int kLongestChain = 20;
constexpr std::size_t kLevels = 9;
constexpr int kBodyOutline = 9;

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<int> value_of(const pugi::xml_node& parent, std::string_view name) {
  return number_of(attribute_named(child_named(parent, name), "val"));
}

/// "heading 2" or "kop 2" → 2; 0 for other names.
int heading_of(std::string_view name) {
  for (const std::string_view word : {"heading ", "kop ", "kop", "heading"})
    if (name.starts_with(word))
      if (const auto level = number_of(name.substr(word.size())); level && *level >= 1 && *level <= 9) return *level;
  return 0;
}

}  // namespace

std::optional<bool> DocxStyles::toggled(const pugi::xml_node& properties, std::string_view name) {
  const auto node = child_named(properties, name);
  if (!node) return std::nullopt;
  const auto value = attribute_named(node, "val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

DocxStyles::DocxStyles(const pugi::xml_document& styles, const pugi::xml_document& numbering) {
  for (const pugi::xml_node node : child_named(styles, "styles")) {
    if (!is_named(node, "style")) continue;
    const std::string id(attribute_named(node, "styleId"));
    const auto properties = child_named(node, "pPr");
    const auto list = child_named(properties, "numPr");
    Style style;
    style.name = fold(clean(attribute_named(child_named(node, "name"), "val")));
    style.based_on = attribute_named(child_named(node, "basedOn"), "val");
    style.outline = value_of(properties, "outlineLvl").value_or(-1);
    style.numbering = value_of(list, "numId");
    style.number_level = value_of(list, "ilvl");
    style.bold = toggled(child_named(node, "rPr"), "b");
    if (attribute_named(node, "type") == "paragraph" && attribute_named(node, "default") == "1") default_style_ = id;
    styles_.emplace(id, std::move(style));
  }
  const auto root = child_named(numbering, "numbering");
  for (const pugi::xml_node node : root) {
    if (is_named(node, "abstractNum")) {
      auto& levels = abstract_[number_of(attribute_named(node, "abstractNumId")).value_or(-1)];
      for (const pugi::xml_node level : node) {
        const auto at = number_of(attribute_named(level, "ilvl"));
        if (!is_named(level, "lvl") || !at || *at < 0 || *at >= static_cast<int>(kLevels)) continue;
        levels[static_cast<std::size_t>(*at)] = {std::string(attribute_named(child_named(level, "numFmt"), "val")),
                                                 std::string(attribute_named(child_named(level, "lvlText"), "val")),
                                                 value_of(level, "start").value_or(1)};
      }
    } else if (is_named(node, "num")) {
      if (const auto id = number_of(attribute_named(node, "numId")))
        numberings_[*id] = value_of(node, "abstractNumId").value_or(-1);
    }
  }
}

DocxStyles::Paragraph DocxStyles::paragraph(const pugi::xml_node& properties) const {
  Paragraph out;
  std::optional<int> outline = value_of(properties, "outlineLvl");
  const auto list = child_named(properties, "numPr");
  std::optional<int> numbering = value_of(list, "numId"), number_level = value_of(list, "ilvl");
  std::optional<bool> bold;
  std::string id(attribute_named(child_named(properties, "pStyle"), "val"));
  if (id.empty()) id = default_style_;
  for (int steps = 0; steps < kLongestChain; ++steps) {
    const auto found = styles_.find(id);
    // A document may use the ids that Word gives its own styles and not define them.
    const std::string name = found == styles_.end() ? fold(id) : found->second.name;
    if (out.role == Role::plain) {
      if (const int level = heading_of(name); level > 0) {
        out.role = Role::heading;
        out.level = level;
      } else if (name == "title" || name == "titel") {
        out.role = Role::title;
      } else if (name == "subtitle" || name == "ondertitel") {
        out.role = Role::subtitle;
      } else if (name.starts_with("toc ") || name == "toc heading" || name == "table of figures" ||
                 name.starts_with("inhopg")) {
        out.role = Role::contents;
      }
    }
    if (found == styles_.end()) break;
    if (!outline && found->second.outline >= 0) outline = found->second.outline;
    if (!numbering) numbering = found->second.numbering;
    if (!number_level) number_level = found->second.number_level;
    if (!bold) bold = found->second.bold;
    if (found->second.based_on.empty()) break;
    id = found->second.based_on;
  }
  if (out.role == Role::plain && outline && *outline >= 0 && *outline < kBodyOutline) {
    out.role = Role::heading;
    out.level = *outline + 1;
  }
  out.bold = bold.value_or(false);
  out.numbering = std::max(numbering.value_or(0), 0);
  out.number_level = std::clamp(number_level.value_or(0), 0, static_cast<int>(kLevels) - 1);
  return out;
}

bool DocxStyles::is_bold(const std::string& id) const {
  const auto found = styles_.find(id);
  return found != styles_.end() && found->second.bold.value_or(false);
}

std::string DocxStyles::label(int numbering, int level) {
  const auto known = numberings_.find(numbering);
  if (known == numberings_.end()) return {};
  const auto levels = abstract_.find(known->second);
  if (levels == abstract_.end()) return {};
  const auto depth = static_cast<std::size_t>(level);
  auto [counters, first] = counters_.try_emplace(known->second);
  if (first)
    for (std::size_t i = 0; i < kLevels; ++i) counters->second[i] = levels->second[i].start - 1;
  if (counters->second[depth] < 1'000'000) ++counters->second[depth];
  for (std::size_t i = depth + 1; i < kLevels; ++i) counters->second[i] = levels->second[i].start - 1;
  const Level& format = levels->second[depth];
  const bool has_word = std::count_if(format.text.begin(), format.text.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }) >= 2;
  if (format.format == "bullet" || format.format == "none" || !has_word) return {};
  std::string out;
  for (std::size_t i = 0; i < format.text.size(); ++i) {
    const char c = format.text[i];
    const bool place = c == '%' && i + 1 < format.text.size() && format.text[i + 1] >= '1' && format.text[i + 1] <= '9';
    if (!place) {
      out += c;
      continue;
    }
    const auto at = static_cast<std::size_t>(format.text[++i] - '1');
    const int count = counters->second[at];
    const bool letter = levels->second[at].format.ends_with("Letter") && count >= 1 && count <= 26;
    out += letter ? std::string(1, static_cast<char>('a' + count - 1)) : std::to_string(count);
  }
  return clean(out);
}

}  // namespace corpus
