// praktijkbank serve: pages and API over HTTP.
#include <charconv>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "server/server.h"
#include "tools/commands.h"
#include "tools/output.h"

namespace tools {
namespace {

/// "127.0.0.1:8080", "[::1]:8080", "localhost:0".
void parse_listen(const std::string& listen, server::Options& options) {
  const auto colon = listen.find_last_of(':');
  const auto wrong = [&] {
    return CLI::ValidationError("--listen", "\"" + listen + "\" is not ADDRESS:PORT, for example 127.0.0.1:8080");
  };
  if (colon == std::string::npos || colon == 0) throw wrong();
  options.address = listen.substr(0, colon);
  if (options.address.front() == '[' && options.address.back() == ']')
    options.address = options.address.substr(1, options.address.size() - 2);
  const char* end = listen.data() + listen.size();
  const auto [rest, error] = std::from_chars(listen.data() + colon + 1, end, options.port);
  if (error != std::errc() || rest != end || options.port < 0 || options.port > 65535) throw wrong();
}

/// Beside the index, which `index` makes anew and this must outlive. Empty, with a line that says so, when it can't be
/// made there: the server then runs without.
std::filesystem::path default_data(std::filesystem::path index) {
  if (!index.has_filename()) index = index.parent_path();
  auto data = index;
  data += "-data";
  std::error_code error;
  std::filesystem::create_directories(data, error);
  if (!error) return data;
  std::cerr << "Nothing that visitors leave behind is kept: " << printable(data.string()) << " can't be made ("
            << error.message() << "); choose a folder with --data" << std::endl;
  return {};
}

}  // namespace

void add_serve_command(CLI::App& app) {
  auto* command = app.add_subcommand("serve", "Serves pages and API over HTTP; takes over a new index by itself");
  auto options = std::make_shared<server::Options>();
  auto listen = std::make_shared<std::string>("127.0.0.1:8080");
  command->add_option("--index", options->index, "The folder of the index")->required()->type_name("DIR");
  command
      ->add_option("--data", options->data,
                   "A folder for what visitors leave behind: excerpts, reports (default: that of the index with -data)")
      ->type_name("DIR");
  command->add_option("--listen", *listen, "Address and port; port 0 takes any free one")
      ->type_name("ADDRESS:PORT")
      ->capture_default_str();
  command->add_flag("!--no-sources", options->sources, "Give nobody the files that documents were made from");
  command->footer(
      "Examples:\n"
      "  praktijkbank serve --index index\n"
      "  praktijkbank serve --index /var/lib/praktijkbank/index --data /var/lib/praktijkbank/data --listen 0.0.0.0:80");
  command->callback([options, listen] {
    parse_listen(*listen, *options);
    if (options->data.empty()) options->data = default_data(options->index);
    server::serve(*options, [](const std::string& url) { std::cerr << "Serving on " << url << std::endl; });
  });
}

}  // namespace tools
