// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/openitems/bank/booking.hpp"
#include "crm/openitems/bank/match.hpp"

#include <array>

namespace crm
{

namespace
{

/// Reverses the payment that came of a line. One that was reversed elsewhere leaves nothing to do.
std::string reverse_match(Store& store, std::int64_t line_id, Date date)
{
    auto query = store.prepare(R"sql(
        SELECT p.id, p.reverses_id, r.id, o.number, p.number, r.bank_line_id
          FROM payment AS p
          LEFT JOIN payment AS r ON r.reverses_id = p.id
          LEFT JOIN payment AS o ON o.id = p.reverses_id
         WHERE p.bank_line_id = :line
         ORDER BY p.id DESC
         LIMIT 1)sql");
    query.bind(":line", line_id);
    const bool paid = query.step();
    if (!paid || !query.is_null(1))
        throw error(ErrorKind::rejected, "line {} took {} back, which is final", line_id,
                    paid ? query.string(3) : tr("a payment"))
            .with_hint("`crm openitems pay` records the payment anew");
    if (!query.is_null(5))
        throw error(ErrorKind::rejected, "{} came back with line {}, which is final", query.text(4),
                    query.integer(5));
    return query.is_null(2) ? reverse_payment(store, query.integer(0), date).number : "";
}

} // namespace

std::string unmatch_line(Store& store, std::int64_t line_id, Date date)
{
    const auto line = bank_line_by_id(store, line_id);
    if (line.state != "matched" && line.state != "booked")
        throw error(ErrorKind::rejected, "nothing came of line {} yet", line_id);
    if (date < *line.date)
        throw error(ErrorKind::rejected, "line {} is dated {}, after {}", line_id,
                    to_string(*line.date), to_string(date));
    std::string counter;
    if (line.state == "booked")
        reverse_booking(store, line_id, date);
    else
        counter = reverse_match(store, line_id, date);
    set_line_state(store, line_id, {"unmatched", std::nullopt, std::nullopt, "", ""});
    suggest_for(store, std::array{line_id});
    return counter;
}

void book_line(Store& store, std::int64_t line_id, std::string_view kind, std::optional<Date> day)
{
    auto line = open_bank_line(store, line_id);
    line.post_on = day;
    post_booking(store, line_id, kind, line.amount, posting_day(store, line));
    set_line_state(store, line_id, {"booked", std::nullopt, std::nullopt, std::string(kind), ""});
}

void park_line(Store& store, std::int64_t line_id, const std::string& note)
{
    if (trim(note).empty())
        throw error(ErrorKind::rejected, "a line is parked with a note");
    open_bank_line(store, line_id);
    set_line_state(store, line_id,
                   {"parked", std::nullopt, std::nullopt, "", std::string(trim(note))});
}

} // namespace crm
