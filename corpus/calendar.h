// The Dutch names of the months, and the time as files and logs write it. Thread-safe.
#pragma once
#include <array>
#include <string>
#include <string_view>

namespace corpus {

inline constexpr std::array<std::string_view, 12> kMonths = {"januari",   "februari", "maart",    "april",
                                                             "mei",       "juni",     "juli",     "augustus",
                                                             "september", "oktober",  "november", "december"};

/// UTC, "2025-09-24T10:00:00Z".
std::string utc_now();

}  // namespace corpus
