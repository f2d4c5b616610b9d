// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/order/delivery.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// Reads `N=QTY`, a line and how much of it, as often as given. Throws usage.
std::vector<LineQuantity> parse_line_quantities(const Context& ctx,
                                                const std::vector<std::string>& texts);

/// What an order says of itself.
struct HeadFlags {
    std::optional<std::string> reference, buyer_reference, person, deliver_by, valid_until, text;

    bool operator==(const HeadFlags&) const = default;
};

void declare_head_flags(CLI::App& verb, HeadFlags& o);
/// Puts what is given into an order whose contact and day are known.
void apply_head_flags(const Context& ctx, Store& store, const HeadFlags& o, Order& order);

/// A day at the present time of day, today unless given. A day to come is said to be one.
LocalTime time_on(const Context& ctx, const std::optional<std::string>& day);

/// The id of a location by its name, if one is given. Throws not_found.
std::optional<std::int64_t> location_named(Store& store, const std::optional<std::string>& name);

} // namespace crm
