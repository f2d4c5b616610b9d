// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/product.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// An EAN in the form in which it is stored. Throws rejected for a wrong check digit or length.
std::string checked_ean(std::string_view text);

// The following work inside the caller's transaction. Rejected: no SKU or name, a SKU or EAN that
// another product has, a price or cost below 0, less to order up to than to reorder at, such levels
// below 0 or of a service.

/// Makes a product and returns its id.
std::int64_t add_product(Store& store, const Product& product);
/// Gives the product of that id all values but its SKU and when it was archived. Rejected as well:
/// a service that has movements, a service become goods or goods a service while an order of it is
/// open, no stock below 0 where there is some.
void change_product(Store& store, const Product& product);

/// Hides a product from then on, or shows it again. It keeps its stock and may still be delivered.
void archive_product(Store& store, std::int64_t product_id, std::optional<Date> day);

} // namespace crm
