// SPDX-License-Identifier: MIT
#include "crm/mailing/conditions.hpp"

#include "crm/base/text.hpp"
#include "crm/contact/activity.hpp"
#include "crm/store/settings.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

// Where most of them are read, an index of days is a detour (`+`), see reads_most().
// Every sale counts, that of a contact who was merged into another for the other one.
constexpr std::string_view revenue_table = R"sql(
    revenue (contact_id, net, highest) AS MATERIALIZED (
        SELECT contact_id, sum(net), {}
          FROM {}
         WHERE {}date BETWEEN :first AND :last AND currency = :currency
         GROUP BY contact_id))sql";

// Of few orders something was cancelled: the view looks at the lines of those, and of no others.
constexpr std::string_view sales_less_cancelled = R"sql((
    SELECT contact_id, date, currency,
           CASE WHEN order_id IN (SELECT order_id FROM cancelled_order_lines) THEN net ELSE ordered
            END AS net
      FROM ordered_sales))sql";

// Who bought nothing, or gave more back, is not among them. Of equal ones those with the lower
// numbers.
constexpr std::string_view best_table = R"sql(
    best (contact_id, net, highest) AS MATERIALIZED (
        SELECT r.contact_id, r.net, r.highest
          FROM revenue AS r
          JOIN contact AS c ON c.id = r.contact_id
         WHERE c.id <> 1 AND r.net > 0
         ORDER BY r.net DESC, c.number_key
         LIMIT {}))sql";
constexpr std::string_view share_of_all =
    "(SELECT (count(*) * :top + 9999) / 10000 FROM revenue WHERE net > 0)";

// What the index of last orders does not know if there are orders of days to come.
constexpr std::string_view last_order_table = R"sql(
    last_order (contact_id, last_sale) AS MATERIALIZED (
        SELECT contact_id, max(date) FROM ordered_sales WHERE date <= :today GROUP BY contact_id))sql";

// Documents keep the contact that they were posted to, also when it was merged into another.
constexpr std::string_view invoiced_sales = R"sql((
    SELECT coalesce(c.merged_into_id, c.id) AS contact_id, s.date, s.currency, s.net
      FROM invoiced_sales AS s
      JOIN contact AS c ON c.id = s.contact_id))sql";

// What was cancelled before it was delivered was not bought.
constexpr std::string_view bought_lines = R"sql(
    SELECT o.contact_id
      FROM order_lines AS l
      JOIN ordered_sales AS o ON o.order_id = l.order_id
     WHERE l.quantity > l.cancelled AND )sql";
constexpr std::string_view of_lot = R"sql(
       AND l.id IN (SELECT d.order_line_id
                      FROM movements AS v
                      JOIN delivery_lines AS d ON d.id = v.delivery_line_id
                     WHERE v.product_id = :product AND v.lot = :lot AND v.kind = 'delivery'))sql";

// What is dated later is no contact yet; only of those who have such an entry is the log read.
constexpr std::string_view contacted_lately = R"sql(
    AND c.id NOT IN (
        SELECT a.contact_id
          FROM contact_activity_index AS a
         WHERE CASE WHEN a.last_contact <= :today THEN a.last_contact >= :not_contacted_since
                    ELSE EXISTS (
                       SELECT 1
                         FROM {} AS l
                        WHERE l.at >= :not_contacted_since AND l.at < :tomorrow
                          AND l.channel NOT IN ('note', 'system')) END))sql";

bool orders_to_come(Store& store, Date today)
{
    auto query = store.prepare("SELECT 1 FROM ordered_sales WHERE date > :today LIMIT 1");
    query.bind(":today", today);
    return query.step();
}

/// Orders of a short time are found by their days. For a longer one it is cheaper to read the index
/// of all sales in the order of contacts, and each order's row not at all.
bool reads_most(const RecipientFilter& filter)
{
    constexpr std::chrono::days longest(200);
    return !filter.period || filter.period->last - filter.period->first > longest;
}

void add_table(ConditionSql& sql, std::string_view table)
{
    sql.tables.append(sql.tables.empty() ? "WITH" : ",").append(table);
}

void add_tables(ConditionSql& sql, Store& store, const RecipientQuery& wanted)
{
    const auto& filter = wanted.filter;
    const bool to_come = orders_to_come(store, wanted.today);
    if (to_come)
        add_table(sql, last_order_table);
    sql.joins += fmt::format(" LEFT JOIN {} AS o ON o.contact_id = c.id",
                             to_come ? "last_order" : "contact_order_index");
    sql.revenue = needs_revenue_table(filter);
    if (!sql.revenue)
        return;
    const auto sales =
        filter.basis == RevenueBasis::ordered ? sales_less_cancelled : invoiced_sales;
    add_table(sql, fmt::format(revenue_table, filter.min_order_value ? "max(net)" : "NULL", sales,
                               reads_most(filter) ? "+" : ""));
    if (filter.top)
        add_table(sql, fmt::format(best_table, filter.top->share ? share_of_all : ":top"));
    sql.joins += filter.top ? " JOIN best AS r ON r.contact_id = c.id"
                            : " LEFT JOIN revenue AS r ON r.contact_id = c.id";
}

/// Conditions stand in the text only where they are asked for.
void add_places(ConditionSql& sql, const RecipientFilter& filter)
{
    if (filter.kind)
        sql.where += " AND c.kind = :kind";
    if (filter.manager_id)
        sql.where += " AND c.manager_id = :manager";
    if (filter.city)
        sql.where += " AND fold(c.city) = :city";
    if (filter.postcode)
        sql.where += filter.postcode->ends_with('*')
                         ? " AND substr(c.postcode, 1, length(:postcode)) = :postcode"
                         : " AND c.postcode = :postcode";
    if (filter.country)
        sql.where += " AND coalesce(c.country, :home) = :country";
}

void bind_places(Statement& query, Store& store, const RecipientFilter& filter)
{
    if (filter.kind)
        query.bind(":kind", to_string(*filter.kind));
    if (filter.manager_id)
        query.bind(":manager", *filter.manager_id);
    if (filter.city)
        query.bind(":city", fold(*filter.city));
    if (filter.postcode)
        query.bind(":postcode", filter.postcode->substr(0, filter.postcode->find('*')));
    if (filter.country)
        query.bind(":country", *filter.country).bind(":home", own_country(store));
}

// What is about the person where each person is a recipient stands in PersonFilter.

/// ":tag0", ":tag1"...
std::string numbered(std::string_view name, std::size_t place)
{
    return fmt::format(":{}{}", name, place);
}

void add_tags(ConditionSql& sql, const RecipientFilter& filter)
{
    constexpr std::string_view with_tag =
        " AND c.id {}IN (SELECT contact_id FROM contact_tag WHERE tag_key = {})";
    for (std::size_t i = 0; i < filter.tags.size(); ++i)
        sql.where += fmt::format(with_tag, "", numbered("tag", i));
    for (std::size_t i = 0; i < filter.not_tags.size(); ++i)
        sql.where += fmt::format(with_tag, "NOT ", numbered("not_tag", i));
}

void bind_tags(Statement& query, const RecipientFilter& filter)
{
    for (std::size_t i = 0; i < filter.tags.size(); ++i)
        query.bind(numbered("tag", i).c_str(), lower(trim(filter.tags[i])));
    for (std::size_t i = 0; i < filter.not_tags.size(); ++i)
        query.bind(numbered("not_tag", i).c_str(), lower(trim(filter.not_tags[i])));
}

void add_figures(ConditionSql& sql, const RecipientFilter& filter)
{
    if (filter.no_order_since)
        sql.where += filter.or_never ? " AND (o.last_sale IS NULL OR o.last_sale < :no_order_since)"
                                     : " AND o.last_sale < :no_order_since";
    if (filter.ordered_since)
        sql.where += " AND o.last_sale >= :ordered_since";
    // Who bought nothing has a revenue of 0. Where that is not enough, only buyers are
    // looked at.
    if (filter.min_revenue)
        sql.where += filter.min_revenue->cents > 0 ? " AND r.net >= :min_revenue"
                                                   : " AND coalesce(r.net, 0) >= :min_revenue";
    if (filter.max_revenue)
        sql.where += " AND coalesce(r.net, 0) <= :max_revenue";
    if (filter.min_order_value)
        sql.where += " AND r.highest >= :min_order_value";
}

void add_events(ConditionSql& sql, const RecipientQuery& wanted)
{
    const auto& filter = wanted.filter;
    if (filter.bought_product_id)
        sql.where += fmt::format(" AND c.id IN ({}l.product_id = :product{})", bought_lines,
                                 filter.lot.empty() ? "" : of_lot);
    if (filter.bought_group)
        sql.where += fmt::format(" AND c.id IN ({}l.product_id IN (SELECT id FROM product "
                                 "WHERE group_key = :group))",
                                 bought_lines);
    if (filter.not_contacted_since)
        sql.where += fmt::format(contacted_lately, entries_sql("a.contact_id"));
    if (filter.not_mailed_since && wanted.per == Per::company)
        sql.where += " AND c.id NOT IN (SELECT contact_id FROM mailing_sendings "
                     "WHERE at >= :not_mailed_since UNION SELECT company_id FROM mailing_sendings "
                     "WHERE at >= :not_mailed_since AND company_id IS NOT NULL)";
}

/// It is asked last, of those whom the other conditions take (CROSS keeps that order).
void add_where(ConditionSql& sql, const TypedCondition& where)
{
    add_table(sql, fmt::format(" chosen (id) AS ({})", where.ids()));
    sql.joins += " CROSS JOIN chosen";
    sql.where += " AND chosen.id = c.id";
}

} // namespace

bool needs_revenue_table(const RecipientFilter& filter)
{
    return filter.min_revenue || filter.max_revenue || filter.min_order_value || filter.top ||
           filter.basis == RevenueBasis::invoiced;
}

void bind_revenue(Statement& query, Store& store, const RecipientQuery& wanted)
{
    const auto all = Period{Date{std::chrono::year(1900) / 1 / 1}, wanted.today};
    const auto period = wanted.filter.period.value_or(all);
    query.bind(":first", period.first)
        .bind(":last", period.last)
        .bind(":currency", setting(store, "currency"));
}

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

ConditionSql condition_sql(Store& store, const RecipientQuery& wanted,
                           const std::optional<TypedCondition>& where)
{
    const auto& filter = wanted.filter;
    ConditionSql sql;
    add_tables(sql, store, wanted);
    sql.where = fmt::format("({}) AND c.merged_into_id IS NULL", class_sql(filter, "c"));
    add_places(sql, filter);
    if (wanted.per == Per::company)
        add_tags(sql, filter);
    add_figures(sql, filter);
    add_events(sql, wanted);
    if (where)
        add_where(sql, *where);
    return sql;
}

void bind_conditions(Statement& query, Store& store, const RecipientQuery& wanted)
{
    const auto& filter = wanted.filter;
    const auto bind = [&](const char* name, const auto& value) {
        if (value)
            query.bind(name, *value);
    };
    bind_places(query, store, filter);
    if (needs_revenue_table(filter))
        bind_revenue(query, store, wanted);
    if (filter.top)
        query.bind(":top", filter.top->share ? filter.top->share->hundredths : filter.top->count);
    if (wanted.per == Per::company)
        bind_tags(query, filter);
    bind(":no_order_since", filter.no_order_since);
    bind(":ordered_since", filter.ordered_since);
    bind(":min_revenue", filter.min_revenue);
    bind(":max_revenue", filter.max_revenue);
    bind(":min_order_value", filter.min_order_value);
    bind(":product", filter.bought_product_id);
    if (!filter.lot.empty())
        query.bind(":lot", filter.lot);
    bind(":group", filter.bought_group);
    bind(":not_contacted_since", filter.not_contacted_since);
    if (filter.not_contacted_since)
        query.bind(":tomorrow", wanted.today + std::chrono::days(1));
    if (wanted.per == Per::company)
        bind(":not_mailed_since", filter.not_mailed_since);
}

} // namespace crm
