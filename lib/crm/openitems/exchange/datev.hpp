// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// What is handed to the tax adviser: postings of a period, each once, and the accounts of customers
// and suppliers (german-practice.md 3.5). All of it is checked before the first byte is handed out.

struct DatevExport {
    std::string bytes;                 ///< the whole file
    std::int64_t rows = 0;             ///< postings
    std::vector<std::string> left_out; ///< what could not be handed over, and why
    /// What the file contains, to be remembered with record_datev_export().
    std::vector<std::pair<std::string, std::int64_t>> sources;
};

/// Everything posted in a period that no export has handed over yet: documents, payments, discounts
/// and write-offs, bank bookings. Opening and historical documents never, payments on them do.
/// Rejected: a period that spans two fiscal or calendar years, no adviser or client number, more
/// than 99,999 postings, an account that is not known.
DatevExport export_datev(Store& store, Period period, LocalTime now);

/// What an earlier export handed over, for a file that is lost. Not found: there was no such
/// export.
DatevExport export_datev_again(Store& store, std::int64_t export_id, LocalTime now);

/// Remembers an export inside the caller's transaction, so that nothing is handed over twice, and
/// returns its id.
std::int64_t record_datev_export(Store& store, const DatevExport& exported, Period period,
                                 LocalTime now, const std::string& checksum);

/// The accounts of customers and suppliers with their master data.
DatevExport export_datev_accounts(Store& store, LocalTime now);

} // namespace crm
