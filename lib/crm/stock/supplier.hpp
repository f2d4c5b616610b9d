// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// Who sells a product to us, and how. Nothing: not known.
struct ProductSupplier {
    std::int64_t product_id = 0;
    std::int64_t contact_id = 0;
    std::string sku; ///< the supplier's own number
    std::optional<UnitPrice> price;
    std::optional<Quantity> min_quantity;
    std::optional<std::int64_t> days; ///< from order to receipt
    bool main = false;                ///< whom a reorder goes to: one of a product
};

/// As it is recorded; if it is not, just the two.
ProductSupplier product_supplier(Store& store, std::int64_t product_id, std::int64_t contact_id);
/// The contact that reorders go to.
std::optional<std::int64_t> main_supplier(Store& store, std::int64_t product_id);

// The following work inside the caller's transaction.

/// Records a supplier, or what is now known of one. A product's first supplier is the main one; a
/// new main one takes the place of the former. Rejected: a price or time below 0, a least quantity
/// that is not above 0.
void set_supplier(Store& store, const ProductSupplier& supplier);
/// Takes a supplier away. Who is left and oldest becomes the main one. False if there was none.
bool remove_supplier(Store& store, std::int64_t product_id, std::int64_t contact_id);

/// Gives what `drop` supplies to `keep`. Where both supply a product, what `keep` has stays.
void merge_suppliers(Store& store, std::int64_t keep_id, std::int64_t drop_id);

/// One line of `product supplier list`.
struct SupplierRow {
    std::string sku;
    std::string name;
    std::string supplier_number;
    std::string supplier;
    std::string supplier_sku;
    std::optional<UnitPrice> price;
    std::optional<Quantity> min_quantity;
    std::optional<std::int64_t> days;
    bool main = false;
};

std::span<const Column<SupplierRow>> supplier_columns();
/// Those of a product, the main one first, or of all.
void list_suppliers(Store& store, std::optional<std::int64_t> product_id,
                    const std::function<bool(const SupplierRow&)>& use);

} // namespace crm
