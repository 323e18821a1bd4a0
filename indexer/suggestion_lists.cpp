#include "indexer/suggestion_lists.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "corpus/error.h"
#include "search/analysis/analyzer.h"
#include "search/index/generation.h"
#include "search/schema.h"

namespace indexer {
namespace fs = std::filesystem;
using search::WordList;

namespace {

constexpr std::uint32_t kLeastDocuments = 2;
constexpr std::size_t kMostWords = 6;
/// A run is left out when a longer one has this share of its documents.
constexpr double kNearlyAlways = 0.9;

/// Titles as sequences of numbers of words, 0 behind each, and what is counted in them.
class TitleRuns {
 public:
  explicit TitleRuns(const Xapian::Database& database) {
    std::map<std::string, std::uint32_t> titles;  // in order, so that numbers don't depend on that of documents
    for (auto title = database.valuestream_begin(search::kTitleSlot);
         title != database.valuestream_end(search::kTitleSlot); ++title)
      ++titles[*title];
    std::map<std::string_view, std::uint32_t> numbers;
    for (const auto& [title, count] : titles) each_word(title, [&](std::string_view word) { numbers[word] = 0; });
    words_.emplace_back();
    for (auto& [word, number] : numbers) {
      number = static_cast<std::uint32_t>(words_.size());
      words_.emplace_back(word);
      // A run neither begins nor ends with what says nothing by itself.
      stops_.push_back(search::is_stop_word(word) || search::is_question_word(word) ||
                       std::ranges::count_if(word, [](char c) { return c < '0' || c > '9'; }) < 2);
    }
    for (const auto& [title, count] : titles) {
      each_word(title, [&](std::string_view word) {
        const auto number = numbers[word];
        if (!stops_[number - 1]) starts_.push_back(static_cast<std::uint32_t>(text_.size()));
        text_.push_back(number);
        title_of_.push_back(static_cast<std::uint32_t>(documents_.size()));
      });
      text_.push_back(0);
      title_of_.push_back(static_cast<std::uint32_t>(documents_.size()));
      documents_.push_back(count);
    }
    last_seen_.assign(documents_.size(), 0);
  }

  /// Runs with their numbers of documents, in order.
  std::vector<WordList::Row> runs() {
    std::ranges::sort(starts_, [&](std::uint32_t a, std::uint32_t b) {
      for (std::size_t i = 0; i < kMostWords; ++i) {
        const auto x = text_[a + i], y = text_[b + i];
        if (x != y) return x < y;
        if (x == 0) break;
      }
      return a < b;
    });
    collect(0, starts_.size(), 0);
    std::ranges::sort(rows_, {}, &WordList::Row::word);
    return std::move(rows_);
  }

 private:
  template <typename Visit>
  static void each_word(std::string_view title, Visit visit) {
    while (!title.empty()) {
      const auto end = std::min(title.find(' '), title.size());
      if (end > 0) visit(title.substr(0, end));
      title.remove_prefix(std::min(end + 1, title.size()));
    }
  }

  /// Starts [first, last) share `depth` words: counts what follows. Returns the documents of the commonest run kept
  /// below.
  std::uint32_t collect(std::size_t first, std::size_t last, std::size_t depth) {
    std::uint32_t commonest = 0;
    if (depth == kMostWords) return commonest;
    while (first < last) {
      const auto word = text_[starts_[first] + depth];
      auto next = first;
      while (next < last && text_[starts_[next] + depth] == word) ++next;
      if (word != 0) {
        const auto documents = count(first, next);
        if (documents >= kLeastDocuments) {
          const auto longer = collect(first, next, depth + 1);
          const bool kept = depth > 0 && !stops_[word - 1] && longer < kNearlyAlways * documents;
          if (kept) rows_.push_back({run(starts_[first], depth + 1), documents, {}});
          commonest = std::max({commonest, longer, kept ? documents : 0});
        }
      }
      first = next;
    }
    return commonest;
  }

  /// Documents of the titles of these starts; a title that has the run twice counts once.
  std::uint32_t count(std::size_t first, std::size_t last) {
    ++round_;
    std::uint32_t documents = 0;
    for (auto i = first; i < last; ++i) {
      const auto title = title_of_[starts_[i]];
      if (std::exchange(last_seen_[title], round_) != round_) documents += documents_[title];
    }
    return documents;
  }

  std::string run(std::uint32_t start, std::size_t length) const {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += (i ? " " : "") + words_[text_[start + i]];
    return text;
  }

  std::vector<std::string> words_;        // by number; 0 is the end of a title
  std::vector<bool> stops_;               // by number - 1
  std::vector<std::uint32_t> text_;       // numbers of words
  std::vector<std::uint32_t> title_of_;   // by place in text_
  std::vector<std::uint32_t> documents_;  // by title
  std::vector<std::uint32_t> starts_;     // places in text_ where a run may begin
  std::vector<std::uint64_t> last_seen_;  // by title: round_ of its last count
  std::uint64_t round_ = 0;
  std::vector<WordList::Row> rows_;
};

/// Normalised words of all labels.
std::unordered_set<std::string> label_words(const corpus::Vocabulary& vocabulary) {
  search::Tokenizer tokenizer;
  std::unordered_set<std::string> words;
  const auto add = [&](const std::string& label) {
    for (const auto& token : tokenizer.tokenize(label)) words.insert(token.normalized);
  };
  for (const auto& item : vocabulary.concepts()) {
    add(item.label);
    for (const auto& label : item.alternatives) add(label);
  }
  return words;
}

/// Both lists as they lie in a generation.
std::array<std::string, 2> encoded(const fs::path& generation, const WordList& counts) {
  const Xapian::Database database(search::database_path(generation).string());
  const corpus::Vocabulary vocabulary(corpus::read_vocabulary_folder(search::vocabulary_path(generation)));
  auto words = WordList::encode(words_of(counts, vocabulary));
  auto phrases = WordList::encode(phrases_of(database, WordList(words)));
  return {std::move(words), std::move(phrases)};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.flush();
  if (!out) throw corpus::Error(corpus::ErrorKind::not_possible, "can't write " + path.string(), "is the disk full?");
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::vector<WordList::Row> words_of(const WordList& counts, const corpus::Vocabulary& vocabulary) {
  const auto labels = label_words(vocabulary);
  std::vector<WordList::Row> rows;
  std::string word;  // the last one, and whether it is in the rows
  bool kept = false;
  std::uint32_t commonest = 0;
  for (auto row = counts.begin(); row.next();) {
    const auto space = row.word().find(' ');
    if (space == std::string_view::npos) {
      word = row.word();
      kept = row.count() >= kLeastDocuments || labels.contains(word);
      commonest = 0;
      if (kept) rows.push_back({word, row.count(), {}});
    } else if (kept && row.word().substr(0, space) == word && row.count() >= kLeastDocuments &&
               2 * row.count() >= rows.back().count && row.count() > commonest) {
      commonest = row.count();
      rows.back().display = row.word().substr(space + 1);
    }
  }
  return rows;
}

std::vector<WordList::Row> phrases_of(const Xapian::Database& database, const WordList& words) {
  auto rows = TitleRuns(database).runs();
  for (auto& row : rows) {
    std::string display;
    for (std::size_t at = 0; at < row.word.size();) {
      const auto end = std::min(row.word.find(' ', at), row.word.size());
      const auto word = std::string_view(row.word).substr(at, end - at);
      const auto known = words.find(word);
      display += display.empty() ? "" : " ";
      display += known ? known->display : std::string(word);
      at = end + 1;
    }
    row.display = std::move(display);
  }
  return rows;
}

void write_suggestion_lists(const fs::path& generation, const WordList& counts) {
  const auto lists = encoded(generation, counts);
  write(search::word_counts_path(generation), counts.encoded());
  write(search::words_path(generation), lists[0]);
  write(search::phrases_path(generation), lists[1]);
}

bool suggestion_lists_fit(const fs::path& generation, const WordList& counts) {
  const auto lists = encoded(generation, counts);
  return read(search::word_counts_path(generation)) == counts.encoded() &&
         read(search::words_path(generation)) == lists[0] && read(search::phrases_path(generation)) == lists[1];
}

}  // namespace indexer
