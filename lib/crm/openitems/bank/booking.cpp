// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/booking.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/staff.hpp"
#include "crm/store/closed_period.hpp"

namespace crm
{

namespace
{

void insert(Store& store, std::int64_t line_id, std::string_view kind, Money amount, Date date,
            std::optional<std::int64_t> reverses)
{
    require_open_period(store, date);
    store
        .prepare(R"sql(
            INSERT INTO bank_booking (line_id, kind, amount, date, reverses_id, staff_id)
            VALUES (:line, :kind, :amount, :date, :reverses, :staff))sql")
        .bind(":line", line_id)
        .bind(":kind", kind)
        .bind(":amount", amount)
        .bind(":date", date)
        .bind(":reverses", reverses)
        .bind(":staff", acting_staff(store))
        .run();
}

} // namespace

void post_booking(Store& store, std::int64_t line_id, std::string_view kind, Money amount,
                  Date date)
{
    insert(store, line_id, kind, amount, date, std::nullopt);
}

void reverse_booking(Store& store, std::int64_t line_id, Date date)
{
    auto query = store.prepare(R"sql(
        SELECT id, kind, amount, date FROM bank_booking AS b
         WHERE line_id = :line AND reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM bank_booking AS r WHERE r.reverses_id = b.id))sql");
    query.bind(":line", line_id);
    if (!query.step())
        return;
    if (date < query.date(3))
        throw error(ErrorKind::rejected, "line {} was booked for {}, after {}", line_id,
                    query.text(3), to_string(date));
    insert(store, line_id, query.string(1), -query.money(2), date, query.integer(0));
}

} // namespace crm
