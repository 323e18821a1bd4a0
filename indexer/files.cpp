#include "indexer/files.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "corpus/error.h"
#include "corpus/text.h"

namespace indexer {
namespace fs = std::filesystem;
using corpus::Error;
using corpus::ErrorKind;

namespace {

/// Stamp of a regular file, links followed; otherwise what is wrong with it.
std::optional<Stamp> stamp_of(const fs::path& path, std::string& problem) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    problem = std::string("can't be read: ") + std::strerror(errno);
    return std::nullopt;
  }
  if (!S_ISREG(status.st_mode)) {
    problem = "is not a regular file";
    return std::nullopt;
  }
  return Stamp{static_cast<std::uint64_t>(status.st_size),
               std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

std::string joined(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

/// Reads one corpus path into a listing.
class Walk {
 public:
  Walk(Listing& listing, const fs::path& exclude, const std::function<void(std::size_t)>& found)
      : listing_(listing), exclude_(exclude), found_(found) {}

  void folder(const fs::path& root) {
    start(root);
    // Links resolved: however the two are written, an index in the corpus is not read as corpus.
    if (!exclude_.empty())
      excluded_name_ = fs::weakly_canonical(exclude_).lexically_relative(fs::canonical(root)).string();
    read_folder(root, "");
    finish();
  }

  void single(const fs::path& path) {
    start(path.parent_path());
    const auto name = path.filename().string();
    if (!corpus::format_of(name))
      throw Error(ErrorKind::not_possible, "can't index " + path.string() + ": its format is not known",
                  "give a folder, or a document of a format that can be read (README.md lists them)");
    entry(path, name);
    // Its side file, when there is one, stands beside it.
    for (const auto& stem : {name, name.substr(0, name.find_last_of('.'))}) {
      const auto side = path.parent_path() / (stem + ".meta.yaml");
      if (fs::exists(side)) sides_[corpus::to_valid_utf8(stem)] = side;
    }
    finish();
  }

 private:
  void start(const fs::path& root) {
    root_ = listing_.roots.size();
    listing_.roots.push_back(corpus::to_valid_utf8(root.string()));
    first_ = listing_.files.size();
  }

  void read_folder(const fs::path& folder, const std::string& prefix) {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const auto name = entries->path().filename().string();
      if (name.starts_with('.')) continue;
      std::error_code ignored;
      const auto type = entries->symlink_status(ignored).type();
      const auto relative = joined(prefix, name);
      if (type == fs::file_type::directory) {
        if (relative != excluded_name_) read_folder(entries->path(), relative);
      } else if (type == fs::file_type::symlink && fs::is_directory(entries->path(), ignored)) {
        listing_.warnings.push_back(corpus::to_valid_utf8(relative) + ": a symbolic link to a folder is not followed");
      } else {
        entry(entries->path(), relative);
      }
    }
    if (error) fail(prefix.empty() ? folder.string() : prefix, "the folder can't be read: " + error.message());
  }

  void entry(const fs::path& path, const std::string& relative) {
    const auto name = corpus::to_valid_utf8(relative);
    if (const auto stem = corpus::side_file_stem(name)) {
      sides_[std::string(*stem)] = path;
      return;
    }
    const auto format = corpus::format_of(name);
    if (!format) {
      ++unknown_[fs::path(name).extension().string()];
      return;
    }
    if (!seen_.insert(path.string()).second) {
      ++found_before_;
      return;
    }
    std::string problem;
    const auto stamp = stamp_of(path, problem);
    if (!stamp) return fail(name, problem);
    listing_.files.push_back({path, root_, name, *format, *stamp, {}, {}});
    if (found_ && listing_.files.size() % 1000 == 0) found_(listing_.files.size());
  }

  void finish() {
    std::sort(listing_.files.begin() + static_cast<std::ptrdiff_t>(first_), listing_.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
    pair_side_files();
    for (const auto& [extension, count] : unknown_)
      listing_.warnings.push_back(std::to_string(count) + (count == 1 ? " file" : " files") +
                                  (extension.empty() ? " without extension" : " with extension " + extension) +
                                  " skipped");
    if (found_before_ > 0)
      listing_.warnings.push_back(std::to_string(found_before_) + " files of " + listing_.roots[root_] +
                                  " belong to an earlier --corpus path too and are read once");
    sides_.clear();
    unknown_.clear();
    found_before_ = 0;
  }

  /// "NAME.meta.yaml" belongs to "NAME" or to "NAME.extension".
  void pair_side_files() {
    if (sides_.empty()) return;
    std::unordered_set<std::string> used;
    for (auto i = first_; i < listing_.files.size(); ++i) {
      auto& file = listing_.files[i];
      if (file.format == corpus::Format::json_lines) continue;
      for (const auto& stem : {file.name, file.name.substr(0, file.name.find_last_of('.'))}) {
        const auto side = sides_.find(stem);
        if (side == sides_.end()) continue;
        used.insert(stem);
        std::string problem;
        file.side = side->second;
        // A side file that can't be read fails its document when that is read.
        file.side_stamp = stamp_of(file.side, problem).value_or(Stamp{});
        break;
      }
    }
    for (const auto& [stem, path] : sides_)
      if (!used.contains(stem))
        listing_.warnings.push_back(stem + ".meta.yaml: there is no document beside this side file");
  }

  void fail(const std::string& name, const std::string& problem) {
    listing_.failed.push_back({corpus::to_valid_utf8(name), problem});
  }

  Listing& listing_;
  const fs::path& exclude_;
  const std::function<void(std::size_t)>& found_;
  std::string excluded_name_;
  std::size_t root_ = 0, first_ = 0, found_before_ = 0;
  std::map<std::string, fs::path> sides_;       // by stem
  std::map<std::string, std::size_t> unknown_;  // by extension
  std::unordered_set<std::string> seen_;
};

fs::path normal_path(const fs::path& path) {
  auto result = fs::absolute(path).lexically_normal();
  return result.has_filename() ? result : result.parent_path();  // "folder/" is "folder"
}

}  // namespace

std::string Listing::display_name(const SourceFile& file) const {
  return roots.size() == 1 ? file.name : joined(roots[file.root], file.name);
}

Listing find_files(const std::vector<fs::path>& corpus, const fs::path& exclude,
                   const std::function<void(std::size_t)>& found) {
  Listing listing;
  Walk walk(listing, exclude, found);
  for (const auto& path : corpus) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status))
      throw Error(ErrorKind::not_possible, "there is no " + path.string(), "check the --corpus paths");
    if (fs::is_directory(status))
      walk.folder(normal_path(path));
    else
      walk.single(normal_path(path));
  }
  return listing;
}

}  // namespace indexer
