// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"
#include "crm/contact/exchange/keyed_table.hpp"

namespace crm
{

/// A key of an order import: one row a line, the lines of an order follow each other.
enum class OrderKey {
    number,
    kind,
    date,
    contact_number,
    reference,
    person,
    manager,
    deliver_by,
    delivered_on,
    invoiced_on,
    document,
    due,
    sku,
    quantity,
    price,
    discount,
    text,
    freight,
    currency,
};

/// The names of these, and which of them a file must have.
const TableKeys& order_import_keys();

struct OrderImportOptions {
    LocalTime now; ///< its day is the one that is worked on
    Decimal decimal = Decimal::point;
    bool historical = false; ///< recorded without moving stock, reserving or opening items
    bool skip_errors = false;
};

/// Imports orders in one transaction, in flat memory: what was delivered and invoiced is carried on
/// to deliveries and documents. Orders whose number is known are skipped. A row that is bad takes
/// the others of its order with it: an order is whole or not there. Counts rows. Throws as
/// import_keyed does.
ImportResult import_orders(Store& store, KeyedTable& table, const OrderImportOptions& options,
                           const ImportEvents& events);

} // namespace crm
