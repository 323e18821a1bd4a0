#include "corpus/privacy/inspect.h"

#include <algorithm>
#include <string>

namespace corpus {
namespace {

std::uint32_t characters(std::string_view utf8) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// A section as one text, so that a heading or the end of a paragraph speaks for what follows.
struct SectionText {
  std::string text;
  std::vector<std::size_t> begins;  // of the heading and of each block

  explicit SectionText(const Section& section) {
    add(section.heading);
    for (const auto& block : section.blocks) add(block.text);
  }
  void add(const std::string& part) {
    if (!begins.empty()) text += "\n\n";
    begins.push_back(text.size());
    text += part;
  }
  std::size_t part_of(std::size_t offset) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(begins, offset) - begins.begin()) - 1;
  }
};

template <typename Texts>
void for_each_given(Texts& given, const auto& visit) {
  for (auto* text : {&given.title, &given.kind, &given.date, &given.session, &given.book, &given.period})
    if (*text) visit(**text);
  for (auto* list : {&given.themes, &given.municipalities, &given.police_units, &given.solutions})
    if (*list)
      for (auto& text : **list) visit(text);
}

}  // namespace

std::vector<PersonalDataPlace> find_personal_data(const Draft& draft) {
  std::vector<PersonalDataPlace> places;
  const auto in_text = [&](const std::string& text) {
    for (const auto& finding : find_personal_data(std::string_view(text)))
      places.push_back({finding.kind, 0, 0, characters(std::string_view(text).substr(0, finding.begin))});
  };
  in_text(draft.title);
  for_each_given(draft.given, in_text);
  std::uint32_t number = 0;
  for (const auto& section : draft.sections) {
    ++number;
    const SectionText whole(section);
    for (const auto& finding : find_personal_data(std::string_view(whole.text))) {
      const auto part = whole.part_of(finding.begin);
      const auto begin = whole.begins[part];
      places.push_back({finding.kind, number, static_cast<std::uint32_t>(part),
                        characters(std::string_view(whole.text).substr(begin, finding.begin - begin))});
    }
  }
  return places;
}

void mask_personal_data(Draft& draft) {
  const auto mask = [](std::string& text) { text = mask_personal_data(std::string_view(text)); };
  mask(draft.title);
  for_each_given(draft.given, mask);
  for (auto& section : draft.sections) {
    const SectionText whole(section);
    const auto findings = find_personal_data(std::string_view(whole.text));
    // From the end, so that what comes before stays where it was.
    for (auto finding = findings.rbegin(); finding != findings.rend(); ++finding) {
      const auto part = whole.part_of(finding->begin);
      auto& text = part == 0 ? section.heading : section.blocks[part - 1].text;
      const auto begin = finding->begin - whole.begins[part];
      std::string name = "[";
      name.append(dutch_name_of(finding->kind)).append("]");
      text.replace(begin, std::min(finding->end - finding->begin, text.size() - begin), name);
    }
  }
}

}  // namespace corpus
