// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/debit_letter.hpp"
#include "tests/unit/openitems/paying.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// Müller GmbH (3) has given a mandate and owes three invoices, the last due later.
Store with_debits()
{
    auto store = paying_company();
    change(store, "UPDATE contact SET street = 'Werkstr. 1', postcode = '50667', city = 'Köln' "
                  "WHERE id = 1;"
                  "UPDATE contact SET street = 'Ring 1', postcode = '37073', city = 'Göttingen' "
                  "WHERE id = 3");
    given(store, mandate_of(3));
    posted(store, invoice_with_terms("2026-06-20", {line(100'000)}, "3% 60, 60 net"));
    posted(store, invoice_with_terms("2026-06-20", {line(10'000)}, "60 net"));
    posted(store, invoice_with_terms("2026-06-29", {line(20'000)}, "60 net"));
    return store;
}

std::vector<DebitLetter> letters(Store& store)
{
    return debit_letters(store, proposed(store, SepaKind::debit, "2026-12-31").payments, today);
}

} // namespace

TEST_CASE("a debtor is told of each day of collection: amount, account, mandate and creditor")
{
    auto store = with_debits();
    const auto made = letters(store);
    REQUIRE(made.size() == 2);
    CHECK(made[0].contact == "Müller GmbH");
    CHECK(made[0].channel == "post");
    CHECK(made[0].letter.file == "10002-2026-08-19");
    const auto& text = made[0].letter.text;
    CHECK(has(text, "Ankündigung einer SEPA-Lastschrift"));
    CHECK(has(text, "zusammen 1.273,30")); // 1190.00 less 3 %, and 119.00
    CHECK(has(text, "abzüglich Skonto"));
    CHECK(has(text, "DE91\u00A01000\u00A00000\u00A00123\u00A04567\u00A089"));
    CHECK(has(text, "DE98ZZZ09999999999"));
    CHECK(has(text, "M-1"));
    CHECK(has(made[0].letter.html, "<td>1.273,30</td>"));
    CHECK(made[1].letter.file == "10002-2026-08-28");
    CHECK(has(made[1].letter.text, "am 28.08.2026 ziehen wir 238,00 EUR"));
    change(store, "UPDATE contact SET language = 'en' WHERE id = 3");
    CHECK(has(letters(store)[0].letter.text, "Announcement of a SEPA direct debit"));
    CHECK(has(letters(store)[1].letter.text, " we will collect 238.00 EUR "));
}

TEST_CASE("without an identifier of ours nobody can be told; without an address nobody is reached")
{
    auto store = with_debits();
    change(store, "UPDATE contact SET street = NULL, postcode = NULL, city = NULL WHERE id = 3");
    CHECK(letters(store)[0].channel.empty());
    done(store, [&] {
        set_setting(store, "sepa.creditor-id", "");
        return 0;
    });
    CHECK(throws(ErrorKind::rejected, [&] { letters(store); }));
}

} // namespace crm::test
