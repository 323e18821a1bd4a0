#include "search/synonyms/abbreviations.h"

#include <algorithm>

#include "search/schema.h"

namespace search {
namespace {

constexpr std::size_t kMostLongForms = 3;

}  // namespace

Abbreviations::Abbreviations(const Xapian::Database& database) {
  Analyzer analyzer;
  const std::string prefix(1, kDefinitionPrefix);
  std::vector<Entry> all;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const auto text = (*term).substr(1);
    const auto tab = text.find('\t');
    if (tab == std::string::npos) continue;
    Entry entry{{text.substr(0, tab), text.substr(tab + 1)}, {}, {}, term.get_termfreq()};
    const auto stems = analyzer.stems(entry.definition.short_form);
    entry.long_stems = analyzer.stems(entry.definition.long_form);
    if (stems.size() != 1 || entry.long_stems.empty()) continue;
    entry.short_stem = stems.front();
    all.push_back(std::move(entry));
  }
  std::ranges::stable_sort(all, [](const Entry& a, const Entry& b) {
    return a.short_stem != b.short_stem ? a.short_stem < b.short_stem : a.documents > b.documents;
  });
  for (std::size_t first = 0, last; first < all.size(); first = last) {
    std::size_t kept = 0;
    const auto most = all[first].documents;
    for (last = first; last < all.size() && all[last].short_stem == all[first].short_stem; ++last)
      if (kept < kMostLongForms && 3 * all[last].documents >= most) {
        ++kept;
        entries_.push_back(std::move(all[last]));
        all[last].short_stem = entries_.back().short_stem;  // still compared with the next one
      }
  }
  for (std::size_t number = 0; number < entries_.size(); ++number) {
    long_forms_.add(entries_[number].long_stems, number);
    short_forms_.add(std::span(&entries_[number].short_stem, 1), number);
  }
}

}  // namespace search
