// How much longer than usual a test may wait: sanitizers slow everything down.
#pragma once

namespace tests {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kPatience = 10;
#else
constexpr int kPatience = 1;
#endif

}  // namespace tests
