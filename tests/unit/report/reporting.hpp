// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/listing.hpp"
#include "crm/report/report.hpp"
#include "tests/unit/openitems/documents.hpp"
#include "tests/unit/order/trading.hpp"

#include <algorithm>
#include <sstream>
#include <string>

namespace crm::test
{

/// The rows of a report, cells separated by `|`.
inline std::string rows_of(const FinishedReport& report)
{
    OutputOptions options;
    options.format = Format::tsv;
    options.header = false;
    std::ostringstream out;
    Listing listing(report.columns, options, out);
    report.rows([&](FinishedReport::Row row) { return listing.row(row); });
    listing.finish();
    auto text = out.str();
    std::ranges::replace(text, '\t', '|');
    return text;
}

/// What is asked of a report from one day to another.
inline ReportQuery asked(const char* first, const char* last, bool compare = false)
{
    ReportQuery query;
    query.today = today;
    auto store = sample_store();
    set_period(store, query, std::string(first) + ".." + last);
    if (compare)
        query.previous = query.before;
    return query;
}

inline ReportQuery asked_by(ReportKey key, const char* first = "2026-01-01",
                            const char* last = "2026-12-31", bool compare = false)
{
    auto query = asked(first, last, compare);
    query.by = key;
    return query;
}

/// Posts an invoice of that net amount, or below 0 a credit note, to a contact.
inline Document sold_to(Store& store, std::int64_t contact, const char* day, std::int64_t cents,
                        const std::string& currency = "")
{
    auto document = invoice(day, {line(cents < 0 ? -cents : cents)});
    document.contact_id = contact;
    document.currency = currency;
    if (cents < 0)
        document.kind = DocumentKind::credit;
    return posted(store, document);
}

} // namespace crm::test
