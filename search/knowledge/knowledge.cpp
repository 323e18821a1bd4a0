#include "search/knowledge/knowledge.h"

#include <algorithm>
#include <set>

#include "search/index/errors.h"

namespace search {
namespace {

constexpr std::size_t kMostKept = 2'000;  // subjects
constexpr std::size_t kMostQuotes = 2;
constexpr std::size_t kMostConclusions = 6;
constexpr std::size_t kMostListed = 12;

/// In which order documents are read when not all can be.
int reading_rank(std::string_view kind) {
  if (kind == "conclusie" || kind == "praktijk") return 0;
  return kind == "verslag" || kind == "beleidsboek" ? 1 : 2;
}

std::string_view kind_of(const Columns& columns, DocId doc) {
  const auto& column = columns.facets[number(Field::kind)];
  const auto ordinals = column.of(doc);
  return ordinals.empty() ? std::string_view() : column.values[ordinals.front()];
}

std::vector<DocId> of_kind(const Columns& columns, std::span<const DocId> documents, std::string_view kind,
                           std::size_t most) {
  std::vector<DocId> found;
  for (const auto doc : documents) {
    if (found.size() == most) break;
    if (kind_of(columns, doc) == kind) found.push_back(doc);
  }
  return found;
}

/// Collects practices under what a subject's rows are about.
class Uses {
 public:
  void add(const std::string& row, const Practice& practice, std::size_t document) {
    auto& use = rows_[row];
    use.documents.insert(document);
    for (const auto& municipality : practice.municipalities) use.municipalities[municipality].insert(document);
    if (!practice.quote) return;
    // One quotation a document: the strongest.
    const auto same = std::ranges::find(use.quotes, document, &Candidate::document);
    if (same == use.quotes.end()) {
      use.quotes.push_back({practice.strength, document, *practice.quote});
    } else if (practice.strength > same->strength) {
      *same = {practice.strength, document, *practice.quote};
    }
  }

  template <class Amounts>
  std::vector<Use> take(bool with_municipalities, Amounts amount_of) {
    std::vector<Use> uses;
    for (auto& [row, collected] : rows_) {
      Use use;
      use.amount = amount_of(row, collected.documents.size());
      if (with_municipalities) {
        std::vector<std::pair<std::size_t, std::string>> places;
        for (const auto& [municipality, documents] : collected.municipalities)
          places.emplace_back(documents.size(), municipality);
        std::ranges::stable_sort(places, std::greater(), &std::pair<std::size_t, std::string>::first);
        for (auto& [count, municipality] : places) use.municipalities.push_back(std::move(municipality));
      }
      std::ranges::stable_sort(collected.quotes, std::greater(), &Candidate::strength);
      for (auto& candidate : collected.quotes)
        if (use.quotes.size() < kMostQuotes) use.quotes.push_back(std::move(candidate.quote));
      uses.push_back(std::move(use));
    }
    std::ranges::stable_sort(uses, [](const Use& a, const Use& b) { return a.amount.documents > b.amount.documents; });
    return uses;
  }

 private:
  struct Candidate {
    int strength;
    std::size_t document;
    Quote quote;
  };
  struct Collected {
    std::set<std::size_t> documents;
    std::map<std::string, std::set<std::size_t>> municipalities;
    std::vector<Candidate> quotes;
  };
  std::map<std::string, Collected> rows_;
};

/// One a session, where several documents conclude: the document of conclusions rather than the notes.
void keep_one_a_session(std::vector<std::pair<DocId, Conclusion>>& conclusions, const Sessions& sessions) {
  std::set<std::size_t> seen;
  std::stable_partition(conclusions.begin(), conclusions.end(),
                        [](const auto& entry) { return entry.second.document.kind == "conclusie"; });
  std::erase_if(conclusions, [&](const auto& entry) {
    const auto session = sessions.of(entry.first);
    return session && !seen.insert(*session).second;
  });
}

}  // namespace

Knowledge::Knowledge(std::shared_ptr<const Index> index)
    : index_(std::move(index)),
      mentions_(index_->vocabulary(), index_->labels()),
      postings_(index_->columns()),
      sessions_(*index_) {}

DocId Knowledge::number_of(std::string_view id) const {
  const auto reader = index_->lease();
  return translating_errors(index_->generation(), [&] { return index_->number_of(*reader, id); });
}

std::shared_ptr<const Subject> Knowledge::subject(Field field, const std::string& value) const {
  const auto scheme = info(field).scheme;
  const auto ordinal = index_->columns().facets[number(field)].find(value);
  const bool in_use = ordinal != FacetColumn::npos && !postings_.of(field, ordinal).empty();
  if (!in_use && !(scheme && index_->vocabulary().find(*scheme, value))) return nullptr;
  const std::pair key(field, value);
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = subjects_.find(key); found != subjects_.end()) return found->second;
  }
  auto made = std::make_shared<const Subject>(make_subject(field, value));
  const std::lock_guard lock(mutex_);
  if (subjects_.size() >= kMostKept) subjects_.clear();
  return subjects_.try_emplace(key, std::move(made)).first->second;
}

SessionDetails Knowledge::session(std::size_t number) const {
  const auto reader = index_->lease();
  return describe_session(*index_, *reader, sessions_.all()[number], mentions_);
}

Subject Knowledge::make_subject(Field field, const std::string& value) const {
  const auto& columns = index_->columns();
  const auto& vocabulary = index_->vocabulary();
  Subject subject;
  subject.field = field;
  subject.value = value;
  const auto scheme = info(field).scheme;
  subject.entry = scheme ? vocabulary.find(*scheme, value) : nullptr;
  const auto ordinal = columns.facets[number(field)].find(value);
  subject.label = subject.entry ? subject.entry->label : value;
  const auto documents = ordinal == FacetColumn::npos ? std::span<const DocId>() : postings_.of(field, ordinal);
  subject.documents = documents.size();
  for (const auto& other : kFields) subject.counts[number(other.field)] = count_values(columns, other.field, documents);
  if (scheme)
    for (const auto& entry : vocabulary.concepts())
      if (entry.scheme == *scheme && std::ranges::find(entry.broader, value) != entry.broader.end()) {
        const auto below = columns.facets[number(field)].find(entry.slug);
        subject.narrower.push_back(
            {entry.slug, entry.label, below == FacetColumn::npos ? 0 : postings_.of(field, below).size()});
      }

  std::set<std::size_t> sessions;
  for (const auto doc : documents)
    if (const auto session = sessions_.of(doc)) sessions.insert(*session);
  subject.sessions.assign(sessions.rbegin(), sessions.rend());
  // Those without a year stand last in all(), and stay last here.
  std::stable_partition(subject.sessions.begin(), subject.sessions.end(),
                        [&](std::size_t i) { return sessions_.all()[i].date != 0; });

  std::vector<DocId> order(documents.begin(), documents.end());
  // Notes and conclusions tell of their session's theme, also where they don't repeat its name.
  if (field == Field::theme) {
    const auto carries = [&](DocId doc) {
      const auto values = columns.facets[number(field)].of(doc);
      return std::ranges::find(values, ordinal) != values.end();
    };
    for (const auto session : subject.sessions) {
      const auto& together = sessions_.all()[session].documents;
      if (!carries(together.front())) continue;
      for (const auto doc : together)
        if (!carries(doc)) order.push_back(doc);
    }
    subject.of_sessions = order.size() - documents.size();
  }
  std::ranges::stable_sort(order, {}, [&](DocId doc) { return reading_rank(kind_of(columns, doc)); });
  order.resize(std::min(order.size(), kMostRead));
  subject.read = order.size();

  const auto lease = index_->lease();
  auto& reader = *lease;
  subject.practices = read_references(*index_, reader, of_kind(columns, documents, "praktijk", kMostListed));
  subject.chapters = read_references(*index_, reader, of_kind(columns, documents, "beleidsboek", kMostListed));
  subject.latest = read_references(*index_, reader, documents.first(std::min(documents.size(), kMostListed)));

  Uses uses;
  std::vector<std::pair<DocId, Conclusion>> conclusions;
  const auto is_same = [&](corpus::Scheme of, const std::string& other) {
    if (other == value) return true;
    const auto broader = vocabulary.with_broader(of, other);
    return std::ranges::find(broader, value) != broader.end();
  };
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto document = std::move(read_documents(*index_, reader, std::span(&order[i], 1)).front());
    for (const auto& practice : practices_of(document, vocabulary, mentions_, reader.analyzer)) {
      switch (field) {
        case Field::theme:
          uses.add(practice.solution, practice, i);
          break;
        case Field::solution:
          if (is_same(corpus::Scheme::solution, practice.solution))
            for (const auto& municipality : practice.municipalities) uses.add(municipality, practice, i);
          break;
        case Field::municipality:
          if (std::ranges::find(practice.municipalities, value) != practice.municipalities.end())
            uses.add(practice.solution, practice, i);
          break;
        default:
          if (std::ranges::any_of(practice.municipalities, [&](const std::string& slug) {
                const auto* entry = vocabulary.find(corpus::Scheme::municipality, slug);
                return entry && entry->police_unit == value;
              }))
            uses.add(practice.solution, practice, i);
      }
    }
    const auto* about = field == Field::theme ? nullptr : subject.entry;
    if (field != Field::theme && !about) continue;
    if (auto conclusion = conclusion_of(document, about, vocabulary, mentions_, reader.analyzer))
      conclusions.emplace_back(order[i], std::move(*conclusion));
  }
  keep_one_a_session(conclusions, sessions_);
  std::ranges::stable_sort(conclusions, std::greater(), [&](const auto& entry) { return columns.dates[entry.first]; });
  for (auto& [doc, conclusion] : conclusions)
    if (subject.conclusions.size() < kMostConclusions) subject.conclusions.push_back(std::move(conclusion));

  const auto rows = field == Field::solution ? Field::municipality : Field::solution;
  subject.uses = uses.take(field != Field::solution && field != Field::municipality,
                           [&](const std::string& row, std::size_t read) {
                             return Amount{row, vocabulary.label(*info(rows).scheme, row), read};
                           });
  return subject;
}

}  // namespace search
