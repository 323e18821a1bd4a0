// E-mail messages (GMime): subject, date, and the text. Who sent it to whom is personal and stays out, as do
// attachments, which are named in a warning: an administrator indexes them as documents of their own.
#include <gmime/gmime.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "corpus/readers/decoding.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/lines.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr int kDepth = 20;  // of parts in parts
constexpr std::size_t kMostParts = 1000;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

struct Body {
  std::string plain, html;
  std::size_t attachments = 0, parts = 0;
  bool encrypted = false;
  bool garbled = false;  // bytes that the charset hasn't got
};

/// The decoded bytes of a part as UTF-8, by its charset (ICU: needs no files, unlike iconv's).
std::string text_of(GMimePart* part, bool& garbled) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_data_wrapper_write_to_stream(content, stream.get()) < 0) return {};
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  const std::string_view raw(reinterpret_cast<const char*>(bytes->data), bytes->len);
  const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  UErrorCode status = U_ZERO_ERROR;
  if (is_utf8(raw)) return std::string(raw);
  UConverter* converter = ucnv_open(charset ? charset : "windows-1252", &status);
  if (!converter || U_FAILURE(status)) {
    garbled = true;
    return to_valid_utf8(raw);
  }
  status = U_ZERO_ERROR;
  const icu::UnicodeString wide(raw.data(), static_cast<std::int32_t>(raw.size()), converter, status);
  ucnv_close(converter);
  std::string out;
  wide.toUTF8String(out);
  garbled |= wide.indexOf(u'\uFFFD') >= 0;
  return out;
}

void gather(GMimeObject* object, int depth, Body& body) {
  if (!object || depth > kDepth || ++body.parts > kMostParts) return;
  if (GMIME_IS_MULTIPART_ENCRYPTED(object)) {
    body.encrypted = true;
  } else if (GMIME_IS_MULTIPART(object)) {
    auto* multipart = GMIME_MULTIPART(object);
    for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i)
      gather(g_mime_multipart_get_part(multipart, i), depth + 1, body);
  } else if (GMIME_IS_MESSAGE_PART(object)) {
    if (GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
      gather(g_mime_message_get_mime_part(inner), depth + 1, body);
  } else if (GMIME_IS_PART(object)) {
    auto* part = GMIME_PART(object);
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const bool attached = g_mime_part_is_attachment(part) || g_mime_part_get_filename(part);
    if (!attached && g_mime_content_type_is_type(type, "text", "plain"))
      body.plain += text_of(part, body.garbled) + "\n\n";
    else if (!attached && g_mime_content_type_is_type(type, "text", "html"))
      body.html += text_of(part, body.garbled) + "\n";
    else if (g_mime_content_type_is_type(type, "application", "pkcs7-mime"))
      body.encrypted = true;
    else
      ++body.attachments;
  }
}

/// Without the signature, and with quoted lines as plain ones.
std::string message_text(std::string_view text) {
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    std::string_view line = text.substr(from, to - from);
    from = to + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == "-- ") break;
    while (line.starts_with('>')) line.remove_prefix(line.starts_with("> ") ? 2 : 1);
    out += line;
    out += '\n';
  }
  return out;
}

/// "Re: Fwd: Uitnodiging" → "Uitnodiging".
std::string subject_of(const char* subject) {
  std::string out = clean(to_valid_utf8(subject ? subject : ""));
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view prefix : {"re:", "fw:", "fwd:", "antw:", "doorst:", "betr:"})
      if (fold(std::string_view(out).substr(0, prefix.size())) == prefix) {
        out = clean(std::string_view(out).substr(prefix.size()));
        cut = true;
      }
  }
  return out;
}

}  // namespace

Draft read_eml(std::string_view bytes, const ReadLimits& limits, const Deadline& deadline) {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  const bool headed = message && (g_mime_message_get_subject(message.get()) || g_mime_message_get_from(message.get()));
  if (!headed)
    fail_document("is no e-mail message: it has neither subject nor sender", "save the message again as .eml");
  Body body;
  gather(g_mime_message_get_mime_part(message.get()), 0, body);
  deadline.check();

  SectionBuilder builder;
  if (clean(body.plain).empty() && !body.html.empty()) {
    add_html(builder, to_valid_utf8(body.html), limits, deadline);
  } else {
    LineWriter writer(builder);
    const std::string text = message_text(to_valid_utf8(body.plain));
    for (const LineBlock& block : line_blocks(text)) {
      deadline.check();
      writer.add(block);
    }
    writer.flush();
  }
  if (body.encrypted && builder.empty()) fail_document("is encrypted", "save it without encryption");
  Draft draft = std::move(builder).finish();
  draft.names_left_out = true;  // sender and receivers
  draft.title = subject_of(g_mime_message_get_subject(message.get()));
  if (GDateTime* date = g_mime_message_get_date(message.get())) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", g_date_time_get_year(date), g_date_time_get_month(date),
                  g_date_time_get_day_of_month(date));
    draft.date = text;
  }
  if (body.garbled)
    draft.warnings.push_back("has characters that can't be read in the charset it names; save the message again");
  if (body.attachments > 0)
    draft.warnings.push_back("attachments of a message are not read: index them as documents of their own");
  return draft;
}

}  // namespace corpus
