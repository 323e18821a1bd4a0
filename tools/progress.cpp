#include "tools/progress.h"

#include <algorithm>
#include <cmath>
#include <iostream>

#include <nlohmann/json.hpp>

#include "tools/output.h"

namespace tools {
namespace {

using Stage = indexer::Progress::Stage;
constexpr std::chrono::seconds kBetweenLines{5};
constexpr std::size_t kBarWidth = 24;

std::string amount(std::uint64_t number, bool bytes) {
  return bytes ? with_commas(number >> 20) + " MB" : with_commas(number);
}

std::string time_left(double seconds) {
  const auto left = static_cast<std::uint64_t>(std::ceil(seconds));
  return left < 90 ? std::to_string(left) + " s left" : std::to_string((left + 59) / 60) + " min left";
}

}  // namespace

std::string ProgressLine::text(const indexer::Progress& progress, double seconds) const {
  switch (progress.stage) {
    case Stage::finding:
      return "Finding files" + (progress.done > 0 ? ": " + with_commas(progress.done) : "…");
    case Stage::joining:
      return "Joining…";
    case Stage::publishing:
      return "Publishing…";
    case Stage::reading:
      break;
  }
  if (progress.total == 0) return "Reading…";
  const double share = std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
  std::string line = "Reading ";
  if (terminal_) {
    const auto filled = static_cast<std::size_t>(share * kBarWidth);
    line += "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '.') + "] ";
  }
  line += amount(progress.done, progress.bytes) + " of " + amount(progress.total, progress.bytes) + " (" +
          std::to_string(static_cast<int>(share * 100)) + " %)";
  if (seconds > 1 && progress.done > 0) {
    const double rate = static_cast<double>(progress.done) / seconds;
    if (rate >= (progress.bytes ? 1 << 20 : 1))
      line += ", " + amount(static_cast<std::uint64_t>(rate), progress.bytes) + "/s";
    if (share < 1) line += ", " + time_left(static_cast<double>(progress.total - progress.done) / rate);
  }
  return line;
}

void ProgressLine::show(const indexer::Progress& progress) {
  const auto now = Clock::now();
  if (progress.stage != stage_) {
    stage_ = progress.stage;
    stage_begin_ = now;
  }
  if (!terminal_ && now - last_ < kBetweenLines) return;
  last_ = now;
  const auto line = text(progress, std::chrono::duration<double>(now - stage_begin_).count());
  if (terminal_) {
    std::cerr << "\r\x1b[K" << line << std::flush;
    drawn_ = true;
  } else {
    std::cerr << line << std::endl;
  }
}

std::optional<nlohmann::json> JsonProgress::line(const indexer::Progress& progress) {
  const auto now = Clock::now();
  const bool begins = stage_ != progress.stage;
  if (!begins && now - last_ < kBetweenLines) return std::nullopt;
  if (begins) stage_begin_ = now;
  stage_ = progress.stage;
  last_ = now;
  constexpr const char* names[] = {"finding", "reading", "joining", "publishing"};
  nlohmann::json line = {{"event", "progress"}, {"stage", names[static_cast<std::size_t>(progress.stage)]}};
  if (progress.stage == Stage::finding) line["done"] = progress.done;
  if (progress.stage != Stage::reading || progress.total == 0) return line;
  line["done"] = progress.done;
  line["total"] = progress.total;
  line["unit"] = progress.bytes ? "bytes" : "documents";
  const double seconds = std::chrono::duration<double>(now - stage_begin_).count();
  if (seconds > 1 && progress.done > 0) {
    const double rate = static_cast<double>(progress.done) / seconds;
    line["perSecond"] = std::round(rate * 10) / 10;
    const auto left = progress.total - std::min(progress.done, progress.total);
    line["secondsLeft"] = static_cast<std::uint64_t>(std::ceil(static_cast<double>(left) / rate));
  }
  return line;
}

void ProgressLine::clear() {
  if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace tools
