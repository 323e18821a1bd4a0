// XML parts of office documents (pugixml): parsing with bounds, and the walk that their readers share.
//
// pugixml expands no entities of a document type, and we refuse document types altogether: office programs write none.
// Pure; thread-safe.
#pragma once
#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace corpus {

/// `part`: its name, in messages. Throws bad_document when it is not well-formed, has a document type or nests too
/// deeply: so that walks over it may recurse.
pugi::xml_document parse_xml(std::string_view xml, std::string_view part);

/// Whether the node's name without its namespace prefix is `name`. Office programs write fixed prefixes, but the
/// standard does not demand them.
bool is_named(const pugi::xml_node& node, std::string_view name);

/// First child or attribute with this local name; null when there is none.
pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);
std::string_view attribute_named(const pugi::xml_node& node, std::string_view name);

/// First descendant with this local name, in document order.
pugi::xml_node find_named(const pugi::xml_node& node, std::string_view name);

/// The first ten characters of an ISO date and time, when they are a date; else empty.
std::string iso_day(std::string_view text);

}  // namespace corpus
