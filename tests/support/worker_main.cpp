// main of the test programs that index.
#include <gtest/gtest.h>

#include "indexer/worker/worker.h"

int main(int argc, char** argv) {
  if (const auto code = indexer::run_as_worker(argc, argv)) return *code;
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
