// The pages: each makes a view model (server/templates/README.md) and renders it. Thread-safe.
#pragma once
#include <functional>
#include <string>

#include "search/excerpts/export.h"
#include "server/context.h"
#include "server/http.h"

namespace server {

Response home_page(const Context& context, const Request& request);
Response search_page(const Context& context, const Request& request);
/// `id` decoded. Throws not_found for an unknown document and, exactly so, for one that isn't public.
Response document_page(const Context& context, const Request& request, const std::string& id);

/// The file that a document was made from; a page that says why not (404) when it isn't given. Throws not_found as
/// document_page.
Response source_file(const Context& context, const Request& request, const std::string& id);

/// A form to report a mistake in a document, and what takes it (POST). Not found unless reports are kept.
Response report_page(const Context& context, const Request& request, const std::string& id);
Response take_report(const Context& context, const Request& request, const std::string& id);

/// About a theme, solution, municipality or police unit, by value. Throw not_found for one that neither the vocabulary
/// nor a public document knows.
Response theme_page(const Context& context, const Request& request, const std::string& value);
Response solution_page(const Context& context, const Request& request, const std::string& value);
Response municipality_page(const Context& context, const Request& request, const std::string& value);
Response unit_page(const Context& context, const Request& request, const std::string& value);
Response themes_page(const Context& context, const Request& request);
Response solutions_page(const Context& context, const Request& request);
Response municipalities_page(const Context& context, const Request& request);
Response overview_page(const Context& context, const Request& request);

Response sessions_page(const Context& context, const Request& request);
/// The page of a session, or its calendar when the id is followed by ".ics". Throws not_found.
Response session_page(const Context& context, const Request& request, const std::string& id);
Response sessions_calendar(const Context& context, const Request& request);
/// What is new for a search, as Atom (RFC 4287).
Response atom_feed(const Context& context, const Request& request);

/// Folders of excerpts, by secret key. Not found unless folders are kept, and for a key that opens nothing.
Response folders_page(const Context& context, const Request& request);
Response folder_page(const Context& context, const Request& request, const std::string& key);
Response folder_file(const Context& context, const Request& request, const std::string& key, const std::string& format);
/// POST: puts a passage into the folder of this browser, which is made when there is none.
Response add_to_folder(const Context& context, const Request& request);
Response change_folder(const Context& context, const Request& request, const std::string& key);

/// Draft policy books ("2025-H1"). Throw not_found for a half year without public documents.
Response books_page(const Context& context, const Request& request);
Response book_page(const Context& context, const Request& request, const std::string& period);
Response book_file(const Context& context, const Request& request, const std::string& period,
                   const std::string& format);

/// A file to keep, made by `make`; 503 with what to do instead when pandoc is needed and fails.
Response file_response(const Context& context, const search::ExportFormatInfo& format, const std::string& name,
                       const std::function<std::string()>& make);

Response help_page(const Context& context, const Request& request);
Response accessibility_page(const Context& context, const Request& request);
Response about_page(const Context& context, const Request& request);

/// For status 400, 404, 500 and 503. `detail`: a Dutch sentence for 400; `request_id`: for 500.
Response error_page(const Context& context, const Request& request, int status, const std::string& detail,
                    const std::string& request_id);

}  // namespace server
