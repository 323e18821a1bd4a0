#include "indexer/pipeline.h"

#include <atomic>
#include <chrono>
#include <exception>
#include <new>
#include <thread>
#include <unordered_map>

#include "corpus/error.h"
#include "indexer/line_reader.h"
#include "indexer/queue.h"

namespace indexer {
namespace {

using corpus::Error;
using corpus::ErrorKind;
using std::chrono::milliseconds;

constexpr std::size_t kMostWaiting = 256;
constexpr std::size_t kMostWaitingBytes = 8 << 20;
constexpr milliseconds kTick{100};

struct Task {
  std::size_t file = 0;
  std::uint64_t line = 0;  // 0: the whole file
  std::string text;
  std::uint64_t bytes = 0;  // for the progress
};

class Pipeline {
 public:
  Pipeline(const Knowledge& knowledge, const Listing& listing, const Plan& plan, Sink& sink, CopySink* in_place,
           bool ocr, const ProgressCallback& progress)
      : knowledge_(knowledge),
        listing_(listing),
        plan_(plan),
        sink_(sink),
        in_place_(in_place),
        ocr_(ocr),
        progress_(progress),
        claims_(names(listing)),
        queue_(kMostWaiting, kMostWaitingBytes),
        derived_ids_(listing.files.size()) {
    for (std::size_t i = 0; i < plan.files.size(); ++i) {
      if (!plan.files[i].read) continue;
      const auto& file = listing.files[i];
      by_bytes_ |= file.format == corpus::Format::json_lines;
      total_bytes_ += file.stamp.size;
      ++total_files_;
    }
  }

  Outcome run(unsigned workers) {
    std::vector<std::thread> threads;
    std::atomic<unsigned> working = workers;
    for (unsigned number = 0; number < workers; ++number)
      threads.emplace_back([this, number, &working] {
        work(number);
        --working;
      });
    try {
      produce();
      queue_.close();
    } catch (...) {
      stop(std::current_exception());
    }
    while (working > 0) {
      std::this_thread::sleep_for(milliseconds(2));
      tick();
    }
    for (auto& thread : threads) thread.join();
    if (error_) std::rethrow_exception(error_);

    Outcome outcome;
    outcome.claims = claims_.finish();
    for (const auto derived : derived_ids_) outcome.derived_ids.push_back(derived != 0);
    for (auto& [id, late] : late_) outcome.late.emplace(id, std::move(late.second));
    return outcome;
  }

 private:
  static std::vector<std::string> names(const Listing& listing) {
    std::vector<std::string> names;
    for (const auto& file : listing.files) names.push_back(listing.display_name(file));
    return names;
  }

  void produce() {
    for (std::size_t i = 0; i < plan_.files.size() && !stopped_; ++i) {
      const auto& planned = plan_.files[i];
      if (!planned.read) {
        derived_ids_[i] = planned.known->derived_id;
        for (const auto& document : planned.known->documents) claims_.claim(i, document);
      } else if (listing_.files[i].format == corpus::Format::json_lines) {
        try {
          produce_lines(i);
        } catch (const Error& error) {
          if (error.kind() != ErrorKind::bad_document) throw;
          claims_.fail(i, 0, error.line());
        }
      } else {
        push({i, 0, {}, listing_.files[i].stamp.size});
      }
    }
  }

  void produce_lines(std::size_t number) {
    const auto& file = listing_.files[number];
    const corpus::ReadLimits limits;
    std::unordered_map<ContentHash, const DocumentEntry*> known;
    if (in_place_ && plan_.files[number].known)
      for (const auto& document : plan_.files[number].known->documents) known.emplace(document.hash, &document);

    LineReader lines(file.path, limits.bytes);
    bool empty = true;
    while (lines.next() && !stopped_) {
      const auto bytes = lines.bytes() + 1;
      empty &= !lines.too_long() && lines.line().find_first_not_of(" \t") == std::string_view::npos;
      if (lines.too_long()) {
        claims_.fail(number, lines.number(),
                     "is a line of " + std::to_string(lines.bytes() >> 20) + " MB; the limit is " +
                         std::to_string(limits.bytes >> 20) + " MB");
      } else if (lines.line().find_first_not_of(" \t") != std::string_view::npos) {
        const auto same = known.empty() ? known.end() : known.find(ContentHash::of(lines.line()));
        if (same == known.end()) {
          push({number, lines.number(), std::string(lines.line()), bytes});
          continue;
        }
        keep(number, *same->second, lines.number());
      }
      done_bytes_ += bytes;
    }
    if (empty && !stopped_) throw Error(ErrorKind::bad_document, "file is empty", "remove it or give it text");
  }

  /// A line that stands in the index as it is, maybe at another place in its file.
  void keep(std::size_t file, DocumentEntry entry, std::uint64_t line) {
    const bool elsewhere = entry.line != line && entry.in_index();
    entry.line = line;
    const auto id = entry.id;
    if (claims_.claim(file, std::move(entry)) == Claims::Verdict::accepted && elsewhere)
      in_place_->relocate(id, DocumentReader::line_source(listing_.files[file], line));
  }

  void push(Task task) {
    const auto bytes = task.text.size();
    while (!queue_.push(task, bytes, kTick)) tick();
    tick();
  }

  void work(unsigned number) {
    try {
      DocumentReader reader(knowledge_, ocr_);
      while (auto task = queue_.pop()) {
        handle(reader, number, *task);
        done_bytes_ += task->bytes;
        ++done_files_;
      }
    } catch (...) {
      stop(std::current_exception());
    }
  }

  void handle(DocumentReader& reader, unsigned worker, const Task& task) {
    const auto& file = listing_.files[task.file];
    std::vector<Prepared> all;
    try {
      if (task.line > 0)
        all.push_back(reader.read_line(file, task.line, task.text));
      else
        all = reader.read_file(file, plan_.files[task.file].id);
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::bad_document) throw;
      return claims_.fail(task.file, task.line, error.line());
    } catch (const std::bad_alloc&) {
      return claims_.fail(task.file, task.line, "takes more memory than there is");
    } catch (const std::exception& error) {
      // One bad document must not cost the others, whatever library stumbled over it.
      return claims_.fail(task.file, task.line, std::string("can't be read: ") + error.what());
    }
    if (task.line == 0) derived_ids_[task.file] = all.front().derived_id;
    for (auto& prepared : all) deliver(worker, task, std::move(prepared));
  }

  void deliver(unsigned worker, const Task& task, Prepared prepared) {
    const auto id = prepared.entry.id;
    const bool in_index = prepared.entry.in_index();
    switch (claims_.claim(task.file, std::move(prepared.entry))) {
      case Claims::Verdict::accepted:
        if (in_index) sink_.put(worker, id, prepared.document, prepared.bytes);
        return;
      case Claims::Verdict::refused:
        return;
      case Claims::Verdict::displaced: {
        // An id may be displaced more than once, and whoever comes here last need not be the one that has it.
        const std::lock_guard lock(mutex_);
        const auto position = std::pair(task.file, task.line);
        auto document = in_index ? std::optional(std::move(prepared.document)) : std::nullopt;
        const auto [late, first] = late_.try_emplace(id, position, document);
        if (!first && position < late->second.first) late->second = {position, std::move(document)};
      }
    }
  }

  void stop(std::exception_ptr error) {
    {
      const std::lock_guard lock(mutex_);
      if (!error_) error_ = error;
    }
    stopped_ = true;
    queue_.close(true);
  }

  void tick() {
    const auto now = std::chrono::steady_clock::now();
    if (!progress_ || now - last_tick_ < kTick) return;
    last_tick_ = now;
    progress_({Progress::Stage::reading, by_bytes_ ? done_bytes_.load() : done_files_.load(),
               by_bytes_ ? total_bytes_ : total_files_, by_bytes_});
  }

  const Knowledge& knowledge_;
  const Listing& listing_;
  const Plan& plan_;
  Sink& sink_;
  CopySink* in_place_;
  bool ocr_;
  const ProgressCallback& progress_;
  Claims claims_;
  Queue<Task> queue_;
  std::vector<char> derived_ids_;  // by file; each is written by one thread
  std::mutex mutex_;
  std::map<std::string, std::pair<std::pair<std::size_t, std::uint64_t>, std::optional<Xapian::Document>>> late_;
  std::exception_ptr error_;
  std::atomic<bool> stopped_ = false;
  std::atomic<std::uint64_t> done_bytes_ = 0, done_files_ = 0;
  std::uint64_t total_bytes_ = 0, total_files_ = 0;
  bool by_bytes_ = false;
  std::chrono::steady_clock::time_point last_tick_;
};

}  // namespace

Outcome read_documents(const Knowledge& knowledge, const Listing& listing, const Plan& plan, unsigned workers,
                       Sink& sink, CopySink* in_place, bool ocr, const ProgressCallback& progress) {
  return Pipeline(knowledge, listing, plan, sink, in_place, ocr, progress).run(std::max(1u, workers));
}

}  // namespace indexer
