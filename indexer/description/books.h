// Chapters of policy books and long reports: which book a document belongs to, and the half year that it is about.
// Pure functions; thread-safe.
#pragma once
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace indexer {

/// "eerste halfjaar 2025", "2e helft van 2025", "2025-H1" → "2025-H1"; "derde kwartaal 2025" → "2025-Q3"; empty when
/// the text names no such period.
std::string find_period(std::string_view text);

/// The author's period in this form, or as written; else the one that the title names.
std::string period_of(const corpus::Metadata& given, std::string_view title);

/// The book that a document is a chapter of: given, or recognised in the title of a policy book's chapter
/// ("Beleidsboek eerste halfjaar 2025 – hoofdstuk 2: Ouderen"). An empty id when it is none.
corpus::BookPlace book_of(const corpus::Metadata& given, std::string_view title);

/// Whether title or file name say that a document is a policy book, or part of one.
bool names_policy_book(std::string_view text);

/// A chapter's heading without its number: "Hoofdstuk 2: Ouderen", "2. Ouderen" → "Ouderen".
std::string without_number(std::string_view heading);

}  // namespace indexer
