// One finder a kind of personal data. Each adds what it finds, in order. Pure functions; thread-safe.
#pragma once
#include <vector>

#include "corpus/privacy/scan_text.h"

namespace corpus::privacy {

using Spans = std::vector<Span>;

void find_bank_accounts(const ScanText& text, Spans& found);    // numbers.cpp
void find_citizen_numbers(const ScanText& text, Spans& found);  // numbers.cpp
void find_phones(const ScanText& text, Spans& found);
void find_emails(const ScanText& text, Spans& found);
void find_addresses(const ScanText& text, Spans& found);
void find_licence_plates(const ScanText& text, Spans& found);
void find_birth_dates(const ScanText& text, Spans& found);

/// Whether what was found belongs to an office and not to a person (offices.cpp).
bool is_phone_of_an_office(const ScanText& text, Span span);
bool is_email_of_an_office(const ScanText& text, Span span);
bool is_address_of_an_office(const ScanText& text, Span span);

}  // namespace corpus::privacy
