// The process that reads foreign formats: what it may do, and what its end costs.
#include "indexer/worker/reader_process.h"

#include <gmock/gmock.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "corpus/bytes.h"
#include "corpus/error.h"
#include "tests/support/office.h"

namespace {

using corpus::Error;
using corpus::Format;
using indexer::ReaderProcess;
using testing::HasSubstr;

std::string complaint(ReaderProcess& reader, Format format, const std::string& bytes,
                      std::chrono::milliseconds time = std::chrono::seconds(5)) {
  corpus::ReadLimits limits;
  limits.time = time;
  try {
    reader.read(format, bytes, limits, {});
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), corpus::ErrorKind::bad_document);
    return error.line();
  }
  return {};
}

const std::string kGood = tests::make_docx(tests::word_p("Titel", "Title") + tests::word_p("Tekst over de wijk."));

TEST(ReaderProcess, ReadsManyDocumentsInOneProcess) {
  ReaderProcess reader;
  pid_t process = 0;
  for (int i = 0; i < 50; ++i) {
    const auto draft = reader.read(Format::docx, kGood, {}, {});
    EXPECT_EQ(draft.title, "Titel");
    if (process == 0) process = reader.process();
    EXPECT_EQ(reader.process(), process);
  }
}

TEST(ReaderProcess, EveryForeignFormatIsReadInsideTheSandbox) {
  ReaderProcess reader;
  const auto pdf =
      reader.read(Format::pdf, tests::make_pdf({tests::pdf_line(700, "Een regel over de wijk en de stad.")}), {}, {});
  EXPECT_EQ(pdf.sections.at(0).blocks.at(0).page, 1);
  const auto mail = reader.read(
      Format::eml, "Subject: =?iso-8859-15?Q?caf=E9?=\nContent-Type: text/plain; charset=windows-1252\n\nCaf\xE9.\n",
      {}, {});
  EXPECT_EQ(mail.title, "café");
  EXPECT_EQ(mail.sections.at(0).blocks.at(0).text, "Café.");
  EXPECT_TRUE(reader.render(tests::make_pdf({tests::pdf_line(700, "x")}), 1).starts_with("P5\n"));
}

TEST(ReaderProcess, ABadDocumentIsAMessageAndTheProcessLives) {
  ReaderProcess reader;
  reader.read(Format::docx, kGood, {}, {});
  const auto process = reader.process();
  EXPECT_THAT(complaint(reader, Format::docx, "PK\x03\x04 onzin"), HasSubstr("is damaged"));
  EXPECT_EQ(reader.process(), process);
}

TEST(ReaderProcess, ACrashCostsOneDocument) {
  ReaderProcess reader;
  reader.read(Format::docx, kGood, {}, {});
  ::kill(reader.process(), SIGSEGV);
  EXPECT_THAT(complaint(reader, Format::docx, kGood),
              testing::AnyOf(HasSubstr("its reader crashed"), HasSubstr("its reader gave up")));
  EXPECT_EQ(reader.read(Format::docx, kGood, {}, {}).title, "Titel");
}

TEST(ReaderProcess, WantOfMemoryIsSaid) {
  ReaderProcess aborting({"sh", "-c", "kill -ABRT $$"});
  EXPECT_THAT(complaint(aborting, Format::pdf, "%PDF-1.4"), HasSubstr("more memory than the 1536 MB"));
}

TEST(ReaderProcess, AHangIsStopped) {
  ReaderProcess reader({"sleep", "100"});
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(complaint(reader, Format::docx, kGood, std::chrono::milliseconds(-9000)),
              HasSubstr("took longer than 1 seconds"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(ReaderProcess, AnAnswerThatMakesNoSenseIsABadDocument) {
  ReaderProcess echo({"cat"});  // gives the request back as its answer
  EXPECT_THAT(complaint(echo, Format::docx, kGood), HasSubstr("makes no sense"));
  ReaderProcess silent({"true"});
  EXPECT_THAT(complaint(silent, Format::docx, kGood), HasSubstr("gave up (code 0)"));
}

TEST(ReaderProcess, DraftsSurviveTheWay) {
  corpus::Draft draft;
  draft.title = "Titel";
  draft.date = "2025-03-04";
  draft.pages = 3;
  draft.scans = {2};
  draft.warnings = {"let op"};
  draft.sections = {{"Kop", 2, {{corpus::Block::Type::list, "a\nb", 14}}},
                    {"", 0, {{corpus::Block::Type::paragraph, "p", 0}}}};
  const auto back = indexer::decode_draft(indexer::encode_draft(draft));
  EXPECT_EQ(back.title, draft.title);
  EXPECT_EQ(back.date, draft.date);
  EXPECT_EQ(back.scans, draft.scans);
  EXPECT_EQ(back.warnings, draft.warnings);
  EXPECT_EQ(back.sections, draft.sections);
}

TEST(ReaderProcess, WhatComesBackIsCleanedAndBounded) {
  corpus::ByteWriter out;  // a draft with a control character and bytes that are no UTF-8
  for (const std::uint64_t number : {1u}) out.number(number);
  out.string(std::string("Ti\x01tel\xff"));
  out.string("");
  for (const std::uint64_t number : {0u, 0u, 0u, 0u, 0u}) out.number(number);
  EXPECT_EQ(indexer::decode_draft(out.take()).title,
            "Ti"
            "tel\xEF\xBF\xBD");
  corpus::ByteWriter many;
  many.number(1);
  many.string("");
  many.string("");
  many.number(0);
  many.number(0);
  many.number(std::uint64_t{1} << 40);
  EXPECT_THROW(indexer::decode_draft(many.take()), Error);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// Only what the kernel says of the process counts, not what we meant.
TEST(ReaderProcess, HasNoDescriptorsToGiveAndAFilter) {
  ReaderProcess reader;
  reader.read(Format::docx, kGood, {}, {});
  std::ifstream status("/proc/" + std::to_string(reader.process()) + "/status");
  if (!status) GTEST_SKIP() << "there is no /proc";
  bool no_new_privileges = false, filter = false;
  for (std::string line; std::getline(status, line);) {
    no_new_privileges |= line == "NoNewPrivs:\t1";
    filter |= line == "Seccomp:\t2";
  }
  EXPECT_TRUE(no_new_privileges);
  if (std::filesystem::exists("/proc/sys/kernel/seccomp/actions_avail")) {
    EXPECT_TRUE(filter);
  }
  std::ifstream limits("/proc/" + std::to_string(reader.process()) + "/limits");
  bool files = false, memory = false;
  for (std::string line; std::getline(limits, line);) {
    if (line.starts_with("Max open files")) files = line.find(" 0 ") != std::string::npos;
    if (line.starts_with("Max address space")) memory = line.find("unlimited") == std::string::npos;
  }
  EXPECT_TRUE(files);
  EXPECT_TRUE(memory);
}
#endif

}  // namespace
