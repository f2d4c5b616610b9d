// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/line_payment.hpp"

#include "crm/openitems/payment_post.hpp"

#include <algorithm>
#include <cstdint>

namespace crm
{

namespace
{

constexpr std::size_t most_choices = 12; // discounts of which every choice is tried

/// The items that can take a discount.
std::vector<std::size_t> discountable(std::span<const LineItem> items)
{
    std::vector<std::size_t> found;
    if (std::ranges::any_of(items, [](const LineItem& item) { return item.open < Money{}; }))
        return found;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].skonto > Money{} && items[i].skonto < items[i].open)
            found.push_back(i);
    return found;
}

} // namespace

Money absolute(Money amount)
{
    return amount < Money{} ? -amount : amount;
}

Payer payer_of(Store& store, const BankLine& line, std::int64_t contact_id, Side side)
{
    Payer payer;
    payer.contact_id = contact_id;
    payer.side = side;
    payer.amount = absolute(line.amount);
    payer.date = posting_day(store, line);
    payer.skonto_day = line.date;
    payer.currency = line.currency;
    payer.reference = line.text;
    payer.refund = (side == Side::receivable) != (line.amount > Money{});
    payer.bank_line_id = line.id;
    return payer;
}

std::optional<Discounts> discounts_for(std::span<const LineItem> items, Money amount)
{
    const auto places = discountable(items);
    std::optional<Discounts> found;
    const auto look = [&](const auto& takes) {
        Discounts choice{std::vector<bool>(items.size())};
        Money sum;
        for (const auto& item : items)
            sum += item.open;
        for (std::size_t bit = 0; bit < places.size(); ++bit)
            if (takes(bit)) {
                choice.taken[places[bit]] = true;
                sum -= items[places[bit]].skonto;
            }
        if (sum != amount)
            return;
        if (found)
            found->only = false;
        else
            found = std::move(choice);
    };
    look([](std::size_t) { return false; });
    if (!places.empty())
        look([](std::size_t) { return true; });
    if (places.size() > most_choices)
        return found;
    const std::uint32_t all = (1U << places.size()) - 1;
    for (std::uint32_t choice = 1; choice < all; ++choice)
        look([&](std::size_t bit) { return (choice >> bit & 1U) != 0; });
    return found;
}

PaymentResult pay_items(Store& store, Payer payer, std::span<const LineItem> items,
                        const std::vector<bool>& with_discount)
{
    std::vector<std::int64_t> less;
    std::vector<std::int64_t> full;
    for (std::size_t i = 0; i < items.size(); ++i)
        (with_discount[i] ? less : full).push_back(items[i].document_id);
    payer.document_ids = less.empty() ? full : less;
    payer.skonto = !less.empty();
    if (payer.skonto && items.size() == 1)
        payer.skonto_amount = items.front().skonto;
    auto result = pay(store, payer);
    if (less.empty() || full.empty() || result.left == Money{})
        return result;
    for (auto& each :
         settle(store, result.payment.number, payer.contact_id, full, std::nullopt, payer.date)) {
        result.left -= each.amount;
        result.settled.push_back(std::move(each));
    }
    return result;
}

PaymentResult pay_nothing(Store& store, const Payer& payer)
{
    return {post_payment_of(store, payer), {}, payer.amount};
}

} // namespace crm
