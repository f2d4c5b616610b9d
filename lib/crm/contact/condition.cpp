// SPDX-License-Identifier: MIT
#include "crm/contact/condition.hpp"

#include "crm/base/error.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 8> kinds = {"discount",     "price",    "terms",
                                                   "credit-limit", "delivery", "freight-free-from",
                                                   "payment",      "text"};

constexpr std::array<std::string_view, 3> ways = {"transfer", "debit", "prepaid"};

constexpr std::array<Column<Condition>, 12> columns = {{
    {"id", "ID", Kind::integer, [](const Condition& c) -> Cell { return c.id; }},
    {"contact_number", "NUMBER", Kind::text,
     [](const Condition& c) { return text_cell(c.contact_number); }},
    {"contact", "CONTACT", Kind::text, [](const Condition& c) { return text_cell(c.contact); }},
    {"kind", "KIND", Kind::text, [](const Condition& c) -> Cell { return to_string(c.kind); }},
    {"value", "VALUE", Kind::text, [](const Condition& c) -> Cell { return value_of(c); }},
    {"product", "PRODUCT", Kind::text,
     [](const Condition& c) {
         auto scope = scope_of(c);
         return scope.empty() ? Cell() : Cell(std::move(scope));
     }},
    {"from", "FROM", Kind::date, [](const Condition& c) { return cell(c.first_day); }},
    {"to", "TO", Kind::date, [](const Condition& c) { return cell(c.last_day); }},
    {"staff", "STAFF", Kind::text, [](const Condition& c) { return text_cell(c.staff); }},
    {"agreed_with", "AGREED WITH", Kind::text,
     [](const Condition& c) { return text_cell(c.agreed_with); }},
    {"agreed_on", "AGREED ON", Kind::date, [](const Condition& c) { return cell(c.agreed_on); }},
    {"note", "NOTE", Kind::text, [](const Condition& c) { return text_cell(c.note); }},
}};

constexpr std::string_view select_sql = R"sql(
    SELECT d.id, d.contact_id, c.number, c.name, d.kind, d.rate, d.price, d.amount, d.text,
           d.product, d.product_group, d.from_quantity, d.first_day, d.last_day, d.recorded_on,
           s.code, d.agreed_with_id, p.number, d.agreed_on, d.log_id, d.note
      FROM condition AS d
      JOIN contact AS c ON c.id = d.contact_id
      LEFT JOIN staff AS s ON s.contact_id = d.staff_id
      LEFT JOIN contact AS p ON p.id = d.agreed_with_id
     WHERE )sql";

Condition read_condition(const Statement& query)
{
    Condition c;
    c.id = query.integer(0);
    c.contact_id = query.integer(1);
    c.contact_number = query.string(2);
    c.contact = query.string(3);
    c.kind = static_cast<ConditionKind>(std::ranges::find(kinds, query.text(4)) - kinds.begin());
    c.rate = {query.integer(5)};
    c.price = {query.integer(6)};
    c.amount = query.money(7);
    c.text = query.string(8);
    c.product = query.string(9);
    c.group = query.string(10);
    if (!query.is_null(11))
        c.from_quantity = Quantity{query.integer(11)};
    c.first_day = query.date(12);
    c.last_day = query.date(13);
    c.recorded_on = query.date(14).value_or(Date{});
    c.staff = query.string(15);
    c.agreed_with_id = query.optional_integer(16);
    c.agreed_with = query.string(17);
    c.agreed_on = query.date(18);
    c.log_id = query.optional_integer(19);
    c.note = query.string(20);
    return c;
}

} // namespace

std::string_view to_string(ConditionKind kind)
{
    return kinds.at(static_cast<std::size_t>(kind));
}

std::span<const std::string_view> payment_ways()
{
    return ways;
}

std::string value_of(const Condition& condition)
{
    switch (condition.kind) {
    case ConditionKind::discount:
        return to_string(condition.rate);
    case ConditionKind::price:
        return condition.from_quantity ? fmt::format("{} from {}", to_string(condition.price),
                                                     to_string(*condition.from_quantity))
                                       : to_string(condition.price);
    case ConditionKind::credit_limit:
    case ConditionKind::freight_free_from:
        return to_string(condition.amount);
    case ConditionKind::terms:
    case ConditionKind::delivery:
    case ConditionKind::payment:
    case ConditionKind::text:
        break;
    }
    return condition.text;
}

std::string scope_of(const Condition& condition)
{
    return condition.group.empty() ? condition.product : "group:" + condition.group;
}

std::span<const Column<Condition>> condition_columns()
{
    return columns;
}

void list_conditions(Store& store, const ConditionFilter& filter,
                     const std::function<bool(const Condition&)>& use)
{
    auto sql = std::string(select_sql);
    sql += R"sql(coalesce(d.first_day, :day) <= :day AND coalesce(d.last_day, :day) >= :day
             AND (:archived OR c.archived_on IS NULL))sql";
    if (filter.contact_id) // stands in the text only where its index is of use
        sql += " AND d.contact_id = :contact";
    auto query = store.prepare(sql + " ORDER BY c.number_key, d.id");
    query.bind(":day", filter.day).bind(":archived", filter.archived);
    if (filter.contact_id)
        query.bind(":contact", *filter.contact_id);
    while (query.step())
        if (!use(read_condition(query)))
            return;
}

std::vector<Condition> conditions_in_force(Store& store, std::int64_t contact_id, Date day)
{
    std::vector<Condition> found;
    list_conditions(store, {.contact_id = contact_id, .day = day, .archived = true},
                    [&](const Condition& condition) {
                        found.push_back(condition);
                        return true;
                    });
    return found;
}

Condition condition_by_id(Store& store, std::int64_t id)
{
    auto query = store.prepare(std::string(select_sql) + "d.id = :id");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no condition {}", id)
            .with_hint("'crm contact condition list' shows the ids");
    return read_condition(query);
}

} // namespace crm
