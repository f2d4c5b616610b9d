// SPDX-License-Identifier: MIT
#include "crm/base/text.hpp"
#include "crm/contact/order_index.hpp"
#include "crm/openitems/check.hpp"
#include "crm/order/check.hpp"
#include "crm/order/import.hpp"
#include "crm/stock/check.hpp"
#include "tests/unit/order/trading.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

namespace crm::test
{

namespace
{

/// trading_company() whose products are found by their SKU.
Store importing_company()
{
    auto store = trading_company();
    Transaction transaction(store);
    for (const char* sku : {"HY-100", "SL-5", "MONT"})
        store.prepare("UPDATE product SET sku_key = :key WHERE sku = :sku")
            .bind(":key", natural_key(sku))
            .bind(":sku", sku)
            .run();
    transaction.commit();
    return store;
}

struct Imported {
    std::string counts;   ///< read, added, skipped, rejected
    std::string rejected; ///< "line: reason", one a line
};

constexpr const char* head = "number,kind,date,contact_number,delivered_on,invoiced_on,document,"
                             "sku,quantity,price\n";

Imported import(Store& store, const std::string& rows, bool skip_errors = false)
{
    Imported imported;
    std::istringstream in(head + rows);
    TextSource text(in, "test", Encoding::utf8);
    KeyedTable table(text, std::nullopt, order_import_keys(), {}, {});
    ImportEvents events;
    events.rejected = [&](const ImportRow& row, const std::string& reason) {
        imported.rejected += std::to_string(row.line) + ": " + reason + '\n';
    };
    events.skipped = [](std::int64_t, const std::string&) {};
    events.warned = [](std::int64_t, const std::string&) {};
    events.progress = [](std::int64_t) {};
    OrderImportOptions options;
    options.now = noon("2026-06-30");
    options.skip_errors = skip_errors;
    const auto refused = thrown([&] {
        const auto r = import_orders(store, table, options, events);
        imported.counts = fmt::format("{} {} {} {}", r.read, r.added, r.skipped, r.rejected);
    });
    if (refused)
        imported.counts = "refused";
    return imported;
}

/// What any check reports, a line each.
std::string breaches(Store& store)
{
    std::string found;
    const auto run = [&](std::span<const Check> checks) {
        for (const auto& check : checks)
            check.run(store, [&](const std::string& text) { found += text + '\n'; });
    };
    run(store_checks());
    run(stock_checks());
    run(order_checks());
    run(open_item_checks());
    return found;
}

std::string count(Store& store, const std::string& table)
{
    return value(store, "SELECT count(*) FROM " + table);
}

const std::string chain = "X1,sale,2026-05-01,10002,2026-05-02,2026-05-03,R1,HY-100,4,10\n"
                          "X1,sale,2026-05-01,10002,,,,SL-5,2,5\n"
                          "X1,sale,2026-05-01,10002,,,,MONT,1,80\n"
                          "X2,purchase,2026-05-04,10002,2026-05-05,,,HY-100,10,7.50\n"
                          "X3,sale,2026-05-06,10002,,,,HY-100,1,10\n";

} // namespace

TEST_CASE("order import: the whole chain of each order is there, and everything agrees")
{
    auto store = importing_company();
    change(store, "UPDATE product SET allow_negative = 1");
    CHECK(import(store, chain).counts == "5 5 0 0");
    CHECK(breaches(store).empty());
    CHECK(count(store, "order_line") == "5");
    CHECK(count(store, "delivery_line") == "4");
    CHECK(count(store, "document_line") == "3");
    CHECK(value(store,
                "SELECT group_concat(quantity || '@' || coalesce(unit_cost, '?'), ' ')"
                " FROM movement WHERE kind = 'delivery'") == "-4000@60000 -2000@? 10000@75000");
    CHECK(to_string(product_stock(store, pump).on_hand) == "106");
    CHECK(to_string(product_stock(store, pump).reserved) == "1");
    CHECK(last_orders(store, 3).sale == day_of("2026-05-06"));
    CHECK(order_by_number(store, "x1").status == OrderStatus::invoiced);
    CHECK(import(store, chain).counts == "5 0 5 0");
    // A second import adds to tables that are no longer empty.
    CHECK(import(store, "X4,sale,2026-05-07,10002,2026-05-07,,,HY-100,1,10\n").counts == "1 1 0 0");
    CHECK(breaches(store).empty());
}

TEST_CASE("order import: what waits to be written is known")
{
    auto store = importing_company();
    const std::string again = "X1,sale,2026-05-01,10002,,,,HY-100,1,10\n"
                              "X2,sale,2026-05-01,10002,,,,HY-100,1,10\n"
                              "x1,sale,2026-05-01,10002,,,,HY-100,2,10\n";
    const auto scattered = import(store, again);
    CHECK(scattered.counts == "refused");
    CHECK(scattered.rejected == "4: the lines of x1 do not follow each other\n");
    const std::string twice = "X1,sale,2026-05-01,10002,2026-05-02,2026-05-02,R1,HY-100,1,10\n"
                              "X2,sale,2026-05-01,10002,2026-05-02,2026-05-02,r1,HY-100,1,10\n";
    const auto documents = import(store, twice);
    CHECK(documents.counts == "refused");
    CHECK(documents.rejected == "3: Müller GmbH has a document 'r1' already\n");
    const std::string of_two = "X1,sale,2026-05-01,10002,2026-05-02,2026-05-02,R1,HY-100,1,10\n"
                               "X2,sale,2026-05-01,10003,2026-05-02,2026-05-02,R1,HY-100,1,10\n";
    const auto others = import(store, of_two);
    CHECK(others.counts == "refused");
    CHECK(others.rejected == "3: Müller GmbH has a document 'R1' already\n");
    CHECK(count(store, "order_head") == "0");
    CHECK(breaches(store).empty());
}

TEST_CASE("order import: two suppliers may give their invoices the same number")
{
    auto store = importing_company();
    const auto both =
        import(store, "X1,purchase,2026-05-01,10002,2026-05-02,2026-05-02,R1,HY-100,1,10\n"
                      "X2,purchase,2026-05-01,10003,2026-05-02,2026-05-02,R1,HY-100,1,10\n");
    CHECK(both.counts == "2 2 0 0");
    CHECK(breaches(store).empty());
}

TEST_CASE("order import: goods that are not there are refused, also where bad rows are left out")
{
    auto store = importing_company();
    const std::string rows = "X1,sale,2026-05-01,10002,2026-05-02,,,HY-100,90,10\n"
                             "X2,sale,2026-05-01,10002,2026-05-02,,,HY-100,20,10\n"
                             "X3,sale,2026-05-01,10002,2026-05-01,,,HY-100,10,10\n"
                             "X4,sale,2026-05-01,10002,2026-05-02,,,HY-100,1,10\n";
    const std::string reasons = "3: there is only 10 of 'HY-100' at main, not 20\n"
                                "5: there is only 0 of 'HY-100' at main, not 1\n";
    const auto refused = import(store, rows);
    CHECK(refused.counts == "refused");
    CHECK(refused.rejected == reasons);
    CHECK(count(store, "movement") == "1");
    const auto left_out = import(store, rows, true);
    CHECK(left_out.counts == "4 2 0 2");
    CHECK(left_out.rejected == reasons);
    CHECK(to_string(product_stock(store, pump).on_hand) == "0");
    CHECK(breaches(store).empty());
}

} // namespace crm::test
