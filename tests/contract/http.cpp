#include "tests/contract/http.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace contract {
namespace {

std::string send_and_read(int port, const std::string& request) {
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  const timeval patience{60, 0};
  setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
    std::size_t sent = 0;
    while (sent < request.size()) {
      const ssize_t step = send(connection, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
      if (step <= 0) break;
      sent += static_cast<std::size_t>(step);
    }
    char buffer[16384];
    ssize_t got = 0;
    while ((got = recv(connection, buffer, sizeof(buffer), 0)) > 0)
      answer.append(buffer, static_cast<std::size_t>(got));
  }
  close(connection);
  return answer;
}

std::string unchunked(std::string_view body) {
  std::string whole;
  while (true) {
    const std::size_t line = body.find("\r\n");
    if (line == std::string_view::npos) return whole;
    const auto size = static_cast<std::size_t>(std::strtoul(std::string(body.substr(0, line)).c_str(), nullptr, 16));
    if (size == 0 || line + 2 + size > body.size()) return whole;
    whole.append(body.substr(line + 2, size));
    body.remove_prefix(std::min(body.size(), line + 2 + size + 2));
  }
}

char lower_letter(char letter) { return static_cast<char>(std::tolower(static_cast<unsigned char>(letter))); }

int hex(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  const char letter = lower_letter(digit);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

}  // namespace

Response Client::ask(std::string_view method, std::string_view target) const {
  const std::string answer = send_and_read(port_, std::string(method) + " " + std::string(target) +
                                                      " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
                                                      "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  Response response;
  const std::size_t end = answer.find("\r\n\r\n");
  if (end == std::string::npos || answer.size() < 12) return response;
  response.status = std::atoi(answer.c_str() + 9);
  std::size_t at = answer.find("\r\n") + 2;
  while (at < end) {
    const std::size_t stop = std::min(answer.find("\r\n", at), end);
    const std::size_t colon = answer.find(':', at);
    if (colon < stop) {
      std::string name = answer.substr(at, colon - at);
      std::transform(name.begin(), name.end(), name.begin(), lower_letter);
      const std::size_t value = answer.find_first_not_of(' ', colon + 1);
      response.headers[name] = value < stop ? answer.substr(value, stop - value) : std::string();
    }
    at = stop + 2;
  }
  response.body = answer.substr(end + 4);
  if (response.header("transfer-encoding") == "chunked") response.body = unchunked(response.body);
  return response;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool unreserved =
        byte < 128 && (std::isalnum(byte) != 0 || std::string_view("-._~").find(letter) != std::string_view::npos);
    if (unreserved) {
      encoded += letter;
    } else {
      encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return encoded;
}

std::string percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%' && at + 2 < text.size() && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0) {
      decoded += static_cast<char>(hex(text[at + 1]) * 16 + hex(text[at + 2]));
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

}  // namespace contract
