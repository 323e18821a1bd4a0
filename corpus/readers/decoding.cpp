#include "corpus/readers/decoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "corpus/readers/formats.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kSniffed = 1024;  // bytes in which HTML must declare its charset
constexpr std::size_t kBinarySample = 64 << 10;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(charset.c_str(), &status));
  // ICU is lenient with names: to it, "utf?8" is UTF-8.
  const bool plain = charset.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.") ==
                     std::string::npos;
  if (U_FAILURE(status) || !plain) {
    fail_document("unknown charset \"" + clean(truncate_utf8(charset, 40)) + "\"", "save the file as UTF-8");
  }
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) fail_document("can't be converted from " + charset, "save the file as UTF-8");
  std::string out;
  text.toUTF8String(out);
  return out;
}

void check_not_binary(std::string_view text) {
  const auto is_control = [](char c) { return (c >= 0 && c < 9) || (c > 13 && c < 32 && c != 27); };
  const std::string_view sample = text.substr(0, kBinarySample);
  const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_control));
  if (text.find('\0') != std::string_view::npos || controls * 50 > sample.size()) {
    fail_document("looks like a binary file", "convert it to text, Markdown or HTML");
  }
}

/// The text when the byte order mark says how it is encoded; UTF-8 stays as it is, unchecked.
bool decode_marked(std::string_view bytes, std::string& out) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    out = bytes.substr(3);
  } else if (bytes.starts_with("\xFF\xFE")) {
    out = convert(bytes.substr(2), "UTF-16LE");
  } else if (bytes.starts_with("\xFE\xFF")) {
    out = convert(bytes.substr(2), "UTF-16BE");
  } else {
    return false;
  }
  return true;
}

std::string checked(std::string text, const char* hint) {
  check_not_binary(text);
  if (const std::size_t bad = first_invalid_utf8(text); bad != std::string::npos) {
    fail_document("not valid UTF-8 at byte " + std::to_string(bad), hint);
  }
  if (clean(text).empty()) fail_document("file is empty", "remove it or give it text");
  return text;
}

/// The value of charset= or encoding= at the begin of a page, lower case; empty without one.
std::string declared_charset(std::string_view bytes) {
  std::string head(bytes.substr(0, kSniffed));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string_view name : {"charset", "encoding"}) {
    for (std::size_t at = head.find(name); at != std::string::npos; at = head.find(name, at + 1)) {
      const std::size_t equals = head.find_first_not_of(" \t\r\n", at + name.size());
      if (equals == std::string::npos || head[equals] != '=') continue;
      const std::size_t from = head.find_first_not_of(" \t\r\n\"'", equals + 1);
      if (from == std::string::npos) continue;
      const std::size_t to = std::min(head.find_first_of(" \t\r\n\"';>/?", from), head.size());
      if (to > from) return head.substr(from, to - from);
    }
  }
  return {};
}

}  // namespace

std::string decode_text(std::string_view bytes) {
  std::string text;
  if (!decode_marked(bytes, text)) text = bytes;
  return checked(std::move(text), "save the file as UTF-8");
}

std::string decode_html(std::string_view bytes) {
  std::string text;
  if (decode_marked(bytes, text)) return checked(std::move(text), "save the page as UTF-8");
  const std::string charset = declared_charset(bytes);
  // A page that could be read thus far is no UTF-16, whatever it says; Latin 1 is Windows 1252 on the web.
  const bool utf8 = charset.empty() || charset == "utf-8" || charset == "utf8" || charset.starts_with("utf-16");
  const bool latin1 = charset == "iso-8859-1" || charset == "latin1" || charset == "us-ascii" || charset == "ascii";
  text = utf8 ? std::string(bytes) : convert(bytes, latin1 ? "windows-1252" : charset);
  return checked(std::move(text), "declare the charset in a meta tag, or save the page as UTF-8");
}

}  // namespace corpus
