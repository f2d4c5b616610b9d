// SPDX-License-Identifier: MIT
#include "crm/mailing/candidates.hpp"

#include "crm/base/text.hpp"
#include "crm/contact/filter.hpp"
#include "crm/mailing/where.hpp"
#include "crm/store/settings.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

constexpr std::string_view select_candidates = R"sql(
    SELECT c.id, c.kind, c.number, c.name, c.legal_form, c.salutation, c.title, c.given_name,
           c.family_name, c.language, c.street, c.postcode, c.city, c.country,
           coalesce(c.phone, c.mobile), c.email, m.code, c.archived_on, o.last_sale)sql";

// People are approached for themselves if they buy as consumers, or if nobody of the kind wanted
// employs them: the others are reached through their companies. The own people are never meant.
constexpr std::string_view not_own = R"sql(
     WHERE c.id <> 1
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
                  AND ({}))))sql";

/// Whether the contact `alias` is one of those that the mailing is for at all.
std::string class_sql(const RecipientFilter& filter, std::string_view alias)
{
    if (filter.all)
        return "1";
    const bool usual = !filter.customers && !filter.prospects && !filter.suppliers;
    std::string sql;
    const auto add = [&](bool wanted, std::string_view column) {
        if (wanted)
            sql += fmt::format("{}{}.{}", sql.empty() ? "" : " OR ", alias, column);
    };
    add(usual || filter.customers, "customer");
    add(usual || filter.prospects, "prospect");
    add(filter.suppliers, "supplier");
    return sql;
}

ContactFilter contact_conditions(const RecipientFilter& filter)
{
    ContactFilter simple;
    simple.kind = filter.kind;
    simple.manager_id = filter.manager_id;
    simple.city = filter.city;
    simple.postcode = filter.postcode;
    simple.country = filter.country;
    simple.archived = true; // they are named among those left out
    return simple;
}

Statement prepare(Store& store, const RecipientQuery& wanted)
{
    const auto& filter = wanted.filter;
    const auto simple = contact_conditions(filter);
    std::string sql(select_candidates);
    sql += R"sql(
      FROM contact AS c
      LEFT JOIN staff AS m ON m.contact_id = c.manager_id
      LEFT JOIN contact_order_index AS o ON o.contact_id = c.id)sql";
    sql += not_own;
    sql += fmt::format(own_right, class_sql(filter, "k"));
    sql += fmt::format(" AND ({}) AND {}", class_sql(filter, "c"), filter_sql(simple));
    auto query = store.prepare(sql + " ORDER BY c.number_key");
    query.bind(":today", wanted.today);
    bind_filter(query, store, simple);
    return query;
}

} // namespace

Candidates::Candidates(Store& store, const RecipientQuery& wanted)
    : query_(prepare(store, wanted)), with_revenue_(false)
{
    if (wanted.filter.where)
        chosen_ = contacts_where(store, *wanted.filter.where);
}

bool Candidates::next(Candidate& c)
{
    do {
        if (!query_.step())
            return false;
        c.id = query_.integer(0);
    } while (chosen_ && !(*chosen_)[static_cast<std::size_t>(c.id)]);
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
    if (with_revenue_)
        c.revenue = query_.money(19);
    return true;
}

} // namespace crm
