// SPDX-License-Identifier: MIT
#include "crm/stock/product_write.hpp"
#include "crm/stock/supplier.hpp"
#include "crm/switchboard/merge.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

struct Shop {
    Store store = small_company();
    std::int64_t pump = make("A-100");
    std::int64_t filter = make("B-1");
    std::int64_t first = add_company(store, "Pumpen AG");
    std::int64_t second = add_company(store, "Handel KG");

    std::int64_t make(const std::string& sku)
    {
        Product product;
        product.sku = product.name = sku;
        Transaction transaction(store);
        const auto id = add_product(store, product);
        transaction.commit();
        return id;
    }

    void supply(std::int64_t product, std::int64_t contact, const std::string& sku,
                bool main = false)
    {
        auto supplier = product_supplier(store, product, contact);
        supplier.sku = sku;
        supplier.main = main;
        Transaction transaction(store);
        set_supplier(store, supplier);
        transaction.commit();
    }

    void remove(std::int64_t product, std::int64_t contact)
    {
        Transaction transaction(store);
        CHECK(remove_supplier(store, product, contact));
        transaction.commit();
    }

    /// "A-100 Pumpen AG P-1*", the main one with a star.
    Lines all()
    {
        Lines lines;
        list_suppliers(store, std::nullopt, [&](const SupplierRow& row) {
            lines.push_back(fmt::format("{} {} {}{}", row.sku, row.supplier, row.supplier_sku,
                                        row.main ? "*" : ""));
            return true;
        });
        return lines;
    }
};

} // namespace

TEST_CASE("a product has one main supplier: the first, until another one is made it")
{
    Shop shop;
    shop.supply(shop.pump, shop.first, "P-1");
    shop.supply(shop.pump, shop.second, "H-1");
    CHECK(shop.all() == Lines{"A-100 Pumpen AG P-1*", "A-100 Handel KG H-1"});
    shop.supply(shop.pump, shop.second, "H-2", true);
    CHECK(shop.all() == Lines{"A-100 Handel KG H-2*", "A-100 Pumpen AG P-1"});
    shop.supply(shop.pump, shop.second, "H-3"); // what is not said stays
    CHECK(shop.all() == Lines{"A-100 Handel KG H-3*", "A-100 Pumpen AG P-1"});
    shop.remove(shop.pump, shop.second);
    CHECK(shop.all() == Lines{"A-100 Pumpen AG P-1*"});
    shop.remove(shop.pump, shop.first);
    CHECK(shop.all().empty());
    CHECK(!main_supplier(shop.store, shop.pump));
    CHECK(!remove_supplier(shop.store, shop.pump, shop.first));
}

TEST_CASE("values that no supplier has are refused")
{
    Shop shop;
    for (const auto& change : {+[](ProductSupplier& s) { s.price = UnitPrice{-1}; },
                               +[](ProductSupplier& s) { s.min_quantity = Quantity{0}; },
                               +[](ProductSupplier& s) { s.days = -1; }}) {
        auto supplier = product_supplier(shop.store, shop.pump, shop.first);
        change(supplier);
        CHECK(throws(ErrorKind::rejected, [&] {
            Transaction transaction(shop.store);
            set_supplier(shop.store, supplier);
        }));
    }
}

TEST_CASE("merged suppliers: the kept one supplies what either did, and is the main one for both")
{
    Shop shop;
    shop.supply(shop.pump, shop.first, "P-1");
    shop.supply(shop.pump, shop.second, "H-1");
    shop.supply(shop.filter, shop.first, "P-2");
    Transaction transaction(shop.store);
    merge_contacts(shop.store, shop.second, shop.first, today);
    CHECK(shop.all() == Lines{"A-100 Handel KG H-1*", "B-1 Handel KG P-2*"});
    transaction.commit();
}

} // namespace crm::test
