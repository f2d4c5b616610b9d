// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/letter.hpp"
#include "crm/order/paper.hpp"

#include <string>
#include <utility>
#include <vector>

namespace crm
{

/// The words of a paper in its language, which is the contact's and not the user's.
struct PaperWords {
    const char* position;
    const char* sku;
    const char* text;
    const char* quantity;
    const char* price;
    const char* discount;
    const char* net;
    const char* net_total;
    const char* tax; ///< "{} % VAT on {}"
    const char* gross_total;
    const char* draft;
    const char* copy;
};

const PaperWords& words_of(Language language);
/// "Rechnung RE2026-00001", "Invoice RE2026-00001".
std::string paper_title(const Paper& paper);
/// What surrounds the lines of the sheet: addresses, title, number, date and references.
LetterFrame paper_frame(const Paper& paper);
/// The sentences below the lines: tax exemption, terms of payment, validity.
std::vector<std::string> paper_sentences(const Paper& paper);
/// What stands below the words of a line: "Lieferschein LS2026-00001 vom 30.06.2026" on an invoice;
/// on a delivery note the lots, "Charge A7, mindestens haltbar bis 01.03.2027"; "Ihre Artikelnummer
/// NS-77" to a supplier; else nothing.
std::string remark_on(const Paper& paper, const PaperLine& line);

} // namespace crm
