#include "corpus/error.h"
#include "server/pages/pages.h"

namespace server {

Response file_response(const Context& context, const search::ExportFormatInfo& format, const std::string& name,
                       const std::function<std::string()>& make) {
  Response response;
  try {
    if (format.needs_pandoc && !context.pandoc.available())
      throw corpus::Error(corpus::ErrorKind::not_possible, "pandoc is not installed");
    response.body = make();
    response.type = format.type;
    response.set("Content-Disposition", "attachment; filename=\"" + name + "." + std::string(format.extension) + "\"");
    // What we made is a file, also when it is HTML: never a page of this site.
    response.set("Cache-Control", "no-store");
  } catch (const corpus::Error& error) {
    if (!format.needs_pandoc || error.kind() != corpus::ErrorKind::not_possible) throw;
    response = {};
    response.status = 503;
    response.type = kText;
    response.body = "Een bestand voor " + std::string(format.label) +
                    " kan nu niet worden gemaakt. Kies HTML of Markdown, of probeer het later opnieuw.\n";
    response.set("Cache-Control", "no-store");
  }
  return response;
}

}  // namespace server
