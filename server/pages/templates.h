// The pages' Mustache templates, compiled in and parsed once. What they expect: server/templates/README.md.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace server {

/// View models. Objects are rows of pairs: quicker to make, to read and to throw away than maps while they are small.
using View = nlohmann::ordered_json;

/// Immutable after construction; render from several threads.
class Templates {
 public:
  /// Throws corpus::Error (not_possible) when a template has an error.
  Templates();
  ~Templates();

  /// "home" with its view model: strings, booleans, lists and objects only; null counts as false.
  std::string render(std::string_view name, const View& view) const;

 private:
  struct Parsed;
  std::map<std::string, std::unique_ptr<Parsed>, std::less<>> templates_;
};

}  // namespace server
