// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"
#include "tests/unit/contact/people.hpp"

#include <string>

namespace crm::test
{

inline Date on(const char* day)
{
    return parse_iso_date(day).value();
}

/// A line for goods of that net amount, in cents, taxed at `rate` hundredths of a percent.
inline DocumentLine line(std::int64_t cents, std::int64_t rate = 1900)
{
    DocumentLine line;
    line.text = "Ware";
    line.quantity = {1000};
    line.price = {cents * 100};
    line.net = {cents};
    line.tax_rate = {rate};
    return line;
}

/// An invoice to Müller GmbH (3) of small_company().
inline Document invoice(const char* day, std::vector<DocumentLine> lines)
{
    Document document;
    document.contact_id = 3;
    document.date = on(day);
    document.lines = std::move(lines);
    return document;
}

/// Posts in a transaction of its own.
inline Document posted(Store& store, const Document& document)
{
    Transaction transaction(store);
    auto result = post_document(store, document);
    transaction.commit();
    return result;
}

} // namespace crm::test
