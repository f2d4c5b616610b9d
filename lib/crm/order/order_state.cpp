// SPDX-License-Identifier: MIT
#include "crm/order/order_state.hpp"

#include "crm/base/items.hpp"
#include "crm/base/translate.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// What of the lines stands where, over all lines: only whether it is nothing counts.
struct Totals {
    Quantity open, delivered, ever_delivered, to_invoice, ever_invoiced;
};

Totals totals_of(const Order& order)
{
    Totals all;
    for (const auto& line : order.lines) {
        all.open += line.open();
        all.delivered += line.delivered;
        all.ever_delivered += line.delivered + line.returned;
        all.to_invoice += line.delivered - line.invoiced - line.credited;
        all.ever_invoiced += line.invoiced + line.credited;
    }
    return all;
}

Progress progress(bool begun, bool finished)
{
    if (!begun)
        return Progress::no;
    return finished ? Progress::yes : Progress::part;
}

} // namespace

OrderState state_of(const Order& order)
{
    const auto all = totals_of(order);
    const Quantity none;
    OrderState state{
        order.status, progress(all.delivered > none, all.open == none),
        progress(all.ever_invoiced > none, all.open == none && all.to_invoice == none)};
    if (!binds(order.status))
        return state;
    if (all.open > none)
        state.status = OrderStatus::confirmed;
    else if (all.to_invoice > none)
        state.status = OrderStatus::delivered;
    else
        state.status = all.ever_delivered > none ? OrderStatus::invoiced : OrderStatus::cancelled;
    return state;
}

void set_tax_cases(Store& store, Order& order)
{
    const auto cases = tax_cases_of(store, order.contact_id, side_of(order.kind), order.date);
    order.tax_case = main_supply(order.lines) == Supply::goods ? cases.goods : cases.services;
    for (auto& line : order.lines) {
        line.tax_case.reset();
        if (line.supply == Supply::service && cases.services != order.tax_case)
            line.tax_case = cases.services;
    }
}

namespace
{

/// The class that all goods and services have; nothing if they have several.
std::optional<TaxClass> common_tax(const Order& order)
{
    std::optional<TaxClass> common;
    for (const auto& line : order.lines) {
        if (!line.product_id)
            continue;
        if (common && *common != line.tax)
            return std::nullopt;
        common = line.tax;
    }
    return common.value_or(TaxClass::standard);
}

} // namespace

TaxClass words_tax(const Order& order)
{
    return common_tax(order).value_or(TaxClass::standard);
}

void set_words_tax(Order& order)
{
    const auto tax = words_tax(order);
    for (auto& line : order.lines)
        if (!line.product_id && !line.tax_given)
            line.tax = tax;
}

std::optional<std::string> doubt_about_words(const Order& order)
{
    if (common_tax(order))
        return std::nullopt;
    std::vector<std::string> words;
    for (const auto& line : order.lines)
        if (!line.product_id && !line.tax_given && order.case_of(line) == TaxCase::domestic)
            words.push_back("'" + line.text + "'");
    if (words.empty())
        return std::nullopt;
    return format("what {} is about has several rates of tax, its words have the standard one: {}",
                  order.number, joined(words));
}

std::optional<std::string> words_taxed_anew(const Order& before, const Order& now)
{
    std::vector<std::string> words;
    for (const auto& line : now.lines) {
        const auto same_line = [&](const OrderLine& other) { return other.id == line.id; };
        const auto former = std::ranges::find_if(before.lines, same_line);
        if (former != before.lines.end() && !line.product_id && !line.tax_given &&
            former->tax != line.tax && now.case_of(line) == TaxCase::domestic)
            words.push_back("'" + line.text + "'");
    }
    if (words.empty())
        return std::nullopt;
    return format("words of {} follow its goods and have the tax class {} now: {}", now.number,
                  to_string(words_tax(now)), joined(words));
}

Money OrderTax::operator()(const Order& order)
{
    std::map<TaxClass, Money> nets;
    for (const auto& line : order.lines)
        if (order.case_of(line) == TaxCase::domestic)
            nets[line.tax] += line.net;
    return (*this)(nets, order.date);
}

Money OrderTax::operator()(const std::map<TaxClass, Money>& nets, Date day)
{
    std::map<Rate, Money> by_rate; // two classes may have the same
    for (const auto& [tax, net] : nets) {
        const auto known = rates_.find({day, tax});
        const auto rate =
            known != rates_.end()
                ? known->second
                : rates_.emplace(std::pair(day, tax), tax_rate(store_, tax, TaxCase::domestic, day))
                      .first->second;
        by_rate[rate] += net;
    }
    Money sum;
    for (const auto& [rate, net] : by_rate)
        sum += share(net, rate);
    return sum;
}

Side side_of(OrderKind kind)
{
    return kind == OrderKind::sale ? Side::receivable : Side::payable;
}

std::map<std::int64_t, Quantity> demand_of(const Order& order)
{
    std::map<std::int64_t, Quantity> demand;
    if (!binds(order.status) || order.historical)
        return demand;
    for (const auto& line : order.lines)
        if (line.product_id && line.open() > Quantity{})
            demand[*line.product_id] += line.open();
    return demand;
}

} // namespace crm
