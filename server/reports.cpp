#include "server/reports.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include <nlohmann/json.hpp>

#include "corpus/calendar.h"
#include "corpus/error.h"
#include "corpus/text.h"

namespace server {
namespace {
namespace fs = std::filesystem;

[[noreturn]] void impossible(const char* what, const fs::path& file) {
  throw corpus::Error(corpus::ErrorKind::not_possible,
                      std::string("can't ") + what + " " + file.string() + ": " + std::strerror(errno),
                      "give --data a folder that this program may read and write");
}

/// The file, open and locked until the end.
class LockedFile {
 public:
  /// `flags` of open(2). Not open when that fails; errno says why.
  LockedFile(const fs::path& file, int flags) {
    // Whoever had the lock before may have put another file in its place.
    do {
      close();
      descriptor_ = ::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    } while (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX) == 0 && !is_at(file));
  }
  ~LockedFile() { close(); }
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;

  bool open() const { return descriptor_ >= 0; }

  std::size_t size() const {
    struct stat status {};
    return ::fstat(descriptor_, &status) == 0 ? static_cast<std::size_t>(status.st_size) : Reports::kMostBytes;
  }

  bool write(std::string_view bytes) const {
    return ::write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  }

  bool sync() const { return ::fsync(descriptor_) == 0; }

  /// nullopt when it can't be read.
  std::optional<std::string> content() const {
    std::string content(size(), '\0');
    for (std::size_t done = 0; done < content.size();) {
      const auto count = ::pread(descriptor_, content.data() + done, content.size() - done, static_cast<off_t>(done));
      if (count < 0) return std::nullopt;
      if (count == 0) content.resize(done);
      done += static_cast<std::size_t>(count);
    }
    return content;
  }

 private:
  bool is_at(const fs::path& file) const {
    struct stat ours {
    }, there{};
    return ::fstat(descriptor_, &ours) == 0 && ::stat(file.c_str(), &there) == 0 && ours.st_ino == there.st_ino &&
           ours.st_dev == there.st_dev;
  }
  void close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }

  int descriptor_ = -1;
};

/// All of it; nullopt when there is no such file. Throws not_possible when it is there and can't be read.
std::optional<std::string> content_of(const LockedFile& file, const fs::path& path) {
  if (!file.open() && errno == ENOENT) return std::nullopt;
  auto content = file.open() ? file.content() : std::nullopt;
  if (!content) impossible("read", path);
  return content;
}

/// nullopt when the line is no report.
std::optional<KeptReport> parse_report(std::string_view line) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto text = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  return KeptReport{text("tijd"), {text("document"), text("veld"), text("waarde"), text("tekst")}};
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
  fs::create_directories(folder_, ignored);
  const LockedFile file(folder_ / kFile, O_WRONLY | O_APPEND | O_CREAT);
  if (!file.open()) impossible("write", folder_ / kFile);
  if (file.size() + line.size() > kMostBytes)
    throw corpus::Error(corpus::ErrorKind::bad_request, "Er kunnen nu geen meldingen bij.", "Vertel het de beheerder.");
  if (!file.write(line)) impossible("write", folder_ / kFile);
}

std::vector<KeptReport> Reports::all() const {
  std::vector<KeptReport> reports;
  const LockedFile file(folder_ / kFile, O_RDONLY);
  const auto content = content_of(file, folder_ / kFile);
  if (!content) return reports;
  for (const auto line : corpus::lines_of(*content))
    if (auto report = parse_report(line)) reports.push_back(std::move(*report));
  return reports;
}

std::size_t Reports::forget(std::string_view document) {
  const LockedFile file(folder_ / kFile, O_RDONLY);
  const auto content = content_of(file, folder_ / kFile);
  if (!content) return 0;
  std::string kept;
  std::size_t gone = 0;
  for (const auto line : corpus::lines_of(*content)) {
    const auto report = parse_report(line);
    // A line cut short may be about it all the same.
    if (report ? report->report.document == document : line.find(document) != std::string_view::npos)
      ++gone;
    else
      kept.append(line) += '\n';
  }
  if (gone == 0) return 0;
  const auto beside = folder_ / (std::string(kFile) + ".new");
  {
    const LockedFile target(beside, O_WRONLY | O_CREAT | O_TRUNC);
    if (!target.open() || !target.write(kept) || !target.sync()) impossible("write", beside);
  }
  std::error_code error;
  fs::rename(beside, folder_ / kFile, error);
  if (error) {
    errno = error.value();
    impossible("replace", folder_ / kFile);
  }
  return gone;
}

}  // namespace server
