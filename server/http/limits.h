// How much a client may ask of us, in one place.
#pragma once
#include <chrono>
#include <cstddef>

namespace server {

struct Limits {
  std::size_t request_line = 8 * 1024;  // longer: 414
  std::size_t header_line = 8 * 1024;   // longer, or more headers or bytes than these: 431
  std::size_t headers = 100;
  std::size_t head = 32 * 1024;
  std::size_t body = 16 * 1024;  // of a form; longer: 413
  std::chrono::milliseconds head_time{
      10'000};  // from the first byte of a request to the end of its headers, and as long for a form: 408
  std::chrono::milliseconds write_time{30'000};  // for a whole answer
  std::chrono::milliseconds idle_time{5'000};    // between the requests of a connection
  std::size_t requests_a_connection = 1'000;
  // A connection holds a thread as long as it lasts, mostly waiting: many more threads than cores.
  unsigned connections = 64;
  std::size_t waiting = 128;  // accepted connections without a thread yet; beyond that 503
};

}  // namespace server
