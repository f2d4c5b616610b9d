// SPDX-License-Identifier: MIT
#include "crm/contact/check.hpp"

#include "crm/base/error.hpp"
#include "crm/base/terms.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/condition.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/search/index_check.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

void check_own_company(Store& store, const Report& report)
{
    auto query = store.prepare(R"sql(
        SELECT 1 FROM contact
         WHERE id = :own AND kind = 'company' AND archived_on IS NULL AND merged_into_id IS NULL)sql");
    query.bind(":own", own_company);
    if (!query.step())
        report(tr("the first contact is not the own company"));
}

void check_numbers(Store& store, const Report& report)
{
    auto contacts = store.prepare("SELECT number, number_key FROM contact ORDER BY id");
    while (contacts.step())
        if (contacts.text(1) != natural_key(contacts.text(0)))
            report(format("the number {} is sorted and found as '{}'", contacts.text(0),
                          contacts.text(1)));
    report_rows(store, report, R"sql(
        SELECT c.number, k.number
          FROM contact AS c
          JOIN contact AS k ON k.id = c.merged_into_id
         WHERE k.merged_into_id IS NOT NULL OR k.kind <> c.kind)sql",
                "{} was merged into {}, which was merged itself or is of another kind");
    // The own company took the first running number, whatever its number is now.
    report_rows(store, report, R"sql(
        SELECT 10000
          FROM contact
         WHERE id = 1 AND coalesce((SELECT next FROM number_series WHERE name = 'contact'), 0) <= 10000)sql",
                "the running number that comes next is not beyond {}");
}

void check_names(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT number, name, trim(coalesce(given_name, '') || ' ' || family_name)
          FROM contact
         WHERE kind = 'person'
           AND name IS NOT CASE WHEN coalesce(given_name, '') = '' THEN family_name
                                ELSE given_name || ' ' || family_name END
         ORDER BY id)sql",
                "{} is called '{}', but its given and family name are '{}'");
}

void check_employments(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT e.id, p.number, k.number
          FROM employment AS e
          JOIN contact AS p ON p.id = e.person_id
          JOIN contact AS k ON k.id = e.company_id
         WHERE p.kind <> 'person' OR k.kind <> 'company'
         ORDER BY e.id)sql",
                "employment {}: {} is no person, or {} no company");
    report_rows(store, report, R"sql(
        SELECT number, count(*)
          FROM employment AS e
          JOIN contact AS c ON c.id = e.person_id
         WHERE e.main = 1 AND e.last_day IS NULL
         GROUP BY e.person_id HAVING count(*) > 1
         ORDER BY e.person_id)sql",
                "{} has {} main employments");
    // A first day that is not known leaves open when it began: only the last day is certain.
    report_rows(store, report, R"sql(
        WITH span AS (
            SELECT id, person_id, company_id, coalesce(first_day, last_day) AS first,
                   coalesce(last_day, '9999-12-31') AS last
              FROM employment
             WHERE first_day IS NOT NULL OR last_day IS NOT NULL)
        SELECT p.number, k.number, a.id || ', ' || b.id
          FROM span AS a
          JOIN span AS b ON b.person_id = a.person_id AND b.company_id = a.company_id AND b.id > a.id
          JOIN contact AS p ON p.id = a.person_id
          JOIN contact AS k ON k.id = a.company_id
         WHERE a.first < b.last AND b.first < a.last
         ORDER BY a.id, b.id)sql",
                "{} is employed at {} twice at the same time ({})");
}

/// Whether they are written as the program writes them.
bool are_terms(const std::string& text)
{
    try {
        return to_string(parse_terms(text, Decimal::point)) == text;
    } catch (const Error&) {
        return false;
    }
}

void check_staff(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT s.code, c.number
          FROM staff AS s
          JOIN contact AS c ON c.id = s.contact_id
         WHERE c.kind <> 'person'
            OR NOT EXISTS (SELECT 1 FROM employment AS e
                            WHERE e.person_id = s.contact_id AND e.company_id = 1)
         ORDER BY s.contact_id)sql",
                "staff member {} ({}) was never employed by the own company");
    report_rows(store, report, "SELECT code FROM staff WHERE deputy_id = contact_id",
                "staff member {} is their own deputy");
    report_rows(store, report, R"sql(
        SELECT s.code, b.first_day
          FROM absence AS a
          JOIN absence AS b ON b.contact_id = a.contact_id AND b.id <> a.id
               AND (b.first_day, b.id) > (a.first_day, a.id) AND b.first_day <= a.last_day
          JOIN staff AS s ON s.contact_id = a.contact_id
         ORDER BY a.id, b.id)sql",
                "staff member {} is absent twice on {}");
    auto codes = store.prepare("SELECT code, code_key FROM staff ORDER BY contact_id");
    while (codes.step())
        if (codes.text(1) != lower(codes.text(0)))
            report(format("the staff code {} is found as '{}'", codes.text(0), codes.text(1)));
}

void check_consents(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT c.number, c.preferred_channel
          FROM contact AS c
          JOIN consent AS n ON n.id = (
                   SELECT max(x.id) FROM consent AS x
                    WHERE x.channel = c.preferred_channel
                      AND x.contact_id IN (SELECT c.id
                                            UNION ALL
                                           SELECT id FROM contact WHERE merged_into_id = c.id))
         WHERE n.state = 'block' AND c.merged_into_id IS NULL
         ORDER BY c.id)sql",
                "{} prefers {}, which is blocked");
    report_rows(store, report, R"sql(
        SELECT id, confirmed_on, at FROM consent WHERE confirmed_on > at ORDER BY id)sql",
                "consent {} was confirmed on {}, after it was recorded ({})");
}

void check_conditions(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT d.id, p.number
          FROM condition AS d
          JOIN contact AS p ON p.id = d.agreed_with_id
         WHERE p.kind <> 'person' OR p.merged_into_id IS NOT NULL
         ORDER BY d.id)sql",
                "condition {} was agreed with {}, who is no person, or another one by now");
    report_rows(store, report, R"sql(
        SELECT d.id, c.number
          FROM condition AS d
          JOIN contact AS c ON c.id = d.contact_id
         WHERE c.merged_into_id IS NOT NULL
         ORDER BY d.id)sql",
                "condition {} is left at {}, which was merged");
    auto texts = store.prepare(
        "SELECT id, kind, text FROM condition WHERE kind IN ('terms', 'payment') ORDER BY id");
    while (texts.step()) {
        const auto text = texts.string(2);
        const auto ways = payment_ways();
        if (texts.text(1) == "payment" && std::ranges::find(ways, text) == ways.end())
            report(format("condition {}: '{}' is no way to pay", texts.integer(0), text));
        if (texts.text(1) == "terms" && !are_terms(text))
            report(format("condition {}: '{}' are no terms of payment", texts.integer(0), text));
    }
}

void check_relations(Store& store, const Report& report)
{
    for (const auto id : relations_recorded_twice(store, std::nullopt))
        report(format("relation {} says what another one says from the other side", id));
    for (const auto& each : contradicting_relations(store, std::nullopt))
        report(format("relation {} says the inverse of what another one says", each.id));
}

constexpr std::array<Check, 9> checks = {{
    {"own-company", "the first contact is the own company", check_own_company},
    {"contact-numbers", "numbers are found as they are written, and none comes twice",
     check_numbers},
    {"contact-names", "a person's name is given and family name", check_names},
    {"employments", "persons work at companies, once at a time, one of them mainly",
     check_employments},
    {"staff",
     "staff members belong to the own company, have another as deputy, are absent once at a time",
     check_staff},
    {"relations", "what two contacts are to each other is recorded once, without contradiction",
     check_relations},
    {"consents", "no contact prefers a channel that is blocked", check_consents},
    {"conditions", "conditions are agreed with persons, and their terms can be read",
     check_conditions},
    {"search-index", "every contact is found by all that it should be found by",
     check_search_index},
}};

} // namespace

std::span<const Check> contact_checks()
{
    return checks;
}

} // namespace crm
