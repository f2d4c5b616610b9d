// SPDX-License-Identifier: MIT
#include "crm/store/late_indexes.hpp"
#include "tests/unit/database.hpp"

#include <doctest/doctest.h>

#include <array>

namespace crm::test
{

namespace
{

std::string indexes(Store& store)
{
    return value(store, "SELECT group_concat(sql, '; ') FROM (SELECT * FROM sqlite_schema"
                        " WHERE type = 'index' AND tbl_name IN ('delivery', 'movement')"
                        " AND sql IS NOT NULL ORDER BY name)");
}

} // namespace

TEST_CASE("indexes are built late, all but the unique and the kept ones")
{
    auto store = Store::in_memory(acting());
    const auto before = indexes(store);
    constexpr std::array<std::string_view, 2> tables = {"delivery", "movement"};
    Transaction transaction(store);
    LateIndexes late(store);
    late.drop(tables, "movement_by_product");
    CHECK(value(store, "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema"
                       " WHERE type = 'index' AND tbl_name IN ('delivery', 'movement')"
                       " AND sql IS NOT NULL ORDER BY name)") ==
          "delivery_by_document delivery_by_series movement_by_product movement_reversed_once");
    late.build();
    CHECK(indexes(store) == before);
    late.build(); // there is nothing left to build
    transaction.commit();
    CHECK(indexes(store) == before);
}

} // namespace crm::test
