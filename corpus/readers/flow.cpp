#include "corpus/readers/flow.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/readers/lines.h"
#include "corpus/readers/transcript.h"
#include "corpus/text.h"

namespace corpus {
namespace {

using Kind = FlowPiece::Kind;

constexpr std::size_t kHeadingWords = 14;
constexpr std::size_t kHeadingBytes = 120;
constexpr std::size_t kLabelWords = 6;
constexpr int kBoldLevel = 2;
constexpr std::size_t kLetterHead = 60;  // lines among which a letter names its subject
constexpr std::size_t kSubjectBytes = 300;

/// Text that could stand above other text: no sentence, no item.
bool is_bare(std::string_view text) {
  if (text.empty() || text.size() > kHeadingBytes || count_words(text) > kHeadingWords) return false;
  return text.find('\n') == std::string_view::npos &&
         std::string_view(".,;").find(text.back()) == std::string_view::npos;
}

/// "Datum", "Onderwerp:": a word or two beside which the value stands.
bool is_label(std::string_view cell) {
  return cell.size() <= 40 && count_words(cell) <= 3 && cell.find_first_of(".;?!") == std::string_view::npos;
}

/// Level of a numbered heading ("2.3 Aanpak" is 2 + 1), or the level of one without number.
int bold_level(std::string_view text) {
  int dots = 0;
  std::size_t at = 0;
  for (; at < text.size() && (text[at] == '.' || (text[at] >= '0' && text[at] <= '9')); ++at)
    dots += text[at] == '.' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
  return at > 0 ? std::min(kBoldLevel + dots, 6) : kBoldLevel;
}

class Writer {
 public:
  explicit Writer(SectionBuilder& out) : out_(out), lines_(out) {}

  void write(const FlowPiece& piece) {
    if (piece.kind == Kind::item || piece.kind == Kind::row) {
      if (piece.kind != list_) flush();
      list_ = piece.kind;
      items_.push_back(piece.text);
      return;
    }
    // A note belongs to an item of the list around it; it does not end that list.
    if (piece.kind == Kind::note && !items_.empty()) {
      items_.back() += " " + piece.text;
      return;
    }
    if (!items_.empty()) flush();
    if (piece.kind == Kind::heading) {
      lines_.flush();
      out_.heading(piece.level, piece.text);
    } else {
      for (const LineBlock& block : line_blocks(piece.text)) lines_.add(block);
    }
  }
  void flush() {
    lines_.flush();
    out_.list(std::exchange(items_, {}));
  }

 private:
  SectionBuilder& out_;
  LineWriter lines_;
  Kind list_ = Kind::item;
  std::vector<std::string> items_;
};

/// "Onderwerp: x" → x; nullopt when the line is no such label.
std::optional<std::string_view> after_subject_label(std::string_view line) {
  for (const std::string_view label : {"onderwerp", "betreft"}) {
    if (line.size() < label.size() || fold(line.substr(0, label.size())) != label) continue;
    line.remove_prefix(label.size());
    const auto from = line.find_first_not_of(" \t:");
    if (from == 0) return std::nullopt;  // "onderwerpen"
    return from == std::string_view::npos ? std::string_view() : line.substr(from);
  }
  return std::nullopt;
}

}  // namespace

bool is_idle_title(std::string_view title) {
  const std::string folded = fold(clean(title));
  if (folded.empty() || count_words(folded) == 0) return true;
  constexpr std::array kEndings = {".doc", ".docx", ".dotx", ".dot", ".pdf", ".odt",
                                   ".ppt", ".pptx", ".indd", ".qxd", ".rtf"};
  for (const std::string_view ending : kEndings)
    if (folded.ends_with(ending)) return true;
  constexpr std::array kBegins = {"microsoft word",
                                  "microsoft powerpoint",
                                  "powerpoint-presentatie",
                                  "powerpoint presentation",
                                  "untitled",
                                  "naamloos",
                                  "document",
                                  "presentatie",
                                  "dia 1",
                                  "slide 1",
                                  "template",
                                  "sjabloon",
                                  "titel",
                                  "title",
                                  "print"};
  for (const std::string_view begin : kBegins) {
    // The word alone, or with a number: "Document1". "Documentair onderzoek" is a title.
    if (!folded.starts_with(begin)) continue;
    const auto rest = folded.substr(begin.size());
    if (begin.starts_with("microsoft") || rest.find_first_not_of(" 0123456789()-") == std::string::npos) return true;
  }
  return false;
}

std::string subject_of_letter(const std::vector<std::string_view>& lines) {
  for (std::size_t i = 0; i < std::min(lines.size(), kLetterHead); ++i) {
    const auto rest = after_subject_label(lines[i]);
    if (!rest) continue;
    if (!rest->empty()) return clean(truncate_utf8(*rest, kSubjectBytes));
    if (i + 1 < lines.size()) return clean(truncate_utf8(lines[i + 1], kSubjectBytes));
  }
  return {};
}

void Flow::add(FlowPiece piece) {
  deadline_.check();
  std::string text = clean(piece.text, true);
  if (text.empty()) return;
  piece.text = piece.kind == Kind::plain ? std::move(text) : clean(text);
  pieces_.push_back(std::move(piece));
}

void Flow::add(const FlowTable& table) {
  std::vector<std::string> heads;
  const auto& rows = table.rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const bool empty = std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.empty(); });
    if (empty) continue;
    const bool first_is_head = i == 0 && rows.size() > 1 && row.bold && !rows[1].bold;
    if (row.head || first_is_head) {
      heads = row.cells;
      if (i + 1 < rows.size()) continue;  // a table of heads alone is text too
      heads.clear();
    }
    const auto filled =
        std::count_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.empty(); });
    if (heads.empty() && filled == 1) {  // a text over the whole width
      add({Kind::plain, table_row({}, row.cells), 0, false});
    } else if (heads.empty() && filled == 2 && row.cells.size() == 2 && is_label(row.cells.front())) {
      std::string label = row.cells.front();
      if (label.ends_with(':')) label.pop_back();
      add({Kind::row, table_row({label}, {row.cells.back()}), 0, false});
    } else {
      add({Kind::row, table_row(heads, row.cells), 0, false});
    }
  }
}

/// Many authors make headings bold instead of giving them a style. Only where no style says what is a heading, and the
/// bold lines stand above ordinary text.
bool Flow::find_bold_headings() {
  bool found = false;
  for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
    FlowPiece& piece = pieces_[i];
    const FlowPiece& after = pieces_[i + 1];
    if (piece.kind != Kind::plain || !piece.bold || !is_bare(piece.text)) continue;
    if (holds_date_or_clock(piece.text)) continue;
    const bool short_one = count_words(piece.text) <= kLabelWords;
    if (after.kind == Kind::plain && after.bold && !is_bare(after.text) && !short_one) continue;
    // "Vraag 6" with the question in bold below it.
    const bool below_heading = i > 0 && pieces_[i - 1].kind == Kind::heading;
    if (below_heading && piece.text.ends_with('?')) continue;
    piece.kind = Kind::heading;
    piece.level = bold_level(piece.text);
    found = true;
  }
  return found;
}

Draft Flow::finish(const std::string& property_title, const ReadHints* hints) && {
  if (hints) {
    std::vector<std::string> paragraphs;
    for (const FlowPiece& piece : pieces_) paragraphs.push_back(piece.text);
    if (auto transcript = read_transcript_paragraphs(paragraphs, *hints)) {
      if (transcript->title.empty() && !is_idle_title(property_title)) transcript->title = clean(property_title);
      return std::move(*transcript);
    }
  }
  const auto is = [](Kind kind) { return [kind](const FlowPiece& piece) { return piece.kind == kind; }; };
  const bool styled = std::any_of(pieces_.begin(), pieces_.end(), is(Kind::heading));
  if (!styled) find_bold_headings();

  std::string title;
  auto titled = std::find_if(pieces_.begin(), pieces_.end(), is(Kind::title));
  if (titled != pieces_.end()) {
    title = titled->text;
    // A title over two paragraphs, and one that stands on the cover and again on the first page.
    for (auto next = titled + 1; next != pieces_.end() && next->kind == Kind::title; ++next)
      if (next->text != titled->text) title += ": " + next->text;
    std::erase_if(pieces_, is(Kind::title));
  }
  if (title.empty()) {
    std::vector<std::string_view> lines;
    for (const FlowPiece& piece : pieces_) lines.push_back(piece.text);
    title = subject_of_letter(lines);
  }
  if (title.empty()) {
    // A single heading of the highest level that stands before all text is the title; several are chapters.
    const auto first = std::find_if(pieces_.begin(), pieces_.end(), is(Kind::heading));
    const bool leads = first != pieces_.end() && first - pieces_.begin() <= 2;
    const auto as_high = [&](const FlowPiece& piece) {
      return piece.kind == Kind::heading && piece.level <= first->level;
    };
    if (leads && first->level == 1 && std::count_if(pieces_.begin(), pieces_.end(), as_high) == 1) {
      title = first->text;
      pieces_.erase(first);
    } else if (!is_idle_title(property_title)) {
      title = clean(property_title);
    } else if (first == pieces_.end() && pieces_.size() > 1 && is_bare(pieces_.front().text) &&
               pieces_.front().text.find_first_of(".?!") == std::string::npos && pieces_.front().kind == Kind::plain) {
      title = pieces_.front().text;
      pieces_.erase(pieces_.begin());
    }
  }

  SectionBuilder builder;
  Writer writer(builder);
  for (const FlowPiece& piece : pieces_) {
    deadline_.check();
    writer.write(piece);
  }
  writer.flush();
  Draft draft = std::move(builder).finish();
  draft.title = std::move(title);
  return draft;
}

}  // namespace corpus
