// What goes between the indexer and a process that reads foreign formats: frames of a length (4 bytes, most
// significant first) and that many bytes. The worker is not trusted: whatever comes back is checked.
// Pure functions; thread-safe.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/readers/reader.h"

namespace indexer {

inline constexpr std::size_t kMostRequest = (256u << 20) + (1u << 20);
inline constexpr std::size_t kMostAnswer = 96u << 20;

struct WorkRequest {
  corpus::Format format = corpus::Format::text;
  corpus::ReadLimits limits;
  corpus::ReadHints hints;
  int page = 0;  // above 0: draw this page of a PDF
  std::string_view bytes;
};

std::string encode_request(const WorkRequest& request);
WorkRequest decode_request(std::string_view bytes);

/// Answers: a draft, a picture, or what is wrong with the document.
std::string encode_draft(const corpus::Draft& draft);
/// Whether a draft is one that decode_draft accepts: no more sections and blocks than a document may have.
bool fits_answer(const corpus::Draft& draft);
std::string encode_picture(std::string_view picture);
std::string encode_problem(const std::string& what, const std::string& hint);

/// The draft or picture in an answer. Throws bad_document: the problem that it tells of, or that it makes no sense.
corpus::Draft decode_draft(std::string_view answer);
std::string decode_picture(std::string_view answer);

/// Length of the frame that these 4 bytes announce, and the other way round.
std::uint32_t frame_length(const unsigned char (&head)[4]);
std::string frame_head(std::size_t length);

}  // namespace indexer
