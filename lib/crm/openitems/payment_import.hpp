// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/contact/exchange/keyed_table.hpp"

namespace crm
{

/// A key of an import of payments.
enum class PaymentKey { document, contact_number, date, amount, reference, skonto, side, currency };

const TableKeys& payment_import_keys();

struct LedgerImportOptions {
    bool skip_errors = false;
    Decimal decimal = Decimal::point;
    Date today;
};

/// Where payments are imported from.
struct ImportedFile {
    std::string name;
    std::string checksum; ///< SHA-256 of its bytes
    bool again = false;   ///< also if it, or rows of it, were imported before
    LocalTime now;
};

/// Imports payments as pay() posts them: a document names its contact; without one, oldest due
/// first, or costs and interest if the setting `payment.order` says so. `skonto` is yes, or the
/// amount deducted. Below 0: a refund. A row that an earlier import booked is skipped, see
/// ImportedPayments. Throws as import_keyed does. Rejected: a file that payments were imported from
/// before. Unless all is wanted again.
ImportResult import_payments(Store& store, KeyedTable& table, const LedgerImportOptions& options,
                             const ImportedFile& file, const ImportEvents& events);

/// A key of an import of open items of a former system.
enum class OpeningKey {
    contact_number,
    document,
    kind,
    date,
    due,
    amount,
    open,
    side,
    reference,
    tax,
    currency
};

const TableKeys& opening_import_keys();

/// Imports open items: `amount` is what the document was, `open` what of it is not settled. `tax`
/// is the rate of the document (`19`), by default the standard one of its day. A credit is one by
/// its kind or an amount below 0. What is known is skipped. Throws as import_keyed does.
ImportResult import_opening_items(Store& store, KeyedTable& table,
                                  const LedgerImportOptions& options, const ImportEvents& events);

} // namespace crm
