// SPDX-License-Identifier: MIT
#include "crm/switchboard/disclose.hpp"
#include "crm/switchboard/erase.hpp"
#include "crm/switchboard/merge.hpp"
#include "crm/switchboard/retention.hpp"
#include "tests/unit/openitems/paying.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// paying_company() whose Eva Meier (4) was debited once, on 14 July.
Store with_debit()
{
    auto store = paying_company();
    given(store, mandate_of(4));
    auto document = invoice("2026-06-01", {line(10'000)});
    document.contact_id = 4;
    posted(store, document);
    filed(store, SepaKind::debit);
    return store;
}

/// The mandates among what is kept of Eva Meier.
std::vector<HeldRecord> held_mandates(Store& store, const char* day)
{
    std::vector<HeldRecord> found;
    for (const auto& held : held_records(store, 4, on(day)))
        if (held.record.starts_with("mandate"))
            found.push_back(held);
    return found;
}

} // namespace

TEST_CASE("mandates move with a merge and go on collecting")
{
    auto store = with_debit();
    const auto keep = add_person(store, "Eva Mayer");
    {
        Transaction transaction(store);
        merge_contacts(store, keep, 4, today);
        transaction.commit();
    }
    CHECK(mandate_by_id(store, 1).contact_id == keep);
    CHECK(proposed(store, SepaKind::debit).notes ==
          std::vector<std::string>{"RE2026-00001 of Eva Mayer is under way with CRM-20260630-1"});
    auto document = invoice("2026-06-02", {line(5'000)});
    document.contact_id = keep;
    posted(store, document);
    CHECK(proposed(store, SepaKind::debit).payments.size() == 1);
    CHECK(file_breaches(store).empty());
}

TEST_CASE("disclosure says what was collected from whom")
{
    auto store = with_debit();
    const auto text = disclosure(store, contact_by_id(store, 4), today);
    const auto has = [&](const char* part) { return text.find(part) != std::string::npos; };
    CHECK(has("\"reference\": \"M-1\""));
    CHECK(has(debtor_iban));
    CHECK(has("\"file\": \"CRM-20260630-1\""));
}

TEST_CASE("a mandate is kept for fourteen months after the last debit, then erased")
{
    auto store = with_debit();
    REQUIRE(held_mandates(store, "2027-09-14").size() == 1);
    CHECK(held_mandates(store, "2027-09-14").front().record == "mandate M-1");
    CHECK(held_mandates(store, "2027-09-14").front().until == on("2027-09-14"));
    CHECK(held_mandates(store, "2027-09-15").empty());
    erase_person(store, contact_by_id(store, 4), {on("2027-09-15"), 600});
    CHECK(value(store, "SELECT iban || reference || ended_on FROM sepa_mandate") ==
          "erased 12027-09-15");
    CHECK(value(store, "SELECT count(*) FROM audit_value WHERE instr(coalesce(before, ''), 'DE91') "
                       "OR instr(coalesce(after, ''), 'DE91')") == "0");
    CHECK(file_breaches(store).empty());
}

} // namespace crm::test
