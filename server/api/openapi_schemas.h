// The objects of the API, for its description. Pure function; thread-safe.
#pragma once
#include <nlohmann/json.hpp>

namespace server {

using nlohmann::json;

/// `components.schemas`.
json openapi_schemas();

}  // namespace server
