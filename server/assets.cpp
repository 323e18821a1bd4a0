#include "server/assets.h"

#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "server/http/finish.h"
#include "server_assets/embedded.h"

namespace server {
namespace {

constexpr std::string_view kManifest = "manifest.json";

std::string type_of(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  if (name.ends_with(".woff2")) return "font/woff2";
  if (name.ends_with(".json")) return "application/json";
  return "application/octet-stream";
}

}  // namespace

Assets::Assets() {
  std::string_view manifest;
  for (const auto& [name, bytes] : server_assets::embedded_files()) {
    if (name == kManifest) {
      manifest = bytes;
      continue;
    }
    File file{bytes, {}, type_of(name)};
    if (is_text(file.type)) file.gzipped = gzip(bytes, 9);
    files_.emplace(name, std::move(file));
  }
  const auto names = nlohmann::json::parse(manifest, nullptr, false);
  if (!names.is_object())
    throw corpus::Error(corpus::ErrorKind::not_possible, "the assets in this program have no manifest",
                        "run tools/build");
  for (const auto& [key, name] : names.items()) {
    const auto file = name.get<std::string>();
    if (!files_.contains(file))
      throw corpus::Error(corpus::ErrorKind::not_possible, "the asset " + file + " is missing", "run tools/build");
    urls_[key] = "/assets/" + file;
  }
}

Response Assets::serve(const Request& request, std::string_view name) const {
  const auto found = files_.find(name);
  if (found == files_.end()) throw corpus::Error(corpus::ErrorKind::not_found, "Dit bestand bestaat niet.");
  const auto& file = found->second;
  const auto etag = entity_tag(name, request);  // the name holds a hash of the content
  auto response = is_unchanged(request, etag) ? not_modified(etag) : Response();
  response.set("Cache-Control", "public, max-age=31536000, immutable");
  if (response.status == 304) return response;
  response.type = file.type;
  response.set("ETag", etag);
  if (!file.gzipped.empty()) response.set("Vary", "Accept-Encoding");
  if (!file.gzipped.empty() && accepts_gzip(request)) {
    response.body = file.gzipped;
    response.set("Content-Encoding", "gzip");
  } else {
    response.body = file.bytes;
  }
  return response;
}

}  // namespace server
