#include "server/reports.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <nlohmann/json.hpp>

#include "corpus/calendar.h"
#include "corpus/error.h"
#include "corpus/text.h"

namespace server {
namespace {

[[noreturn]] void impossible(const std::filesystem::path& file) {
  throw corpus::Error(corpus::ErrorKind::not_possible, "can't write " + file.string() + ": " + std::strerror(errno),
                      "give --data a folder that this program may write");
}

}  // namespace

void Reports::allow(const std::string& remote) {
  const auto time = std::chrono::steady_clock::now();
  while (!recent_.empty() && time - recent_.front().first > kWindow) recent_.pop_front();
  const auto own = std::ranges::count(recent_, remote, [](const auto& entry) { return entry.second; });
  if (static_cast<std::size_t>(own) >= kMostFromOne || recent_.size() >= kMostFromAll)
    throw corpus::Error(corpus::ErrorKind::bad_request, "Er zijn net veel meldingen gedaan.",
                        "Probeer het over tien minuten opnieuw.");
  recent_.emplace_back(time, remote);
}

void Reports::add(const Report& report, const std::string& remote) {
  const std::lock_guard lock(mutex_);
  allow(remote);
  const auto line = nlohmann::json{{"tijd", corpus::utc_now()},
                                   {"document", report.document},
                                   {"veld", report.field},
                                   {"waarde", report.value},
                                   {"tekst", corpus::truncate_utf8(corpus::clean(report.text, true), kMostText)}}
                        .dump() +
                    "\n";
  std::error_code ignored;
  std::filesystem::create_directories(folder_, ignored);
  const auto file = folder_ / "meldingen.jsonl";
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) impossible(file);
  struct stat status {};
  const bool fits =
      ::fstat(descriptor, &status) == 0 && static_cast<std::size_t>(status.st_size) + line.size() <= kMostBytes;
  const bool written = fits && ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  ::close(descriptor);
  if (!fits)
    throw corpus::Error(corpus::ErrorKind::bad_request, "Er kunnen nu geen meldingen bij.", "Vertel het de beheerder.");
  if (!written) impossible(file);
}

}  // namespace server
