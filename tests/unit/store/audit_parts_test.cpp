// SPDX-License-Identifier: MIT
#include "crm/contact/audit_trail.hpp"
#include "crm/store/audit_chain.hpp"
#include "crm/store/audit_parts.hpp"
#include "crm/store/bulk_rows.hpp"
#include "crm/store/savepoint.hpp"
#include "tests/unit/contact/people.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

constexpr const char* two_orders = R"sql(
    INSERT INTO order_head (id, number, number_key, kind, status, contact_id, date, currency, tax_case)
    VALUES (1, 'A-1', 'a-11', 'sale', 'draft', 3, '2026-06-01', 'EUR', 'domestic'),
           (2, 'A-2', 'a-12', 'sale', 'draft', 3, '2026-06-01', 'EUR', 'domestic');
    INSERT INTO order_line (order_id, position, text, quantity, price, net, tax, condition)
    VALUES (2, 1, 'Rat "gut"', 1000, 10000, 100, 'standard', 'given'),
           (1, 1, 'Tat', 1000, 10000, 100, 'standard', 'given'),
           (2, 2, 'Mut', 1000, 10000, 100, 'standard', 'given');
    INSERT INTO delivery (number, number_key, order_id, kind, date)
    VALUES ('L-1', 'l-11', 2, 'delivery', '2026-06-02');
    INSERT INTO delivery_line (delivery_id, order_line_id, quantity) VALUES (1, 1, 1000);
    UPDATE order_line SET text = 'Rat' WHERE id = 1)sql";

/// "order_line 1 text: Rat -> Tat" of each change of a text or number, one a line.
std::string recorded(Store& store)
{
    std::string text;
    check_audit_chain(store, [&](const std::string& broken) { text += broken + '\n'; });
    list_audit(store, {.user = "parts"}, [&](const AuditChange& change) {
        if (change.field == "text" || change.field == "number" || change.field == "quantity")
            text += fmt::format("{} {} {}: {} -> {}\n", change.table, change.record, *change.field,
                                change.before.value_or(""), change.after.value_or(""));
        return true;
    });
    return text;
}

std::string rows(Store& store)
{
    return value(store, "SELECT group_concat(table_name, ' ') FROM (SELECT * FROM audit"
                        " WHERE user = 'parts' ORDER BY id)");
}

} // namespace

TEST_CASE("in bulk work the parts of a record stand in its row, and nothing is lost")
{
    auto store = small_company();
    store.set_user("parts");
    {
        Transaction transaction(store);
        begin_bulk_work(store);
        store.execute(two_orders);
        transaction.commit();
    }
    CHECK(rows(store) == "order_head order_head order_line");
    CHECK(recorded(store) == "order_head 1 number:  -> A-1\n"
                             "order_line 2 text:  -> Tat\n"
                             "order_line 2 quantity:  -> 1000\n"
                             "order_head 2 number:  -> A-2\n"
                             "order_line 1 text:  -> Rat \"gut\"\n"
                             "order_line 1 quantity:  -> 1000\n"
                             "order_line 3 text:  -> Mut\n"
                             "order_line 3 quantity:  -> 1000\n"
                             "delivery 1 number:  -> L-1\n"
                             "delivery_line 1 quantity:  -> 1000\n"
                             "order_line 1 text: Rat \"gut\" -> Rat\n");
}

TEST_CASE("what is made later than its whole has a row of its own")
{
    auto store = small_company();
    store.set_user("parts");
    change(store, two_orders); // each statement is recorded when it is done
    CHECK(rows(store) == "order_head order_head order_line order_line order_line delivery "
                         "delivery_line order_line");
    Transaction transaction(store);
    begin_bulk_work(store);
    {
        Savepoint part(store);
        store.execute("INSERT INTO order_head (number, number_key, kind, status, contact_id, date,"
                      " currency, tax_case) VALUES ('A-3', 'a-13', 'sale', 'draft', 3,"
                      " '2026-06-01', 'EUR', 'domestic')");
    }
    // Its number is free again, what is made under it is another record.
    store.execute("INSERT INTO delivery (number, number_key, order_id, kind, date)"
                  " VALUES ('L-2', 'l-12', 1, 'delivery', '2026-06-02')");
    transaction.commit();
    CHECK(rows(store).ends_with("order_line delivery"));
}

TEST_CASE("parts are known by their tables")
{
    REQUIRE(audit_part("movement"));
    CHECK(audit_part("movement")->whole == "delivery_line");
    CHECK(audit_part("contact") == nullptr);
}

} // namespace crm::test
