// What a process that reads foreign bytes may still do: compute, and talk over the two descriptors that it has.
//
// Resource limits always hold; the seccomp filter where the kernel has it (docs/operations.md). Once entered, nothing
// leads back. For the whole process: call before there are threads.
#pragma once
#include <cstddef>

namespace indexer {

/// Memory of a reading process, in bytes.
inline constexpr std::size_t kWorkerMemory = std::size_t{1536} << 20;

/// For the reader of documents: no new descriptors (so no files and no network), no programs, no other processes, no
/// executable memory.
void enter_reading_sandbox();

/// For tesseract, which has to open its own program and word lists: no network, no tracing, limits on memory, time and
/// what it writes.
void enter_recognition_sandbox();

}  // namespace indexer
