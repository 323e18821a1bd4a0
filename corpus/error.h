// The one exception of this program. Thrown by every room, caught once a command and once a request.
#pragma once
#include <stdexcept>
#include <string>
#include <utility>

namespace corpus {

/// What went wrong, in classes that a caller acts on differently.
enum class ErrorKind {
  bad_document,  // one document can't be read: a row in the report, exit code 1
  bad_request,   // the user asked something impossible: HTTP 400, exit code 2
  not_possible,  // unreadable index, another writer at work, port in use: exit code 3
  not_found,     // no such document or value: HTTP 404
  too_heavy,     // the query would cost more than its budget: HTTP 400
};

/// `what()` says what is wrong and where; `hint()` what to do about it (may be empty).
/// Texts that reach officials (bad_request, not_found and too_heavy in search and server) are Dutch, all others
/// English.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& what, std::string hint = {})
      : std::runtime_error(what), kind_(kind), hint_(std::move(hint)) {}
  ErrorKind kind() const { return kind_; }
  const std::string& hint() const { return hint_; }
  /// "what; hint", on one line.
  std::string line() const { return hint_.empty() ? what() : std::string(what()) + "; " + hint_; }

 private:
  ErrorKind kind_;
  std::string hint_;
};

}  // namespace corpus
