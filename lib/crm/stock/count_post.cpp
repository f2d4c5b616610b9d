// SPDX-License-Identifier: MIT
#include "crm/stock/count_post.hpp"

#include "crm/base/error.hpp"
#include "crm/stock/count.hpp"
#include "crm/stock/count_sheet.hpp"
#include "crm/stock/movement.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
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

/// Whether a difference is more than so much of what the books say.
bool beyond(const CountLine& line, Rate tolerance)
{
    const auto difference = line.difference().value_or(Quantity{}).thousandths;
    return Int128{std::abs(difference)} * 10'000 >
           Int128{std::abs(line.book.thousandths)} * tolerance.hundredths;
}

void refuse_unsure(Store& store, const Count& count, const std::vector<CountLine>& lines)
{
    const auto typed = setting(store, "count.tolerance", count.at.day);
    if (typed.empty())
        return;
    const auto tolerance = parse_rate(typed, Decimal::point);
    auto names = names_of(lines, [&](const CountLine& line) {
        return !line.counted_twice && beyond(line, tolerance);
    });
    if (!names.empty())
        throw error(ErrorKind::rejected, "count {} has lines that differ by more than {} %",
                    count.id, to_string(tolerance))
            .with_candidates(std::move(names))
            .with_hint("count them again and enter them with --second");
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

void book_difference(Store& store, const CountLine& line, Quantity difference)
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
            book_difference(store, line, *difference);
    close_count(store, count_id, "posted", now);
}

} // namespace crm
