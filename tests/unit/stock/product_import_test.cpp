// SPDX-License-Identifier: MIT
#include "crm/stock/location.hpp"
#include "crm/stock/movement.hpp"
#include "crm/stock/product_import.hpp"
#include "crm/stock/product_list.hpp"
#include "crm/stock/supplier.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

struct Imported {
    std::string counts; ///< read added updated skipped rejected
    Lines told;         ///< "line: sentence"
};

struct Shop {
    Store store = small_company();
    ProductImportOptions options;

    Shop()
    {
        Transaction transaction(store);
        add_location(store, main_location);
        transaction.commit();
        options.opening = {today, 600};
        options.today = today;
    }

    Imported import(const std::string& csv)
    {
        Imported imported;
        std::istringstream in(csv);
        TextSource text(in, "test", Encoding::utf8);
        KeyedTable table(text, std::nullopt, product_import_keys(), {}, {});
        const auto tell = [&](std::int64_t line, const std::string& sentence) {
            imported.told.push_back(fmt::format("{}: {}", line, sentence));
        };
        ImportEvents events;
        events.skipped = tell;
        events.warned = tell;
        events.rejected = [&](const ImportRow& row, const std::string& why) {
            tell(row.line, why);
        };
        events.progress = [](std::int64_t) {};
        const auto r = import_products(store, table, options, events);
        imported.counts =
            fmt::format("{} {} {} {} {}", r.read, r.added, r.updated, r.skipped, r.rejected);
        return imported;
    }

    ProductRow row(const std::string& sku)
    {
        return product_row(store, product_by_sku(store, sku).id);
    }
};

constexpr const char* three =
    R"(sku,name,price,cost,unit,tax,group,supplier,supplier_sku,ean,reorder_at,order_up_to,on_hand,on_order,stock,allow_negative,archived
A-100,Pumpe,125.00,80.1255,Stück,,Hydraulik,10002,P-1,4006381333931,5,12.5,20,7,yes,no,
B-1,Altes Teil,1.5,,,reduced,Filter,,,,,,3,,,,2026-01-31
SERVICE,Montage,90,,Std,,,,,,,,,,no,,
)";

} // namespace

TEST_CASE("rows become products; what is on hand becomes an opening movement")
{
    Shop shop;
    CHECK(shop.import(three).counts == "3 3 0 0 0");
    const auto pump = shop.row("A-100");
    CHECK(to_string(*pump.product.cost) == "80.1255");
    CHECK(pump.product.tax == TaxClass::standard);
    CHECK(pump.supplier == "10002");
    CHECK(pump.supplier_sku == "P-1");
    CHECK(*pump.on_hand == Quantity{20'000});
    CHECK(*pump.on_order == Quantity{0}); // orders say it
    const auto stock = product_stock(shop.store, pump.product.id);
    CHECK(to_string(*stock.unit_cost) == "80.1255");
    CHECK(value(shop.store, "SELECT kind || ' ' || at FROM movement WHERE id = 1") ==
          "opening 2026-06-30T10:00");
    const auto old = shop.row("B-1");
    CHECK(to_string(*old.product.archived_on) == "2026-01-31");
    CHECK(*old.on_hand == Quantity{3'000});
    CHECK(!product_stock(shop.store, old.product.id).unit_cost); // not known, not 0
    CHECK(!shop.row("SERVICE").product.stock);
}

TEST_CASE("products that are there are skipped, or take what the file says")
{
    Shop shop;
    shop.import(three);
    const auto again = shop.import("sku,name,price\na-100,Anders,1\n");
    CHECK(again.counts == "1 0 0 1 0");
    CHECK(again.told == Lines{"2: A-100 Pumpe is there already"});
    CHECK(shop.row("A-100").product.name == "Pumpe");

    shop.options.update = true;
    const auto update = shop.import("sku,price,group,supplier_sku,archived,on_hand\n"
                                    "A-100,130,-,P-2,yes,20\n"
                                    "B-1,,,,no,4\n");
    CHECK(update.counts == "2 0 2 0 0");
    CHECK(update.told == Lines{"3: 'B-1' has movements: its stock stays at 3"});
    const auto pump = shop.row("A-100");
    CHECK(pump.product.name == "Pumpe");
    CHECK(to_string(*pump.product.price) == "130.00");
    CHECK(pump.product.group.empty());
    CHECK(pump.supplier_sku == "P-2");
    CHECK(pump.product.archived_on == today);
    CHECK(*pump.on_hand == Quantity{20'000});
    CHECK(!shop.row("B-1").product.archived_on);

    shop.import("sku,supplier\nA-100,-\n");
    CHECK(shop.row("A-100").supplier.empty());
    shop.import("sku,on_hand,stock\nSERVICE,5,yes\n"); // without movements it can still be opened
    CHECK(*shop.row("SERVICE").on_hand == Quantity{5'000});
}

TEST_CASE("a bad row is named, and nothing is imported unless bad rows are to be left out")
{
    Shop shop;
    const std::string csv = "sku,name,price,tax,supplier,supplier_sku,ean,on_hand,stock,archived\n"
                            "A-1,gut,1,,,,,1,,\n"
                            ",ohne,,,,,,,,\n"
                            "A-2,,,,,,,,,\n"
                            "A-3,Preis,eins,,,,,,,\n"
                            "A-4,Steuer,,full,,,,,,\n"
                            "A-5,Lieferant,,,999,,,,,\n"
                            "A-6,Nummer,,,,X-1,,,,\n"
                            "A-7,EAN,,,,,4006381333932,,,\n"
                            "A-8,Dienst,,,,,,1,no,\n"
                            "A-9,Bestand,,,,,,-1,,\n"
                            "A-10,Wort,,,,,,,vielleicht,\n";
    CHECK(throws(ErrorKind::rejected, [&] { shop.import(csv); }));
    CHECK(value(shop.store, "SELECT count(*) FROM product") == "0");
    shop.options.skip_errors = true;
    const auto imported = shop.import(csv);
    CHECK(imported.counts == "11 1 0 0 10");
    CHECK(imported.told ==
          Lines{"3: the row has no SKU", "4: a product needs a SKU and a name",
                "5: 'eins' is not a number with at most 4 decimals",
                "6: 'full' is no class of tax: standard, reduced, zero",
                "7: there is no contact '999'", "8: 'X-1' is the number of no supplier",
                "9: '4006381333932' is no valid EAN", "10: 'A-8' does not lie in stock",
                "11: -1 of 'A-9' on hand is below 0", "12: 'vielleicht' is neither yes nor no"});
}

TEST_CASE("a decimal comma is read where it was announced")
{
    Shop shop;
    shop.options.decimal = Decimal::comma;
    shop.import("sku;name;price;cost;on_hand\nA-1;Teil;1.250,50;0,0125;1,5\n");
    const auto row = shop.row("A-1");
    CHECK(to_string(*row.product.price) == "1250.50");
    CHECK(to_string(*row.product.cost) == "0.0125");
    CHECK(*row.on_hand == Quantity{1'500});
}

TEST_CASE("nothing is opened before the freeze of an open count")
{
    Shop shop;
    change(shop.store,
           "INSERT INTO stock_count (at, last_movement) VALUES ('2026-06-30T12:00', 0)");
    shop.options.skip_errors = true;
    CHECK(shop.import("sku,name,on_hand\nA-1,Teil,5\nA-2,Teil,0\n").told ==
          Lines{"2: goods are being counted as of 2026-06-30T12:00, after 2026-06-30T10:00"});
    CHECK(!find_product(shop.store, "A-1"));
}

} // namespace crm::test
