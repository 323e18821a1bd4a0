#include "corpus/text.h"
#include "search/excerpts/manuscript.h"

namespace search {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '_';
}

/// Backslashes before whatever Markdown (CommonMark, GitHub's, pandoc's with its clever punctuation) takes for more
/// than text, and hardly more, so that it reads well. One line comes out of it.
std::string escaped(const std::string& raw) {
  const auto text = corpus::clean(raw);
  static constexpr std::string_view always = "\\`*_{}[]<>#|~^$\"'@";
  const auto number = std::min(text.find_first_not_of("0123456789"), text.size());  // "1. " makes a list
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : ' ', before = i > 0 ? text[i - 1] : ' ';
    const bool doubled = (c == '-' || c == '.') && (next == c || before == c);
    const bool lists = i == number && next == ' ' && (c == '.' || c == ')');
    const bool begins = i == 0 && (c == '-' || c == '+' || c == '=' || c == ':' || c == '(');
    const bool names = (c == ':' || c == '&') && (is_word(next) || next == '/');  // :smile:, http://, &lt;
    if (always.find(c) != std::string_view::npos || doubled || lists || begins || names) result += '\\';
    result += c;
  }
  return result;
}

std::string address(const std::string& link) {
  std::string result;
  for (char c : link) {
    if (c == '<' || c == '>' || c == '\\' || c == '(' || c == ')' || c == ' ' || c == '\n') {
      static const char* const hex = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      (result += '%') += hex[byte >> 4];
      result += hex[byte & 15];
    } else {
      result += c;
    }
  }
  return result;
}

class MarkdownWriter {
 public:
  std::string write(const Manuscript& manuscript) {
    out_ = "# " + escaped(manuscript.title) + "\n\n";
    if (!manuscript.subtitle.empty()) out_ += escaped(manuscript.subtitle) + "\n\n";
    if (manuscript.contents) write_contents(manuscript);
    for (const auto& block : manuscript.blocks) std::visit(*this, block);
    // A footnote doesn't refer to another, so the list doesn't grow while it is written.
    for (std::size_t i = 0; i < notes_.size(); ++i) out_ += "[^" + std::to_string(i + 1) + "]: " + notes_[i] + "\n\n";
    return out_;
  }

  void operator()(const Heading& heading) {
    out_ += std::string(static_cast<std::size_t>(heading.level) + 1, '#') + " " + escaped(heading.text) + "\n\n";
  }
  void operator()(const Paragraph& paragraph) { out_ += inlines(paragraph.text) + "\n\n"; }
  void operator()(const Quotation& quotation) {
    const auto note = reference(quotation.note);
    for (std::size_t i = 0; i < quotation.lines.size(); ++i)
      out_ += std::string("> ") + (quotation.list ? "- " : "") + escaped(quotation.lines[i]) +
              (i + 1 == quotation.lines.size() ? note : "") + "\n";
    out_ += "\n";
  }
  void operator()(const Bullets& bullets) {
    for (const auto& item : bullets.items) out_ += "- " + inlines(item) + "\n";
    out_ += "\n";
  }
  void operator()(const Table& table) {
    write_row(table.header);
    out_ += "|";
    for (std::size_t i = 0; i < table.header.size(); ++i) out_ += "---|";
    out_ += "\n";
    for (const auto& row : table.rows) write_row(row);
    out_ += "\n";
  }

 private:
  void write_contents(const Manuscript& manuscript) {
    for (const auto& block : manuscript.blocks)
      if (const auto* heading = std::get_if<Heading>(&block); heading && heading->level <= 2)
        out_ +=
            std::string(static_cast<std::size_t>(heading->level - 1) * 2, ' ') + "- " + escaped(heading->text) + "\n";
    out_ += "\n";
  }
  void write_row(const std::vector<Inlines>& cells) {
    out_ += "|";
    for (const auto& cell : cells) out_ += " " + inlines(cell) + " |";
    out_ += "\n";
  }
  std::string inlines(const Inlines& list) {
    std::string text;
    for (const auto& piece : list) {
      if (piece.text.starts_with(' ')) text += ' ';
      text += piece.link.empty() ? escaped(piece.text) : "[" + escaped(piece.text) + "](" + address(piece.link) + ")";
      if (piece.text.ends_with(' ')) text += ' ';  // trimmed by escaping
      text += reference(piece.note);
    }
    return text;
  }
  std::string reference(const Inlines& note) {
    if (note.empty()) return {};
    notes_.push_back(inlines(note));
    return "[^" + std::to_string(notes_.size()) + "]";
  }

  std::string out_;
  std::vector<std::string> notes_;
};

}  // namespace

std::string to_markdown(const Manuscript& manuscript) { return MarkdownWriter().write(manuscript); }

}  // namespace search
