// main of the test programs that index.
#include <gtest/gtest.h>

#include "indexer/worker/worker.h"

/// What fontconfig keeps for the life of a process is not ours. (Read by the leak checker, where there is one.)
extern "C" const char* __lsan_default_suppressions();  // NOLINT
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

int main(int argc, char** argv) {
  if (const auto code = indexer::run_as_worker(argc, argv)) return *code;
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
