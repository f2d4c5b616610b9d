// SPDX-License-Identifier: MIT
#include "crm/stock/average.hpp"

#include <algorithm>
#include <utility>

namespace crm
{

namespace
{

constexpr Quantity none;

Worth at_least_nothing(Worth worth)
{
    return std::max(worth, Worth{});
}

} // namespace

void AverageStock::move(const StockMove& next)
{
    if (next.quantity == none)
        return change(next.worth.value_or(Worth{}) + next.correction);
    const bool anew = begins_anew(next.quantity);
    const bool fills = anew && next.quantity > none;
    const bool shares = !next.worth && next.quantity < none && unit_cost;
    const auto moved = shares ? std::optional(-*share(-next.quantity)) : next.worth;
    const bool known = moved && (anew || unit_cost);
    if (shares || (known ? !unit_cost && since : anew || unit_cost))
        since = next.day;
    if (known && !unit_cost && on_hand < none) // what was missing cost the same
        worth = share_of(*moved, on_hand + next.quantity, next.quantity);
    else
        worth = known ? worth + *moved + next.correction : Worth{};
    on_hand += next.quantity;
    if (!known)
        unit_cost.reset();
    else if (on_hand > none)
        unit_cost = average_of(*this);
    else if (fills || !unit_cost)
        unit_cost = unit_cost_of(*moved, next.quantity);
}

void AverageStock::change(Worth by)
{
    if (!unit_cost)
        return;
    worth += by;
    if (on_hand > none)
        unit_cost = average_of(*this);
}

std::optional<Money> AverageStock::value() const
{
    if (on_hand == none)
        return Money{};
    if (!unit_cost)
        return std::nullopt;
    return to_money(on_hand > none ? at_least_nothing(worth) : worth);
}

std::optional<Money> ValueParts::next(Quantity quantity)
{
    if (quantity == none)
        return Money{};
    if (!stock_.unit_cost)
        return std::nullopt;
    if (stock_.on_hand == none)
        return to_money(worth_of(quantity, *stock_.unit_cost));
    until_ += quantity;
    const auto all = stock_.on_hand > none ? at_least_nothing(stock_.worth) : stock_.worth;
    const auto value = to_money(share_of(all, until_, stock_.on_hand));
    return value - std::exchange(used_, value);
}

std::optional<Worth> AverageStock::share(Quantity quantity) const
{
    if (!unit_cost)
        return std::nullopt;
    if (on_hand <= none)
        return worth_of(quantity, *unit_cost);
    const auto all = at_least_nothing(worth);
    return quantity <= on_hand ? share_of(all, quantity, on_hand)
                               : all + worth_of(quantity - on_hand, *unit_cost);
}

UnitPrice average_of(const AverageStock& stock)
{
    return unit_cost_of(at_least_nothing(stock.worth), stock.on_hand);
}

std::optional<Worth> worth_out(const AverageStock& books, const AverageStock& on_day,
                               Quantity quantity, std::optional<Worth> own)
{
    const auto wanted = own ? own : on_day.share(quantity);
    if (!wanted || !books.unit_cost || books.on_hand < quantity)
        return wanted;
    const auto most = at_least_nothing(books.worth);
    return books.on_hand == quantity ? most : std::min(*wanted, most);
}

Worth correction_of(const AverageStock& books, Quantity quantity, std::optional<Worth> cost)
{
    if (!cost || books.on_hand >= none)
        return {};
    const auto before = books.unit_cost ? books.worth : Worth{};
    return share_of(*cost, books.on_hand + quantity, quantity) - before - *cost;
}

Money cost_out(const AverageStock& books, Worth out)
{
    return to_money(books.worth) - to_money(books.worth - out);
}

} // namespace crm
