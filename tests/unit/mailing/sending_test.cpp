// SPDX-License-Identifier: MIT
#include "crm/contact/details.hpp"
#include "crm/switchboard/disclose.hpp"
#include "crm/switchboard/erase.hpp"
#include "crm/switchboard/merge.hpp"
#include "tests/unit/mailing/campaign.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

using Texts = std::vector<std::string>;

void merge(Store& store, std::int64_t keep, std::int64_t drop)
{
    Transaction transaction(store);
    merge_contacts(store, keep, drop, today);
    transaction.commit();
}

/// "contact/company/person/channel/subject/text" of what the mailing wrote into the log.
Texts logged(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT contact_id, coalesce(company_id, 0), coalesce(person_id, 0), at, channel, subject, text
          FROM log_entry ORDER BY id)sql");
    Texts lines;
    while (query.step())
        lines.push_back(fmt::format("{}/{}/{} {} {} {}: {}", query.text(0), query.text(1),
                                    query.text(2), query.text(3), query.text(4), query.text(5),
                                    query.text(6)));
    return lines;
}

} // namespace

TEST_CASE("what is handed out is recorded once, with an entry in the log of each recipient")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    CHECK(logged(store) == Texts{});
    const auto first = exported(store, mailing);
    CHECK(first.numbers == Texts{"10002", "10004", "10005"});
    CHECK(first.left_out == Texts{});
    CHECK(first.recorded == 3);
    CHECK(logged(store) ==
          Texts{"4/3/4 2026-06-30T12:00 system mailing Frühjahr by email: presumed consent",
                "5/5/0 2026-06-30T12:00 system mailing Frühjahr by email: presumed consent",
                "6/0/6 2026-06-30T12:00 system mailing Frühjahr by email: allowed by law"});
    const auto second = exported(store, mailing);
    CHECK(second.numbers == first.numbers);
    CHECK(second.recorded == 0);
    CHECK(logged(store).size() == 3);
    CHECK(value(store, "SELECT count(*) FROM contact_activity_index") == "0"); // no talk
    CHECK(breaches(store) == Texts{});
}

TEST_CASE("who has blocked meanwhile, or whose company has, is left out and named")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    blocked(store, mueller, "email");
    blocked(store, kurz, "phone");                                     // another channel
    blocked(store, berta, "email", {today + std::chrono::days(3), 0}); // by another's clock
    const auto result = exported(store, mailing);
    CHECK(result.numbers == Texts{"10004"});
    CHECK(result.left_out ==
          Texts{"10002 Müller GmbH: company 10002 blocked on 2026-06-30 (will nicht)",
                "10005 Berta Lang: blocked on 2026-07-03 (will nicht)"});
    CHECK(result.recorded == 1);
    CHECK(breaches(store) == Texts{});
}

TEST_CASE("who was archived, erased or has left the company is left out")
{
    auto store = campaign_store();
    const auto lena = add_person(store, "Lena Ost");
    change(store, "UPDATE contact SET street = 'Weg 1', postcode = '50667', city = 'Köln', "
                  "customer = 1, email = 'lena@ost.example' WHERE family_name = 'Ost'");
    const auto mailing = created(store, mailing_of("Frühjahr"));
    {
        Transaction transaction(store);
        set_archived(store, kurz, today);
        end_employment(store, eva, mueller, today - std::chrono::days(1), today);
        transaction.commit();
    }
    erase_person(store, contact_by_id(store, lena), at_ten);
    const auto result = exported(store, mailing);
    CHECK(result.numbers == Texts{"10005"});
    CHECK(result.left_out == Texts{"10002 Müller GmbH: left Müller GmbH",
                                   "10004 Kurz KG: archived on 2026-06-30", "10006 : erased"});
}

TEST_CASE("an archived company takes its people with it")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    {
        Transaction transaction(store);
        set_archived(store, mueller, today);
        transaction.commit();
    }
    CHECK(exported(store, mailing).left_out == Texts{"10002 Müller GmbH: archived on 2026-06-30"});
}

TEST_CASE("the control group is not handed out")
{
    auto store = campaign_store();
    auto wanted = mailing_of("Frühjahr");
    wanted.control = Rate{3'400};
    const auto mailing = created(store, wanted);
    CHECK(exported(store, mailing).numbers.size() == 2);
    CHECK(value(store, "SELECT count(*) FROM mailing_recipient AS r JOIN mailing_sending AS n ON "
                       "n.recipient_id = r.id WHERE r.control = 1") == "0");
}

TEST_CASE("contacts that were merged get one letter, and what was sent counts for the one kept")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    merge(store, mueller, kurz);
    const auto result = exported(store, mailing);
    CHECK(result.numbers == Texts{"10002", "10005"});
    CHECK(result.left_out == Texts{"10004 Kurz KG: merged with another recipient"});
    merge(store, berta, add_person(store, "Berta Lang-Kurz"));
    const auto other = created(store, mailing_of("Herbst"));
    exported(store, other);
    const auto anna = add_person(store, "Anna Neu");
    merge(store, anna, berta);
    CHECK(value(store, fmt::format("SELECT count(*) FROM mailing_sendings WHERE contact_id = {}",
                                   anna)) == "2");
    CHECK(answered(store, other, anna, "replied"));
    CHECK(breaches(store) == Texts{});
}

TEST_CASE("what was sent to a person is disclosed, and empty once the person is erased")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Frühjahr"));
    exported(store, mailing);
    answered(store, mailing, eva, "replied");
    const auto person = contact_by_id(store, eva);
    const auto disclosed = disclosure(store, person, today);
    for (const char* part :
         {"\"mailings\"", "\"mailing\": \"Frühjahr\"", "\"sent_at\": \"2026-06-30T12:00\"",
          "\"legal_basis\": \"presumed consent\"", "\"email\": \"Eva@Example.com\"",
          "\"kind\": \"replied\""})
        CHECK_MESSAGE(disclosed.find(part) != std::string::npos, std::string(part));
    CHECK(erase_person(store, person, at_noon).held.empty());
    CHECK(value(store, R"sql(
        SELECT coalesce(name, company, salutation, title, given_name, family_name, letter_salutation,
                        address, street, postcode, city, country, email, phone, manager, last_order,
                        revenue, '-') || number || legal_basis
          FROM mailing_recipient WHERE contact_id = 4)sql") == "-10002presumed consent");
    CHECK(value(store, "SELECT count(*) FROM audit_value AS v JOIN audit AS a ON a.id = v.audit_id "
                       "WHERE v.after LIKE '%eva@example%'") == "0");
    CHECK(value(store, "SELECT email FROM mailing_recipient WHERE contact_id = 5") ==
          "info@kurz.example");
    CHECK(breaches(store) == Texts{});
}

TEST_CASE("the evidence of a consent to calls is kept for five years, and after the last call")
{
    auto store = campaign_store();
    change(store, "UPDATE contact SET phone = '0221 99' WHERE id = 6");
    {
        Transaction transaction(store);
        allow_channel(store, berta, "email", {"Messe", "ja", std::nullopt}, at_ten); // no call
        allow_channel(store, berta, "phone", {"Messe", "ja", today - std::chrono::days(30)},
                      at_ten);
        transaction.commit();
    }
    const auto mailing = created(store, mailing_of("Anrufe", "phone"));
    const auto held = [&](Date day) {
        Texts lines;
        for (const auto& each : held_records(store, berta, day))
            lines.push_back(fmt::format("{} {} {}", each.record, each.about,
                                        to_string(each.until.value_or(Date{}))));
        return lines;
    };
    const std::string given = "consent 2 Messe 2031-05-31";
    CHECK(held(today) == Texts{given}); // not called yet
    CHECK(held(parse_iso_date("2031-06-01").value()) == Texts{});
    exported(store, mailing);
    const std::string used = "mailing Anrufe consent of 2026-05-31 (Messe) 2031-06-30";
    CHECK(held(today) == Texts{given, used});
    CHECK(held(parse_iso_date("2031-06-01").value()) == Texts{used});
    CHECK(held(parse_iso_date("2031-07-01").value()) == Texts{});
    CHECK(erase_person(store, contact_by_id(store, berta), at_noon).held.size() == 2);
    CHECK(contact_by_id(store, berta).name == "Berta Lang");
}

} // namespace crm::test
