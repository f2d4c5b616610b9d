// SPDX-License-Identifier: MIT
#include "crm/order/place.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/condition_choice.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/manager.hpp"
#include "crm/order/pricing.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>

namespace crm
{

Order order_for(Store& store, OrderKind kind, const Contact& contact, Date day)
{
    if (contact.id == own_company)
        throw error(ErrorKind::rejected, "{} is the own company", contact.name);
    Order order;
    order.kind = kind;
    order.contact_id = contact.id;
    order.date = day;
    order.manager_id = manager_id_of(store, contact.id, day);
    order.currency = setting(store, "currency");
    ConditionCase wanted;
    wanted.contact_id = contact.id;
    wanted.day = day;
    if (const auto terms = applying_condition(store, ConditionKind::terms, wanted))
        order.terms = terms->text;
    return order;
}

void set_person(Store& store, Order& order, const Contact& person)
{
    const auto works_there = [&](const Employment& job) {
        return job.company_id == order.contact_id;
    };
    if (person.id != order.contact_id &&
        std::ranges::none_of(present_employments(store, person.id, order.date), works_there))
        throw error(ErrorKind::rejected, "{} does not work at {}", person.name,
                    contact_by_id(store, order.contact_id).name)
            .with_hint("'crm contact employ' records where somebody works");
    order.person_id = person.id;
}

void add_lines(Store& store, Order& order, std::span<const LineText> lines)
{
    for (const auto& line : lines)
        order.lines.push_back(priced_line(store, order, line));
}

std::vector<std::string> doubts_about(Store& store, const Order& order)
{
    std::vector<std::string> doubts;
    auto contact =
        store.prepare("SELECT name FROM contact WHERE id = :id AND archived_on IS NOT NULL");
    contact.bind(":id", order.contact_id);
    if (contact.step())
        doubts.push_back(format("{} is archived", contact.text(0)));
    auto products = store.prepare(R"sql(
        SELECT DISTINCT p.sku
          FROM order_line AS l
          JOIN products AS p ON p.id = l.product_id
         WHERE l.order_id = :id AND p.archived_on IS NOT NULL
         ORDER BY l.position)sql");
    products.bind(":id", order.id);
    while (products.step())
        doubts.push_back(format("the product {} is archived", products.text(0)));
    return doubts;
}

} // namespace crm
