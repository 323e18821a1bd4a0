#include "search/knowledge/practices.h"

#include <algorithm>

#include "corpus/text.h"

namespace search {
namespace {

using corpus::Document;
using corpus::Scheme;
using corpus::Value;

constexpr std::size_t kQuoteBytes = 340;
constexpr std::size_t kShortestPoint = 25;  // bytes; less is a heading or a label
constexpr const char* kConclusion = "conclusie";

bool carries(const std::vector<Value>& values, std::string_view value) {
  return std::ranges::find(values, value, &Value::value) != values.end();
}

bool is_conclusion(const corpus::PassageSection& section) {
  return corpus::fold(section.heading).find(kConclusion) != std::string::npos;
}

int strength_of_kind(const std::string& kind) {
  if (kind == "conclusie" || kind == "praktijk") return 4;
  if (kind == "verslag" || kind == "beleidsboek") return 3;
  return kind == "aankondiging" ? 0 : 1;
}

Quote make_quote(const Document& document, const corpus::PassageSection& section, const corpus::Passage& passage,
                 const Mention& solution, std::size_t from) {
  const auto [begin, end] = sentences_around(passage.text, from, solution.end, kQuoteBytes);
  Quote quote{reference(document), section.heading, passage.id, passage.text.substr(begin, end - begin), {}, false};
  if (solution.begin >= begin && solution.end <= end)
    quote.marks.push_back({solution.begin - begin, solution.end - begin});
  const auto rest = std::string_view(passage.text).substr(end);
  quote.cut = !rest.empty() && rest.front() != '\n' &&
              (quote.text.empty() || std::string_view(".!?\"')").find(quote.text.back()) == std::string_view::npos) &&
              !quote.text.ends_with("”") && !quote.text.ends_with("’");
  return quote;
}

/// The practices that one passage shows: one for each solution of the document that it names.
void add_practices(const Document& document, const corpus::PassageSection& section, const corpus::Passage& passage,
                   const corpus::Vocabulary& vocabulary, const Mentions& mentions, Analyzer& analyzer,
                   std::vector<Practice>& practices) {
  const auto found = mentions.find(passage.text, analyzer);
  std::vector<std::string> municipalities;
  for (const auto& mention : found)
    if (mention.entry->scheme == Scheme::municipality && carries(document.municipalities, mention.entry->slug) &&
        std::ranges::find(municipalities, mention.entry->slug) == municipalities.end())
      municipalities.push_back(mention.entry->slug);
  const bool is_alone = municipalities.empty() && document.municipalities.size() == 1;
  if (is_alone) municipalities.push_back(document.municipalities.front().value);

  for (const auto& value : document.solutions) {
    auto solution = std::ranges::find_if(found, [&](const Mention& mention) {
      return mention.entry->scheme == Scheme::solution && mention.entry->slug == value.value;
    });
    // A team for neighbourhood watch is neighbourhood watch.
    if (const auto* entry = vocabulary.find(Scheme::solution, value.value); entry && solution == found.end())
      solution = std::ranges::find_if(
          found, [&](const Mention& mention) { return is_within(*mention.entry, *entry, vocabulary); });
    if (solution == found.end()) continue;
    // A paragraph that opens with the name of the place is quoted from there when it isn't far.
    auto from = solution->begin;
    for (const auto& mention : found)
      if (mention.entry->scheme == Scheme::municipality && carries(document.municipalities, mention.entry->slug) &&
          mention.begin < from && solution->end - mention.begin < kQuoteBytes)
        from = mention.begin;
    Practice practice{value.value, municipalities, make_quote(document, section, passage, *solution, from), 0};
    practice.strength = strength_of_kind(document.kind.value) + (municipalities.empty() || is_alone ? 0 : 2) +
                        (is_conclusion(section) ? 1 : 0) + (corpus::count_words(practice.quote->text) >= 8 ? 2 : 0);
    practices.push_back(std::move(practice));
  }
}

}  // namespace

std::vector<Practice> practices_of(const Document& document, const corpus::Vocabulary& vocabulary,
                                   const Mentions& mentions, Analyzer& analyzer) {
  std::vector<Practice> practices;
  if (document.solutions.empty()) return practices;
  for (const auto& section : document.sections)
    for (const auto& passage : section.passages)
      add_practices(document, section, passage, vocabulary, mentions, analyzer, practices);
  for (const auto& value : document.solutions) {
    if (std::ranges::find(practices, value.value, &Practice::solution) != practices.end()) continue;
    Practice practice{value.value, {}, std::nullopt, 0};
    if (document.municipalities.size() == 1) practice.municipalities = {document.municipalities.front().value};
    practices.push_back(std::move(practice));
  }
  return practices;
}

bool is_within(const corpus::Concept& entry, const corpus::Concept& about, const corpus::Vocabulary& vocabulary) {
  if (entry.scheme != about.scheme) return false;
  const auto broader = vocabulary.with_broader(entry.scheme, entry.slug);
  return std::ranges::find(broader, about.slug) != broader.end();
}

std::optional<Conclusion> conclusion_of(const Document& document, const corpus::Concept* about,
                                        const corpus::Vocabulary& vocabulary, const Mentions& mentions,
                                        Analyzer& analyzer) {
  const bool whole = document.kind.value == kConclusion;
  Conclusion conclusion{reference(document), {}, {}, {}, false};
  const auto fits = [&](std::string_view point) {
    if (!about) return true;
    return std::ranges::any_of(mentions.find(point, analyzer),
                               [&](const Mention& mention) { return is_within(*mention.entry, *about, vocabulary); });
  };
  const auto add = [&](const corpus::PassageSection& section, const corpus::Passage& passage, std::string_view point) {
    if (point.size() < kShortestPoint || !fits(point)) return;
    if (conclusion.points.size() == kMostPoints) {
      conclusion.more = true;
      return;
    }
    if (conclusion.points.empty()) {
      conclusion.heading = section.heading;
      conclusion.passage = passage.id;
    }
    const auto [begin, end] = sentences_around(point, 0, std::min<std::size_t>(point.size(), kQuoteBytes), kQuoteBytes);
    conclusion.points.emplace_back(point.substr(begin, end - begin));
  };
  // Lists hold the conclusions where there are any; otherwise sentences do.
  for (const auto type : {corpus::Block::Type::list, corpus::Block::Type::paragraph}) {
    for (const auto& section : document.sections) {
      if (!whole && !is_conclusion(section)) continue;
      for (const auto& passage : section.passages) {
        if (passage.type != type) continue;
        if (type == corpus::Block::Type::list || about) {
          for (const auto point : sentences(passage.text)) {
            // Of a list an item is a point, however many sentences it has.
            if (type == corpus::Block::Type::list && point.data() != passage.text.data() && point.data()[-1] != '\n')
              continue;
            const auto at = static_cast<std::size_t>(point.data() - passage.text.data());
            const auto line = std::string_view(passage.text).substr(at, passage.text.find('\n', at) - at);
            add(section, passage, type == corpus::Block::Type::list ? line : point);
          }
        } else {
          add(section, passage, passage.text);
        }
      }
    }
    if (!conclusion.points.empty()) break;
  }
  if (conclusion.points.empty()) return std::nullopt;
  return conclusion;
}

}  // namespace search
