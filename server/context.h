// What a handler works with during one request: one generation of the index, and what never changes.
#pragma once
#include "search/excerpts/folders.h"
#include "search/excerpts/pandoc.h"
#include "search/index/sources.h"
#include "server/assets.h"
#include "server/current_index.h"
#include "server/form_guard.h"
#include "server/metrics.h"
#include "server/pages/templates.h"
#include "server/reports.h"

namespace server {

struct Context {
  const Generation& generation;
  const Assets& assets;
  const Templates& templates;
  const Metrics& metrics;
  const FormGuard& forms;
  Reports& reports;          // has a lock of its own
  search::Folders* folders;  // so has this; nullptr when nothing is kept
  const search::Pandoc& pandoc;
  const search::Sources* sources;  // nullptr when files are not given

  const search::Index& index() const { return *generation.index; }
  const search::Knowledge& knowledge() const { return *generation.knowledge; }
};

}  // namespace server
