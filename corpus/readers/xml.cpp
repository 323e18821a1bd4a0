#include "corpus/readers/xml.h"

#include <algorithm>

#include "corpus/readers/formats.h"

namespace corpus {
namespace {

constexpr int kDepth = 200;

std::string_view local(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Next node in document order below `root`; keeps `depth`.
pugi::xml_node next(pugi::xml_node node, const pugi::xml_node& root, int& depth) {
  if (node.first_child()) {
    ++depth;
    return node.first_child();
  }
  while (node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
    --depth;
  }
  return {};
}

}  // namespace

pugi::xml_document parse_xml(std::string_view xml, std::string_view part) {
  pugi::xml_document document;
  const auto options = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
  const auto result = document.load_buffer(xml.data(), xml.size(), options);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result)
    fail_document("is damaged: " + std::string(part) + " is no XML (" + result.description() + ")", "save it again");
  int depth = 0;
  for (pugi::xml_node node = document; node; node = next(node, document, depth)) {
    if (node.type() == pugi::node_doctype)
      fail_document(std::string(part) + " has a document type, which office documents have not",
                    "do not trust it; save it again");
    if (depth > kDepth) fail_document(std::string(part) + " nests too deeply", "simplify it and save it again");
  }
  return document;
}

bool is_named(const pugi::xml_node& node, std::string_view name) { return local(node.name()) == name; }

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node child : node)
    if (is_named(child, name)) return child;
  return {};
}

std::string_view attribute_named(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes())
    if (local(attribute.name()) == name) return attribute.value();
  return {};
}

pugi::xml_node find_named(const pugi::xml_node& node, std::string_view name) {
  int depth = 0;
  for (pugi::xml_node at = node; at; at = next(at, node, depth))
    if (is_named(at, name)) return at;
  return {};
}

std::string iso_day(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() < kShape.size()) return {};
  for (std::size_t i = 0; i < kShape.size(); ++i)
    if (kShape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != kShape[i]) return {};
  return std::string(text.substr(0, kShape.size()));
}

}  // namespace corpus
