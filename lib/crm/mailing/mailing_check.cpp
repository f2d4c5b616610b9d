// SPDX-License-Identifier: MIT
#include "crm/mailing/mailing_check.hpp"

#include "crm/base/text.hpp"
#include "crm/mailing/mailing.hpp"

#include <array>

namespace crm
{

namespace
{

/// The share of customers, not of recipients: people of a company are one.
void check_control_groups(Store& store, const Report& report)
{
    auto query = store.prepare(R"sql(
        SELECT m.name, m.control, count(DISTINCT coalesce(r.company_id, r.contact_id)),
               count(DISTINCT CASE r.control WHEN 1 THEN coalesce(r.company_id, r.contact_id) END)
          FROM mailing AS m
          LEFT JOIN mailing_recipient AS r ON r.mailing_id = m.id
         GROUP BY m.id)sql");
    while (query.step()) {
        const auto wanted = round_half_away(Int128{query.integer(2)} * query.integer(1), 10'000);
        if (query.integer(2) == 0)
            report(format("mailing '{}' has no recipients", query.text(0)));
        else if (query.integer(3) != wanted)
            report(format("the control group of mailing '{}' has {} customers, not {}",
                          query.text(0), query.integer(3), wanted));
    }
    report_rows(store, report, R"sql(
        SELECT r.number, m.name
          FROM mailing_recipient AS r
          JOIN mailing AS m ON m.id = r.mailing_id
         WHERE r.control = 1
           AND (EXISTS (SELECT 1 FROM mailing_sending WHERE recipient_id = r.id)
                OR EXISTS (SELECT 1 FROM mailing_response WHERE recipient_id = r.id)))sql",
                "{} of the control group of mailing '{}' was written to");
    report_rows(store, report, R"sql(
        SELECT min(r.number), m.name
          FROM mailing_recipient AS r
          JOIN mailing AS m ON m.id = r.mailing_id
         GROUP BY r.mailing_id, coalesce(r.company_id, r.contact_id)
        HAVING min(r.control) <> max(r.control))sql",
                "people of the company of {} are in and out of the control group of mailing '{}'");
    auto names = store.prepare("SELECT name, name_key FROM mailing");
    while (names.step())
        if (lower(names.text(0)) != names.text(1))
            report(format("mailing '{}' is found as '{}'", names.text(0), names.text(1)));
}

/// Invariant 8. Only what was recorded before the sending could be known.
void check_sendings(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT r.number, m.name
          FROM mailing_sending AS n
          JOIN mailing_recipient AS r ON r.id = n.recipient_id
          JOIN mailing AS m ON m.id = r.mailing_id
         WHERE EXISTS (
                   SELECT 1
                     FROM (SELECT r.contact_id AS id UNION SELECT r.company_id) AS party
                     JOIN consent AS x ON x.id = (
                              SELECT max(id) FROM consent
                               WHERE contact_id = party.id AND channel = m.channel
                                 AND id <= n.known_consent)
                    WHERE x.state = 'block')
         ORDER BY n.id)sql",
                "{} was sent mailing '{}' in spite of a block");
    report_rows(store, report, R"sql(
        SELECT r.number, m.name
          FROM mailing_sending AS n
          JOIN mailing_recipients AS r ON r.id = n.recipient_id
          JOIN mailing AS m ON m.id = r.mailing_id
          JOIN log_entry AS l ON l.id = n.log_id
         WHERE l.contact_id <> r.contact_id
         ORDER BY n.id)sql",
                "that {} was sent mailing '{}' is not in the log of the contact");
}

void check_responses(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT r.number, m.name
          FROM mailing_response AS a
          JOIN mailing_recipient AS r ON r.id = a.recipient_id
          JOIN mailing AS m ON m.id = r.mailing_id
          LEFT JOIN mailing_sending AS n ON n.recipient_id = r.id
         WHERE n.id IS NULL AND r.control = 0
         ORDER BY a.id)sql",
                "{} answered mailing '{}', which was not sent there");
    report_rows(store, report, R"sql(
        SELECT r.number, m.name
          FROM mailing_response AS a
          JOIN mailing_recipient AS r ON r.id = a.recipient_id
          JOIN mailing AS m ON m.id = r.mailing_id
         WHERE a.kind = 'unsubscribed'
           AND NOT EXISTS (SELECT 1 FROM consent
                            WHERE contact_id IN (r.contact_id, r.company_id)
                              AND channel = m.channel AND state = 'block')
         ORDER BY a.id)sql",
                "{} unsubscribed from mailing '{}', but was never blocked");
}

constexpr std::array<Check, 3> checks = {{
    {"mailings", "mailings have recipients, and control groups of the right size that stay alone",
     check_control_groups},
    {"mailing-sendings", "no mailing was sent in spite of a block, and each is in the log",
     check_sendings},
    {"mailing-responses", "who answers was written to, and who unsubscribes is blocked",
     check_responses},
}};

} // namespace

std::span<const Check> mailing_checks()
{
    return checks;
}

} // namespace crm
