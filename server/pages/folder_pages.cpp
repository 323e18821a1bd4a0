#include <algorithm>
#include <charconv>

#include "corpus/error.h"
#include "search/api_json.h"
#include "search/excerpts/citation.h"
#include "search/excerpts/export.h"
#include "server/feeds/calendar.h"
#include "server/form_guard.h"
#include "server/http/uri.h"
#include "server/pages/pages.h"
#include "server/pages/view.h"

namespace server {
namespace {

using corpus::ErrorKind;

constexpr std::string_view kCookie = "knipselmap";
constexpr const char* kUnknown = "Deze knipselmap bestaat niet.";

search::Folders& require_folders(const Context& context) {
  if (!context.folders) throw corpus::Error(ErrorKind::not_found, "Knipsels bewaren kan hier niet.");
  return *context.folders;
}

std::string url_of(const std::string& key) { return "/knipsels/" + percent_encode(key); }

/// The key of the folder that this browser fills; empty when it has none.
std::string key_of(const Request& request) {
  std::string_view rest = request.header("Cookie");
  while (!rest.empty()) {
    auto pair = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    pair.remove_prefix(std::min(pair.size(), pair.find_first_not_of(' ')));
    if (pair.size() > kCookie.size() && pair.starts_with(kCookie) && pair[kCookie.size()] == '=')
      return std::string(pair.substr(kCookie.size() + 1));
  }
  return {};
}

/// Lets this browser fill the folder, or forget it when the key is empty. Scripts and other sites never get it.
void remember(Response& response, const Request& request, const std::string& key) {
  const auto kept = std::chrono::seconds(search::Folders::kKept).count();
  response.set("Set-Cookie",
               std::string(kCookie) + "=" + key +
                   "; Path=/knipsels; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(key.empty() ? 0 : kept) +
                   (request.header("X-Forwarded-Proto") == "https" ? "; Secure" : ""));
}

/// The address holds the key: no cache keeps it, and other addresses learn the name of the site at most.
Response secret(Response response) {
  response.by_generation = false;
  response.set("Cache-Control", "no-store");
  response.set("Referrer-Policy", "strict-origin");
  response.set("X-Robots-Tag", "noindex");
  return response;
}

Response see_other(const std::string& location) {
  Response response;
  response.status = 303;
  response.set("Location", location);
  return secret(std::move(response));
}

std::string field(const std::vector<Parameter>& fields, std::string_view name) {
  const auto found = std::ranges::find_if(fields, [&](const auto& one) { return one.name == name && one.valid; });
  return found == fields.end() ? std::string() : found->value;
}

/// A kept excerpt as the index has it now.
struct Current {
  std::optional<corpus::Document> document;  // nullopt: gone, or not public
  std::optional<search::Excerpt> excerpt;    // nullopt: gone or changed
};

Current current(const Context& context, const search::KeptExcerpt& kept) {
  Current now;
  now.document = context.index().document(kept.document);
  if (!now.document) return now;
  auto excerpt = search::find_excerpt(*now.document, kept.passage);
  if (excerpt && excerpt->fingerprint == kept.fingerprint) now.excerpt = std::move(excerpt);
  return now;
}

View excerpt_view(const Context& context, const search::KeptExcerpt& kept, std::size_t place, std::size_t amount) {
  const auto now = current(context, kept);
  View view = {{"number", std::to_string(kept.number)},
               {"place", std::to_string(place + 1)},
               {"note", kept.note},
               {"first", place == 0},
               {"last", place + 1 == amount},
               {"gone", !now.document},
               {"changed", now.document && !now.excerpt},
               {"title", false},
               {"href", false},
               {"section", false},
               {"list", false},
               {"lines", View::array()},
               {"apa", false},
               {"legal", false},
               {"has_note", !kept.note.empty()},
               {"quoted", now.excerpt.has_value()}};
  if (now.document) {
    view["title"] = now.document->title;
    view["href"] = search::document_url(now.document->id);
  }
  if (now.excerpt) {
    view["href"] = search::excerpt_url(*now.excerpt, {});
    view["section"] = or_false(now.excerpt->section);
    view["list"] = now.excerpt->type == corpus::Block::Type::list;
    for (auto& line : search::lines_of(now.excerpt->quotation)) view["lines"].push_back({{"line", std::move(line)}});
    view["apa"] = search::apa_source(*now.excerpt) + " " + search::apa_in_text(*now.excerpt);
    view["legal"] = search::legal_footnote(*now.excerpt) + ".";
  }
  return view;
}

corpus::Date date_of(std::chrono::sys_seconds time) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
  return {static_cast<int>(day.year()),
          static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day())),
          {}};
}

std::int64_t number_in(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    throw corpus::Error(ErrorKind::bad_request, "Dit formulier noemt geen knipsel.");
  return number;
}

}  // namespace

Response folders_page(const Context& context, const Request& request) {
  const auto& folders = require_folders(context);
  const auto key = key_of(request);
  const auto folder = key.empty() ? std::nullopt : folders.find(key);
  auto view = base_view(context, "Knipselmap", true, {});
  view["current"] = folder ? View{{"href", url_of(key)}, {"title", folder->title}} : View(false);
  view["days"] = std::to_string(search::Folders::kKept.count());
  return secret(html(context, "folders", view));
}

Response folder_page(const Context& context, const Request& request, const std::string& key) {
  const auto folder = require_folders(context).find(key);
  if (!folder) throw corpus::Error(ErrorKind::not_found, kUnknown);
  auto view = base_view(context, folder->title, true, {});
  view["title"] = folder->title;
  view["action"] = url_of(key);
  view["expires"] = search::date_in_words(date_of(folder->expires));
  view["own"] = key_of(request) == key;
  view["excerpts"] = View::array();
  for (std::size_t i = 0; i < folder->excerpts.size(); ++i)
    view["excerpts"].push_back(excerpt_view(context, folder->excerpts[i], i, folder->excerpts.size()));
  view["has_excerpts"] = !folder->excerpts.empty();
  view["formats"] = View::array();
  view["without_pandoc"] = !context.pandoc.available();
  for (const auto& format : search::kExportFormats)
    if (!format.needs_pandoc || context.pandoc.available())
      view["formats"].push_back({{"label", format.label}, {"href", url_of(key) + "/" + std::string(format.name)}});
  return secret(html(context, "folder", view));
}

Response add_to_folder(const Context& context, const Request& request) {
  auto& folders = require_folders(context);
  FormGuard::check_site(request);
  const auto fields = form_fields(request.body);
  auto key = key_of(request);
  if (field(fields, "actie") == "nieuw") key.clear();
  if (const auto passage = field(fields, "passage"); !passage.empty()) {
    const auto document = context.index().document(field(fields, "document"));
    const auto excerpt = document ? search::find_excerpt(*document, passage) : std::nullopt;
    if (!excerpt) throw corpus::Error(ErrorKind::not_found, "Deze passage bestaat niet.");
    if (key.empty() || !folders.add(key, *excerpt)) {
      key = folders.create();
      folders.add(key, *excerpt);
    }
  } else if (field(fields, "actie") == "nieuw") {
    key = folders.create();
  } else {
    throw corpus::Error(ErrorKind::bad_request, "Dit formulier noemt geen passage.");
  }
  auto response = see_other(url_of(key));
  remember(response, request, key);
  return response;
}

Response change_folder(const Context& context, const Request& request, const std::string& key) {
  auto& folders = require_folders(context);
  FormGuard::check_site(request);
  const auto fields = form_fields(request.body);
  const auto action = field(fields, "actie");
  const auto number = [&] { return number_in(field(fields, "nummer")); };
  bool known = false;
  auto response = see_other(url_of(key));
  if (action == "titel") {
    known = folders.rename(key, field(fields, "titel"));
  } else if (action == "notitie") {
    known = folders.annotate(key, number(), field(fields, "notitie"));
  } else if (action == "omhoog" || action == "omlaag") {
    known = folders.move(key, number(), action == "omhoog" ? -1 : 1);
  } else if (action == "weg") {
    known = folders.remove(key, number());
  } else if (action == "gebruik") {
    known = folders.find(key).has_value();
    if (known) remember(response, request, key);
  } else if (action == "wis") {
    known = folders.erase(key);
    response = see_other("/knipsels");
    if (key_of(request) == key) remember(response, request, {});
  } else {
    throw corpus::Error(ErrorKind::bad_request, "Dit formulier zegt niet wat er moet gebeuren.");
  }
  if (!known) throw corpus::Error(ErrorKind::not_found, kUnknown);
  return response;
}

Response folder_file(const Context& context, const Request& request, const std::string& key, const std::string& name) {
  const auto folder = require_folders(context).find(key);
  const auto* format = search::export_format(name);
  if (!folder || !format) throw corpus::Error(ErrorKind::not_found, kUnknown);
  std::vector<search::ListedExcerpt> excerpts;
  for (const auto& kept : folder->excerpts)
    if (auto now = current(context, kept); now.excerpt) excerpts.push_back({*std::move(now.excerpt), kept.note});
  return secret(file_response(context, *format, "knipselmap", [&] {
    return search::export_excerpts(folder->title, excerpts, format->format, site_origin(request), context.pandoc);
  }));
}

}  // namespace server
