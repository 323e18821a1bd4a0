// Input that is meant to break a reader: each case must end soon, in a Draft or in a bad_document.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "tests/corpus/drafts.h"
#include "tests/support/patience.h"

namespace corpus::test {
namespace {
using tests::kPatience;

using ::testing::HasSubstr;

constexpr int kMany = 100'000;

std::string times(int count, const std::string& text) {
  std::string out;
  out.reserve(static_cast<std::size_t>(count) * text.size());
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

/// Like times, with the number of each copy in place of '#', so that no two are equal.
std::string numbered(int count, const std::string& before, const std::string& after) {
  std::string out;
  for (int i = 0; i < count; ++i) out += before + std::to_string(i) + after;
  return out;
}

struct Case {
  const char* name;
  Format format;
  std::string bytes;
};

/// Processor time, which other work on the machine doesn't lengthen.
double seconds_to_read(const Case& one) {
  const std::clock_t start = std::clock();
  try {
    read_document(one.format, one.bytes);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::bad_document) << one.name;
    EXPECT_FALSE(error.hint().empty()) << one.name;
    EXPECT_EQ(error.line().find('\n'), std::string::npos) << one.name;
  }
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

TEST(Hostile, NestedTagsAreRefusedWithinMilliseconds) {
  for (const char* tag : {"<div>", "<b>", "<b><i>", "<font size=1>", "<blockquote>", "<table><tr><td>", "<ul><li>",
                          "<span><div></span>", "<svg><g>", "<svg><title><div>", "<button>", "<object>", "<p><object>",
                          "<x>", "<template>", "<select><x>", "<ruby><rt>"}) {
    const Case one{tag, Format::html, times(kMany, tag) + "tekst"};
    EXPECT_THAT(complaint([&] { read_document(one.format, one.bytes); }),
                ::testing::AnyOf(HasSubstr("nested more than"), HasSubstr("more than 500000 tags")))
        << tag;
    EXPECT_LT(seconds_to_read(one), 0.2 * kPatience) << tag;
  }
}

// Repeated, each of these nests without end in gumbo, though every tag seems to be closed or to stand where it is
// ignored.
TEST(Hostile, NestingThatHidesBehindTheRulesOfHtmlIsSeen) {
  for (const char* tags :
       {"<math><tbody>", "</li><li><ul>", "<form>x</form><div><div>x</form><form>", "<noscript><li>",
        "</a></font>x<font><i>", "<optgroup>", "<frameset>x", "<frameset><title>", "<span>x<svg></svg></svg>x<svg>",
        "<math><math><dl></math><dl>", "<svg>x</svg/>x", "<table><table>x<rp></table><ruby>x</table></table>x",
        "</form><form><table/></form></form></table/>", "<ul></desc><desc>", "<x><g><g></x>",
        "</image>x<image>x<x><span>x", "<td><x><table><td>", "<p><b id=#>x", "<nobr>x<noscript>"}) {
    const std::string page =
        std::string(tags).find('#') == std::string::npos ? times(20'000, tags) : numbered(20'000, "<p><b id=", ">x");
    EXPECT_THAT(complaint([&] { read_page(page); }), HasSubstr("nested")) << tags;
  }
}

TEST(Hostile, PagesThatMakeParsersSlowEndInTime) {
  const Case cases[] = {
      {"attributes", Format::html, "<p " + numbered(kMany, "a", "=1 ") + ">x"},
      {"formatting", Format::html, numbered(kMany, "<p><b id=", ">x")},
      {"formatting closed by blocks", Format::html, numbered(kMany, "<p><b id=", "></p>x")},
      {"foster parents", Format::html, "<table>" + times(kMany, "<a>x")},
      {"foster text", Format::html, "<table>" + times(kMany, "x<tr>")},
      {"tables in tables", Format::html, times(kMany, "<div><table></div>")},
      {"paragraphs", Format::html, times(kMany, "<p>x")},
      {"end tags", Format::html, times(100, "<div>") + times(kMany, "</x>") + "x"},
      {"adoption", Format::html, times(kMany, "<a><div></a>x</div>")},
      {"comments", Format::html, times(kMany, "<!--") + "x"},
      {"bogus", Format::html, times(kMany, "<!") + "x"},
      {"open quote", Format::html, times(kMany, "<a href=\"") + "x"},
      {"raw text", Format::html, "<script>" + times(kMany, "</scrip") + "x"},
      {"entities", Format::html, times(kMany, "&amp") + "x"},
      {"menus", Format::html, times(100, "<div class=menu>") + times(20'000, "<p class=menu>x</p>")},
      {"nested layout tables", Format::html, times(60, "<table><tr><td>") + times(20'000, "<p>x</p>")},
      {"quotes", Format::markdown, times(kMany, "> ") + "x"},
      {"quotes on lines", Format::markdown, times(300, times(300, ">") + "x\n\n")},
      {"lists", Format::markdown, times(kMany, "- ") + "x"},
      {"open brackets", Format::markdown, times(kMany, "[") + "x"},
      {"nested brackets", Format::markdown, times(kMany, "[a](") + "x"},
      {"images", Format::markdown, times(kMany, "![")},
      {"emphasis", Format::markdown, times(kMany, "*a **a ")},
      {"emphasis nested", Format::markdown, times(kMany, "a**b") + times(kMany, "c* ")},
      {"underscores", Format::markdown, times(kMany, "_") + "a" + times(kMany, "_")},
      {"ticks", Format::markdown, numbered(1000, "`", "") + times(kMany, "`a")},
      {"tables", Format::markdown, times(2000, "|a") + "\n" + times(2000, "|-") + "\n" + times(500, "|\n")},
      {"wide tables", Format::markdown, times(20'000, "|x") + "\n" + times(20'000, "|-") + "\n" + times(20'000, "|\n")},
      {"table starts", Format::markdown, times(20'000, "|\n-\n")},
      {"links", Format::markdown, times(kMany, "www.a.b(")},
      {"mails", Format::markdown, times(kMany, "a@")},
      {"strikes", Format::markdown, times(kMany, "~~a~ ")},
      {"html blocks", Format::markdown, times(10'000, "<div>\n\n")},
      {"references", Format::markdown, numbered(20'000, "[r", "]: /x\n") + "\n" + numbered(20'000, "[r", "]")},
      {"front matter", Format::markdown, "---\n" + times(10'000, "a: [\n") + "---\nx"},
      {"short lines", Format::text, times(kMany, "A\n\n")},
      {"agenda", Format::text, times(kMany, "13:30 x\n\n")},
      {"digits", Format::text, times(1'000'000, "1")},
      {"one line", Format::text, times(1'000'000, "woord ")},
  };
  for (const Case& one : cases) {
    const double seconds = seconds_to_read(one);
    EXPECT_LT(seconds, 6.0 * kPatience) << one.name;
  }
}

void expect_valid(const Draft& draft) {
  const auto check = [](const std::string& text) {
    EXPECT_TRUE(is_utf8(text));
    EXPECT_EQ(text, clean(text, true));
  };
  check(draft.title);
  for (const Section& section : draft.sections) {
    check(section.heading);
    EXPECT_EQ(section.heading.find('\n'), std::string::npos);
    for (const Block& block : section.blocks) {
      check(block.text);
      EXPECT_FALSE(block.text.empty());
    }
  }
  split_passages(draft.sections);
}

struct Seed {
  Format format;
  std::string bytes;
};

const std::vector<Seed>& seeds() {
  static const std::vector<Seed> all = {
      {Format::text,
       "Community of Practice\n\nFietsen en jeugd\n\n12 mei, 13:30\n\nTekst met ë en €.\n\nAgenda\n\n13:30 "
       "Welkom\n\n13:40 Einde\n\n- a\n- b\n"},
      {Format::markdown,
       "---\nid: a\nthemes: [Jeugd, \"Drugs\"]\n---\n# Titel\n\nTekst *vet* [x](y) <b>z</b>.\n\n| a | b "
       "|\n|---|---|\n| c | d |\n\n1. e\n   - f\n"},
      {Format::html,
       "<!DOCTYPE html><html><head><meta "
       "charset=utf-8><title>T</title></head><body><main><h1>K</h1><p>a<b>b</b></p><ul><li>c<ul><li>d</ul></ul>"
       "<table><tr><th>e<td>f</table><svg><path/></svg><!-- g --></main></body></html>"},
      {Format::json_lines,
       R"({"id":"a","title":"T","text":"Tekst.\n## Kop\n- een\n- twee","themes":["Jeugd"],"date":"2025-01-01","x":{"y":[1,2.5e3,null]}})"}};
  return all;
}

void read_any(Format format, const std::string& bytes) {
  try {
    expect_valid(format == Format::json_lines ? read_json_line(bytes) : read_document(format, bytes));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::bad_document);
    EXPECT_TRUE(is_utf8(error.line())) << error.line();
  }
}

TEST(Hostile, TruncatedFilesAreReadOrRefused) {
  for (const Seed& seed : seeds()) {
    for (std::size_t length = 0; length < seed.bytes.size(); ++length)
      read_any(seed.format, seed.bytes.substr(0, length));
  }
}

TEST(Hostile, InvalidUtf8AnywhereIsRefused) {
  for (const Seed& seed : seeds()) {
    for (std::size_t at = 0; at <= seed.bytes.size(); ++at) {
      std::string broken = seed.bytes;
      broken.insert(at, "\xFF");
      const std::string said = complaint(
          [&] { seed.format == Format::json_lines ? read_json_line(broken) : read_document(seed.format, broken); });
      EXPECT_THAT(said, ::testing::AnyOf(HasSubstr("not valid UTF-8 at byte "), HasSubstr("unknown charset"))) << at;
    }
  }
}

TEST(Hostile, RandomMutationsNeverCrash) {
  std::mt19937 random(20250924);
  for (const Seed& seed : seeds()) {
    for (int round = 0; round < 2000; ++round) {
      std::string bytes = seed.bytes;
      for (unsigned edits = 1 + random() % 6; edits > 0 && !bytes.empty(); --edits) {
        const std::size_t at = random() % bytes.size();
        const std::size_t from = random() % bytes.size();
        switch (random() % 4) {
          case 0:
            bytes[at] = static_cast<char>(random() % 128);
            break;
          case 1:
            bytes.erase(at, random() % 8);
            break;
          case 2:
            bytes.insert(at, bytes.substr(from, random() % 30));
            break;
          default:
            bytes[at] = static_cast<char>(random());
        }
      }
      read_any(seed.format, bytes);
    }
  }
}

TEST(Hostile, TagSoupStaysWithinTheDepthLimit) {
  constexpr const char* kTags[] = {
      "p",     "div",  "b",      "i",      "a",       "table",    "tr",     "td",
      "li",    "ul",   "svg",    "g",      "h1",      "h2",       "dd",     "dt",
      "form",  "span", "select", "option", "button",  "math",     "mi",     "title",
      "tt",    "nobr", "th",     "tbody",  "caption", "template", "object", "foreignObject",
      "style", "br"};
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    // Few kinds of tags a page make deep patterns likely.
    std::string page;
    const char* some[4];
    for (const char*& tag : some) tag = kTags[random() % std::size(kTags)];
    for (int i = 0; i < 3000; ++i)
      page +=
          (random() % 3 == 0 ? "</" : "<") + std::string(some[random() % 4]) + (random() % 9 == 0 ? "/>" : ">") + "x";
    const Case one{"tag soup", Format::html, page};
    EXPECT_LT(seconds_to_read(one), 2.0 * kPatience) << some[0] << " " << some[1] << " " << some[2] << " " << some[3];
  }
}

TEST(Hostile, VocabularyMutationsNeverCrash) {
  const std::string turtle =
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix pb: <urn:praktijkbank:> .\n"
      "pb:v a skos:Concept ; skos:inScheme pb:themas ; skos:prefLabel \"Veiligheid\"@nl ; skos:altLabel \"x\" , "
      "'''y''' ; skos:broader pb:w .\n"
      "pb:w a skos:Concept ; skos:inScheme pb:themas ; skos:prefLabel \"W\" ; pb:z [ pb:q ( 1 2.5 true ) ] .\n";
  std::mt19937 random(42);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = turtle;
    for (unsigned edits = 1 + random() % 4; edits > 0; --edits)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 4 ? random() % 128 : random());
    complaint([&] { Vocabulary({{"m.ttl", bytes}}); }, ErrorKind::not_possible);
  }
}

}  // namespace
}  // namespace corpus::test
