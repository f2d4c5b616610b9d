// SPDX-License-Identifier: MIT
#include "crm/report/sales_sql.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

/// How rows are told apart: `key` and `joins` within what is summed up, `shown` and `outer` of the
/// sums `g`.
struct KeySql {
    std::string_view key;
    std::string_view joins;
    std::string_view shown;
    std::string_view outer;
};

// What was posted under a contact that was merged since counts for the one that it became.
constexpr std::string_view with_contact = R"sql(
          JOIN contact AS was ON was.id = s.contact_id
          JOIN contact AS c ON c.id = coalesce(was.merged_into_id, was.id))sql";

constexpr KeySql by_day{"s.date", "", "g.key, g.key, g.key, NULL", ""};
constexpr KeySql by_customer{"s.contact_id", "", "c.id, c.number_key, c.number, c.name", R"sql(
  JOIN contact AS was ON was.id = g.key
  JOIN contact AS c ON c.id = coalesce(was.merged_into_id, was.id))sql"};
constexpr KeySql by_product{"s.product_id", "", "p.id, p.sku_key, p.sku, p.name", R"sql(
  LEFT JOIN product AS p ON p.id = g.key)sql"};
constexpr KeySql by_group{"p.group_key", R"sql(
          LEFT JOIN product AS p ON p.id = s.product_id)sql",
                          R"sql(g.key, g.key,
       (SELECT min(p.product_group) FROM product AS p WHERE p.group_key = g.key), NULL)sql",
                          ""};
constexpr KeySql by_manager{"coalesce(s.manager_id, c.manager_id)", with_contact,
                            "m.contact_id, m.code_key, m.code, NULL", R"sql(
  LEFT JOIN staff AS m ON m.contact_id = g.key)sql"};
constexpr KeySql by_city{"c.city", with_contact, "g.key, g.key, g.key, NULL", ""};
constexpr KeySql by_country{"c.country", with_contact, "g.key, g.key, g.key, NULL", ""};

const KeySql& sql_of(ReportKey key)
{
    switch (key) {
    case ReportKey::customer:
        return by_customer;
    case ReportKey::product:
        return by_product;
    case ReportKey::group:
        return by_group;
    case ReportKey::manager:
        return by_manager;
    case ReportKey::city:
        return by_city;
    case ReportKey::country:
        return by_country;
    case ReportKey::month:
    case ReportKey::quarter:
    case ReportKey::year:
        break;
    }
    return by_day;
}

constexpr std::string_view cost_sums = R"sql(
               sum(CASE WHEN s.currency = :currency THEN s.cost END) AS cost,
               sum(s.currency = :currency AND s.cost IS NULL) AS unknown,
               sum(CASE WHEN s.currency = :currency AND s.cost IS NULL THEN s.net END) AS unknown_net,)sql";

bool sums_lines(ReportKey key, Measure measure)
{
    return measure == Measure::margin || key == ReportKey::product || key == ReportKey::group;
}

constexpr std::string_view no_cost_sums = " NULL AS cost, NULL AS unknown, NULL AS unknown_net,";

} // namespace

bool sums_whole_orders(Basis basis, ReportKey key, Measure measure)
{
    return basis == Basis::ordered && !sums_lines(key, measure);
}

std::string sales_sql(Basis basis, ReportKey key, Measure measure)
{
    const auto& sql = sql_of(key);
    const bool margin = measure == Measure::margin;
    const bool lines = sums_lines(key, measure);
    return fmt::format(
        R"sql(
SELECT {shown}, g.orders, g.net, g.last, g.cost, g.unknown, g.unknown_net, g.ours, g.others
  FROM (SELECT {key} AS key,
               count({distinct} CASE WHEN s.currency = :currency THEN s.counted END) AS orders,
               sum(CASE WHEN s.currency = :currency THEN s.{net} END) AS net,
               {last} AS last,{cost}
               sum(s.currency = :currency) AS ours, sum(s.currency <> :currency) AS others
          FROM {view} AS s{joins}
         WHERE s.date BETWEEN :first AND :last
         GROUP BY 1) AS g{outer})sql",
        fmt::arg("shown", sql.shown), fmt::arg("key", sql.key),
        fmt::arg("distinct", lines ? "DISTINCT" : ""),
        fmt::arg("last", measure == Measure::last
                             ? "max(CASE WHEN s.currency = :currency AND s.counted "
                               "IS NOT NULL THEN s.date END)"
                             : "NULL"),
        fmt::arg("cost", margin ? cost_sums : no_cost_sums),
        fmt::arg("view", fmt::format("{}_sales{}", to_string(basis), lines ? "_lines" : "")),
        fmt::arg("net", sums_whole_orders(basis, key, measure) ? "ordered" : "net"),
        fmt::arg("joins", sql.joins), fmt::arg("outer", sql.outer));
}

// Few discounts beside all lines: they lead to their invoices.
std::string skonto_sql(ReportKey key)
{
    const auto& sql = sql_of(key);
    return fmt::format(R"sql(
SELECT {shown}, g.document_id, g.tax_rate, g.date, g.skonto, g.whole, g.net, g.unknown
  FROM (SELECT {key} AS key, s.*
          FROM (SELECT l.document_id, l.line_id, l.contact_id, l.manager_id, l.product_id, l.tax_rate,
                       l.net, l.cost IS NULL AS unknown, k.date, k.net AS skonto, x.net AS whole
                  FROM (SELECT a.document_id, a.date, t.rate, sum(t.net) AS net
                          FROM allocation_tax AS t
                          JOIN allocation AS a ON a.id = t.allocation_id
                         WHERE a.kind = 'skonto' AND a.date BETWEEN :first AND :last
                         GROUP BY 1, 2, 3) AS k
                  JOIN document_tax AS x ON x.document_id = k.document_id AND x.rate = k.rate
                  JOIN invoiced_sales_lines AS l ON l.document_id = k.document_id
                                                AND l.tax_rate = k.rate
                 WHERE l.currency = :currency) AS s{joins}) AS g{outer}
 ORDER BY g.document_id, g.tax_rate, g.date, g.line_id)sql",
                       fmt::arg("shown", sql.shown), fmt::arg("key", sql.key),
                       fmt::arg("joins", sql.joins), fmt::arg("outer", sql.outer));
}

// Who was left out to compare with cost nothing.
std::string mailing_costs_sql(ReportKey key)
{
    const auto& sql = sql_of(key);
    return fmt::format(R"sql(
SELECT {shown}, g.recipients, g.cost, g.total, g.mailing_id
  FROM (SELECT {key} AS key, count(*) AS recipients, s.cost, s.mailing_id,
               (SELECT count(*) FROM mailing_recipient AS a
                 WHERE a.mailing_id = s.mailing_id AND a.control = 0) AS total
          FROM (SELECT r.mailing_id, coalesce(r.company_id, r.contact_id) AS contact_id,
                       NULL AS manager_id, substr(m.at, 1, 10) AS date, m.cost
                  FROM mailing AS m
                  JOIN mailing_recipient AS r ON r.mailing_id = m.id
                 WHERE r.control = 0 AND m.cost IS NOT NULL) AS s{joins}
         WHERE s.date BETWEEN :first AND :last
         GROUP BY 1, s.mailing_id) AS g{outer}
 ORDER BY g.mailing_id, g.key)sql",
                       fmt::arg("shown", sql.shown), fmt::arg("key", sql.key),
                       fmt::arg("joins", sql.joins), fmt::arg("outer", sql.outer));
}

std::string talk_time_sql(ReportKey key)
{
    const auto& sql = sql_of(key);
    return fmt::format(R"sql(
SELECT {shown}, g.minutes, g.unknown
  FROM (SELECT {key} AS key, sum(s.minutes) AS minutes, count(*) - count(s.minutes) AS unknown
          FROM (SELECT coalesce(company_id, person_id) AS contact_id, NULL AS manager_id,
                       substr(at, 1, 10) AS date, minutes
                  FROM log_entry
                 WHERE channel NOT IN ('note', 'system')) AS s{joins}
         WHERE s.date BETWEEN :first AND :last
         GROUP BY 1) AS g{outer})sql",
                       fmt::arg("shown", sql.shown), fmt::arg("key", sql.key),
                       fmt::arg("joins", sql.joins), fmt::arg("outer", sql.outer));
}

// Few orders have such lines: the index of them leads to the orders, not the days.
std::string cancelled_sql(ReportKey key)
{
    const auto& sql = sql_of(key);
    return fmt::format(R"sql(
SELECT {shown}, g.cancelled
  FROM (SELECT {key} AS key, s.ordered - s.net AS cancelled
          FROM ordered_sales_lines AS s{joins}
         WHERE s.order_id IN (SELECT order_id FROM cancelled_order_lines)
           AND s.cancelled > 0 AND +s.date BETWEEN :first AND :last AND s.currency = :currency) AS g{outer})sql",
                       fmt::arg("shown", sql.shown), fmt::arg("key", sql.key),
                       fmt::arg("joins", sql.joins), fmt::arg("outer", sql.outer));
}

} // namespace crm
