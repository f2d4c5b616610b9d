// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/order/order.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

// In the order of their enums.
constexpr std::array<std::string_view, 2> kinds = {"sale", "purchase"};
constexpr std::array<std::string_view, 8> statuses = {
    "draft", "quote", "accepted", "lost", "confirmed", "delivered", "invoiced", "cancelled"};
constexpr std::array<std::string_view, 3> progresses = {"no", "part", "yes"};

/// The place of a word among its choices.
std::size_t place_of(std::string_view text, std::span<const std::string_view> choices,
                     const char* what)
{
    const auto found = std::ranges::find(choices, text);
    if (found == choices.end())
        throw error(ErrorKind::usage, "unknown {} '{}'", tr(what), text)
            .with_hint("one of: {}", fmt::join(choices, ", "));
    return static_cast<std::size_t>(found - choices.begin());
}

} // namespace

std::string_view to_string(OrderKind kind)
{
    return kinds.at(static_cast<std::size_t>(kind));
}

std::string_view to_string(OrderStatus status)
{
    return statuses.at(static_cast<std::size_t>(status));
}

std::string_view to_string(Progress progress)
{
    return progresses.at(static_cast<std::size_t>(progress));
}

std::span<const std::string_view> order_kinds()
{
    return kinds;
}

std::span<const std::string_view> order_statuses()
{
    return statuses;
}

OrderKind parse_order_kind(std::string_view text)
{
    return static_cast<OrderKind>(place_of(text, kinds, "kind"));
}

OrderStatus parse_order_status(std::string_view text)
{
    return static_cast<OrderStatus>(place_of(text, statuses, "status"));
}

Progress parse_progress(std::string_view text)
{
    return static_cast<Progress>(place_of(text, progresses, "progress"));
}

bool binds(OrderStatus status)
{
    return status == OrderStatus::confirmed || status == OrderStatus::delivered ||
           status == OrderStatus::invoiced;
}

bool is_open_to_change(OrderStatus status)
{
    return status == OrderStatus::draft || status == OrderStatus::quote;
}

} // namespace crm
