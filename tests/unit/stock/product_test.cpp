// SPDX-License-Identifier: MIT
#include "crm/stock/complete.hpp"
#include "crm/stock/group.hpp"
#include "crm/stock/location.hpp"
#include "crm/stock/movement.hpp"
#include "crm/stock/product.hpp"
#include "crm/stock/product_list.hpp"
#include "crm/stock/product_write.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

Product called(const std::string& sku, const std::string& group = "")
{
    Product product;
    product.sku = sku;
    product.name = "Name of " + sku;
    product.group = group;
    return product;
}

std::int64_t make(Store& store, const Product& product)
{
    Transaction transaction(store);
    const auto id = add_product(store, product);
    transaction.commit();
    return id;
}

void alter(Store& store, const Product& product)
{
    Transaction transaction(store);
    change_product(store, product);
    transaction.commit();
}

Lines skus(Store& store, const ProductFilter& filter)
{
    Lines found;
    list_products(store, filter, [&](const ProductRow& row) {
        found.push_back(row.product.sku);
        return true;
    });
    return found;
}

std::string reason(const std::optional<Error>& failure)
{
    return failure ? failure->what() : "";
}

} // namespace

TEST_CASE("a product is read as it was written")
{
    auto store = small_company();
    auto product = called("A-100", " Hydraulik ");
    product.price = UnitPrice{1'250'000};
    product.cost = UnitPrice{801'255};
    product.unit = "Stück";
    product.tax = TaxClass::reduced;
    product.ean = "4006381333931";
    product.reorder_at = Quantity{5'000};
    product.order_up_to = Quantity{12'500};
    product.allow_negative = true;
    product.archived_on = today;
    const auto id = make(store, product);
    const auto read = product_by_sku(store, " a-100 ");
    CHECK(read.id == id);
    CHECK(read.name == "Name of A-100");
    CHECK(to_string(*read.price) == "125.00");
    CHECK(to_string(*read.cost) == "80.1255");
    CHECK(read.unit == "Stück");
    CHECK(read.tax == TaxClass::reduced);
    CHECK(read.group == "Hydraulik");
    CHECK(read.ean == "4006381333931");
    CHECK(read.reorder_at == Quantity{5'000});
    CHECK(read.order_up_to == Quantity{12'500});
    CHECK(read.stock);
    CHECK(read.allow_negative);
    CHECK(read.archived_on == today);
    CHECK(product_by_id(store, id).sku == "A-100");
    CHECK(throws(ErrorKind::not_found, [&] { product_by_id(store, 99); }));
}

TEST_CASE("an unknown SKU is answered with those that begin alike")
{
    auto store = small_company();
    CHECK(!any_product(store));
    for (const auto* sku : {"A-100", "A-20", "A-3000", "B-1", "Öl-5"})
        make(store, called(sku));
    CHECK(any_product(store));
    CHECK(!find_product(store, "A-1"));
    const auto near = thrown([&] { product_by_sku(store, "a-10"); });
    REQUIRE(near);
    CHECK(near->kind == ErrorKind::not_found);
    CHECK(near->candidates == Lines{"A-100  Name of A-100"});
    CHECK(thrown([&] { product_by_sku(store, "Öl-7"); })->candidates ==
          Lines{"Öl-5  Name of Öl-5"});
    CHECK(thrown([&] { product_by_sku(store, "ZZZ"); })->candidates.empty());
}

TEST_CASE("what breaks a rule is refused")
{
    auto store = small_company();
    auto first = called("A-100");
    first.ean = "4006381333931";
    first.id = make(store, first);
    CHECK(reason(thrown([&] { make(store, called("a-100")); })) ==
          "there is a product 'a-100' already");
    auto other = called("B-1");
    other.ean = first.ean;
    CHECK(reason(thrown([&] { make(store, other); })) ==
          "the EAN 4006381333931 is that of product 'A-100'");
    other.ean.clear();
    other.price = UnitPrice{-1};
    CHECK(throws(ErrorKind::rejected, [&] { make(store, other); }));
    other.price.reset();
    other.reorder_at = Quantity{2'000};
    other.order_up_to = Quantity{1'999};
    CHECK(throws(ErrorKind::rejected, [&] { make(store, other); }));
    other.order_up_to = Quantity{2'000};
    other.reorder_at = Quantity{-1'000};
    CHECK(throws(ErrorKind::rejected, [&] { add_product(store, other); }));
    other.reorder_at = Quantity{2'000};
    other.stock = false;
    CHECK(throws(ErrorKind::rejected, [&] { add_product(store, other); }));
    other.stock = true;
    other.id = make(store, other);
    other.name.clear();
    CHECK(throws(ErrorKind::rejected, [&] { alter(store, other); }));
    CHECK(throws(ErrorKind::rejected, [&] { make(store, called("")); }));
    alter(store, first); // its own EAN is no double
}

TEST_CASE("EANs have 8, 12, 13 or 14 digits and a check digit")
{
    CHECK(checked_ean(" 4006381 333931 ") == "4006381333931");
    CHECK(checked_ean("96385074") == "96385074");
    CHECK(checked_ean("036000291452") == "036000291452");
    CHECK(checked_ean("10614141000415") == "10614141000415");
    for (const auto* wrong : {"4006381333932", "400638133393", "", "4006381x33931"})
        CHECK(throws(ErrorKind::rejected, [&] { checked_ean(wrong); }));
}

TEST_CASE("goods that were moved stay goods, and below zero stays allowed while it is")
{
    auto store = small_company();
    {
        Transaction transaction(store);
        add_location(store, main_location);
        transaction.commit();
    }
    auto product = called("A-100");
    product.allow_negative = true;
    product.id = make(store, product);
    {
        Transaction transaction(store);
        Booking booking;
        booking.product_id = product.id;
        booking.location_id = find_location(store, main_location).id;
        booking.quantity = Quantity{-3'000};
        booking.kind = MovementKind::issue;
        booking.at = {today, 600};
        book(store, booking);
        transaction.commit();
    }
    product.stock = false;
    CHECK(reason(thrown([&] { alter(store, product); })) ==
          "'A-100' has movements: it lies in stock");
    product.stock = true;
    product.allow_negative = false;
    CHECK(reason(thrown([&] { alter(store, product); })) ==
          "there is -3 of 'A-100' on hand, less than nothing");
    CHECK(*product_row(store, product.id).on_hand == Quantity{-3'000});
}

TEST_CASE("lists: by SKU, of a group, with archived ones; a service has no stock")
{
    auto store = small_company();
    make(store, called("A-100", "Hydraulik"));
    make(store, called("A-20", "HYDRAULIK"));
    auto service = called("SERVICE");
    service.stock = false;
    const auto service_id = make(store, service);
    const auto gone = make(store, called("A-3", "Filter"));
    {
        Transaction transaction(store);
        archive_product(store, gone, today);
        transaction.commit();
    }
    CHECK(skus(store, {}) == Lines{"A-20", "A-100", "SERVICE"});
    CHECK(skus(store, {.group_key = std::nullopt, .supplier_id = std::nullopt, .archived = true}) ==
          Lines{"A-3", "A-20", "A-100", "SERVICE"});
    ProductFilter hydraulics;
    hydraulics.group_key = find_group(store, "hydrAULIK").key;
    CHECK(skus(store, hydraulics) == Lines{"A-20", "A-100"});
    CHECK(!product_row(store, service_id).on_hand);
    const auto unknown = thrown([&] { find_group(store, "Pneumatik"); });
    REQUIRE(unknown);
    CHECK(unknown->kind == ErrorKind::not_found);
    CHECK(unknown->candidates == Lines{"Filter", "Hydraulik"});
}

TEST_CASE("a shell completes SKUs, groups and locations")
{
    auto store = small_company();
    for (const auto* sku : {"A-100", "A-20", "a-3", "B-1"})
        make(store, called(sku, "Filter"));
    CHECK(complete_products(store, "a", 50) == Lines{"a-3", "A-20", "A-100"});
    CHECK(complete_products(store, "A-1", 50) == Lines{"A-100"});
    CHECK(complete_products(store, "", 50) == Lines{"a-3", "A-20", "A-100", "B-1"});
    // What is left out does not make what is shown look like all there is.
    CHECK(complete_products(store, "", 3) == Lines{"a-3", "A-20", "B-1"});
    CHECK(complete_groups(store, "fi", 50) == Lines{"Filter"});
    CHECK(complete_groups(store, "x", 50).empty());
    Transaction transaction(store);
    add_location(store, "Halle 2");
    CHECK(complete_locations(store, "ha", 50) == Lines{"Halle 2"});
}

} // namespace crm::test
