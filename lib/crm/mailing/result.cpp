// SPDX-License-Identifier: MIT
#include "crm/mailing/result.hpp"

#include "crm/store/settings.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::string_view revenue_sql = R"sql(
    WITH party AS (
        SELECT id, contact_id, company_id, control
          FROM mailing_recipients
         WHERE mailing_id = :mailing AND (control = 1 OR sent_at IS NOT NULL)),
    buyer (recipient_id, contact_id, control) AS (
        SELECT id, contact_id, control FROM party
        UNION
        SELECT id, company_id, control FROM party WHERE company_id IS NOT NULL),
    bought AS (
        SELECT b.recipient_id, b.control, o.order_id AS id, o.net
          FROM buyer AS b
          JOIN ordered_sales AS o ON o.contact_id = b.contact_id
         WHERE o.date BETWEEN :first AND :last AND o.currency = :currency),
    once AS (SELECT id, net, min(control) AS control FROM bought GROUP BY id),
    buying AS (
        SELECT recipient_id FROM bought WHERE control = 0
        UNION
        SELECT a.recipient_id
          FROM mailing_responses AS a
          JOIN party AS p ON p.id = a.recipient_id
         WHERE a.kind = 'ordered')
    SELECT (SELECT count(*) FROM buying),
           (SELECT coalesce(sum(net), 0) FROM once WHERE control = 0),
           (SELECT coalesce(sum(net), 0) FROM once WHERE control = 1))sql";

/// The days whose orders count.
Period days_of(Store& store, const Mailing& mailing, Date today)
{
    auto query = store.prepare(R"sql(
        SELECT substr(min(n.at), 1, 10)
          FROM mailing_recipient AS r
          JOIN mailing_sending AS n ON n.recipient_id = r.id
         WHERE r.mailing_id = :mailing)sql");
    query.bind(":mailing", mailing.id).step();
    const auto first = query.date(0).value_or(mailing.at.day);
    const auto days = std::max(setting_number(store, "mailing.days"), 1);
    const auto last = first + std::chrono::days(days - 1); // the first is one of them
    return {first, std::min(last, std::max(first, today))};
}

using Row = MailingResult;
constexpr std::array<Column<Row>, 8> columns = {{
    {"sent", "SENT", Kind::integer, [](const Row& r) { return Cell(r.sent); }},
    {"bounced", "BOUNCED", Kind::integer, [](const Row& r) { return Cell(r.bounced); }},
    {"replied", "REPLIED", Kind::integer, [](const Row& r) { return Cell(r.replied); }},
    {"unsubscribed", "UNSUBSCRIBED", Kind::integer,
     [](const Row& r) { return Cell(r.unsubscribed); }},
    {"ordered", "ORDERED", Kind::integer, [](const Row& r) { return Cell(r.ordered); }},
    {"revenue", "REVENUE", Kind::money, [](const Row& r) { return Cell(r.revenue); }},
    {"control", "CONTROL", Kind::integer, [](const Row& r) { return Cell(r.control); }},
    {"control_revenue", "CONTROL REVENUE", Kind::money,
     [](const Row& r) { return Cell(r.control_revenue); }},
}};

} // namespace

std::span<const Column<MailingResult>> mailing_result_columns()
{
    return columns;
}

MailingResult mailing_result(Store& store, const Mailing& mailing, Date today)
{
    const auto state = mailing_state(store, mailing.id);
    MailingResult result;
    result.sent = state.sent;
    result.bounced = state.bounced;
    result.replied = state.replied;
    result.unsubscribed = state.unsubscribed;
    result.control = state.control;
    result.days = days_of(store, mailing, today);
    auto query = store.prepare(revenue_sql);
    query.bind(":mailing", mailing.id)
        .bind(":first", result.days.first)
        .bind(":last", result.days.last)
        .bind(":currency", setting(store, "currency"))
        .step();
    result.ordered = query.integer(0);
    result.revenue = query.money(1);
    result.control_revenue = query.money(2);
    return result;
}

} // namespace crm
