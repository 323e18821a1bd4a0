// praktijkbank excerpt and book as processes, and what pandoc reads back from their files.
#include <gmock/gmock.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "search/excerpts/excerpt.h"
#include "search/excerpts/pandoc.h"
#include "server/http/uri.h"
#include "tests/support/temporary_folder.h"
#include "tests/tools/program.h"

namespace {
using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::content;
using tests::kExample;
using tests::praktijkbank;

/// What pandoc reads: the tree of a file that we wrote. The names hold nothing that a shell would obey.
json read_back(const std::filesystem::path& file, const std::string& format) {
  const auto tree = file.string() + ".json";
  const auto command = "pandoc --from " + format + " --to json --output '" + tree + "' '" + file.string() + "'";
  if (std::system(command.c_str()) != 0) throw std::runtime_error("pandoc can't read " + file.string());
  return json::parse(content(tree));
}

/// Text of a piece of a tree, without its footnotes.
std::string text_of(const json& node) {
  std::string text;
  if (node.is_array())
    for (const auto& item : node) text += text_of(item);
  if (!node.is_object() || !node.contains("t")) return text;
  const auto& type = node["t"];
  if (type == "Str") return node["c"];
  if (type == "Space" || type == "SoftBreak" || type == "LineBreak") return " ";
  if (type == "Note") return {};
  if (type == "Quoted")
    return node["c"][0]["t"] == "DoubleQuote" ? "\"" + text_of(node["c"][1]) + "\"" : "'" + text_of(node["c"][1]) + "'";
  return node.contains("c") ? text_of(node["c"]) : text;
}

void collect(const json& node, const std::string& type, std::vector<json>& found) {
  if (node.is_object() && node.contains("t") && node["t"] == type) found.push_back(node["c"]);
  if (node.is_structured())
    for (const auto& item : node) collect(item, type, found);
}

class ExcerptCommand : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new tests::TemporaryFolder;
    const auto outcome = praktijkbank({"index", "--corpus", kExample, "--index", index(), "--quiet"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
  }
  static void TearDownTestSuite() { delete folder; }
  static std::string index() { return (*folder / "index").string(); }
  static std::filesystem::path file(const std::string& name) { return *folder / name; }

  static inline tests::TemporaryFolder* folder = nullptr;
};

/// Every quotation (a block quote) has a footnote that names a source.
void expect_sources(const json& tree, const std::string& what) {
  std::vector<json> notes;
  collect(tree, "Note", notes);
  EXPECT_FALSE(notes.empty()) << what;
  for (const auto& note : notes) EXPECT_THAT(text_of(note), HasSubstr("Praktijkbank")) << what;
}

/// Runs of spaces as one: a writer may break lines there.
std::string folded(const std::string& text) { return corpus::clean(text); }

/// For every footnote that names a passage: the block before it is the end of that passage, word for word, and all its
/// other lines stand in the file too. Returns how many there were.
std::size_t expect_word_for_word(const json& tree, const search::Index& index, const std::string& what) {
  const auto all = folded(text_of(tree["blocks"]));
  std::vector<json> blocks;
  collect(tree, "Para", blocks);
  collect(tree, "Plain", blocks);
  std::size_t quotations = 0;
  for (const auto& block : blocks) {
    std::vector<json> notes, links;
    collect(block, "Note", notes);
    collect(notes, "Link", links);
    for (const auto& link : links) {
      const auto target = link[2][0].get<std::string>();
      const auto query = target.find("?passage=");
      if (query == std::string::npos) continue;
      const auto begin = target.find("/documenten/") + 12;
      const auto id = *server::percent_decode(target.substr(begin, query - begin));
      const auto passage = target.substr(query + 9, target.find('#') - query - 9);
      const auto document = index.document(id);
      if (!document || !search::find_excerpt(*document, passage)) {
        ADD_FAILURE() << what << ": no passage " << target;
        continue;
      }
      const auto lines = search::lines_of(search::find_excerpt(*document, passage)->quotation);
      EXPECT_EQ(folded(text_of(block)), folded(lines.back())) << what;
      for (const auto& line : lines) EXPECT_THAT(all, HasSubstr(folded(line))) << what;
      ++quotations;
    }
  }
  return quotations;
}

TEST_F(ExcerptCommand, WritesEveryForm) {
  for (const std::string format : {"md", "html", "csl-json", "ris", "bibtex"}) {
    const auto outcome = praktijkbank({"excerpt", "--index", index(), "--format", format, "--output",
                                       file("k." + format).string(), "buurtpreventie"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(content(file("k." + format)), HasSubstr("Verslag bijeenkomst buurtpreventie")) << format;
  }
}

TEST_F(ExcerptCommand, WordAndOpenDocumentHoldQuotationsWithFootnotes) {
  if (!search::Pandoc().available()) GTEST_SKIP() << "pandoc is not installed";
  for (const std::string format : {"docx", "odt"}) {
    const auto path = file("k." + format);
    const auto outcome = praktijkbank({"excerpt", "--index", index(), "--format", format, "--output", path.string(),
                                       "--site", "https://praktijkbank.example", "stagiaire"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const auto tree = read_back(path, format);
    expect_sources(tree, format);
    EXPECT_GT(expect_word_for_word(tree, *search::Index::open(index()), format), 0u);
    EXPECT_THAT(text_of(tree["blocks"]), HasSubstr("Een stagiaire heeft alle borden in de wijk nagelopen")) << format;
    EXPECT_THAT(content(path).substr(0, 2), "PK");
  }
}

TEST_F(ExcerptCommand, MarkdownReadsBackAsItWasWritten) {
  if (!search::Pandoc().available()) GTEST_SKIP() << "pandoc is not installed";
  const auto path = file("terug.md");
  ASSERT_EQ(
      praktijkbank({"excerpt", "--index", index(), "--format", "md", "--output", path.string(), "stagiaire"}).code, 0);
  const auto tree = read_back(path, "markdown");
  expect_sources(tree, "md");
  EXPECT_THAT(text_of(tree["blocks"]), HasSubstr("wist tot vorig jaar van 70 daarvan niet wie de beheerder was."));
}

TEST_F(ExcerptCommand, BooksOfBothHalfYearsReadBackWithASourceInEveryNote) {
  if (!search::Pandoc().available()) GTEST_SKIP() << "pandoc is not installed";
  const auto opened = search::Index::open(index());
  for (const std::string period : {"2025-H1", "2025-H2"})
    for (const std::string format : {"docx", "odt", "md", "html"}) {
      const auto path = file("boek-" + period + "." + format);
      const auto outcome =
          praktijkbank({"book", "--index", index(), "--period", period, "--format", format, "--output", path.string()});
      ASSERT_EQ(outcome.code, 0) << outcome.err;
      if (format == "html") continue;
      const auto tree = read_back(path, format == "md" ? "markdown" : format);
      expect_sources(tree, period + " " + format);
      EXPECT_GT(expect_word_for_word(tree, *opened, period + " " + format), 20u);
      std::vector<json> tables;
      collect(tree, "Table", tables);
      EXPECT_FALSE(tables.empty()) << period << format;
    }
}

TEST_F(ExcerptCommand, HostileTitlesDoNoHarmInAnyForm) {
  std::string endless(10'000, 'x');
  json lines = json::array();
  int number = 0;
  for (const std::string& title :
       {std::string("<script>alert(1)</script>"), std::string("\"dubbel\" 'enkel' & \xe2\x80\xae om \xe2\x80\x8f 🎉"),
        std::string("**vet** [x](javascript:alert(1)) ![](/etc/passwd) # $x^2$ \\input{/etc/passwd} % {"), endless})
    lines.push_back({{"id", std::to_string(++number)},
                     {"title", title},
                     {"date", "2025-02-0" + std::to_string(number)},
                     {"kind", "verslag"},
                     {"themes", {title}},
                     {"solutions", {title}},
                     {"municipalities", {title}},
                     {"text", "## Ervaringen\n\nDe kwetterfazant zat " + std::to_string(number) +
                                  " keer op het hek en zei <b>niets</b> dat een mens *kon* verstaan. " + title}});
  std::string jsonl;
  for (const auto& line : lines) jsonl += line.dump() + "\n";
  const auto corpus = folder->write("kwaad/kwaad.jsonl", jsonl).string();
  const auto bad = file("kwaad-index").string();
  ASSERT_EQ(praktijkbank({"index", "--corpus", corpus, "--index", bad, "--quiet"}).code, 0);
  const bool pandoc = search::Pandoc().available();
  for (const std::string format : {"docx", "odt", "md", "html", "csl-json", "ris", "bibtex"}) {
    if (!pandoc && (format == "docx" || format == "odt")) continue;
    const auto path = file("kwaad." + format);
    const auto outcome =
        praktijkbank({"excerpt", "--index", bad, "--format", format, "--output", path.string(), "kwetterfazant"});
    ASSERT_EQ(outcome.code, 0) << format << outcome.err;
    EXPECT_THAT(content(path), Not(HasSubstr("root:"))) << format;
    if (format == "html") {
      EXPECT_THAT(content(path), Not(HasSubstr("<script")));
    }
    if (format == "csl-json") {
      EXPECT_EQ(json::parse(content(path)).size(), 4u);
    }
    if (!pandoc || (format != "docx" && format != "odt" && format != "md")) continue;
    const auto tree = read_back(path, format == "md" ? "markdown" : format);
    for (const auto* forbidden : {"RawInline", "RawBlock", "Image", "Math", "Strong", "Emph"}) {
      std::vector<json> found;
      collect(tree, forbidden, found);
      EXPECT_THAT(found, IsEmpty()) << format << " " << forbidden;
    }
    EXPECT_THAT(text_of(tree["blocks"]), HasSubstr("<script>alert(1)</script>")) << format;
    const auto book = file("kwaad-boek." + format);
    EXPECT_EQ(
        praktijkbank({"book", "--index", bad, "--period", "2025-H1", "--format", format, "--output", book.string()})
            .code,
        0);
    expect_sources(read_back(book, format == "md" ? "markdown" : format), format);
  }
}

TEST_F(ExcerptCommand, WrongUseIsTwoAndLeavesTheFileAlone) {
  const auto path = folder->write("bestaand.docx", "was er al");
  const std::vector<std::vector<std::string>> wrong = {
      {"excerpt", "--index", index(), "--format", "exe", "--output", path.string(), "x"},
      {"excerpt", "--index", index(), "--format", "md", "--output", path.string(), "--site", "javascript:x", "x"},
      {"excerpt", "--index", index(), "--format", "md", "--output", path.string(), "watditookis"},
      {"book", "--index", index(), "--format", "ris", "--period", "2025-H1", "--output", path.string()},
      {"book", "--index", index(), "--format", "md", "--period", "2025", "--output", path.string()}};
  for (const auto& arguments : wrong) {
    EXPECT_EQ(praktijkbank(arguments).code, 2) << testing::PrintToString(arguments);
    EXPECT_EQ(content(path), "was er al");
  }
  EXPECT_EQ(
      praktijkbank({"book", "--index", index(), "--format", "md", "--period", "1999-H1", "--output", path.string()})
          .code,
      3);
  EXPECT_EQ(
      praktijkbank({"excerpt", "--index", index(), "--format", "md", "--output", file("geen/map/k.md").string(), "boa"})
          .code,
      3);
}

}  // namespace
