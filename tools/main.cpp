// The program: which commands there are, and how an error becomes one line and an exit code.
#include <csignal>
#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>

#include "corpus/error.h"
#include "indexer/worker/worker.h"
#include "tools/commands.h"
#include "tools/output.h"

namespace {

int complain(const std::string& line, int exit_code) {
  std::cerr << "praktijkbank: " << tools::printable(line) << '\n';
  return exit_code;
}

/// The subcommand that was typed, for the hint.
std::string help_of(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? "praktijkbank --help" : "praktijkbank " + chosen.front()->get_name() + " --help";
}

int exit_code_of(corpus::ErrorKind kind) {
  using corpus::ErrorKind;
  return kind == ErrorKind::bad_request || kind == ErrorKind::too_heavy ? tools::kWrongUsage : tools::kNotPossible;
}

}  // namespace

int main(int argc, char** argv) {
  // The indexer starts this program again to read foreign formats apart; no command of a user.
  if (const auto code = indexer::run_as_worker(argc, argv)) return *code;
  // A reader that has seen enough (`praktijkbank search … | head`) is no reason to say anything.
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);

  int exit_code = tools::kDone;
  CLI::App app("Full-text search for what municipalities and police tried, learned and concluded.", "praktijkbank");
  app.set_version_flag("--version", "praktijkbank " PRAKTIJKBANK_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done; 1 done, but some documents failed or differences were found; 2 wrong usage; 3 not "
      "possible.\n"
      "Help on a command: praktijkbank COMMAND --help");
  tools::add_index_command(app, exit_code);
  tools::add_serve_command(app);
  tools::add_search_command(app);
  tools::add_evaluate_command(app);
  tools::add_analyze_command(app);
  tools::add_check_command(app, exit_code);
  tools::add_status_command(app);
  tools::add_excerpt_command(app);
  tools::add_book_command(app);
  tools::add_rollback_command(app);
  tools::add_forget_command(app, exit_code);

  try {
    app.parse(argc, argv);
    std::cout.flush();
    return exit_code;
  } catch (const CLI::CallForVersion& version) {
    std::cout << version.what() << std::endl;
    return tools::kDone;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help
    return complain(std::string(error.what()) + "; see " + help_of(app), tools::kWrongUsage);
  } catch (const corpus::Error& error) {
    return complain(error.line(), exit_code_of(error.kind()));
  } catch (const std::bad_alloc&) {
    return complain("there is not enough memory", tools::kNotPossible);
  } catch (const std::exception& error) {
    return complain(error.what(), tools::kNotPossible);
  }
}
