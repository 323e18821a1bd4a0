// Where "ge" stands in a Dutch past participle: first, or after a separable particle. Pure functions; thread-safe.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace search {

/// Particles that part from their verb (opbellen, belde op, opgebeld), longest first.
std::span<const std::string_view> separable_particles();

/// The participle without its "ge": "gewerkt" → werkt, "opgebeld" → opbeld, "kennisgemaakt" → kennismaakt; empty when
/// it has none.
std::string without_ge(std::string_view participle);

}  // namespace search
