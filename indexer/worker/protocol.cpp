#include "indexer/worker/protocol.h"

#include "corpus/bytes.h"
#include "corpus/error.h"
#include "corpus/text.h"

namespace indexer {
namespace {

using corpus::ByteReader;
using corpus::ByteWriter;
using corpus::Error;
using corpus::ErrorKind;

enum class Answer : unsigned { problem, draft, picture };

// A section or block takes three bytes at least here and many more in memory.
constexpr std::size_t kMostSections = 500'000;
constexpr std::size_t kMostBlocks = 2'000'000;

ByteReader open(std::string_view answer, Answer expected) {
  ByteReader in(answer);
  const auto kind = in.number();
  if (kind == static_cast<unsigned>(Answer::problem)) {
    const auto what = corpus::clean(corpus::to_valid_utf8(in.string()));
    throw Error(ErrorKind::bad_document, what, corpus::clean(corpus::to_valid_utf8(in.string())));
  }
  if (kind != static_cast<unsigned>(expected)) ByteReader::damaged();
  return in;
}

/// Damage here is the document's doing, not the index's.
template <typename Decode>
auto checked(const Decode& decode) {
  try {
    return decode();
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::bad_document) throw;
    throw Error(ErrorKind::bad_document, "its reader gave an answer that makes no sense", "do not trust this file");
  }
}

std::size_t bounded(std::size_t count, std::size_t& total, std::size_t most) {
  total += count;
  if (total > most) ByteReader::damaged();
  return count;
}

}  // namespace

std::string encode_request(const WorkRequest& request) {
  ByteWriter out;
  out.number(static_cast<unsigned>(request.format));
  out.number(request.limits.bytes);
  out.number(request.limits.html_depth);
  out.number(static_cast<std::uint64_t>(request.limits.time.count()));
  out.number(request.hints.keep_speakers);
  out.number(request.hints.accept_scans);
  out.number(request.hints.speakers.size());
  for (const auto& [name, role] : request.hints.speakers) {
    out.string(name);
    out.string(role);
  }
  out.number(static_cast<unsigned>(request.page));
  out.string(request.bytes);
  return out.take();
}

WorkRequest decode_request(std::string_view bytes) {
  ByteReader in(bytes);
  WorkRequest request;
  request.format = static_cast<corpus::Format>(in.small_number());
  request.limits.bytes = in.number();
  request.limits.html_depth = in.number();
  request.limits.time = std::chrono::milliseconds(in.small_number());
  request.hints.keep_speakers = in.number();
  request.hints.accept_scans = in.number();
  for (auto left = in.count(); left > 0; --left) {
    auto name = in.string();
    request.hints.speakers.emplace_back(std::move(name), in.string());
  }
  request.page = in.small_number();
  request.bytes = in.view();
  return request;
}

std::string encode_draft(const corpus::Draft& draft) {
  ByteWriter out;
  out.number(static_cast<unsigned>(Answer::draft));
  out.string(draft.title);
  out.string(draft.date);
  out.number(static_cast<unsigned>(draft.pages));
  out.number(draft.names_left_out);
  out.number(draft.scans.size());
  for (const int page : draft.scans) out.number(static_cast<unsigned>(page));
  out.number(draft.warnings.size());
  for (const auto& warning : draft.warnings) out.string(warning);
  out.number(draft.sections.size());
  for (const auto& section : draft.sections) {
    out.string(section.heading);
    out.number(static_cast<unsigned>(section.level));
    out.number(section.blocks.size());
    for (const auto& block : section.blocks) {
      out.number(block.type == corpus::Block::Type::list);
      out.number(static_cast<unsigned>(block.page));
      out.string(block.text);
    }
  }
  return out.take();
}

bool fits_answer(const corpus::Draft& draft) {
  std::size_t blocks = 0;
  for (const auto& section : draft.sections) blocks += section.blocks.size();
  return draft.sections.size() <= kMostSections && blocks <= kMostBlocks;
}

std::string encode_picture(std::string_view picture) {
  ByteWriter out;
  out.number(static_cast<unsigned>(Answer::picture));
  out.string(picture);
  return out.take();
}

std::string encode_problem(const std::string& what, const std::string& hint) {
  ByteWriter out;
  out.number(static_cast<unsigned>(Answer::problem));
  out.string(what);
  out.string(hint);
  return out.take();
}

corpus::Draft decode_draft(std::string_view answer) {
  return checked([&] {
    auto in = open(answer, Answer::draft);
    corpus::Draft draft;
    draft.title = in.string();
    draft.date = in.string();
    draft.pages = in.small_number();
    draft.names_left_out = in.number() != 0;
    for (auto left = in.count(); left > 0; --left) draft.scans.push_back(in.small_number());
    for (auto left = in.count(); left > 0; --left) draft.warnings.push_back(in.string());
    std::size_t sections = 0, blocks = 0;
    for (auto left = bounded(in.count(), sections, kMostSections); left > 0; --left) {
      corpus::Section section;
      section.heading = in.string();
      section.level = in.small_number();
      for (auto more = bounded(in.count(), blocks, kMostBlocks); more > 0; --more) {
        corpus::Block block;
        block.type = in.number() ? corpus::Block::Type::list : corpus::Block::Type::paragraph;
        block.page = in.small_number();
        block.text = in.string();
        section.blocks.push_back(std::move(block));
      }
      draft.sections.push_back(std::move(section));
    }
    if (!in.at_end()) ByteReader::damaged();
    corpus::clean_draft(draft);
    return draft;
  });
}

std::string decode_picture(std::string_view answer) {
  return checked([&] { return open(answer, Answer::picture).string(); });
}

std::uint32_t frame_length(const unsigned char (&head)[4]) {
  return std::uint32_t{head[0]} << 24 | std::uint32_t{head[1]} << 16 | std::uint32_t{head[2]} << 8 | head[3];
}

std::string frame_head(std::size_t length) {
  return {static_cast<char>(length >> 24), static_cast<char>(length >> 16), static_cast<char>(length >> 8),
          static_cast<char>(length)};
}

}  // namespace indexer
