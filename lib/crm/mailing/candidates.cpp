// SPDX-License-Identifier: MIT
#include "crm/mailing/candidates.hpp"

#include "crm/mailing/conditions.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

constexpr std::string_view select_candidates = R"sql(
    SELECT c.id, c.kind, c.number, c.name, c.legal_form, c.salutation, c.title, c.given_name,
           c.family_name, c.language, c.street, c.postcode, c.city, c.country,
           coalesce(c.phone, c.mobile), c.email, m.code, c.archived_on, o.last_sale, coalesce(c.consumer, 0))sql";

constexpr std::string_view from_contacts = R"sql(
      FROM contact AS c
      LEFT JOIN staff AS m ON m.contact_id = c.manager_id)sql";

// People are approached for themselves if they buy as consumers, or if nobody of the kind wanted
// that is not archived employs them: the others are reached through their companies. The own people
// are never meant.
constexpr std::string_view not_own = R"sql(
       AND c.id <> 1
       AND (c.kind = 'company' OR NOT EXISTS (
               SELECT 1 FROM employment AS e
                WHERE e.person_id = c.id AND e.company_id = 1
                  AND coalesce(e.first_day, :today) <= :today
                  AND coalesce(e.last_day, :today) >= :today)))sql";
constexpr std::string_view own_right = R"sql(
       AND (c.kind = 'company' OR c.consumer OR NOT EXISTS (
               SELECT 1 FROM employment AS e
                 JOIN contact AS k ON k.id = e.company_id
                WHERE e.person_id = c.id
                  AND coalesce(e.first_day, :today) <= :today
                  AND coalesce(e.last_day, :today) >= :today
                  AND k.archived_on IS NULL
                  AND ({}))))sql";

// Those of a place are few: sorting them is cheaper than reading all contacts in their order (`+`).
std::string_view order_of(const RecipientFilter& filter)
{
    return filter.city || filter.postcode ? " ORDER BY +c.number_key" : " ORDER BY c.number_key";
}

Statement prepare(Store& store, const RecipientQuery& wanted,
                  const std::optional<TypedCondition>& where)
{
    const auto conditions = condition_sql(store, wanted, where);
    auto sql = conditions.tables;
    sql.append(select_candidates).append(conditions.revenue ? ", coalesce(r.net, 0)" : ", NULL");
    sql.append(from_contacts).append(conditions.joins);
    sql.append(" WHERE ").append(conditions.where);
    sql.append(not_own).append(fmt::format(own_right, class_sql(wanted.filter, "k")));
    auto query = store.prepare(sql.append(order_of(wanted.filter)));
    query.bind(":today", wanted.today);
    bind_conditions(query, store, wanted);
    return query;
}

std::optional<TypedCondition> where_of(Store& store, const RecipientFilter& filter)
{
    return filter.where ? std::optional<TypedCondition>(std::in_place, store, *filter.where)
                        : std::nullopt;
}

constexpr std::string_view sum_of_one = R"sql(
    SELECT coalesce(sum({}), 0)
      FROM ordered_sales
     WHERE contact_id = :contact AND date BETWEEN :first AND :last AND currency = :currency)sql";

} // namespace

RevenueOfOne::RevenueOfOne(Store& store, const RecipientQuery& wanted)
    : ordered_(store.prepare(fmt::format(sum_of_one, "ordered"))),
      less_cancelled_(store.prepare(fmt::format(sum_of_one, "net")))
{
    bind_revenue(ordered_, store, wanted);
    bind_revenue(less_cancelled_, store, wanted);
    auto query = store.prepare(R"sql(
        SELECT contact_id FROM ordered_sales
         WHERE order_id IN (SELECT order_id FROM cancelled_order_lines))sql");
    while (query.step())
        cancelled_.insert(query.integer(0));
}

Money RevenueOfOne::of(std::int64_t contact_id)
{
    auto& query = cancelled_.contains(contact_id) ? less_cancelled_ : ordered_;
    query.reset();
    query.bind(":contact", contact_id).step();
    return query.money(0);
}

RecipientCandidates::RecipientCandidates(Store& store, const RecipientQuery& wanted)
    : where_(where_of(store, wanted.filter)), query_(prepare(store, wanted, where_))
{
    // Where no condition is about revenue, it is only looked up of those who are recipients.
    if (wanted.with_revenue && !needs_revenue_table(wanted.filter))
        revenue_.emplace(store, wanted);
}

bool RecipientCandidates::next(RecipientCandidate& c)
{
    if (!(where_ ? where_->step(query_) : query_.step()))
        return false;
    c.id = query_.integer(0);
    c.kind = query_.text(1) == "person" ? ContactKind::person : ContactKind::company;
    c.number = query_.text(2);
    c.name = query_.text(3);
    c.legal_form = query_.text(4);
    c.salutation = query_.text(5);
    c.title = query_.text(6);
    c.given_name = query_.text(7);
    c.family_name = query_.text(8);
    c.language = query_.text(9);
    c.street = query_.text(10);
    c.postcode = query_.text(11);
    c.city = query_.text(12);
    c.country = query_.text(13);
    c.phone = query_.text(14);
    c.email = query_.text(15);
    c.manager = query_.text(16);
    c.archived_on = query_.text(17);
    c.last_order = query_.date(18);
    c.consumer = query_.boolean(19);
    return true;
}

std::optional<Money> RecipientCandidates::revenue()
{
    if (!revenue_)
        return query_.is_null(20) ? std::nullopt : std::optional(query_.money(20));
    return revenue_->of(query_.integer(0));
}

} // namespace crm
