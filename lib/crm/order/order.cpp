// SPDX-License-Identifier: MIT
#include "crm/order/order.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/number_ranges.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::string_view select_head = R"sql(
    SELECT id, number, kind, status, contact_id, person_id, manager_id, date, valid_until,
           deliver_by, confirmed_on, reference, buyer_reference, text, currency, tax_case, terms,
           net, tax_amount, delivered, invoiced, quote_id, reason, historical
      FROM order_head
     WHERE id = :id)sql";

constexpr std::string_view select_lines = R"sql(
    SELECT l.id, l.position, l.product_id, p.sku, l.text, l.unit, l.quantity, l.price, l.discount,
           l.net, l.tax, l.condition, l.delivered, l.returned, l.cancelled, l.invoiced, l.credited,
           p.stock, l.tax_case, l.tax_given
      FROM order_line AS l
      LEFT JOIN products AS p ON p.id = l.product_id
     WHERE l.order_id = :id
     ORDER BY l.position)sql";

Order read_head(const Statement& query)
{
    Order order;
    order.id = query.integer(0);
    order.number = query.text(1);
    order.kind = parse_order_kind(query.text(2));
    order.status = parse_order_status(query.text(3));
    order.contact_id = query.integer(4);
    order.person_id = query.optional_integer(5);
    order.manager_id = query.optional_integer(6);
    order.date = query.date(7).value_or(Date{});
    order.valid_until = query.date(8);
    order.deliver_by = query.date(9);
    order.confirmed_on = query.date(10);
    order.reference = query.text(11);
    order.buyer_reference = query.text(12);
    order.text = query.text(13);
    order.currency = query.text(14);
    order.tax_case = tax_case(query.text(15)).value_or(TaxCase::domestic);
    order.terms = query.text(16);
    order.net = query.money(17);
    order.tax = query.money(18);
    order.delivered = parse_progress(query.text(19));
    order.invoiced = parse_progress(query.text(20));
    order.quote_id = query.optional_integer(21);
    order.reason = query.text(22);
    order.historical = query.boolean(23);
    return order;
}

OrderLine read_line(const Statement& query)
{
    OrderLine line;
    line.id = query.integer(0);
    line.position = static_cast<int>(query.integer(1));
    line.product_id = query.optional_integer(2);
    line.sku = query.text(3);
    line.text = query.text(4);
    line.unit = query.text(5);
    line.quantity = {query.integer(6)};
    line.price = {query.integer(7)};
    line.discount = {query.integer(8)};
    line.net = query.money(9);
    line.tax = tax_class(query.text(10)).value_or(TaxClass::standard);
    line.condition = query.text(11);
    line.delivered = {query.integer(12)};
    line.returned = {query.integer(13)};
    line.cancelled = {query.integer(14)};
    line.invoiced = {query.integer(15)};
    line.credited = {query.integer(16)};
    if (!query.is_null(17))
        line.supply = query.boolean(17) ? Supply::goods : Supply::service;
    line.tax_case = tax_case(query.text(18));
    line.tax_given = query.boolean(19);
    return line;
}

/// Numbers like a mistyped one, the last first: what was typed is shortened, down to its half,
/// until something begins like it.
std::vector<std::string> numbers_like(Store& store, std::string_view typed)
{
    auto query = store.prepare(R"sql(
        SELECT number FROM order_head
         WHERE number_key >= :from AND number_key < :to
         ORDER BY number_key DESC LIMIT 5)sql");
    std::vector<std::string> found;
    auto beginning = natural_key(typed);
    for (const auto least = beginning.size() / 2; found.empty() && beginning.size() > least;
         beginning.pop_back()) {
        const auto range = beginning_with(beginning);
        query.reset();
        query.bind(":from", range.from).bind(":to", range.to);
        while (query.step())
            found.push_back(query.string(0));
    }
    return found;
}

} // namespace

bool is_foreign(Store& store, const Order& order)
{
    return order.currency != setting(store, "currency");
}

std::optional<std::int64_t> find_order(Store& store, std::string_view number)
{
    auto query = store.prepare("SELECT id FROM order_head WHERE number_key = :key");
    query.bind(":key", natural_key(trim(number)));
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
}

Order order_by_number(Store& store, std::string_view number)
{
    if (const auto id = find_order(store, number))
        return order_by_id(store, *id);
    throw error(ErrorKind::not_found, "there is no order '{}'", number)
        .with_candidates(numbers_like(store, trim(number)));
}

Order order_by_id(Store& store, std::int64_t id)
{
    auto head = store.prepare(select_head);
    head.bind(":id", id);
    if (!head.step())
        throw error(ErrorKind::not_found, "there is no order with the id {}", id);
    auto order = read_head(head);
    auto lines = store.prepare(select_lines);
    lines.bind(":id", id);
    while (lines.step())
        order.lines.push_back(read_line(lines));
    return order;
}

OrderLine& line_at(Order& order, int position)
{
    const auto found = std::ranges::find(order.lines, position, &OrderLine::position);
    if (found != order.lines.end())
        return *found;
    std::vector<std::string> candidates;
    for (const auto& line : order.lines)
        candidates.push_back(fmt::format("{}  {}", line.position, line.text));
    throw error(ErrorKind::not_found, "{} has no line {}", order.number, position)
        .with_candidates(std::move(candidates));
}

} // namespace crm
