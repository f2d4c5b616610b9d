// SPDX-License-Identifier: MIT
#include "crm/stock/lot_day.hpp"

#include "crm/base/error.hpp"
#include "crm/stock/expired.hpp"
#include "crm/stock/lots.hpp"

namespace crm
{

std::optional<Date> given_day(Store& store, std::int64_t product_id, std::string_view lot)
{
    auto query = store.prepare(R"sql(
        SELECT best_before FROM lot_day
         WHERE product_id = :product AND lot = :lot
         ORDER BY id DESC LIMIT 1)sql");
    query.bind(":product", product_id).bind(":lot", lot);
    return query.step() ? query.date(0) : std::nullopt;
}

bool lot_is_there(Store& store, std::int64_t product_id, std::string_view lot)
{
    auto query = store.prepare(R"sql(
        SELECT 1 FROM stock_level_index
         WHERE product_id = :product AND lot = :lot AND on_hand <> 0)sql");
    return query.bind(":product", product_id).bind(":lot", lot).step();
}

void give_day(Store& store, std::int64_t product_id, std::string_view lot, Date best_before)
{
    store
        .prepare(R"sql(
            INSERT INTO lot_day (product_id, lot, best_before, last_movement)
            VALUES (:product, :lot, :day, :last))sql")
        .bind(":product", product_id)
        .bind(":lot", lot)
        .bind(":day", best_before)
        .bind(":last", last_movement(store))
        .run();
    store
        .prepare(R"sql(
            UPDATE stock_level_index SET best_before = :day
             WHERE product_id = :product AND lot = :lot)sql")
        .bind(":product", product_id)
        .bind(":lot", lot)
        .bind(":day", best_before)
        .run();
}

void correct_lot_day(Store& store, std::int64_t product_id, std::string_view lot, Date best_before)
{
    if (lot.empty())
        throw error(ErrorKind::rejected, "goods without a lot keep no day");
    check_lot(store, product_id, lot);
    auto other = store.prepare(R"sql(
        SELECT 1 FROM stock_level_index
         WHERE product_id = :product AND lot = :lot
           AND (best_before IS NULL OR best_before <> :day))sql");
    other.bind(":product", product_id).bind(":lot", lot).bind(":day", best_before);
    if (!other.step())
        throw error(ErrorKind::rejected, "lot '{}' of '{}' is best before {} already", lot,
                    product_by_id(store, product_id).sku, to_string(best_before));
    give_day(store, product_id, lot, best_before);
}

} // namespace crm
