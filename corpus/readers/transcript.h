// Transcripts of meetings: what was said, by whom and when. WebVTT files and the Word documents that Teams makes.
//
// Cues of one speaker become one paragraph, "[0:12:30] Spreker 2: …", with the time at which it begins; a long turn
// begins a new paragraph every two minutes. Names become roles: those that the side file gives, else "Spreker 1", 2, …
// in the order in which they first speak. Pure; thread-safe.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/reader.h"
#include "corpus/readers/section_builder.h"

namespace corpus {

struct Cue {
  std::string speaker;  // empty: not known
  int seconds = 0;      // from the beginning
  std::string text;
};

/// Whether names of speakers were left out.
bool add_transcript(SectionBuilder& out, const std::vector<Cue>& cues, const ReadHints& hints);

/// "1:02:03", "02:03", "0:0:3.120" → seconds; nullopt for anything else.
std::optional<int> clock_seconds(std::string_view text);

/// The paragraphs of a Word document as a transcript, when most of them have its form; line breaks are '\n'.
std::optional<Draft> read_transcript_paragraphs(const std::vector<std::string>& paragraphs, const ReadHints& hints);

}  // namespace corpus
