// Lays an answer of the program beside what the oracle expects. Each difference is one line: where, expected, actual.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/contract/oracle.h"

namespace contract {

std::vector<std::string> differences(const nlohmann::json& answer, const Request& request, const Expectation& expected,
                                     const World& world);

// The fields of one result that say what a document is, against the document itself.
std::vector<std::string> field_differences(const nlohmann::json& result, const Document& document);

std::string compact(const nlohmann::json& value);  // at most 200 characters

}  // namespace contract
