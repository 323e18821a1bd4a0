// After any series of changes, an index that followed them answers exactly as one made anew.
#include <gmock/gmock.h>

#include <random>

#include "corpus/text.h"
#include "search/suggest.h"
#include "tests/indexer/corpus_folder.h"

namespace {
using nlohmann::json;

const char* const kWords[] = {"buurtpreventie", "drugsdumping", "ondermijning",      "jeugdoverlast",
                              "woninginbraken", "gemeente",     "politie",           "Houten",
                              "Breda",          "buurtapp",     "coördinator",       "meld een vermoeden",
                              "boa's",          "2025",         "24 september 2025", "vakantieparken",
                              "Conclusie",      "aanpak",       "wijkagent",         "burgemeester"};

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

  std::string text() {
    std::string text;
    for (auto n = 5 + below(40); n > 0; --n)
      text += std::string(kWords[below(std::size(kWords))]) + (below(6) ? " " : ". ");
    return text;
  }
  std::string markdown() {
    std::string front;
    if (below(4) == 0)
      front = "---\nthemes: [Ondermijning]\naccess: " + std::string(below(3) ? "openbaar" : "intern") + "\n---\n\n";
    if (below(8) == 0) front = "---\nid: vast-" + std::to_string(below(3)) + "\n---\n\n";  // collides now and then
    return front + "# " + text().substr(0, 40) + "\n\n" + text() + "\n\n## " + text().substr(0, 20) + "\n\n" + text() +
           "\n";
  }
  std::string lines() {
    std::string lines;
    for (auto n = 1 + below(8); n > 0; --n)
      lines +=
          below(15) ? tests::json_line("rij-" + std::to_string(below(30)), text(), text().substr(0, 30)) : "{kapot\n";
    return lines;
  }

  /// One change to the corpus.
  void edit(const tests::CorpusFolder& corpus) {
    const auto name = "map" + std::to_string(below(3)) + "/" + std::to_string(below(12)) + ".md";
    switch (below(9)) {
      case 0:
      case 1:
        corpus.write(name, markdown());
        break;
      case 2:
        corpus.remove(name);
        break;
      case 3:
        if (std::filesystem::exists(corpus.corpus() / name))
          corpus.move(name, "verhuisd/" + std::to_string(below(1000)) + ".md");
        break;
      case 4:
        corpus.write("rijen" + std::to_string(below(2)) + ".jsonl", lines());
        break;
      case 5: {  // one line more at the beginning of a file of lines
        const auto file = corpus.corpus() / "rijen0.jsonl";
        if (std::filesystem::exists(file)) {
          std::ifstream in(file);
          const std::string old{std::istreambuf_iterator<char>(in), {}};
          corpus.write("rijen0.jsonl", tests::json_line("voor-" + std::to_string(below(50)), text()) + old);
        }
        break;
      }
      case 6: {  // two files change places
        const auto other = "map" + std::to_string(below(3)) + "/" + std::to_string(below(12)) + ".md";
        if (name == other || !std::filesystem::exists(corpus.corpus() / name) ||
            !std::filesystem::exists(corpus.corpus() / other))
          break;
        corpus.move(name, "tussen.md");
        corpus.move(other, name);
        corpus.move("tussen.md", other);
        break;
      }
      case 7: {  // a row of files moves up by one, and maybe a new one comes in its place
        const auto folder = name.substr(0, name.find('/') + 1);
        for (int i = 12; i > 0; --i) {
          const auto from = folder + std::to_string(i - 1) + ".md";
          if (std::filesystem::exists(corpus.corpus() / from)) corpus.move(from, folder + std::to_string(i) + ".md");
        }
        if (below(2)) corpus.write(folder + "0.md", markdown());
        break;
      }
      default:
        corpus.write(name.substr(0, name.size() - 3) + ".meta.yaml", "solutions: [Buurtpreventie]\n");
    }
  }

 private:
  std::mt19937 random_;
};

/// What suggestions are made from must be the same to the byte.
std::string list_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Everything that a user could see of an index.
json answers(const search::Index& index) {
  json all = json::array();
  for (const auto& path : {search::word_counts_path(index.generation()), search::words_path(index.generation()),
                           search::phrases_path(index.generation())})
    all.push_back(corpus::content_hash(list_bytes(path)));
  std::vector<std::string> queries(std::begin(kWords), std::end(kWords));
  for (const char* more :
       {"", "buurtpreventie drugsdumping Breda", "\"meld een vermoeden\"", "politie -gemeente", "thema:ondermijning",
        "buurtpreventei", "meldt een vermoedden Breda", "wijkagend buurtap", "jeugtoverlast aanpak", "woning inbraken",
        "Houten OR Breda", "inbraak", "jeugd wijkagent aanpak burgemeester"})
    queries.emplace_back(more);
  for (const auto& query : queries) {
    search::Request request;
    request.query = query;
    request.limit = 100;
    all.push_back(search::to_json(index, search::search(index, request)));
    for (const auto length : {1, 3, 8})
      for (const auto& completion : search::complete(index, query.substr(0, static_cast<std::size_t>(length))))
        all.push_back(completion.text);
    for (const auto& completion : search::complete(index, query + " ")) all.push_back(completion.text);
  }
  return all;
}

TEST(Equality, AnIndexThatFollowedRandomChangesAnswersAsOneMadeAnew) {
  for (const unsigned seed : {1u, 2u, 3u}) {
    const tests::CorpusFolder corpus;
    Writer writer(seed);
    for (int i = 0; i < 25; ++i)
      corpus.write("map" + std::to_string(i % 3) + "/" + std::to_string(i / 3) + ".md", writer.markdown());
    corpus.run();
    for (int round = 0; round < 10; ++round) {
      // In another folder, so that the index followed on is never one made anew.
      std::filesystem::copy(corpus.index(), corpus.folder() / "copy",
                            std::filesystem::copy_options::recursive | std::filesystem::copy_options::copy_symlinks);
      for (auto edits = 1 + writer.below(3); edits > 0; --edits) writer.edit(corpus);
      const auto followed = corpus.run();
      const auto before = answers(*corpus.open());
      ASSERT_THAT(indexer::check(corpus.index(), {corpus.corpus()}), testing::Each(testing::StartsWith("failed: ")))
          << "seed " << seed << " round " << round;
      auto options = corpus.options();
      options.index = corpus.folder() / "copy";
      options.full = true;
      options.jobs = 1;
      const auto anew = indexer::run(options);
      ASSERT_EQ(before, answers(*search::Index::open(options.index))) << "seed " << seed << " round " << round;
      EXPECT_EQ(followed.documents, anew.documents);
      EXPECT_EQ(followed.moved, anew.moved);
      EXPECT_EQ(followed.passages, anew.passages);
      EXPECT_EQ(followed.warnings, anew.warnings);
      EXPECT_EQ(followed.unknown_facet_values, anew.unknown_facet_values);
      ASSERT_EQ(followed.failed.size(), anew.failed.size());
      for (std::size_t i = 0; i < anew.failed.size(); ++i) {
        EXPECT_EQ(followed.failed[i].path, anew.failed[i].path);
        EXPECT_EQ(followed.failed[i].error, anew.failed[i].error);
      }
      std::filesystem::remove_all(options.index);
    }
  }
}

}  // namespace
