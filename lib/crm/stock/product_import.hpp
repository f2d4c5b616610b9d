// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/contact/exchange/keyed_table.hpp"

namespace crm
{

/// A key of a product import: the columns of `product export`.
enum class ProductKey {
    sku,
    name,
    price,
    cost,
    unit,
    tax,
    group,
    supplier, ///< number of the main one
    supplier_sku,
    ean,
    reorder_at,
    order_up_to,
    on_hand,
    on_order, ///< known, but nothing comes of it: orders say it
    stock,
    allow_negative,
    archived, ///< yes, no, or since when
};

/// The names of these, and which of them a file must have.
const TableKeys& product_import_keys();

struct ProductImportOptions {
    bool update = false; ///< products that are there already take what the file says
    bool skip_errors = false;
    Decimal decimal = Decimal::point;
    LocalTime opening; ///< the moment at which `on_hand` is there
    Date today;
};

/// Imports products in one transaction, in flat memory, matched by SKU. An empty cell leaves a
/// value as it is, `-` empties it. `on_hand` becomes an opening movement at the main location, at
/// the product's cost; of a product that has movements it is left alone, with a warning if it says
/// otherwise. Throws as import_keyed does.
ImportResult import_products(Store& store, KeyedTable& table, const ProductImportOptions& options,
                             const ImportEvents& events);

} // namespace crm
