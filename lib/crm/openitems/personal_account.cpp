// SPDX-License-Identifier: MIT
#include "crm/openitems/personal_account.hpp"

namespace crm
{

namespace
{

/// The first account with five digits, six...: its first digit says the side.
std::int64_t first_account(Side side, std::int64_t unit)
{
    return side == Side::receivable ? unit : 7 * unit;
}

std::int64_t account_after(Side side, std::int64_t number)
{
    std::int64_t unit = 10'000;
    while (number / unit >= 10)
        unit *= 10;
    const auto end = (side == Side::receivable ? 7 : 10) * unit;
    return number + 1 < end ? number + 1 : first_account(side, 10 * unit);
}

std::int64_t next_account(Store& store, Side side)
{
    auto last = store.prepare("SELECT max(number) FROM personal_account WHERE side = :side");
    last.bind(":side", to_string(side)).step();
    return last.is_null(0) ? first_account(side, 10'000) : account_after(side, last.integer(0));
}

} // namespace

std::int64_t personal_account(Store& store, std::int64_t contact_id, Side side)
{
    auto query = store.prepare(
        "SELECT number FROM personal_account WHERE contact_id = :contact AND side = :side");
    query.bind(":contact", contact_id).bind(":side", to_string(side));
    if (query.step())
        return query.integer(0);
    const auto number = next_account(store, side);
    store
        .prepare(R"sql(
            INSERT INTO personal_account (number, contact_id, side)
            VALUES (:number, :contact, :side))sql")
        .bind(":number", number)
        .bind(":contact", contact_id)
        .bind(":side", to_string(side))
        .run();
    return number;
}

} // namespace crm
