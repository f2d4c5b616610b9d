// SPDX-License-Identifier: MIT
#include "crm/stock/count_post.hpp"

#include "crm/base/error.hpp"
#include "crm/stock/count.hpp"
#include "crm/stock/count_sheet.hpp"
#include "crm/stock/count_tolerance.hpp"
#include "crm/stock/movement.hpp"
#include "crm/store/closed_period.hpp"

#include <functional>
#include <string>
#include <vector>

namespace crm
{

namespace
{

constexpr std::size_t most_named = 20;

std::string named(const CountLine& line)
{
    return line.lot.empty() ? format("{} at {}", line.sku, line.location)
                            : format("{} at {}, lot {}", line.sku, line.location, line.lot);
}

std::vector<std::string> names_of(const std::vector<CountLine>& lines,
                                  const std::function<bool(const CountLine&)>& wanted)
{
    std::vector<std::string> names;
    std::size_t more = 0;
    for (const auto& line : lines)
        if (wanted(line)) {
            if (names.size() < most_named)
                names.push_back(named(line));
            else
                ++more;
        }
    if (more > 0)
        names.push_back(format("and {} more", more));
    return names;
}

void refuse_uncounted(std::int64_t id, const std::vector<CountLine>& lines)
{
    auto names = names_of(lines, [](const CountLine& line) { return !line.counted; });
    if (!names.empty())
        throw error(ErrorKind::rejected, "count {} has lines that were not counted", id)
            .with_candidates(std::move(names))
            .with_hint("enter them, a 0 where nothing is there, or give --leave-uncounted");
}

void refuse_unsure(Store& store, const Count& count, const std::vector<CountLine>& lines)
{
    const auto tolerance = count_tolerance(store, count);
    if (!tolerance)
        return;
    auto names =
        names_of(lines, [&](const CountLine& line) { return needs_recount(line, *tolerance); });
    if (!names.empty())
        throw error(ErrorKind::rejected, "count {} has lines that differ by more than {} %",
                    count.id, to_string(*tolerance))
            .with_candidates(std::move(names))
            .with_hint(
                "`crm stock count sheet {} --recount` lists them: count them again and enter "
                "them with --second",
                count.id);
}

/// The book quantity of an entry is that of its moment, unless something was booked for a time
/// before that afterwards.
void refuse_outdated(Store& store, const Count& count, const std::vector<CountLine>& lines)
{
    auto freeze = store.prepare("SELECT book FROM count_line WHERE id = :line");
    auto names = names_of(lines, [&](const CountLine& line) {
        if (!line.counted || line.at == to_string(count.at))
            return false;
        freeze.reset();
        freeze.bind(":line", line.id).step();
        const auto moved =
            moved_since_freeze(store, count, line.id, parse_time(line.at, count.at.day));
        return Quantity{freeze.integer(0)} + moved != line.book;
    });
    if (!names.empty())
        throw error(ErrorKind::rejected,
                    "something was booked for a time before that at which they were counted")
            .with_candidates(std::move(names))
            .with_hint("enter them again");
}

/// A difference is of the day that was counted, which nobody can choose when it is posted.
void refuse_closed(Store& store, const Count& count, Date day)
try {
    require_open_period(store, day);
} catch (Error& closed) {
    throw std::move(closed).with_hint("open them with `crm openitems reopen`, or cancel count {} "
                                      "and count as of a later day",
                                      count.id);
}

void book_difference(Store& store, const Count& count, const CountLine& line, Quantity difference)
{
    Booking booking;
    booking.kind = MovementKind::count;
    booking.product_id = line.product_id;
    booking.location_id = line.location_id;
    booking.lot = line.lot;
    booking.quantity = difference;
    if (const auto worth = line.worth_difference())
        booking.worth = *worth < Worth{} ? -*worth : *worth;
    booking.at = parse_time(line.at, Date{});
    booking.count_line_id = line.id;
    refuse_closed(store, count, booking.at.day);
    book(store, booking);
}

} // namespace

void post_count(Store& store, std::int64_t count_id, bool leave_uncounted, LocalTime now)
{
    const auto count = open_count(store, count_id);
    std::vector<CountLine> lines;
    list_count_lines(store, count_id, [&](const CountLine& line) {
        lines.push_back(line);
        return true;
    });
    if (!leave_uncounted)
        refuse_uncounted(count_id, lines);
    refuse_unsure(store, count, lines);
    refuse_outdated(store, count, lines);
    for (const auto& line : lines)
        if (const auto difference = line.difference(); difference && *difference != Quantity{})
            book_difference(store, count, line, *difference);
    close_count(store, count_id, "posted", now);
}

} // namespace crm
