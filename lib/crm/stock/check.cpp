// SPDX-License-Identifier: MIT
#include "crm/stock/check.hpp"

#include "crm/base/date.hpp"
#include "crm/base/error.hpp"
#include "crm/stock/average.hpp"
#include "crm/stock/stored.hpp"

#include <array>
#include <limits>
#include <utility>

namespace crm
{

namespace
{

/// Reports each row of a query whose two columns fill `msgid`.
void report_rows(Store& store, const Report& report, const char* sql, const char* msgid)
{
    auto query = store.prepare(sql);
    while (query.step())
        report(fmt::format(fmt::runtime(tr(msgid)), query.text(0), query.text(1)));
}

/// Whether a text is a local time just as movements have it.
bool is_time(std::string_view text)
{
    try {
        return to_string(parse_time(text, Date{})) == text;
    } catch (const Error&) {
        return false;
    }
}

void check_movements(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT m.id, p.sku
          FROM product AS p
         CROSS JOIN movement AS m -- in this order: few products are services
         WHERE p.stock = 0 AND m.product_id = p.id)sql",
                "movement {} is one of '{}', which does not lie in stock");
    report_rows(store, report, R"sql(
        SELECT id, kind FROM movement
         WHERE (kind = 'receipt' AND quantity < 0) OR (kind = 'issue' AND quantity > 0))sql",
                "movement {} is called {}, but goes the other way");
    report_rows(store, report, R"sql(
        SELECT m.id, r.id
          FROM movement AS m
          JOIN movement AS r ON r.id = m.returns_id
         WHERE m.product_id <> r.product_id OR m.quantity > 0 = r.quantity > 0)sql",
                "movement {} is no return of {}");
    report_rows(store, report, R"sql(
        SELECT p.sku, m.lot
          FROM movement AS m
          JOIN product AS p ON p.id = m.product_id
         WHERE m.kind = 'transfer'
         GROUP BY p.id, m.lot
        HAVING sum(m.quantity) <> 0)sql",
                "what was moved of '{}' (lot '{}') from place to place did not all arrive");
    auto times = store.prepare("SELECT id, at FROM movement");
    while (times.step())
        if (!is_time(times.text(1)))
            report(format("movement {} has the time '{}', which is none", times.integer(0),
                          times.text(1)));
}

void check_levels(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        WITH wanted AS (
            SELECT product_id, location_id, lot, sum(quantity) AS on_hand,
                   min(best_before) AS best_before
              FROM movement
             GROUP BY product_id, location_id, lot),
        wrong AS (
            SELECT w.product_id, w.location_id
              FROM wanted AS w
              LEFT JOIN stock_level_index AS i
                ON (i.product_id, i.location_id, i.lot) = (w.product_id, w.location_id, w.lot)
             WHERE (i.on_hand, i.best_before) IS NOT (w.on_hand, w.best_before)
            UNION
            SELECT product_id, location_id FROM stock_level_index
             WHERE (product_id, location_id, lot) NOT IN
                   (SELECT product_id, location_id, lot FROM wanted))
        SELECT coalesce(p.sku, w.product_id), coalesce(l.name, w.location_id)
          FROM wrong AS w
          LEFT JOIN product AS p ON p.id = w.product_id
          LEFT JOIN location AS l ON l.id = w.location_id
         ORDER BY w.product_id, w.location_id)sql",
                "the stock of '{}' at {} is not the sum of its movements");
}

void check_not_below(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT p.sku, l.name
          FROM movement AS m
          JOIN product AS p ON p.id = m.product_id
          JOIN location AS l ON l.id = m.location_id
         WHERE p.allow_negative = 0
         GROUP BY m.product_id, m.location_id, m.lot
        HAVING sum(m.quantity) < 0)sql",
                "the stock of '{}' at {} is below 0");
}

using ProductSums = std::pair<std::int64_t, AverageStock>;

/// Compares the sums that movements make, product by product, with those that are kept.
class SumsCheck
{
  public:
    SumsCheck(Store& store, const Report& report)
        : kept_(store.prepare(R"sql(
              SELECT i.product_id, i.on_hand, i.unit_cost, p.sku
                FROM product_stock_index AS i
                LEFT JOIN product AS p ON p.id = i.product_id
               ORDER BY i.product_id)sql")),
          report_(report), more_(kept_.step())
    {
    }

    void compare(const ProductSums& wanted)
    {
        skip_before(wanted.first);
        if (more_ && kept_.integer(0) == wanted.first) {
            test(wanted.second);
            more_ = kept_.step();
        } else
            report_(format("no stock is kept of the product with the id {}", wanted.first));
    }

    /// What is kept of products up to this one has to be nothing.
    void skip_before(std::int64_t product_id)
    {
        for (; more_ && kept_.integer(0) < product_id; more_ = kept_.step())
            test({});
    }

  private:
    void test(const AverageStock& wanted)
    {
        if (Quantity{kept_.integer(1)} != wanted.on_hand)
            report_(format("the stock of '{}' is kept as {}, but its movements make {}",
                           kept_.text(3), to_string(Quantity{kept_.integer(1)}),
                           to_string(wanted.on_hand)));
        if (stored_price(kept_, 2) != wanted.unit_cost)
            report_(format("the average cost of '{}' is not that of its movements", kept_.text(3)));
    }

    Statement kept_;
    const Report& report_;
    bool more_;
};

void check_sums(Store& store, const Report& report)
{
    SumsCheck check(store, report);
    auto movements = store.prepare(
        "SELECT product_id, quantity, unit_cost FROM movement ORDER BY product_id, id");
    ProductSums sums;
    while (movements.step()) {
        if (const auto id = movements.integer(0); id != sums.first) {
            if (sums.first != 0)
                check.compare(sums);
            sums = {id, {}};
        }
        sums.second.move(Quantity{movements.integer(1)}, stored_price(movements, 2));
    }
    if (sums.first != 0)
        check.compare(sums);
    check.skip_before(std::numeric_limits<std::int64_t>::max());
}

constexpr std::array<Check, 4> checks = {{
    {"movements", "movements are those of goods, and go the way that they are called",
     check_movements},
    {"stock", "what lies where is the sum of its movements", check_levels},
    {"stock-not-below", "no stock is below 0, unless the product allows it", check_not_below},
    {"stock-costs", "stock and average cost of each product are those of its movements",
     check_sums},
}};

} // namespace

std::span<const Check> stock_checks()
{
    return checks;
}

} // namespace crm
