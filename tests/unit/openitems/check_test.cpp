// SPDX-License-Identifier: MIT
#include "crm/switchboard/checks.hpp"
#include "tests/unit/openitems/documents.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

std::vector<std::string> breaches(Store& store)
{
    std::vector<std::string> found;
    run_checks(store, find_checks({"documents", "open-items"}),
               [&](const Breach& breach) { found.push_back(breach.text); });
    return found;
}

Store with_documents()
{
    auto store = small_company();
    posted(store, invoice("2026-06-01", {line(1000), line(500, 700)}));
    posted(store, invoice("2026-06-02", {line(2000)}));
    auto credit = invoice("2026-06-03", {line(500)});
    credit.kind = DocumentKind::credit;
    credit.corrects_id = 1;
    posted(store, credit);
    return store;
}

/// What is found after a change behind the program's back.
std::vector<std::string> after(const char* table, const char* script)
{
    auto store = with_documents();
    tamper(store, table, script);
    return breaches(store);
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("sound documents")
{
    auto store = with_documents();
    CHECK(breaches(store).empty());
}

TEST_CASE("every line of the invariants of documents is proved")
{
    CHECK(after("document_line", "UPDATE document_line SET quantity = 2000 WHERE id = 3") ==
          Lines{"line 1 of RE2026-00002 comes to 40.00, not to 20.00"});
    CHECK(after("document_tax", "UPDATE document_tax SET tax_amount = 1 WHERE document_id = 2") ==
          Lines{"the tax of RE2026-00002 at 19 % is not that of its lines",
                "RE2026-00002 is not the sum of its lines and taxes"});
    CHECK(after("document_tax", "DELETE FROM document_tax WHERE document_id = 2") ==
          Lines{"RE2026-00002 is not the sum of its lines and taxes"});
    CHECK(after("document", "UPDATE document SET due = 'never' WHERE id = 2").front() ==
          "RE2026-00002 has a date that is none");
    CHECK(after("document", "UPDATE document SET corrects_id = 3 WHERE id = 3") ==
          Lines{"GU2026-00001 corrects what is no invoice of the same contact"});
    CHECK(after("document", "UPDATE document SET tax_case = 'export' WHERE id = 2") ==
          Lines{"a line of RE2026-00002 is trade abroad, and taxed"});
    CHECK(after("document_line", "UPDATE document_line SET tax_case = 'export' WHERE id = 2") ==
          Lines{"a line of RE2026-00001 is trade abroad, and taxed"});
    CHECK(after("document_line",
                "UPDATE document_line SET corrects_id = 2, tax_case = 'export' WHERE id = 4") ==
          Lines{"a line of GU2026-00001 is trade abroad, and taxed",
                "a line of GU2026-00001 is taxed otherwise than the invoice that it corrects"});
    CHECK(after("document", "INSERT INTO seller VALUES (1, 'X', '', '', '', '', '', '', '', '');"
                            "UPDATE document SET seller_id = 1, historical = 1 WHERE id = 2")
              .front() ==
          "RE2026-00002 says who the seller is, and is no invoice or credit note of ours");
    CHECK(after("document", "UPDATE document SET series_number = 3 WHERE id = 2") ==
          Lines{"the numbers of 'invoice 2026' have a gap"});
    CHECK(after("number_series", "UPDATE number_series SET next = 9 WHERE name = 'invoice 2026'") ==
          Lines{"the numbers of 'invoice 2026' have a gap"});
    CHECK(after("open_item_index", "UPDATE open_item_index SET open = 1 WHERE item_id = 2") ==
          Lines{"what is open of RE2026-00002 is not what its amount and what settled it say"});
    CHECK(after("open_item_index", "DELETE FROM open_item_index WHERE item_id = 3") ==
          Lines{"what is open of GU2026-00001 is not what its amount and what settled it say"});
    CHECK(after("personal_account", "DELETE FROM personal_account").size() == 3);
}

} // namespace crm::test
