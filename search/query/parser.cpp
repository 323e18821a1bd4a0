#include "search/query/parser.h"

#include <algorithm>
#include <optional>

#include "corpus/text.h"

namespace search {
namespace {

bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }

/// Length of a quotation mark at the beginning: ", “, ”, „ or «, »; 0 when there is none.
std::size_t quote_length(std::string_view text) {
  if (text.starts_with('"')) return 1;
  for (std::string_view quote : {"\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"})
    if (text.starts_with(quote)) return quote.size();
  return 0;
}

class Parser {
 public:
  explicit Parser(std::string_view typed) { parsed_.text = corpus::to_valid_utf8(typed); }

  ParsedQuery parse() {
    const std::string_view text = parsed_.text;
    while (skip_space()) {
      if (text.substr(at_).starts_with("OR") && (at_ + 2 == text.size() || is_space(text[at_ + 2]))) {
        at_ += 2;
        pending_or_ = !parsed_.clauses.empty() && !parsed_.clauses.back().excluded;
        continue;
      }
      bool excluded = false;
      if (text[at_] == '-' && at_ + 1 < text.size() && !is_space(text[at_ + 1])) {
        excluded = true;
        ++at_;
      }
      auto item = read_item();
      if (!item) {
        pending_or_ = false;
        continue;
      }
      if (pending_or_ && !excluded)
        parsed_.clauses.back().items.push_back(std::move(*item));
      else
        parsed_.clauses.push_back({{std::move(*item)}, excluded});
      pending_or_ = false;
    }
    return std::move(parsed_);
  }

 private:
  bool skip_space() {
    while (at_ < parsed_.text.size() && is_space(parsed_.text[at_])) ++at_;
    return at_ < parsed_.text.size();
  }

  /// A field with its value, a phrase or a word at the current place; nullopt when only punctuation was there.
  std::optional<QueryItem> read_item() {
    const std::string_view text = parsed_.text;
    const auto word_end = [&] {
      auto end = at_;
      while (end < text.size() && !is_space(text[end]) && quote_length(text.substr(end)) == 0) ++end;
      return end;
    };
    if (auto phrase = read_quoted()) return phrase;

    const auto begin = at_;
    const auto end = word_end();
    if (const auto colon = text.substr(begin, end - begin).find(':'); colon != std::string_view::npos) {
      if (const auto* field = field_by_parameter(corpus::fold(text.substr(begin, colon)))) {
        at_ = begin + colon + 1;
        if (auto value = read_quoted(); value && !value->text.empty()) {
          value->kind = QueryItem::Kind::field;
          value->field = field;
          return value;
        }
        if (at_ < end) {
          QueryItem item{QueryItem::Kind::field, std::string(text.substr(at_, end - at_)), field, at_, end};
          at_ = end;
          return item;
        }
      }
    }
    at_ = begin;
    if (end == begin) {  // an unbalanced quotation mark
      at_ += std::max<std::size_t>(1, quote_length(text.substr(at_)));
      return std::nullopt;
    }
    at_ = end;
    return QueryItem{QueryItem::Kind::word, std::string(text.substr(begin, end - begin)), nullptr, begin, end};
  }

  std::optional<QueryItem> read_quoted() {
    const std::string_view text = parsed_.text;
    const auto open = quote_length(text.substr(at_));
    if (open == 0) return std::nullopt;
    const auto begin = at_ + open;
    for (auto end = begin; end < text.size(); ++end)
      if (const auto close = quote_length(text.substr(end))) {
        at_ = end + close;
        return QueryItem{QueryItem::Kind::phrase, std::string(text.substr(begin, end - begin)), nullptr, begin, end};
      }
    return std::nullopt;
  }

  ParsedQuery parsed_;
  std::size_t at_ = 0;
  bool pending_or_ = false;
};

}  // namespace

ParsedQuery parse_query(std::string_view typed) { return Parser(typed).parse(); }

}  // namespace search
