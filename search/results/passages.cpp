#include "search/results/passages.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "corpus/text.h"

namespace search {
namespace {

constexpr std::size_t kSnippetBytes = 320;      // about 45 words
constexpr std::size_t kIntroductionWords = 15;  // a passage with fewer says little about a document

struct Candidate {
  const corpus::Passage* passage = nullptr;
  const std::string* heading = nullptr;
  std::vector<MarkedToken> marks;
  double score = 0;
};

double weight(const Plan& plan, std::size_t clause) { return std::max(plan.clauses[clause].idf, 0.1); }

/// Distinct words count most, repetitions little; words close to each other add to it.
double score(const std::vector<MarkedToken>& marks, const std::set<std::size_t>& in_heading, const Plan& plan) {
  std::vector<unsigned> seen(plan.clauses.size());
  double total = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto clause = marks[i].clause;
    total += weight(plan, clause) * (seen[clause] == 0 ? 1 : 0.1 / seen[clause]);
    ++seen[clause];
    if (i > 0 && marks[i - 1].clause != clause && marks[i].mark.begin - marks[i - 1].mark.end < 30)
      total += 0.3 * std::min(weight(plan, clause), weight(plan, marks[i - 1].clause));
  }
  for (const auto clause : in_heading)
    if (!marks.empty() || seen[clause] == 0) total += 0.4 * weight(plan, clause);
  return total;
}

/// Brings the `limit` best to the front, best first. What an earlier one shows already counts for half in the next, so
/// that together they show every word of the query that the document has.
void put_best_first(std::vector<const Candidate*>& order, const Plan& plan, std::size_t limit) {
  std::set<std::size_t> shown;
  const auto value = [&](const Candidate* candidate) {
    double repeated = 0;
    std::set<std::size_t> seen;
    for (const auto& marked : candidate->marks)
      if (seen.insert(marked.clause).second && shown.contains(marked.clause)) repeated += weight(plan, marked.clause);
    return candidate->score - repeated / 2;
  };
  for (std::size_t i = 0; i < order.size() && i < limit; ++i) {
    const auto rest = order.begin() + static_cast<std::ptrdiff_t>(i);
    const auto best = std::ranges::max_element(rest, order.end(), {}, value);
    std::rotate(rest, best, best + 1);  // the others keep the order of the document
    for (const auto& marked : order[i]->marks) shown.insert(marked.clause);
  }
}

bool is_space(char c) { return c == ' ' || c == '\n'; }

/// Place after the end of a sentence that lies closest before `at`, but not before `from`; npos when there is none.
std::size_t sentence_start(const std::string& text, std::size_t from, std::size_t at) {
  for (auto i = at; i > from + 1; --i)
    if (text[i - 1] == '\n' ||
        (text[i - 1] == ' ' && std::string_view(".!?").find(text[i - 2]) != std::string_view::npos))
      return i;
  return from == 0 ? 0 : std::string::npos;
}

/// Cuts a window of whole words around the densest marks and shifts the marks to it.
PassageHit make_snippet(const Candidate& candidate, const Plan& plan) {
  const auto& text = candidate.passage->text;
  PassageHit hit{candidate.passage->id, *candidate.heading, {}, {}};
  std::size_t begin = 0, end = text.size();
  if (text.size() > kSnippetBytes) {
    double best = -1;
    std::size_t first = 0;
    for (std::size_t i = 0; i < candidate.marks.size(); ++i) {  // the window that begins at mark i
      std::set<std::size_t> clauses;
      double total = 0;
      for (auto j = i; j < candidate.marks.size() &&
                       candidate.marks[j].mark.end - candidate.marks[i].mark.begin < kSnippetBytes * 3 / 4;
           ++j)
        total += weight(plan, candidate.marks[j].clause) * (clauses.insert(candidate.marks[j].clause).second ? 1 : 0.1);
      if (total > best) best = total, first = candidate.marks[i].mark.begin;
    }
    const std::size_t lead = kSnippetBytes / 3;
    const auto from = first > lead ? first - lead : 0;
    if (const auto sentence = sentence_start(text, from, first); sentence != std::string::npos) {
      begin = sentence;
    } else {
      begin = first > lead / 2 ? first - lead / 2 : 0;
      while (begin > 0 && begin < first && !is_space(text[begin - 1])) ++begin;
    }
    end = std::min(text.size(), begin + kSnippetBytes);
    while (end < text.size() && end > first && !is_space(text[end])) --end;
    if (end <= first) end = begin + corpus::truncate_utf8(std::string_view(text).substr(begin), kSnippetBytes).size();
    for (const auto& marked : candidate.marks)  // no mark is cut in two
      if (marked.mark.begin < end && marked.mark.end > end) end = marked.mark.end;
  }
  auto shift = begin;
  if (begin > 0) {
    hit.snippet = "… ";
    shift = begin - hit.snippet.size();  // wraps around when begin is small; the sums below wrap back
  }
  hit.snippet.append(text, begin, end - begin);
  if (end < text.size()) hit.snippet += " …";
  for (const auto& marked : candidate.marks)
    if (marked.mark.begin >= begin && marked.mark.end <= end)
      hit.marks.push_back({marked.mark.begin - shift, marked.mark.end - shift});
  return hit;
}

}  // namespace

std::vector<MarkedToken> find_marks(const std::string& text, const Plan& plan, const LabelMatcher& labels,
                                    Analyzer& analyzer) {
  const auto& terms = plan.marks;
  std::vector<MarkedToken> marks;
  std::vector<std::string> stems;
  std::vector<Mark> tokens;
  const auto look_up = [](const auto& map, const auto& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::string::npos : found->second;
  };
  analyzer.tokenize(text, [&](const Token& token, const WordAnalysis& word) {
    if (!terms.concepts.empty()) {
      stems.push_back(word.stem);
      tokens.push_back({token.begin, token.end});
    }
    auto clause = look_up(terms.stems, word.stem);
    for (std::size_t i = 0; clause == std::string::npos && i < word.part_stems.size(); ++i)
      clause = look_up(terms.stems, word.part_stems[i]);
    if (clause == std::string::npos) clause = look_up(terms.part_stems, word.stem);
    if (clause != std::string::npos) marks.push_back({{token.begin, token.end}, clause});
  });

  std::vector<LabelMatcher::Match> found;
  for (std::size_t i = 0; i < stems.size(); ++i) labels.match_at(stems, i, found);
  for (const auto& label : found)
    if (const auto clause = look_up(terms.concepts, label.concept_number); clause != std::string::npos)
      marks.push_back({{tokens[label.begin].begin, tokens[label.begin + label.length - 1].end}, clause});

  std::ranges::sort(marks, [](const MarkedToken& a, const MarkedToken& b) {
    return a.mark.begin != b.mark.begin ? a.mark.begin < b.mark.begin : a.mark.end > b.mark.end;
  });
  std::vector<MarkedToken> kept;
  for (const auto& marked : marks)
    if (kept.empty() || marked.mark.begin >= kept.back().mark.end) kept.push_back(marked);
  return kept;
}

std::vector<PassageHit> best_passages(const corpus::Document& document, const Plan& plan, const LabelMatcher& labels,
                                      Analyzer& analyzer, std::size_t limit, std::size_t& passages_left) {
  passages_left = 0;
  std::vector<Candidate> candidates;
  const Candidate* introduction = nullptr;
  for (const auto& section : document.sections) {
    std::set<std::size_t> in_heading;
    if (plan.ranks())
      for (const auto& marked : find_marks(section.heading, plan, labels, analyzer)) in_heading.insert(marked.clause);
    for (const auto& passage : section.passages) {
      Candidate candidate{&passage, &section.heading, {}, 0};
      if (plan.ranks()) candidate.marks = find_marks(passage.text, plan, labels, analyzer);
      candidate.score = score(candidate.marks, in_heading, plan);
      candidates.push_back(std::move(candidate));
    }
  }
  if (candidates.empty()) return {};
  std::vector<const Candidate*> order;
  for (const auto& candidate : candidates)
    if (candidate.score > 0) order.push_back(&candidate);
  put_best_first(order, plan, limit);
  if (order.empty()) {
    // Nothing to show why (no words, or only in the title): show what the document is about.
    for (const auto& candidate : candidates)
      if (!introduction && corpus::count_words(candidate.passage->text) >= kIntroductionWords &&
          !candidate.heading->empty())
        introduction = &candidate;
    order.push_back(introduction ? introduction : &candidates.front());
  }
  std::vector<PassageHit> hits;
  for (const auto* candidate : order) {
    if (hits.size() == limit) {
      ++passages_left;
      continue;
    }
    hits.push_back(make_snippet(*candidate, plan));
  }
  return hits;
}

}  // namespace search
