#include "indexer/worker/worker.h"

#include <fcntl.h>
#include <gmime/gmime.h>
#include <iconv.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "corpus/error.h"
#include "indexer/worker/protocol.h"
#include "indexer/worker/sandbox.h"

namespace indexer {
namespace {

constexpr unsigned kGrace = 20;  // seconds above the reader's own limit, after which the process ends itself

bool read_all(char* to, std::size_t size) {
  while (size > 0) {
    const auto got = ::read(STDIN_FILENO, to, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto put = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

/// What libraries load when they are first used, loaded while files can still be opened.
void prepare() {
  g_mime_init();
  // Kept open: then their modules stay loaded, and opening them again needs no file.
  for (const char* charset :
       {"UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252", "US-ASCII"}) {
    static_cast<void>(iconv_open("UTF-8", charset));
    static_cast<void>(iconv_open(charset, "UTF-8"));
  }
}

std::string answer(std::string_view frame) {
  try {
    const auto request = decode_request(frame);
    alarm(static_cast<unsigned>(request.limits.time.count() / 1000) + kGrace);
    if (request.page > 0) return encode_picture(corpus::render_page(request.bytes, request.page));
    const auto draft = corpus::read_document(request.format, request.bytes, request.limits, request.hints);
    if (!fits_answer(draft)) return encode_problem("holds more paragraphs than a document may have", "split it");
    return encode_draft(draft);
  } catch (const corpus::Error& error) {
    return encode_problem(error.what(), error.hint());
  } catch (const std::bad_alloc&) {
    return encode_problem("needs more memory than a document may have (" + std::to_string(kWorkerMemory >> 20) + " MB)",
                          "split it; or do not trust it");
  } catch (const std::exception& error) {
    return encode_problem(std::string("can't be read: ") + error.what(), "open it and save it again");
  }
}

int read_documents() {
  prepare();
  enter_reading_sandbox();
  std::string frame;
  while (true) {
    unsigned char head[4];
    if (!read_all(reinterpret_cast<char*>(head), sizeof head)) break;
    const auto length = frame_length(head);
    if (length > kMostRequest) break;
    frame.resize(length);
    if (!read_all(frame.data(), length)) break;
    std::string reply = answer(frame);
    if (reply.size() > kMostAnswer) reply = encode_problem("holds more text than a document may have", "split it");
    alarm(0);
    if (!write_all(frame_head(reply.size())) || !write_all(reply)) break;
    if (frame.capacity() > (8u << 20)) frame = {};
  }
  return 0;
}

int recognize() {
  enter_recognition_sandbox();
  ::execlp("tesseract", "tesseract", "stdin", "stdout", "-l", "nld", static_cast<char*>(nullptr));
  return 127;
}

}  // namespace

std::optional<int> run_as_worker(int argc, char** argv) {
  if (argc != 2) return std::nullopt;
  const std::string_view command = argv[1];
  if (command != "read-worker" && command != "ocr-worker") return std::nullopt;
  ::close_range(3, ~0u, 0);
  if (command == "ocr-worker") return recognize();
  // Without the destructors of libraries: they have nothing left that matters.
  std::_Exit(read_documents());
}

}  // namespace indexer
