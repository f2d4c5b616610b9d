// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/condition.hpp"
#include "crm/contact/log_reference.hpp"
#include "crm/contact/staff.hpp"

namespace crm
{

namespace
{

constexpr std::int64_t whole = 100'00; ///< all of a price, in hundredths of a percent

bool has_amount(ConditionKind kind)
{
    return kind == ConditionKind::credit_limit || kind == ConditionKind::freight_free_from;
}

bool has_text(ConditionKind kind)
{
    return kind != ConditionKind::discount && kind != ConditionKind::price && !has_amount(kind);
}

void check_value(const Condition& c)
{
    if (c.rate.hundredths < 0 || c.rate.hundredths > whole)
        throw error(ErrorKind::rejected, "a discount of {} % is not possible", to_string(c.rate))
            .with_hint("it is between 0 and 100 %");
    if (c.price.ten_thousandths < 0)
        throw error(ErrorKind::rejected, "a price of {} is not possible", to_string(c.price))
            .with_hint("it is 0 or more");
    if (c.amount.cents < 0)
        throw error(ErrorKind::rejected, "'{}' cannot be the value of {}", to_string(c.amount),
                    to_string(c.kind))
            .with_hint("it is 0.00 or more");
    if (c.from_quantity && c.from_quantity->thousandths <= 0)
        throw error(ErrorKind::rejected, "a price from a quantity of {} on is not possible",
                    to_string(*c.from_quantity))
            .with_hint("the quantity is more than 0");
    if (c.kind == ConditionKind::price && trim(c.product).empty())
        throw error(ErrorKind::rejected, "a price needs a product");
    if (has_text(c.kind) && trim(c.text).empty())
        throw error(ErrorKind::rejected, "a condition of the kind '{}' needs words",
                    to_string(c.kind));
}

void check_references(Store& store, const Condition& c)
{
    check_log_reference(store, c.log_id);
    if (!c.agreed_with_id)
        return;
    const auto person = contact_by_id(store, *c.agreed_with_id);
    if (person.kind != ContactKind::person)
        throw error(ErrorKind::rejected, "'{}' is a company; agreements are made with a person",
                    person.name);
}

} // namespace

std::int64_t add_condition(Store& store, const Condition& c)
{
    check_value(c);
    check_references(store, c);
    if (c.first_day && c.last_day && *c.last_day < *c.first_day)
        throw error(ErrorKind::rejected, "the condition would end ({}) before it begins ({})",
                    to_string(*c.last_day), to_string(*c.first_day));
    auto insert = store.prepare(R"sql(
        INSERT INTO condition (contact_id, kind, rate, price, amount, text, product, product_group,
                               from_quantity, first_day, last_day, recorded_on, staff_id,
                               agreed_with_id, agreed_on, log_id, note)
        VALUES (:contact, :kind, :rate, :price, :amount, :text, :product, :group, :from_quantity,
                :first_day, :last_day, :recorded_on, :staff, :agreed_with, :agreed_on, :log, :note))sql");
    insert.bind(":contact", c.contact_id).bind(":kind", to_string(c.kind));
    if (c.kind == ConditionKind::discount)
        insert.bind(":rate", c.rate.hundredths);
    if (c.kind == ConditionKind::price)
        insert.bind(":price", c.price.ten_thousandths);
    if (has_amount(c.kind))
        insert.bind(":amount", c.amount);
    insert.bind_or_null(":text", trim(c.text))
        .bind_or_null(":product", trim(c.product))
        .bind_or_null(":group", trim(c.group));
    if (c.from_quantity)
        insert.bind(":from_quantity", c.from_quantity->thousandths);
    insert.bind(":first_day", c.first_day)
        .bind(":last_day", c.last_day)
        .bind(":recorded_on", c.recorded_on)
        .bind(":staff", acting_staff(store))
        .bind(":agreed_with", c.agreed_with_id)
        .bind(":agreed_on", c.agreed_on)
        .bind(":log", c.log_id)
        .bind_or_null(":note", trim(c.note))
        .run();
    return store.last_id();
}

void end_condition(Store& store, std::int64_t id, Date last_day)
{
    const auto condition = condition_by_id(store, id);
    if (condition.last_day && *condition.last_day <= last_day)
        throw error(ErrorKind::rejected, "condition {} ends on {} already", id,
                    to_string(*condition.last_day));
    if (condition.first_day && last_day < *condition.first_day)
        throw error(ErrorKind::rejected, "condition {} only begins on {}", id,
                    to_string(*condition.first_day))
            .with_hint("that is the first day on which it can end: --on {}",
                       to_string(*condition.first_day));
    store.prepare("UPDATE condition SET last_day = :last WHERE id = :id")
        .bind(":last", last_day)
        .bind(":id", id)
        .run();
}

} // namespace crm
