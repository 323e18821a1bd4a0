#include "server/http/uri.h"

#include "corpus/text.h"

namespace server {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::vector<Parameter> parse_query(std::string_view query) {
  std::vector<Parameter> parameters;
  while (!query.empty()) {
    const auto piece = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), piece.size() + 1));
    if (piece.empty()) continue;
    const auto equals = piece.find('=');
    const auto raw_name = piece.substr(0, equals);
    const auto raw_value = equals == std::string_view::npos ? std::string_view() : piece.substr(equals + 1);
    const auto name = percent_decode(raw_name, true);
    const auto value = percent_decode(raw_value, true);
    parameters.push_back({name.value_or(std::string(corpus::to_valid_utf8(raw_name))), value.value_or(std::string()),
                          name.has_value() && value.has_value()});
  }
  return parameters;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  if (!corpus::is_utf8(decoded)) return std::nullopt;
  return decoded;
}

std::string percent_encode(std::string_view text) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return encoded;
}

void set_target(Request& request, std::string target) {
  if (target.starts_with("http://") || target.starts_with("https://")) {
    const auto slash = target.find('/', target.find("//") + 2);
    target = slash == std::string::npos ? "/" : target.substr(slash);
  }
  if (const auto fragment = target.find('#'); fragment != std::string::npos) target.erase(fragment);
  request.target = std::move(target);
  const auto question = request.target.find('?');
  request.path = request.target.substr(0, question);
  request.parameters = parse_query(
      question == std::string::npos ? std::string_view() : std::string_view(request.target).substr(question + 1));
}

std::vector<std::string_view> segments(std::string_view path) {
  std::vector<std::string_view> pieces;
  if (path.starts_with('/')) path.remove_prefix(1);
  while (!path.empty()) {
    const auto piece = path.substr(0, path.find('/'));
    pieces.push_back(piece);
    if (piece.size() == path.size()) break;
    path.remove_prefix(piece.size() + 1);
    if (path.empty()) pieces.push_back(path);  // a slash at the end is an empty piece, which no route has
  }
  return pieces;
}

}  // namespace server
