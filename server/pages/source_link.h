// The file a document was made from, for who wants to have it itself. Thread-safe.
#pragma once
#include "corpus/document.h"
#include "server/pages/view.h"

namespace server {

/// {href, text}, as "Word, 34 kB"; false when there is none to be had.
View source_link(const Context& context, const corpus::Document& document);

}  // namespace server
