// SPDX-License-Identifier: MIT
#include "crm/order/check.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/order/kept.hpp"
#include "crm/order/order_state.hpp"

#include <array>
#include <unordered_map>

namespace crm
{

namespace
{

void check_sums(const Order& order, Money tax, const Report& report)
{
    Money net;
    for (const auto& line : order.lines) {
        const auto amount = line_net(line.quantity, line.price, line.discount);
        if (amount != line.net)
            report(format("line {} of {} comes to {}, not to {}", line.position, order.number,
                          to_string(amount), to_string(line.net)));
        net += line.net;
        if (!line.product_id && !line.tax_given && line.tax != words_tax(order))
            report(format("line {} of {} is taxed as '{}', not as '{}' like what it belongs to",
                          line.position, order.number, to_string(line.tax),
                          to_string(words_tax(order))));
    }
    if (net != order.net)
        report(format("the lines of {} come to {}, not to {}", order.number, to_string(net),
                      to_string(order.net)));
    if (tax != order.tax)
        report(format("the tax of {} comes to {}, not to {}", order.number, to_string(tax),
                      to_string(order.tax)));
}

void check_orders(Store& store, const Report& report)
{
    OrderTax tax(store);
    for_each_order(store, [&](const Order& order) {
        check_sums(order, tax(order), report);
        const auto state = state_of(order);
        if (state != OrderState{order.status, order.delivered, order.invoiced})
            report(format("{} is {}, delivered: {}, invoiced: {}; its lines say {}, {}, {}",
                          order.number, to_string(order.status), to_string(order.delivered),
                          to_string(order.invoiced), to_string(state.status),
                          to_string(state.delivered), to_string(state.invoiced)));
    });
    report_rows(store, report, R"sql(
        SELECT o.number, c.number, p.number
          FROM order_head AS o
          JOIN contact AS c ON c.id = o.contact_id
          LEFT JOIN contact AS p ON p.id = o.person_id
         WHERE p.kind = 'company' OR (c.kind = 'person' AND p.id <> c.id))sql",
                "{} of {} is for {}, who is no person, or another one");
    report_rows(store, report, R"sql(
        SELECT o.number
          FROM order_confirmation AS c
          JOIN order_head AS o ON o.id = c.order_id
         WHERE o.status IN ('draft', 'quote', 'accepted', 'lost'))sql",
                "{} keeps what its confirmation says, and binds nobody");
}

/// Invariant 6. What came back may have gone out again, so that `returned` has only a limit.
void check_progress(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        WITH delivered AS (
            SELECT order_line_id, sum(quantity) AS quantity, sum(max(-quantity, 0)) AS returned
              FROM delivery_line GROUP BY order_line_id),
        invoiced AS (
            SELECT l.order_line_id, sum(CASE d.kind WHEN 'credit' THEN -l.quantity ELSE l.quantity END) AS quantity,
                   sum(CASE d.kind WHEN 'credit' THEN l.quantity ELSE 0 END) AS credited
              FROM document_lines AS l
              JOIN documents AS d ON d.id = l.document_id
             WHERE l.order_line_id IS NOT NULL
             GROUP BY l.order_line_id)
        SELECT o.number, l.position
          FROM order_line AS l
          JOIN order_head AS o ON o.id = l.order_id
          LEFT JOIN delivered AS d ON d.order_line_id = l.id
          LEFT JOIN invoiced AS i ON i.order_line_id = l.id
         WHERE o.historical = 0
           AND (l.delivered <> coalesce(d.quantity, 0) OR l.returned > coalesce(d.returned, 0)
                OR l.invoiced <> coalesce(i.quantity, 0) OR l.credited > coalesce(i.credited, 0))
         ORDER BY o.id, l.position)sql",
                "{}: line {} is delivered or invoiced otherwise than deliveries and documents say");
}

/// Where nothing went abroad, nothing is taxed as trade abroad; words are goods or a service.
void check_tax_cases(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT k.number, d.number
          FROM document_lines AS l
          JOIN documents AS k ON k.id = l.document_id
          JOIN delivery_line AS f ON f.id = l.delivery_line_id
          JOIN delivery AS d ON d.id = f.delivery_id
          LEFT JOIN products AS p ON p.id = l.product_id
         WHERE l.tax_case <> 'domestic' AND k.historical = 0
           AND CASE p.stock WHEN 1 THEN d.goods_country
                            WHEN 0 THEN d.service_country
                            ELSE coalesce(d.goods_country, d.service_country) END IS NULL
         ORDER BY k.id, l.position)sql",
                "a line of {} is taxed as trade abroad, of {} nothing went there");
}

void check_series(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        WITH taken AS (
            SELECT series, series_number FROM order_head WHERE series IS NOT NULL
            UNION ALL
            SELECT series, series_number FROM delivery WHERE series IS NOT NULL)
        SELECT series, count(*), max(series_number)
          FROM taken
         GROUP BY series
        HAVING count(*) <> max(series_number) OR min(series_number) <> 1
            OR max(series_number) IS NOT (SELECT next - 1 FROM number_series WHERE name = series))sql",
                "the series {} has {} numbers, the last of which is {}: there is a gap");
    auto numbers = store.prepare(R"sql(
        SELECT number, number_key FROM order_head
        UNION ALL
        SELECT number, number_key FROM delivery)sql");
    while (numbers.step())
        if (numbers.text(1) != natural_key(numbers.text(0)))
            report(format("the number {} is sorted and found as '{}'", numbers.text(0),
                          numbers.text(1)));
}

void check_demand(Store& store, const Report& report)
{
    struct Demand {
        Quantity reserved, on_order;
        bool operator==(const Demand&) const = default;
    };
    std::unordered_map<std::int64_t, Demand> demand;
    for_each_order(store, [&](const Order& order) {
        for (const auto& [product, quantity] : demand_of(order))
            (order.kind == OrderKind::sale ? demand[product].reserved : demand[product].on_order) +=
                quantity;
    });
    auto kept = store.prepare(R"sql(
        SELECT p.id, p.sku, coalesce(s.reserved, 0), coalesce(s.on_order, 0)
          FROM products AS p
          LEFT JOIN product_stock AS s ON s.product_id = p.id
         ORDER BY p.id)sql");
    while (kept.step()) {
        const Demand is{{kept.integer(2)}, {kept.integer(3)}};
        const auto& wanted = demand[kept.integer(0)];
        if (is != wanted)
            report(format("of {} {} are reserved and {} on order; orders say {} and {}",
                          kept.text(1), to_string(is.reserved), to_string(is.on_order),
                          to_string(wanted.reserved), to_string(wanted.on_order)));
    }
}

void check_last_orders(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        WITH wanted AS (
            SELECT contact_id, max(CASE kind WHEN 'sale' THEN date END) AS sale,
                   max(CASE kind WHEN 'purchase' THEN date END) AS purchase
              FROM order_head
             WHERE status IN ('confirmed', 'delivered', 'invoiced')
             GROUP BY contact_id),
        wrong AS (
            SELECT w.contact_id
              FROM wanted AS w
              LEFT JOIN contact_order_index AS i ON i.contact_id = w.contact_id
             WHERE (i.last_sale, i.last_purchase) IS NOT (w.sale, w.purchase)
            UNION ALL
            SELECT contact_id FROM contact_order_index
             WHERE contact_id NOT IN (SELECT contact_id FROM wanted))
        SELECT coalesce(c.number, w.contact_id)
          FROM wrong AS w
          LEFT JOIN contact AS c ON c.id = w.contact_id
         ORDER BY w.contact_id)sql",
                "when {} last ordered is not what the orders say");
}

constexpr std::array<Check, 6> checks = {{
    {"orders", "an order is the sum of its lines, and as far as they are", check_orders},
    {"order-progress", "lines are delivered and invoiced as deliveries and documents say",
     check_progress},
    {"order-tax", "what is invoiced is taxed by where it was delivered", check_tax_cases},
    {"order-numbers", "numbers of orders and deliveries have neither gap nor double", check_series},
    {"order-demand", "what is reserved and on order is what is open of confirmed orders",
     check_demand},
    {"order-last", "when a contact last ordered is what its orders say", check_last_orders},
}};

} // namespace

std::span<const Check> order_checks()
{
    return checks;
}

} // namespace crm
