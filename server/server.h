// HTTP: pages, API and assets over one index. Read this header first.
//
// Knows search, never the indexer. Limits on requests are set before the first byte is read (docs/architecture.md).
#pragma once
#include <filesystem>
#include <functional>
#include <string>

namespace server {

struct Options {
  std::filesystem::path index;
  std::filesystem::path data;  // excerpts and reports of errors; empty: none
  bool sources = true;         // give the files that documents were made from
  std::string address = "127.0.0.1";
  int port = 8080;       // 0: any free one
  unsigned threads = 0;  // that compute; 0: as many as cores, at least 2
};

/// Serves until a SIGINT or SIGTERM; a new generation is taken over within a second, without a failed request.
/// `ready` is called once with the URL when connections are accepted. Throws corpus::Error (not_possible) when the
/// index can't be read or the port is in use.
void serve(const Options& options, const std::function<void(const std::string& url)>& ready = {});

}  // namespace server
