#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Draft read_mail(const std::string& text) { return read_document(Format::eml, text); }

TEST(Eml, SubjectDateAndTextButNoAddresses) {
  const auto draft = read_mail(
      "From: Anna <anna@voorbeeld.test>\nTo: bram@voorbeeld.test\nSubject: =?UTF-8?Q?Re:_Uitnodiging_caf=C3=A9?=\n"
      "Date: Tue, 4 Mar 2025 10:00:00 +0100\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
      "quoted-printable\n\n"
      "Beste collega=92s,\n\nKom naar het caf=E9.\n\n-- \nAnna, 06-12345678\n");
  EXPECT_EQ(draft.title, "Uitnodiging café");
  EXPECT_EQ(draft.date, "2025-03-04");
  const auto lines = outline(draft);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[1], "P Kom naar het café.");
  for (const auto& line : lines) EXPECT_THAT(line, Not(HasSubstr("voorbeeld.test")));
}

TEST(Eml, HtmlIsReadWhereThereIsNoPlainTextAndAttachmentsAreNamed) {
  const auto draft = read_mail(
      "Subject: Nieuws\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
      "text/html\n\n<h2>Kop</h2><p>Tekst.</p>\n"
      "--b\nContent-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment; filename=a.pdf\n\nx\n--b--\n");
  EXPECT_THAT(outline(draft), ElementsAre("#2 Kop", "P Tekst."));
  EXPECT_THAT(draft.warnings, ElementsAre(HasSubstr("attachments")));
}

TEST(Eml, CharactersThatCantBeReadAreSaid) {
  const auto of = [](const std::string& charset, const std::string& text) {
    return read_mail("Subject: x\nContent-Type: text/plain; charset=" + charset + "\n\n" + text + "\n").warnings;
  };
  EXPECT_THAT(of("utf-8", "caf\xc3\xa9"), testing::IsEmpty());
  EXPECT_THAT(of("iso-8859-1", "caf\xe9"), testing::IsEmpty());
  EXPECT_THAT(of("utf-8", "caf\xe9"), ElementsAre(HasSubstr("charset")));
  EXPECT_THAT(of("bestaat-niet", "caf\xe9"), ElementsAre(HasSubstr("charset")));
}

TEST(Eml, OtherBytesAreRefused) {
  EXPECT_THAT(complaint([] { read_mail("zomaar wat tekst"); }), HasSubstr("is no e-mail message"));
}

TEST(Eml, PartsInPartsEnd) {
  std::string bytes = "Subject: x\n";
  for (int i = 0; i < 5000; ++i)
    bytes += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  EXPECT_NO_FATAL_FAILURE(complaint([&] { read_mail(bytes); }));
}

}  // namespace
}  // namespace corpus::test
