// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/money.hpp"
#include "crm/format/cell.hpp"
#include "crm/stock/worth.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// A line of a count with its last entry.
struct CountLine {
    std::int64_t id = 0;
    std::int64_t product_id = 0;
    std::int64_t location_id = 0;
    std::string sku;
    std::string name;
    std::string unit;
    std::string location;
    std::string lot;
    Quantity book;                   ///< at the moment of the entry; without one at the freeze
    std::optional<Quantity> counted; ///< nothing: not counted
    std::string at;                  ///< of the entry
    std::string counter;
    std::string remark;
    bool counted_twice = false;         ///< the entry is of a second count
    std::optional<UnitPrice> unit_cost; ///< at the freeze, as the following; nothing: not known
    Quantity on_hand;                   ///< of the product in all places
    std::optional<Worth> worth;         ///< of that, if something was there

    [[nodiscard]] std::optional<Quantity> difference() const;
    /// What the difference is worth; nothing if the cost is not known.
    [[nodiscard]] std::optional<Worth> worth_difference() const;
    [[nodiscard]] std::optional<Money> value_difference() const;
};

/// By location, SKU and lot, until `use` returns false. Throws not_found.
void list_count_lines(Store& store, std::int64_t count_id,
                      const std::function<bool(const CountLine&)>& use);

/// The columns of `count sheet`. A blind one has no book quantities and is empty where it is to be
/// filled in.
std::span<const Column<CountLine>> sheet_columns(bool blind);
/// The columns of `count diff`, if wanted with the lot.
std::span<const Column<CountLine>> difference_columns(bool by_lot);

} // namespace crm
