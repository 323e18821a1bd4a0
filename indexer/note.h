// What the report says about one document.
#pragma once
#include <string>

namespace indexer {

/// Something to say about a document. Many documents have the same to say (a value that the vocabulary doesn't know),
/// and a manifest holds that of all of them, so each text is kept once, for as long as the program runs. Thread-safe.
class Note {
 public:
  static Note warning(const std::string& text) { return {false, text}; }
  /// A value that the vocabulary doesn't know.
  static Note unknown_value(const std::string& text) { return {true, text}; }

  /// A document that forget removed and that is still among the sources.
  static Note erased() { return warning("was erased with forget and stays out of the index; remove it here as well"); }

  const std::string& text() const { return kept_->text; }
  bool is_unknown_value() const { return kept_->unknown_value; }
  bool operator==(const Note&) const = default;

 private:
  struct Kept {
    bool unknown_value;
    std::string text;
    auto operator<=>(const Kept&) const = default;
  };
  Note(bool unknown_value, const std::string& text);

  const Kept* kept_;
};

}  // namespace indexer
