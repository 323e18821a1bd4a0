#include <algorithm>

#include "search/api_json.h"
#include "search/excerpts/manuscript.h"

namespace search {
namespace {

class HtmlWriter {
 public:
  explicit HtmlWriter(int top_level) : top_level_(top_level) {}

  std::string write(const Manuscript& manuscript) {
    if (manuscript.contents) write_contents(manuscript);
    for (const auto& block : manuscript.blocks) std::visit(*this, block);
    if (notes_.empty()) return std::move(out_);
    const auto level = std::to_string(top_level_);
    out_ += "<section class=\"pb-notes\" aria-labelledby=\"noten\"><h" + level + " id=\"noten\">Noten</h" + level +
            "><ol>\n";
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      const auto number = std::to_string(i + 1);
      out_ += "<li id=\"noot-" + number + "\">" + notes_[i] + " <a href=\"#verwijzing-" + number +
              "\" aria-label=\"Terug naar de tekst bij noot " + number + "\">↩</a></li>\n";
    }
    out_ += "</ol></section>\n";
    return std::move(out_);
  }

  void operator()(const Heading& heading) {
    const auto level = std::to_string(std::min(6, top_level_ + heading.level - 1));
    out_ += "<h" + level + " id=\"" + escape_html(heading.id) + "\"><bdi>" + escape_html(heading.text) + "</bdi></h" +
            level + ">\n";
  }
  void operator()(const Paragraph& paragraph) { out_ += "<p>" + inlines(paragraph.text) + "</p>\n"; }
  void operator()(const Quotation& quotation) {
    out_ += "<blockquote>";
    const auto note = reference(quotation.note);
    if (quotation.list) out_ += "<ul>";
    for (std::size_t i = 0; i < quotation.lines.size(); ++i) {
      const auto end = i + 1 == quotation.lines.size() ? note : std::string();
      const char* tag = quotation.list ? "li" : "p";
      out_ += std::string("<") + tag + "><bdi>" + escape_html(quotation.lines[i]) + "</bdi>" + end + "</" + tag + ">";
    }
    if (quotation.list) out_ += "</ul>";
    out_ += "</blockquote>\n";
  }
  void operator()(const Bullets& bullets) {
    out_ += "<ul>\n";
    for (const auto& item : bullets.items) out_ += "<li>" + inlines(item) + "</li>\n";
    out_ += "</ul>\n";
  }
  void operator()(const Table& table) {
    // Wide tables scroll by themselves; the keyboard must reach them for that.
    const auto number = std::to_string(++tables_);
    out_ +=
        "<div class=\"pb-table\" role=\"group\" tabindex=\"0\" aria-label=\"Tabel " + number + "\"><table><thead><tr>";
    for (const auto& cell : table.header) out_ += "<th scope=\"col\">" + inlines(cell) + "</th>";
    out_ += "</tr></thead><tbody>\n";
    for (const auto& row : table.rows) {
      out_ += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i)
        out_ += i == 0 ? "<th scope=\"row\">" + inlines(row[i]) + "</th>" : "<td>" + inlines(row[i]) + "</td>";
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

 private:
  void write_contents(const Manuscript& manuscript) {
    const auto level = std::to_string(top_level_);
    out_ += "<nav class=\"pb-contents\" aria-labelledby=\"inhoudsopgave\"><h" + level +
            " id=\"inhoudsopgave\">Inhoud</h" + level + "><ul>\n";
    for (const auto& block : manuscript.blocks)
      if (const auto* heading = std::get_if<Heading>(&block); heading && heading->level == 1)
        out_ += "<li><a href=\"#" + escape_html(heading->id) + "\"><bdi>" + escape_html(heading->text) +
                "</bdi></a></li>\n";
    out_ += "</ul></nav>\n";
  }
  std::string inlines(const Inlines& list) {
    std::string html;
    for (const auto& piece : list) {
      const auto text = "<bdi>" + escape_html(piece.text) + "</bdi>";
      html += piece.link.empty() ? text : "<a href=\"" + escape_html(piece.link) + "\">" + text + "</a>";
      html += reference(piece.note);
    }
    return html;
  }
  std::string reference(const Inlines& note) {
    if (note.empty()) return {};
    notes_.push_back(inlines(note));
    const auto number = std::to_string(notes_.size());
    return "<sup class=\"pb-note\"><a id=\"verwijzing-" + number + "\" href=\"#noot-" + number +
           "\" aria-label=\"Noot " + number + "\">" + number + "</a></sup>";
  }

  const int top_level_;
  std::string out_;
  std::vector<std::string> notes_;
  int tables_ = 0;
};

constexpr const char* kStyle =
    "body{font:1rem/1.6 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}"
    "blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid #777}"
    ".pb-table{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid #777;padding:.25rem "
    ".5rem;text-align:left}"
    "h1,h2,h3,p,li,td,th{overflow-wrap:anywhere}";

}  // namespace

std::string to_html_fragment(const Manuscript& manuscript, int top_level) {
  return HtmlWriter(top_level).write(manuscript);
}

std::string to_html_page(const Manuscript& manuscript) {
  const auto title = escape_html(manuscript.title);
  return "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         title + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n<main>\n<h1><bdi>" + title +
         "</bdi></h1>\n" + (manuscript.subtitle.empty() ? "" : "<p>" + escape_html(manuscript.subtitle) + "</p>\n") +
         to_html_fragment(manuscript, 2) + "</main>\n</body>\n</html>\n";
}

}  // namespace search
