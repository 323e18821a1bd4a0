// Style sheet, script, fonts and mark, compiled in. Immutable after construction; share it between threads.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "server/http.h"

namespace server {

class Assets {
 public:
  /// Throws corpus::Error (not_possible) when the manifest is damaged or names a file that isn't there.
  Assets();

  /// "/assets/app.1a2b3c4d5e.css" by the key of the manifest ("css").
  const std::map<std::string, std::string>& urls() const { return urls_; }
  /// The file of this name, to be kept for ever: its name changes with its content. 404 when there is none.
  Response serve(const Request& request, std::string_view name) const;

 private:
  struct File {
    std::string_view bytes;
    std::string gzipped;  // empty when that doesn't help
    std::string type;
  };
  std::map<std::string, File, std::less<>> files_;
  std::map<std::string, std::string> urls_;
};

}  // namespace server
