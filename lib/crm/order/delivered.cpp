// SPDX-License-Identifier: MIT
#include "crm/order/delivered.hpp"

#include "crm/openitems/documented.hpp"

#include <algorithm>
#include <set>

namespace crm
{

namespace
{

using Lines = std::vector<DeliveredLine>;

Quantity at_least_none(Quantity quantity)
{
    return std::max(quantity, Quantity{});
}

DeliveredLine& line_with(Lines& lines, std::int64_t id)
{
    return *std::ranges::find(lines, id, &DeliveredLine::id);
}

/// The credit notes with which goods came back.
using Credits = std::set<std::int64_t>;

void read_deliveries(Store& store, std::int64_t order_id, Lines& lines, Credits& with_goods)
{
    auto query = store.prepare(R"sql(
        SELECT l.id, l.order_line_id, d.date, l.quantity, l.cost, l.returns_id, d.document_id,
               d.id, d.goods_country, d.service_country, d.vat_id
          FROM delivery AS d
          JOIN delivery_line AS l ON l.delivery_id = d.id
         WHERE d.order_id = :order
         ORDER BY d.id, l.id)sql");
    query.bind(":order", order_id);
    while (query.step()) {
        const Quantity quantity{query.integer(3)};
        if (query.is_null(5)) {
            auto& line = lines.emplace_back();
            line.id = query.integer(0);
            line.order_line_id = query.integer(1);
            line.day = query.date(2).value_or(Date{});
            line.quantity = quantity;
            line.delivery_id = query.integer(7);
            line.tax = {query.string(8), query.string(9), query.string(10)};
            if (!query.is_null(4))
                line.cost = query.money(4);
            continue;
        }
        auto& line = line_with(lines, query.integer(5));
        (query.is_null(6) ? line.returned : line.returned_with_credit) -= quantity;
        line.used_cost -= query.money(4);
        if (!query.is_null(6))
            with_goods.insert(query.integer(6));
    }
}

} // namespace

Quantity DeliveredLine::to_invoice() const
{
    return at_least_none(quantity - returned - billed);
}

Quantity DeliveredLine::given_back() const
{
    return credited - at_least_none(billed + returned - quantity);
}

std::optional<Money> DeliveredLine::cost_of(Quantity part) const
{
    if (!cost)
        return std::nullopt;
    return part_of(*cost - used_cost, part, to_invoice() + given_back());
}

std::vector<DeliveredLine> delivered_lines(Store& store, std::int64_t order_id)
{
    Lines lines;
    Credits with_goods;
    read_deliveries(store, order_id, lines, with_goods);
    for (const auto& documented : documented_lines(store, order_id)) {
        auto& line = line_with(lines, documented.delivery_line_id);
        if (documented.kind == DocumentKind::invoice) {
            line.billed += documented.quantity;
            line.net += documented.net;
            line.used_cost += documented.cost;
        } else {
            line.net -= documented.net;
            // Goods that came back brought their cost back with them.
            line.used_cost -= documented.cost;
            if (!with_goods.contains(documented.document_id))
                line.credited += documented.quantity;
        }
    }
    return lines;
}

Money part_of(Money whole, Quantity part, Quantity all)
{
    return {round_half_away(Int128{whole.cents} * part.thousandths, all.thousandths)};
}

std::string delivery_number(Store& store, std::int64_t delivery_id)
{
    auto query = store.prepare("SELECT number FROM delivery WHERE id = :id");
    query.bind(":id", delivery_id).step();
    return query.string(0);
}

} // namespace crm
