// A document that isn't `openbaar` leaves no trace in anything that the server or `search` says. The closed documents
// here are full of words made up for them; none may come back.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "tests/contract/compare.h"
#include "tests/contract/http.h"
#include "tests/contract/process.h"

namespace contract {
namespace {

using nlohmann::json;

constexpr int kOpen = 60;
constexpr int kClosed = 12;
constexpr std::size_t kMark = 7;  // a secret is known by its first letters, so that a stem gives it away too

std::string lower(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return text;
}

std::string made_up_word(Random& random) {
  static const std::vector<std::string> starts = split("zw vr kl pl dr fl gr kn schr tw");
  static const std::vector<std::string> middles = split("ofa ubi exo yma ipu oza ewi aqu ojo uhe");
  static const std::vector<std::string> ends = split("rix dup zol mab fek gis vok pun jax wem");
  return random.pick(starts) + random.pick(middles) + random.pick(ends).substr(0, 2) + random.pick(middles) +
         random.pick(ends);
}

// Some open documents of the generated world, and closed ones that share their words and sessions but add secrets.
class Access : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    site_ = std::make_unique<Site>();
    site_->start();
  }
  static void TearDownTestSuite() { site_.reset(); }

  struct Site {
    World world = make_world(chosen_seed() + 2, kOpen);
    Folder folder;
    Random random{chosen_seed() + 3};
    std::set<std::string> marks;
    std::vector<std::string> secrets;   // words and values
    std::vector<std::string> ids;       // of closed documents
    std::vector<std::string> sessions;  // that only closed documents have
    std::vector<std::string> values;    // facet values that only closed documents have
    std::optional<Server> server;

    std::string fresh() {
      while (true) {
        const std::string word = made_up_word(random);
        if (word.size() >= 10 && marks.insert(word.substr(0, kMark)).second) return word;
      }
    }
    std::string secret() { return secrets.emplace_back(fresh()); }

    // The `frequent` ones stand in every closed document: a speller only proposes words that it sees often.
    std::string closed_line(const std::vector<std::string>& frequent) {
      const std::string shared = world.words.plain[random.below(20)];
      ids.push_back(secret());
      const std::string session = random.chance(0.3) ? "Voorjaarsoverleg" : sessions.emplace_back(secret());
      const std::string often = secret();
      json line{{"id", ids.back()},
                {"title", shared + " " + secret() + " " + secret() + " " + frequent[0]},
                {"text", "## " + secret() + "\n\nDe " + join(frequent, " en ") + " of " + shared + " is " + often +
                             " en " + often + " met " + often + ".\n\nHet " + world.words.plain[1] + " van " +
                             secret() + " (" + secret() + ")."},
                {"kind", "verslag"},
                {"date", "1987-04-12"},
                {"session", session},
                {"access", random.chance(0.5) ? "intern" : "vertrouwelijk"}};
      for (const Facet facet : {kTheme, kMunicipality, kSolution, kUnit}) {
        line[std::string(kFacetNames[facet].many)] = json::array({values.emplace_back(secret())});
      }
      return line.dump() + "\n";
    }

    void start() {
      std::string lines;
      for (Document& document : world.documents) {
        if (!document.open()) document.access = "openbaar";
        lines += document.json_line();
      }
      const std::vector<std::string> frequent{secret(), secret(), secret()};
      for (int number = 0; number < kClosed; ++number) lines += closed_line(frequent);
      const Outcome outcome = run({"index", "--corpus", folder.write("world.jsonl", lines), "--index", index(),
                                   "--vocabulary", world.vocabulary.write(folder), "--quiet"});
      if (outcome.code != 0) throw std::runtime_error(outcome.err);
      server.emplace(index(), folder);
    }
    std::string index() const { return folder.path("index"); }
  };

  Response get(const std::string& target) const { return Client(site_->server->port()).get(target); }

  // No secret that the request itself didn't name.
  void expect_nothing_shows(const std::string& asked, const std::string& body, const std::string& said) const {
    const std::string found = lower(body);
    const std::string known = lower(said);
    for (const std::string& secret : site_->secrets) {
      const bool half_known = known.find(secret.substr(0, kMark)) != std::string::npos;
      if (known.find(secret) != std::string::npos) continue;
      const std::size_t at = found.find(half_known ? secret : secret.substr(0, kMark));
      if (at == std::string::npos) continue;
      ADD_FAILURE() << asked << ": expected nothing of '" << secret << "', actual …"
                    << body.substr(at < 60 ? 0 : at - 60, 160) << "…";
    }
  }
  void expect_nothing_shows(const std::string& target) const {
    const Response response = get(target);
    EXPECT_GT(response.status, 0) << target;
    EXPECT_LT(response.status, 500) << target;
    std::string headers;
    for (const auto& [name, value] : response.headers) headers += name + ": " + value + "\n";
    expect_nothing_shows(target, headers + response.body, percent_decode(target));
  }

  // Asking by a closed document's word is answered as asking by a word that was never seen. `pattern` has a * for it.
  void expect_same_as_unknown(const std::string& pattern, const std::string& secret) const {
    const auto fill = [&](const std::string& word) {
      return pattern.substr(0, pattern.find('*')) + word + pattern.substr(pattern.find('*') + 1);
    };
    std::string unknown = secret;  // of the same shape, but no neighbour of anything
    for (char& letter : unknown) letter = letter == 'q' ? 'j' : letter == 'e' ? 'q' : letter == 'o' ? 'y' : letter;
    if (unknown == secret) return;
    const Response one = get(fill(secret));
    const Response other = get(fill(unknown));
    EXPECT_EQ(one.status, other.status) << fill(secret) << " and " << fill(unknown);
    EXPECT_EQ(without(one.body, secret), without(other.body, unknown)) << fill(secret) << " and " << fill(unknown);
  }
  static std::string without(std::string body, const std::string& word) {
    for (std::size_t at = lower(body).find(word); at != std::string::npos; at = lower(body).find(word)) {
      body.replace(at, word.size(), "*");
    }
    return body;
  }

  static std::unique_ptr<Site> site_;
};

std::unique_ptr<Access::Site> Access::site_;

// Requests that open documents answer, and those that only closed ones could.
TEST_F(Access, NothingOfAClosedDocumentShows) {
  std::vector<std::string> targets{"/",
                                   "/zoeken",
                                   "/zoeken?q=",
                                   "/v1/documenten",
                                   "/v1/documenten?aantal=100",
                                   "/v1/openapi.json",
                                   "/metrics",
                                   "/health",
                                   "/themas",
                                   "/gemeenten",
                                   "/oplossingen",
                                   "/overzicht",
                                   "/bijeenkomsten",
                                   "/bijeenkomsten.ics",
                                   "/nieuw.atom",
                                   "/nieuw.atom?jaar=1987",
                                   "/v1/documenten?jaar=1987",
                                   "/zoeken?van=1987-01-01&tot=1987-12-31",
                                   "/v1/documenten?van=1987-01-01&tot=1987-12-31",
                                   "/v1/documenten?q=jaar%3A1987",
                                   "/beleidsboek/1987-H1",
                                   "/v1/suggesties?q="};
  for (std::size_t index = 0; index < 20; ++index) {
    const std::string& word = site_->world.words.plain[index];
    for (const char* path : {"/v1/documenten?aantal=100&q=", "/zoeken?q=", "/nieuw.atom?q=", "/v1/suggesties?q="}) {
      targets.push_back(path + word);
    }
  }
  for (const Document& document : site_->world.documents) {
    for (const char* path : {"/documenten/", "/v1/documenten/"}) targets.push_back(path + percent_encode(document.id));
    targets.push_back("/documenten/" + percent_encode(document.id) + "/bron");
  }
  for (const Concept& item : site_->world.vocabulary.concepts()) {
    for (const char* path : {"/themas/", "/gemeenten/", "/oplossingen/", "/eenheden/"})
      targets.push_back(path + item.slug);
  }
  for (const std::string& target : targets) expect_nothing_shows(target);

  for (const char* target : {"/v1/documenten?jaar=1987", "/v1/documenten?van=1987-01-01&tot=1987-12-31"}) {
    EXPECT_EQ(json::parse(get(target).body).at("totaal"), 0) << target;
  }
  const json all = json::parse(get("/v1/documenten").body);
  EXPECT_EQ(all.at("totaal"), kOpen);
  for (const json& year : all.at("facetten").at("jaar")) EXPECT_NE(year.at("label"), "1987");
}

TEST_F(Access, ClosedWordsAnswerAsWordsNeverSeen) {
  for (const std::string& secret : site_->secrets) {
    for (const char* pattern : {"/v1/documenten?q=*", "/zoeken?q=*", "/v1/suggesties?q=*", "/v1/documenten?q=de+*",
                                "/v1/documenten?q=%22is+*%22", "/nieuw.atom?q=*"}) {
      expect_same_as_unknown(pattern, secret);
    }
  }
  for (const std::string& value : site_->values) {
    for (const char* parameter : {"thema", "gemeente", "oplossing", "eenheid"}) {
      expect_same_as_unknown("/v1/documenten?" + std::string(parameter) + "=*", value);
      expect_same_as_unknown("/zoeken?" + std::string(parameter) + "=*", value);
    }
    for (const char* path : {"/themas/", "/gemeenten/", "/oplossingen/", "/eenheden/"}) {
      expect_same_as_unknown(std::string(path) + "*", value);
    }
  }
  for (const std::string& session : site_->sessions) {
    expect_same_as_unknown("/bijeenkomsten/*", session);
    expect_same_as_unknown("/bijeenkomsten/*.ics", session);
  }
}

TEST_F(Access, ClosedDocumentsAreNotFound) {
  for (const std::string& id : site_->ids) {
    for (const char* pattern : {"/documenten/*", "/documenten/*/bron", "/v1/documenten/*"}) {
      expect_same_as_unknown(pattern, id);
      std::string target(pattern);
      target.replace(target.find('*'), 1, id);
      EXPECT_EQ(get(target).status, 404) << target;
    }
  }
}

TEST_F(Access, NoBeginningOfAClosedWordIsCompleted) {
  for (const std::string& secret : site_->secrets) {
    for (std::size_t length = 1; length <= secret.size(); ++length) {
      const std::string target = "/v1/suggesties?q=" + secret.substr(0, length);
      const Response response = get(target);
      ASSERT_EQ(response.status, 200) << target << ": " << response.body;
      const json answer = json::parse(response.body);
      for (const json& suggestion : answer.at("suggesties")) {
        const std::string text = lower(suggestion.at("tekst").get<std::string>());
        for (const std::string& other : site_->secrets) {
          EXPECT_EQ(text.find(other.substr(0, kMark)), std::string::npos) << target << ": " << compact(suggestion);
        }
      }
    }
  }
}

TEST_F(Access, NoMisspelledWordIsCorrectedToAClosedOne) {
  for (const std::string& secret : site_->secrets) {
    std::vector<std::string> wrong{secret, secret, secret, secret};
    std::swap(wrong[0][3], wrong[0][4]);
    wrong[1].erase(4, 1);
    wrong[2][5] = wrong[2][5] == 's' ? 't' : 's';
    wrong[3].insert(2, 1, wrong[3][2]);
    for (const std::string& word : wrong) {
      if (word == secret) continue;
      for (const char* path : {"/v1/documenten?q=", "/zoeken?q=", "/nieuw.atom?q="}) expect_nothing_shows(path + word);
      const json answer = json::parse(get("/v1/documenten?q=" + word).body);
      EXPECT_EQ(answer.at("totaal"), 0) << word;
      EXPECT_NE(answer.at("suggestie"), secret) << word;
    }
  }
}

TEST_F(Access, SearchCommandShowsNothing) {
  for (std::size_t index = 0; index < 10; ++index) {
    const std::string& word = site_->world.words.plain[index];
    const Outcome outcome = run({"search", "--index", site_->index(), "--json", "--limit", "100", word});
    EXPECT_EQ(outcome.code, 0) << word << ": " << outcome.err;
    expect_nothing_shows("search " + word, outcome.out, word);
  }
}

}  // namespace
}  // namespace contract
