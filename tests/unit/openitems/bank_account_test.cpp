// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/account.hpp"
#include "tests/unit/openitems/paying.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

std::int64_t added(Store& store, const std::string& ledger)
{
    return done(store, [&] { return add_bank_account(store, supplier_iban, ledger); });
}

std::string ledgers(Store& store)
{
    auto query = store.prepare("SELECT group_concat(coalesce(ledger, '-'), ' ') FROM bank_account");
    query.step();
    return query.string(0);
}

} // namespace

TEST_CASE("an account that is known gets another account in the books, if that is said")
{
    auto store = paying_company();
    CHECK(added(store, "1220") == 1);
    CHECK(ledgers(store) == "1220");
    CHECK(added(store, "1210") == 1);
    CHECK(ledgers(store) == "1210");
    CHECK(throws(ErrorKind::rejected, [&] { added(store, "1210"); }));
    CHECK(throws(ErrorKind::rejected, [&] { added(store, ""); }));
    CHECK(ledgers(store) == "1210");
}

TEST_CASE("the books have an account of four digits")
{
    auto store = paying_company();
    for (const auto* wrong : {"12a", "120", "12000", "120a", "-120"})
        CHECK(throws(ErrorKind::rejected, [&] { added(store, wrong); }));
    CHECK(ledgers(store).empty());
    CHECK(added(store, "0800") == 1);
}

} // namespace crm::test
