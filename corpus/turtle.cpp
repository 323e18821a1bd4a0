#include "corpus/turtle.h"

#include <serd/serd.h>

#include <cstdarg>
#include <cstdio>
#include <memory>

#include "corpus/error.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kFileBytes = 32u << 20;
constexpr std::size_t kNesting = 32;  // serd recurses into brackets; a vocabulary has none

[[noreturn]] void fail(const VocabularyFile& file, std::size_t line, const std::string& what, std::string hint) {
  throw Error(ErrorKind::not_possible, file.name + ":" + std::to_string(line) + ": " + what, std::move(hint));
}

std::size_t line_at(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  for (const char c : text.substr(0, offset)) line += c == '\n';
  return line;
}

/// Where a quoted string, IRI or comment that begins at `at` ends; `at` itself when none begins there.
std::size_t skip_opaque(std::string_view text, std::size_t at) {
  const char open = text[at];
  if (open == '#') return std::min(text.find('\n', at), text.size());
  if (open == '<') return std::min(text.find_first_of(">\n", at), text.size());
  if (open != '"' && open != '\'') return at;
  const std::string mark(text.substr(at, 3) == std::string(3, open) ? 3 : 1, open);
  for (std::size_t i = at + mark.size(); i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text.substr(i, mark.size()) == mark) {
      return i + mark.size() - 1;
    } else if (text[i] == '\n' && mark.size() == 1) {
      return i;  // a syntax error; serd will say so
    }
  }
  return text.size();
}

void check_nesting(const VocabularyFile& file) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < file.turtle.size(); ++at) {
    at = skip_opaque(file.turtle, at);
    if (at >= file.turtle.size()) return;
    const char c = file.turtle[at];
    if (c == '[' || c == '(') ++depth;
    if ((c == ']' || c == ')') && depth > 0) --depth;
    if (depth > kNesting) {
      fail(file, line_at(file.turtle, at), "brackets nested too deeply", "write concepts without nested brackets");
    }
  }
}

struct FreeReader {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};
struct FreeEnv {
  void operator()(SerdEnv* env) const { serd_env_free(env); }
};

/// What serd's callbacks share. Bytes are handed out one at a time, so that the line of each statement is known.
struct Parse {
  std::string_view bytes;
  std::size_t at = 0, line = 1;
  std::unique_ptr<SerdEnv, FreeEnv> env{serd_env_new(nullptr)};
  std::vector<Statement> statements;
  std::string error;
  std::size_t error_line = 0;
};

Parse& parse_of(void* handle) { return *static_cast<Parse*>(handle); }

std::size_t read_byte(void* buffer, std::size_t size, std::size_t count, void* handle) {
  Parse& parse = parse_of(handle);
  if (size * count == 0 || parse.at >= parse.bytes.size()) return 0;
  const char byte = parse.bytes[parse.at++];
  *static_cast<char*>(buffer) = byte;
  parse.line += byte == '\n';
  return 1;
}

int no_error(void*) { return 0; }

std::string text_of(const SerdNode& node) {
  return node.buf ? std::string(reinterpret_cast<const char*>(node.buf), node.n_bytes) : std::string();
}

std::string uri_of(const SerdEnv* env, const SerdNode& node) {
  SerdNode full = serd_env_expand_node(env, &node);
  std::string uri = full.buf ? text_of(full) : text_of(node);
  serd_node_free(&full);
  return uri;
}

SerdStatus on_statement(void* handle, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                        const SerdNode* predicate, const SerdNode* object, const SerdNode*, const SerdNode* language) {
  Parse& parse = parse_of(handle);
  if (subject->type == SERD_BLANK || object->type == SERD_BLANK) return SERD_SUCCESS;
  Statement made;
  made.subject = uri_of(parse.env.get(), *subject);
  made.predicate = uri_of(parse.env.get(), *predicate);
  made.literal = object->type == SERD_LITERAL;
  made.object = made.literal ? text_of(*object) : uri_of(parse.env.get(), *object);
  if (language) made.language = fold(text_of(*language));
  made.line = parse.line;
  parse.statements.push_back(std::move(made));
  return SERD_SUCCESS;
}

SerdStatus on_error(void* handle, const SerdError* error) {
  Parse& parse = parse_of(handle);
  if (!parse.error.empty()) return SERD_SUCCESS;  // the first one says most
  char message[300];
  std::vsnprintf(message, sizeof message, error->fmt, *error->args);
  parse.error = clean(message);
  parse.error_line = error->line;
  return SERD_SUCCESS;
}

}  // namespace

std::vector<Statement> parse_turtle(const VocabularyFile& file) {
  if (file.turtle.size() > kFileBytes) fail(file, 1, "larger than 32 MB", "split the vocabulary into several files");
  if (const std::size_t bad = first_invalid_utf8(file.turtle); bad != std::string::npos) {
    fail(file, line_at(file.turtle, bad), "not valid UTF-8", "save the file as UTF-8");
  }
  if (const std::size_t nul = file.turtle.find('\0'); nul != std::string::npos) {
    fail(file, line_at(file.turtle, nul), "holds a NUL byte", "save the file as plain text");
  }
  check_nesting(file);

  Parse parse;
  parse.bytes = file.turtle;
  if (parse.bytes.starts_with("\xEF\xBB\xBF")) parse.bytes.remove_prefix(3);
  const std::unique_ptr<SerdReader, FreeReader> reader(serd_reader_new(
      SERD_TURTLE, &parse, nullptr,
      [](void* handle, const SerdNode* uri) { return serd_env_set_base_uri(parse_of(handle).env.get(), uri); },
      [](void* handle, const SerdNode* name, const SerdNode* uri) {
        return serd_env_set_prefix(parse_of(handle).env.get(), name, uri);
      },
      &on_statement, nullptr));
  serd_reader_set_strict(reader.get(), true);
  serd_reader_set_error_sink(reader.get(), &on_error, &parse);
  const auto* name = reinterpret_cast<const std::uint8_t*>(file.name.c_str());
  const SerdStatus status = serd_reader_read_source(reader.get(), &read_byte, &no_error, &parse, name, 1);
  if (status > SERD_FAILURE || !parse.error.empty()) {
    if (parse.error.empty()) parse.error = reinterpret_cast<const char*>(serd_strerror(status));
    fail(file, parse.error_line ? parse.error_line : parse.line, parse.error, "correct the Turtle there");
  }
  return std::move(parse.statements);
}

}  // namespace corpus
