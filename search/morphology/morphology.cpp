#include "search/morphology/morphology.h"

#include "corpus/text.h"
#include "search/morphology/rewriter.h"
#include "search_morphology/embedded.h"

namespace search {
namespace {

const Rewriter& lemmas() {
  static const Rewriter rewriter(search_morphology::embedded_files()[0].bytes);
  return rewriter;
}

const Rewriter& stems() {
  static const Rewriter rewriter(search_morphology::embedded_files()[1].bytes);
  return rewriter;
}

}  // namespace

std::string lemma(std::string_view word) { return lemmas().rewrite(word); }

// The way over the lemma changes nothing for words of the lists; of words in no list it joins more.
std::string stem(std::string_view word) { return stems().rewrite(lemma(word)); }

std::string morphology_fingerprint() {
  return corpus::content_hash(std::string(lemmas().bytes()).append(stems().bytes())).substr(0, 12);
}

}  // namespace search
