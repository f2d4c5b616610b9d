// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

namespace crm
{

// The verbs of `crm stock`, a file a group.
void add_stock_products(const Noun& noun); ///< product …
void add_stock_listing(const Noun& noun);  ///< list, moves, location …
void add_stock_booking(const Noun& noun);  ///< receive, issue, transfer
void add_stock_counts(const Noun& noun);   ///< count …
void add_stock_values(const Noun& noun);   ///< value, inventory, slow
void add_stock_reorder(const Noun& noun);  ///< reorder

// Those of `crm stock product`.
void add_product_changes(const Noun& product);   ///< add, edit, archive, unarchive
void add_product_reading(const Noun& product);   ///< list, show, export
void add_product_suppliers(const Noun& product); ///< supplier …
void add_product_import(const Noun& product);    ///< import

// Those of `crm stock count` that take what was counted.
void add_count_entries(const Noun& count); ///< sheet, enter

} // namespace crm
