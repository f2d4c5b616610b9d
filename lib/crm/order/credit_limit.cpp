// SPDX-License-Identifier: MIT
#include "crm/order/credit_limit.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/condition_choice.hpp"
#include "crm/contact/employment.hpp"
#include "crm/openitems/document.hpp"
#include "crm/order/order_state.hpp"
#include "crm/store/settings.hpp"

#include <map>
#include <string>

namespace crm
{

namespace
{

/// Whose debts count against the limit of a contact: its own, and those of who mainly works there.
std::vector<std::int64_t> covered(Store& store, std::int64_t holder, Date day)
{
    std::vector<std::int64_t> ids{holder};
    for (const auto person : people_of(store, holder)) {
        const auto jobs = present_employments(store, person, day);
        if (!jobs.empty() && jobs.front().company_id == holder)
            ids.push_back(person);
    }
    return ids;
}

/// Gross, of what a sale that binds has not invoiced yet.
Money to_be_invoiced(OrderTax& tax, const Order& order)
{
    Money net;
    std::map<TaxClass, Money> nets;
    for (const auto& line : order.lines) {
        const auto rest =
            line.quantity - line.returned - line.cancelled - line.invoiced - line.credited;
        const auto amount = line_net(rest, line.price, line.discount);
        net += amount;
        if (order.case_of(line) == TaxCase::domestic)
            nets[line.tax] += amount;
    }
    return net + tax(nets, order.date);
}

using ByCurrency = std::map<std::string, Money>;

/// Adds what other sales to a contact have not invoiced yet.
void add_open_orders(Store& store, std::int64_t contact_id, const Order& besides, ByCurrency& sums)
{
    auto query = store.prepare(R"sql(
        SELECT id FROM order_head
         WHERE contact_id = :contact AND kind = 'sale' AND status IN ('confirmed', 'delivered')
           AND historical = 0 AND id <> :besides)sql");
    query.bind(":contact", contact_id).bind(":besides", besides.id);
    OrderTax tax(store);
    while (query.step()) {
        const auto order = order_by_id(store, query.integer(0));
        sums[order.currency] += to_be_invoiced(tax, order);
    }
}

std::optional<Condition> limit_for(Store& store, const Order& order)
{
    if (order.kind != OrderKind::sale)
        return std::nullopt;
    ConditionCase wanted;
    wanted.contact_id = order.contact_id;
    wanted.day = order.date;
    return applying_condition(store, ConditionKind::credit_limit, wanted);
}

} // namespace

std::optional<Credit> credit_of(Store& store, const Order& order)
{
    const auto limit = limit_for(store, order);
    if (!limit || is_foreign(store, order))
        return std::nullopt;
    Credit credit;
    ByCurrency orders;
    credit.limit = limit->amount;
    credit.order = order.gross();
    for (const auto id : covered(store, limit->contact_id, order.date)) {
        credit.open_items += open_amount(store, id, Side::receivable);
        add_open_orders(store, id, order, orders);
    }
    credit.open_orders = orders[order.currency];
    return credit;
}

std::optional<std::string> doubt_about_credit(Store& store, const Order& order)
{
    const auto limit = limit_for(store, order);
    if (!limit)
        return std::nullopt;
    ByCurrency sums;
    for (const auto id : covered(store, limit->contact_id, order.date)) {
        add_open_orders(store, id, order, sums);
        for (const auto& [currency, open] : open_amounts(store, id, Side::receivable))
            sums[currency] += open;
    }
    sums[order.currency] += order.gross();
    std::string uncounted;
    for (const auto& [currency, sum] : sums)
        if (currency != setting(store, "currency") && sum != Money{})
            uncounted.append(uncounted.empty() ? "" : ", ")
                .append(to_string(sum))
                .append(" ")
                .append(currency);
    if (uncounted.empty())
        return std::nullopt;
    return format("the credit limit of {} does not count other currencies: {}",
                  to_string(limit->amount), uncounted);
}

void check_credit_limit(Store& store, const Order& order)
{
    const auto credit = credit_of(store, order);
    if (!credit || credit->used() <= credit->limit)
        return;
    throw error(ErrorKind::rejected, "over the credit limit of {}: {} with this order of {}",
                to_string(credit->limit), to_string(credit->used()), to_string(credit->order))
        .with_hint("open items are {}, other open orders {}; --force takes it all the same",
                   to_string(credit->open_items), to_string(credit->open_orders));
}

} // namespace crm
