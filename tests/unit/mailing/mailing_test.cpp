// SPDX-License-Identifier: MIT
#include "tests/unit/mailing/campaign.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

using Texts = std::vector<std::string>;

/// "10002 -", "10004 control": who was frozen, in their order.
Texts frozen_in(Store& store, const Mailing& mailing)
{
    Texts lines;
    list_frozen(store, mailing.id, [&](const Frozen& frozen) {
        lines.push_back(frozen.recipient.number + (frozen.control ? " control" : " -"));
        return true;
    });
    return lines;
}

/// Companies with a person each, as customers by post.
Store many_customers(int count)
{
    auto store = sample_store();
    for (int i = 0; i < count; ++i) {
        auto company = named(fmt::format("Firma {} GmbH", i));
        fill(company, "Ring 1", "50667", "Köln", "");
        const auto id = add(store, ContactKind::company, company);
        add_person(store, fmt::format("Person {}", 2 * i), id);
        add_person(store, fmt::format("Person {}", 2 * i + 1), id);
    }
    return store;
}

} // namespace

TEST_CASE("a mailing freezes whom the query finds, with address, e-mail and legal basis")
{
    auto store = campaign_store();
    auto wanted = mailing_of(" Frühjahr ");
    wanted.cost = Money{12'345};
    {
        Transaction transaction(store);
        create_mailing(store, wanted, at_ten);
        transaction.commit();
    }
    const auto mailing = mailing_by_name(store, "FRÜHJAHR");
    CHECK(mailing.name == "Frühjahr");
    CHECK(mailing.channel == "email");
    CHECK(mailing.filter == "--customer");
    CHECK(mailing.cost == Money{12'345});
    CHECK(mailing.at == at_ten);
    change(store, R"sql(
        UPDATE contact SET email = 'neu@kurz.example', street = 'Neuer Weg 9', name = 'Lang KG'
         WHERE id = 5)sql");
    std::vector<Frozen> all;
    list_frozen(store, mailing.id, [&](const Frozen& frozen) {
        all.push_back(frozen);
        return true;
    });
    REQUIRE(all.size() == 3);
    CHECK(all[0].recipient.number == "10002");
    CHECK(all[0].recipient.contact_id == eva);
    CHECK(all[0].recipient.company_id == mueller);
    CHECK(all[0].recipient.email == "Eva@Example.com");
    CHECK(all[0].recipient.legal_basis == "presumed consent");
    CHECK(all[1].recipient.name == "Kurz KG");
    CHECK(all[1].recipient.contact_id == kurz);
    CHECK(all[1].recipient.email == "info@kurz.example");
    CHECK(all[1].recipient.address[0] == "Kurz KG");
    CHECK(all[1].recipient.address[1] == "Am Wall 3");
    CHECK(all[1].recipient.address[2] == "28195 Bremen");
    CHECK(all[1].recipient.address[3].empty());
    CHECK(all[2].recipient.contact_id == berta);
    CHECK_FALSE(all[2].recipient.company_id);
    CHECK(all[2].recipient.legal_basis == "allowed by law");
    CHECK(all[2].sent_at.empty());
}

TEST_CASE("a name is taken once, whatever its case, and must be one")
{
    auto store = campaign_store();
    created(store, mailing_of("Frühjahr"));
    const auto taken = thrown([&] { created(store, mailing_of("frühJAHR")); });
    REQUIRE(taken);
    CHECK(taken->kind == ErrorKind::rejected);
    CHECK(taken->what() == std::string("there is a mailing 'Frühjahr' already"));
    CHECK(throws(ErrorKind::rejected, [&] { created(store, mailing_of("  ")); }));
    const auto unknown = thrown([&] { mailing_by_name(store, "Herbst"); });
    REQUIRE(unknown);
    CHECK(unknown->kind == ErrorKind::not_found);
    CHECK(unknown->candidates == Texts{"Frühjahr"});
}

TEST_CASE("a mailing to nobody is refused, and so is one to a control group alone")
{
    auto store = campaign_store();
    auto wanted = mailing_of("Niemand");
    wanted.query.filter.city = "Atlantis";
    CHECK(throws(ErrorKind::rejected, [&] { created(store, wanted); }));
    for (const std::int64_t share : {10'000, 12'000, -1}) {
        wanted = mailing_of("Alle");
        wanted.control = Rate{share};
        CHECK(throws(ErrorKind::rejected, [&] { created(store, wanted); }));
    }
    wanted.control = Rate{9'000}; // of 3: 2.7
    CHECK(throws(ErrorKind::rejected, [&] { created(store, wanted); }));
    CHECK(value(store, "SELECT count(*) FROM mailing") == "0");
}

TEST_CASE("the control group has the share it should have, the same one each time it is drawn")
{
    auto store = many_customers(15);
    auto wanted = mailing_of("Post", "post");
    wanted.control = Rate{1'000}; // 1.5 of 15
    const auto first = created(store, wanted);
    CHECK(mailing_state(store, first.id).control == 2);
    CHECK(mailing_state(store, first.id).recipients == 13);

    auto again = many_customers(15);
    CHECK(frozen_in(again, created(again, wanted)) == frozen_in(store, first));

    wanted.name = "Post 2";
    const auto second = created(store, wanted);
    CHECK(mailing_state(store, second.id).control == 2);
    CHECK(frozen_in(store, second) != frozen_in(store, first));
    CHECK(breaches(store) == Texts{});
}

TEST_CASE("the people of a company are in the control group together")
{
    auto store = many_customers(10);
    auto wanted = mailing_of("Post", "post", Per::person);
    wanted.control = Rate{3'000};
    const auto mailing = created(store, wanted);
    const auto state = mailing_state(store, mailing.id);
    CHECK(state.control == 6);
    CHECK(state.recipients == 14);
    CHECK(value(store, R"sql(
        SELECT count(*) FROM (SELECT company_id FROM mailing_recipient GROUP BY company_id
                              HAVING min(control) <> max(control)))sql") == "0");
    CHECK(breaches(store) == Texts{});
}

TEST_CASE("mailings are listed, the newest first, with how far they are")
{
    auto store = campaign_store();
    const auto first = created(store, mailing_of("Eins"));
    created(store, mailing_of("Zwei", "post"));
    exported(store, first);
    answered(store, first, kurz, "replied");
    answered(store, first, kurz, "bounced");
    answered(store, first, berta, "unsubscribed");
    Texts lines;
    list_mailings(store, [&](const MailingState& s) {
        lines.push_back(fmt::format("{} {} {} {} {} {} {}", s.mailing.name, s.recipients, s.control,
                                    s.sent, s.replied, s.bounced, s.unsubscribed));
        return true;
    });
    CHECK(lines == Texts{"Zwei 3 0 0 0 0 0", "Eins 3 0 3 1 1 1"});
}

TEST_CASE("nothing of a mailing can be changed or deleted")
{
    auto store = campaign_store();
    const auto mailing = created(store, mailing_of("Eins"));
    exported(store, mailing);
    answered(store, mailing, kurz, "replied");
    for (const char* script :
         {"UPDATE mailing SET cost = 1", "DELETE FROM mailing",
          "UPDATE mailing_recipient SET legal_basis = 'x'", "DELETE FROM mailing_recipient",
          "UPDATE mailing_recipient SET email = 'x@y.example'",
          "UPDATE mailing_recipient SET control = 1", "UPDATE mailing_recipient SET name = NULL",
          "UPDATE mailing_sending SET at = '2026-01-01T00:00'", "DELETE FROM mailing_sending",
          "UPDATE mailing_response SET kind = 'ordered'", "DELETE FROM mailing_response"}) {
        INFO(std::string(script));
        CHECK(throws(ErrorKind::rejected, [&] { change(store, script); }));
    }
}

} // namespace crm::test
