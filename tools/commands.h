// The commands of the program: one file each. Every function adds a subcommand that runs when it is given.
//
// A command sets `exit_code` when it is done and something deserves attention (1); it throws corpus::Error otherwise.
#pragma once

namespace CLI {
class App;
}

namespace tools {

/// Exit codes of the contract.
enum ExitCode { kDone = 0, kDoneWithProblems = 1, kWrongUsage = 2, kNotPossible = 3 };

void add_index_command(CLI::App& app, int& exit_code);
void add_serve_command(CLI::App& app);
void add_search_command(CLI::App& app);
void add_evaluate_command(CLI::App& app);
void add_analyze_command(CLI::App& app);
void add_check_command(CLI::App& app, int& exit_code);
void add_status_command(CLI::App& app);
void add_excerpt_command(CLI::App& app);
void add_book_command(CLI::App& app);
void add_rollback_command(CLI::App& app);
void add_forget_command(CLI::App& app, int& exit_code);

}  // namespace tools
