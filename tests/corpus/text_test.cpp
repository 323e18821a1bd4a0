#include "corpus/text.h"

#include <gtest/gtest.h>

namespace corpus {
namespace {

TEST(Utf8, RefusesSurrogatesOverlongFormsAndCutSequences) {
  EXPECT_TRUE(is_utf8("Súdwest-Fryslân €"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));
  EXPECT_EQ(first_invalid_utf8("abc\xE2\x82"), 3u);
  EXPECT_EQ(first_invalid_utf8("abc"), std::string_view::npos);
}

TEST(Utf8, InvalidSequencesAreReplaced) {
  EXPECT_EQ(to_valid_utf8("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_TRUE(is_utf8(to_valid_utf8("\xE2\x82\xF0\x9F\x98")));
}

TEST(Clean, FoldsSpacesAndDropsControlCharacters) {
  EXPECT_EQ(clean("  a\t\u00A0b \x01\x7F c \r\n d "), "a b c d");
  EXPECT_EQ(clean("be\u00ADleid\u200B"), "beleid");
  EXPECT_EQ(clean(" \n\n "), "");
}

TEST(Clean, KeepsLinesWhenAsked) {
  EXPECT_EQ(clean(" een \r\n\n  twee ", true), "een\ntwee");
  EXPECT_EQ(clean(" een \n twee ", false), "een twee");
}

TEST(Slug, IsAsciiWithHyphens) {
  EXPECT_EQ(slug("'s-Hertogenbosch"), "s-hertogenbosch");
  EXPECT_EQ(slug("Meld een Vermoeden"), "meld-een-vermoeden");
  EXPECT_EQ(slug("Bergen (L.)"), "bergen-l");
  EXPECT_EQ(slug("Súdwest-Fryslân"), "sudwest-fryslan");
  EXPECT_EQ(slug("Nuenen, Gerwen en Nederwetten"), "nuenen-gerwen-en-nederwetten");
  EXPECT_EQ(slug("thema’s"), "themas");
  EXPECT_EQ(slug("—"), "");
}

TEST(Fold, RemovesCaseDiacriticsAndLigatures) {
  EXPECT_EQ(fold("Coördineren"), "coordineren");
  EXPECT_EQ(fold("ĳsbaan"), "ijsbaan");
  EXPECT_EQ(fold("Coo\u0308rdineren"), "coordineren");
  EXPECT_EQ(fold(""), "");
}

TEST(Hashes, TellTextsApart) {
  EXPECT_EQ(hash64(""), 0xcbf29ce484222325u);
  EXPECT_EQ(hash64("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(content_hash("").size(), 32u);
  EXPECT_NE(content_hash("a"), content_hash("b"));
  EXPECT_EQ(content_hash("a"), content_hash("a"));
}

TEST(CountWords, CountsRunsBetweenSpaces) {
  EXPECT_EQ(count_words("De wijkagent, de boa – en 3 vrijwilligers."), 7u);
  EXPECT_EQ(count_words(" — "), 0u);
}

TEST(TruncateUtf8, NeverCutsACharacter) {
  EXPECT_EQ(truncate_utf8("aé", 2), "a");
  EXPECT_EQ(truncate_utf8("aé", 3), "aé");
  EXPECT_EQ(truncate_utf8("é", 0), "");
}

}  // namespace
}  // namespace corpus
