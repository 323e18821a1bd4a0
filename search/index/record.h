// The stored data of a Xapian document: what pages, snippets and the API show, without analysing again.
//
// A flat, length-prefixed binary form (numbers are LEB128, strings a length and bytes) that decodes in one pass.
// Decoding checks every bound and throws corpus::Error (not_possible) on damaged data. Pure functions; thread-safe.
#pragma once
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace search {

std::string encode_record(const corpus::Document& document);
corpus::Document decode_record(std::string_view bytes);

}  // namespace search
