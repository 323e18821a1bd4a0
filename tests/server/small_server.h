// A real server over a real index of a few documents, on a port of its own.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/indexer.h"
#include "server/running_server.h"
#include "tests/server/client.h"
#include "tests/support/temporary_folder.h"

namespace tests {

using nlohmann::json;

inline const char* const kOddId = "verslagen/2025/a b?c#d%&é";

/// What the tests of pages and API search in.
inline std::vector<json> example_documents() {
  return {
      {{"id", "v1"},
       {"title", "Verslag over ondermijning"},
       {"kind", "verslag"},
       {"date", "2025-09-24"},
       {"themes", {"ondermijning"}},
       {"municipalities", {"breda", "tilburg"}},
       {"policeUnits", {"zeeland-west-brabant"}},
       {"solutions", {"meld-een-vermoeden"}},
       {"text",
        "## Opening\n\nDe burgemeester opent de bijeenkomst.\n\n## Conclusies\n\nOndermijning vraagt om samenwerking "
        "tussen gemeente en politie.\n\n## Agenda\n\n- 13.20 uur Inloop\n- 13.40 - 14.00 uur: Presentatie over "
        "ondermijning"}},
      {{"id", kOddId},
       {"title", "Tweede <script>alert(1)</script> verslag"},
       {"kind", "verslag"},
       {"date", "2024-03"},
       {"themes", {"ondermijning"}},
       {"municipalities", {"<b>Nergenshuizen</b>"}},
       {"policeUnits", json::array()},
       {"solutions", json::array()},
       {"text", "Een tekst met <img src=x onerror=alert(1)> over ondermijning & drugs."}},
      {{"id", "c1"},
       {"title", "Conclusie buurtpreventie"},
       {"kind", "conclusie"},
       {"date", "2023"},
       {"themes", json::array()},
       {"municipalities", {"den-haag"}},
       {"solutions", {"buurtpreventie"}},
       {"policeUnits", json::array()},
       {"text", "Buurtpreventie werkt wanneer bewoners elkaar kennen."}},
      {{"id", "g1"},
       {"title", "Geheim stuk"},
       {"access", "intern"},
       {"kind", "verslag"},
       {"date", "2025-01-01"},
       {"themes", {"ondermijning"}},
       {"municipalities", {"Geheimstad"}},
       {"solutions", json::array()},
       {"policeUnits", json::array()},
       {"text", "Ondermijning en het codewoord kwetterfazant, kwetterfazant."}},
      {{"id", "g2"},
       {"title", "Nog een geheim stuk"},
       {"access", "intern"},
       {"kind", "verslag"},
       {"themes", json::array()},
       {"municipalities", {"Geheimstad"}},
       {"solutions", json::array()},
       {"policeUnits", json::array()},
       {"text", "Weer kwetterfazant."}},
  };
}

class SmallServer {
 public:
  explicit SmallServer(const std::vector<json>& documents = example_documents(), const server::Limits& limits = {}) {
    publish(documents);
    server::Options options;
    options.index = folder_ / "index";
    options.data = folder_ / "data";
    options.port = 0;
    server_ = std::make_unique<server::RunningServer>(options, limits);
  }

  /// Makes another generation current.
  void publish(const std::vector<json>& documents) {
    std::string lines;
    for (const auto& document : documents) lines += document.dump() + "\n";
    indexer::Options options;
    options.corpus = {folder_.write("documenten.jsonl", lines)};
    options.index = folder_ / "index";
    options.jobs = 1;
    indexer::run(options);
  }

  int port() const { return server_->port(); }
  std::string url() const { return server_->url(); }
  std::filesystem::path index() const { return folder_ / "index"; }
  std::filesystem::path data() const { return folder_ / "data"; }
  Answer get(const std::string& target, const Lines& headers = {}) const { return ask(port(), "GET", target, headers); }
  Answer post(const std::string& target, const std::string& form, const Lines& headers = {}) const {
    auto lines = headers;
    lines.emplace("Content-Type", "application/x-www-form-urlencoded");
    lines["Content-Length"] = std::to_string(form.size());
    return ask(port(), "POST", target, lines, form);
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<server::RunningServer> server_;
};

}  // namespace tests
