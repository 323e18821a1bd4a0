#include "corpus/readers/archive.h"

#include <zip.h>

#include "corpus/readers/formats.h"

namespace corpus {
namespace {

constexpr std::uint64_t kMostUnpacked = 192u << 20;  // all parts together; a thick book has 20 MB of XML
constexpr std::uint64_t kLargestPart = 96u << 20;
constexpr zip_int64_t kMostEntries = 20'000;
constexpr std::size_t kChunk = 256 << 10;

[[noreturn]] void damaged() { fail_document("is damaged: its zip can't be unpacked", "save it again"); }

[[noreturn]] void too_large() {
  fail_document("unpacks to more than " + std::to_string(kLargestPart >> 20) + " MB",
                "split it; or do not trust it: it may be a zip bomb");
}

}  // namespace

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

Archive::Archive(std::string_view bytes) : left_(kMostUnpacked) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source) zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (source && !zip_) zip_source_free(source);
  zip_error_fini(&error);
  if (!zip_) damaged();
  if (zip_get_num_entries(zip_.get(), 0) > kMostEntries)
    fail_document("holds more than " + std::to_string(kMostEntries) + " parts", "do not trust it; save it again");
}

bool Archive::has(const std::string& name) const { return zip_name_locate(zip_.get(), name.c_str(), 0) >= 0; }

std::optional<std::string> Archive::read(const std::string& name) {
  const zip_int64_t index = zip_name_locate(zip_.get(), name.c_str(), 0);
  if (index < 0) return std::nullopt;
  const auto number = static_cast<zip_uint64_t>(index);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip_.get(), number, 0, &stat) != 0) damaged();
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
    fail_document("is encrypted", "take its password off");
  if ((stat.valid & ZIP_STAT_SIZE) && (stat.size > kLargestPart || stat.size > left_)) too_large();
  struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
  };
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip_.get(), number, 0));
  if (!file) damaged();
  std::string out;
  while (true) {
    const std::size_t before = out.size();
    out.resize(before + kChunk);
    const zip_int64_t got = zip_fread(file.get(), out.data() + before, kChunk);
    if (got < 0) damaged();
    out.resize(before + static_cast<std::size_t>(got));
    if (got == 0) break;
    if (out.size() > kLargestPart || out.size() > left_) too_large();
  }
  left_ -= out.size();
  return out;
}

}  // namespace corpus
