#include "search/analysis/word_signatures.h"

#include <atomic>
#include <functional>
#include <thread>

#include <gtest/gtest.h>

#include "search/analysis/analyzer.h"

namespace search {
namespace {

std::uint64_t hash_of(std::uint64_t number) {
  number = (number ^ number >> 33) * 0x9e3779b97f4a7c15;
  return number ^ number >> 29;
}

/// Tells of which hash it is.
WordSignature signature_for(std::uint64_t hash) {
  WordSignature signature;
  for (std::size_t i = 0; i < signature.hashes.size(); ++i)
    signature.hashes[i] = static_cast<std::uint16_t>(hash_of(hash + 1) >> (16 * i));
  signature.too_many = hash % 3 == 0;
  return signature;
}

bool is_right(const WordSignature& signature, std::uint64_t hash) {
  return signature.hashes == signature_for(hash).hashes && signature.too_many == signature_for(hash).too_many;
}

TEST(WordSignatures, AreGivenBackAsTheyWereKept) {
  WordSignatures signatures;
  EXPECT_FALSE(signatures.find(0));
  for (std::uint64_t i = 1; i < 1000; ++i) signatures.keep(hash_of(i), signature_for(hash_of(i)));
  for (std::uint64_t i = 1; i < 1000; ++i) {
    const auto found = signatures.find(hash_of(i));
    ASSERT_TRUE(found) << i;
    EXPECT_TRUE(is_right(*found, hash_of(i))) << i;
  }
}

TEST(WordSignatures, AreForgottenRatherThanMistaken) {
  constexpr std::uint64_t kWords = 500'000;  // more than it has places for
  WordSignatures signatures;
  for (std::uint64_t i = 1; i <= kWords; ++i) signatures.keep(hash_of(i), signature_for(hash_of(i)));
  std::size_t known = 0;
  for (std::uint64_t i = 1; i <= kWords; ++i)
    if (const auto found = signatures.find(hash_of(i))) {
      ++known;
      ASSERT_TRUE(is_right(*found, hash_of(i))) << i;
    }
  EXPECT_LT(known, kWords);
  EXPECT_GT(known, 100'000u);
}

TEST(WordSignatures, ThreadsNeverSeeHalvesOfTwoWords) {
  WordSignatures signatures;
  std::atomic<std::size_t> wrong = 0;
  const auto work = [&](std::uint64_t first) {
    for (std::uint64_t round = 0; round < 20'000; ++round)
      for (std::uint64_t i = 0; i < 8; ++i) {
        const auto hash = ((first + i) % 8) << 40;  // all of one row
        const auto found = signatures.find(hash);
        if (found && !is_right(*found, hash)) ++wrong;
        if (!found) signatures.keep(hash, signature_for(hash));
      }
  };
  std::thread one(work, 0), other(work, 3);
  one.join();
  other.join();
  EXPECT_EQ(wrong, 0u);
}

TEST(Analyzer, AnalysesAgainWhatItHadNoRoomFor) {
  Analyzer narrow(2), wide;
  for (int round = 0; round < 2; ++round)
    for (const char* word : {"ondermijningsaanpak", "buurtpreventie", "huizen", "veiligheidshuis"}) {
      EXPECT_EQ(narrow.analyze_word(word).stem, wide.analyze_word(word).stem) << word;
      EXPECT_EQ(narrow.analyze_word(word).part_stems, wide.analyze_word(word).part_stems) << word;
    }
}

TEST(Analyzer, SharesSignaturesAndGivesThemToNoOtherWord) {
  const auto shared = std::make_shared<WordSignatures>();
  Analyzer one(10, shared), other(10, shared);
  for (const char* word : {"ondermijningsaanpak", "buurtpreventie", "huizen"}) {
    const auto signature = one.signature(word);
    EXPECT_EQ(signature.hashes[0], WordSignature::of(one.analyze_word(word).stem)) << word;
    EXPECT_TRUE(shared->find(std::hash<std::string_view>()(word))) << word;
    EXPECT_EQ(other.signature(word).hashes, signature.hashes) << word;
  }
}

}  // namespace
}  // namespace search
