// The other side of ReaderProcess: what runs in the process that reads foreign formats. A program that starts reader
// processes calls this first thing in main.
#pragma once
#include <optional>

namespace indexer {

/// When the arguments are those of a reader process: does its work until the indexer hangs up, and gives the exit
/// code. Nullopt for any other arguments.
std::optional<int> run_as_worker(int argc, char** argv);

}  // namespace indexer
