// SPDX-License-Identifier: MIT
#include "crm/stock/count_tolerance.hpp"

#include "crm/base/error.hpp"
#include "crm/store/settings.hpp"

#include <cstdlib>

namespace crm
{

std::optional<Rate> count_tolerance(Store& store, const Count& count)
{
    const auto typed = setting(store, "count.tolerance", count.at.day);
    if (typed.empty())
        return std::nullopt;
    return parse_rate(typed, Decimal::point);
}

bool needs_recount(const CountLine& line, Rate tolerance)
{
    const auto difference = line.difference().value_or(Quantity{}).thousandths;
    return !line.counted_twice &&
           Int128{std::abs(difference)} * 10'000 >
               Int128{std::abs(line.book.thousandths)} * tolerance.hundredths;
}

void list_recount_lines(Store& store, std::int64_t count_id,
                        const std::function<bool(const CountLine&)>& use)
{
    const auto tolerance = count_tolerance(store, count_by_id(store, count_id));
    if (!tolerance)
        throw error(ErrorKind::rejected, "nothing says how far a count may differ from the books")
            .with_hint("crm config set count.tolerance PERCENT");
    list_count_lines(store, count_id, [&](const CountLine& line) {
        return !needs_recount(line, *tolerance) || use(line);
    });
}

} // namespace crm
