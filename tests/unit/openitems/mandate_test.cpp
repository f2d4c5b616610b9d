// SPDX-License-Identifier: MIT
#include "tests/unit/openitems/paying.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

bool refused(Store& store, const Mandate& mandate)
{
    return throws(ErrorKind::rejected, [&] { given(store, mandate); });
}

std::string state(Store& store, std::int64_t id, const char* day)
{
    return std::string(mandate_by_id(store, id).state_on(on(day)));
}

} // namespace

TEST_CASE("a mandate lapses after 36 months without use")
{
    auto store = paying_company();
    const auto id = given(store, mandate_of(3));
    CHECK(state(store, id, "2026-01-09") == "future");
    CHECK(state(store, id, "2026-01-10") == "valid");
    CHECK(state(store, id, "2029-01-10") == "valid");
    CHECK(state(store, id, "2029-01-11") == "lapsed");
    auto former = mandate_of(3, "M-2");
    former.signed_on = on("2020-01-31");
    former.used_before = on("2025-05-31");
    const auto used = given(store, former);
    CHECK(mandate_by_id(store, used).lapses_after() == on("2028-05-31"));
    CHECK(state(store, used, "2026-06-30") == "valid");
}

TEST_CASE("what was collected keeps a mandate alive, what was taken back does not")
{
    auto store = paying_company();
    const auto id = given(store, mandate_of(3));
    posted(store, invoice("2026-06-01", {line(10'000)}));
    const auto file = filed(store, SepaKind::debit);
    CHECK(mandate_by_id(store, id).last_used == on("2026-07-14"));
    CHECK(mandate_by_id(store, id).lapses_after() == on("2029-07-14"));
    done(store, [&] {
        undo_sepa_file(store, file.message_id, today);
        return 0;
    });
    CHECK_FALSE(mandate_by_id(store, id).last_used);
}

TEST_CASE("what a mandate needs")
{
    auto store = paying_company();
    given(store, mandate_of(3));
    CHECK(refused(store, mandate_of(3))); // the reference is taken
    auto wrong = mandate_of(3, "M-2");
    wrong.iban = "DE91100000000123456780";
    CHECK(refused(store, wrong));
    wrong.iban = "TR330006100519786457841326";
    CHECK(refused(store, wrong));
    CHECK(refused(store, mandate_of(3, "M-Ä")));
    CHECK(refused(store, mandate_of(3, "")));
    wrong = mandate_of(3, "M-2");
    wrong.signed_on = on("2026-07-01");
    CHECK(refused(store, wrong));
    wrong = mandate_of(3, "M-2");
    wrong.used_before = on("2026-01-09");
    CHECK(refused(store, wrong));
    CHECK(value(store, "SELECT count(*) FROM sepa_mandate") == "1");
}

TEST_CASE("consumers give no B2B mandate")
{
    auto store = paying_company();
    auto wanted = mandate_of(add_person(store, "Uwe Frei"));
    wanted.scheme = DebitScheme::b2b;
    CHECK(refused(store, wanted));
    change(store, "UPDATE contact SET consumer = 0 WHERE name = 'Uwe Frei'"); // a sole trader
    CHECK_FALSE(refused(store, wanted));
    wanted = mandate_of(4, "M-2"); // works somewhere
    wanted.scheme = DebitScheme::b2b;
    change(store, "UPDATE contact SET consumer = 1 WHERE id = 4");
    CHECK(refused(store, wanted));
    change(store, "UPDATE contact SET consumer = NULL WHERE id = 4");
    CHECK_FALSE(refused(store, wanted));
    wanted = mandate_of(3, "M-3");
    wanted.scheme = DebitScheme::b2b;
    CHECK_FALSE(refused(store, wanted));
}

TEST_CASE("a mandate is ended once, from its signature on")
{
    auto store = paying_company();
    const auto id = given(store, mandate_of(3));
    const auto end = [&](const char* day) {
        done(store, [&] {
            end_mandate(store, id, on(day));
            return 0;
        });
    };
    CHECK(throws(ErrorKind::rejected, [&] { end("2026-01-09"); }));
    end("2026-06-30");
    CHECK(state(store, id, "2026-06-30") == "valid"); // the last day
    CHECK(state(store, id, "2026-07-01") == "ended");
    CHECK(throws(ErrorKind::rejected, [&] { end("2026-06-30"); }));
    end("2026-06-15"); // earlier after all
    CHECK(state(store, id, "2026-06-16") == "ended");
    CHECK(throws(ErrorKind::not_found, [&] { mandate_by_id(store, 99); }));
}

TEST_CASE("of several mandates the valid one signed last")
{
    auto store = paying_company();
    CHECK_FALSE(mandate_for(store, 3, today));
    auto old = mandate_of(3, "M-0");
    old.signed_on = on("2020-01-01");
    given(store, old);
    CHECK(mandate_for(store, 3, today)->state_on(today) == "lapsed");
    given(store, mandate_of(3, "M-1"));
    CHECK(mandate_for(store, 3, today)->reference == "M-1");
    auto newer = mandate_of(3, "M-2");
    newer.signed_on = on("2026-02-01");
    const auto id = given(store, newer);
    CHECK(mandate_for(store, 3, today)->reference == "M-2");
    done(store, [&] {
        end_mandate(store, id, on("2026-06-01"));
        return 0;
    });
    CHECK(mandate_for(store, 3, today)->reference == "M-1");
}

TEST_CASE("erasure forgets what need not be kept")
{
    auto store = paying_company();
    given(store, mandate_of(4, "unused"));
    auto used = mandate_of(4, "long ago");
    used.signed_on = on("2020-01-01");
    used.used_before = on("2025-04-29");
    given(store, used);
    used.reference = "kept";
    used.used_before = on("2025-04-30");
    given(store, used);
    done(store, [&] {
        erase_mandates(store, 4, today);
        return 0;
    });
    CHECK(value(store, "SELECT group_concat(reference || ended_on, ' ') FROM sepa_mandate") ==
          "kept2026-06-30");
    CHECK(kept_until(mandate_by_id(store, 3)) == on("2026-06-30"));
}

TEST_CASE("a mandate that payments refer to stays without account and reference")
{
    auto store = paying_company();
    given(store, mandate_of(4));
    auto document = invoice("2026-06-01", {line(10'000)});
    document.contact_id = 4;
    posted(store, document);
    filed(store, SepaKind::debit);
    done(store, [&] {
        erase_mandates(store, 4, on("2027-09-14"));
        return 0;
    });
    CHECK(value(store, "SELECT iban FROM sepa_mandate") == debtor_iban);
    done(store, [&] {
        erase_mandates(store, 4, on("2027-09-15"));
        return 0;
    });
    CHECK(value(store, "SELECT iban || reference FROM sepa_mandate") == "erased 1");
    CHECK(file_breaches(store).empty());
}

} // namespace crm::test
