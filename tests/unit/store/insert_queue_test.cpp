// SPDX-License-Identifier: MIT
#include "crm/store/bulk_rows.hpp"
#include "tests/unit/database.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

std::int64_t add_product(Store& store, std::string_view sku, std::optional<std::int64_t> price)
{
    auto insert = store.prepare_insert(R"sql(
        INSERT INTO product (sku, sku_key, name, price, unit)
        VALUES (:sku, :key, :name, :price, :unit))sql");
    insert.bind(":sku", sku)
        .bind(":price", price)
        .bind(":key", sku)
        .bind(":name", "Ware")
        .bind_or_null(":unit", "")
        .run();
    return store.last_id();
}

void add_supplier_of(Store& store, std::int64_t product)
{
    store.prepare_insert("INSERT INTO product_supplier (product_id, contact_id) VALUES (:p, :c)")
        .bind(":p", product)
        .bind(":c", 1)
        .run();
}

std::string products(Store& store)
{
    return value(store, "SELECT group_concat(id || ' ' || sku || ' ' || quote(price) || ' ' ||"
                        " quote(unit), '; ') FROM product");
}

Store with_contact()
{
    auto store = Store::in_memory(acting());
    store.execute("INSERT INTO contact (id, number, number_key, kind, name)"
                  " VALUES (1, '1', '1', 'company', 'A')");
    return store;
}

} // namespace

TEST_CASE("rows that wait have their ids, and are written together, the referred ones first")
{
    auto store = with_contact();
    Transaction transaction(store);
    CHECK(add_product(store, "a", 1) == 1);
    CHECK(products(store) == "1 a 1 NULL");
    begin_queueing(store);
    CHECK(add_product(store, "b", {}) == 2);
    add_supplier_of(store, 2);
    CHECK(add_product(store, "ä", 3) == 3);
    add_supplier_of(store, 3);
    CHECK(products(store) == "1 a 1 NULL");
    write_queued(store);
    CHECK(products(store) == "1 a 1 NULL; 2 b NULL NULL; 3 ä 3 NULL");
    CHECK(value(store, "SELECT group_concat(product_id) FROM product_supplier") == "2,3");
    CHECK(add_product(store, "d", 4) == 4);
    write_queued(store);
    transaction.commit();
    CHECK(products(store).ends_with("; 4 d 4 NULL"));
    CHECK(value(store, "SELECT group_concat(record) FROM audit WHERE table_name = 'product'") ==
          "1,2,3,4");
    Transaction next(store);
    CHECK(add_product(store, "e", 5) == 5); // nothing waits in the next transaction
    CHECK(products(store).ends_with("; 5 e 5 NULL"));
}

TEST_CASE("rows that break a rule are not written, and nothing of them waits any longer")
{
    auto store = with_contact();
    {
        Transaction transaction(store);
        begin_queueing(store);
        add_product(store, "a", 1);
        add_product(store, "a", 2);
        CHECK(throws(ErrorKind::rejected, [&] { write_queued(store); }));
        CHECK(products(store).empty());
        CHECK(add_product(store, "b", 2) == 1);
        write_queued(store);
        CHECK(products(store) == "1 b 2 NULL");
        add_product(store, "c", 2);
    } // rolled back
    Transaction transaction(store);
    begin_queueing(store);
    add_product(store, "d", 1);
    write_queued(store);
    transaction.commit();
    CHECK(products(store) == "1 d 1 NULL");
}

} // namespace crm::test
