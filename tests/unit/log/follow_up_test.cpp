// SPDX-License-Identifier: MIT
#include "crm/format/ical.hpp"
#include "crm/log/follow_up.hpp"
#include "tests/unit/log/talking.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace crm::test
{

namespace
{

std::int64_t promise(Store& store, const char* follow_up, std::int64_t contact)
{
    auto entry = entry_at("2026-06-01T14:05", "Angebot; dringend");
    entry.follow_up = parse_iso_date(follow_up);
    entry.follow_up_staff_id = 2;
    return talk(store, entry, contact);
}

std::vector<std::int64_t> due(Store& store, const char* until,
                              std::optional<std::int64_t> staff = std::nullopt)
{
    std::vector<std::int64_t> ids;
    list_follow_ups(store, *parse_iso_date(until), staff, today, [&](const FollowUpRow& row) {
        ids.push_back(row.id);
        return true;
    });
    return ids;
}

void finish(Store& store, std::int64_t id)
{
    Transaction transaction(store);
    finish_follow_up(store, id, "erledigt", today);
    transaction.commit();
}

} // namespace

TEST_CASE("follow-ups are due until they are done, the oldest first")
{
    auto store = small_company();
    using Ids = std::vector<std::int64_t>;
    promise(store, "2026-06-20", 3);
    promise(store, "2026-06-10", 4);
    promise(store, "2026-07-01", 4);
    talk(store, "2026-06-01T10:00", "ohne", 3);
    CHECK(due(store, "2026-06-30") == Ids{2, 1});
    CHECK(due(store, "2026-07-01") == Ids{2, 1, 3});
    CHECK(due(store, "2026-07-01", 2) == Ids{2, 1, 3});
    CHECK(due(store, "2026-07-01", 4) == Ids{});
    finish(store, 2);
    CHECK(due(store, "2026-06-30") == Ids{1});
    CHECK(throws(ErrorKind::rejected, [&] { finish(store, 2); }));
    CHECK(throws(ErrorKind::rejected, [&] { finish(store, 4); }));
    CHECK(throws(ErrorKind::not_found, [&] { finish(store, 9); }));
    CHECK(breaches(store) == std::vector<std::string>{});
}

TEST_CASE("a follow-up shows the company, the person, and the nearest phone")
{
    auto store = small_company();
    promise(store, "2026-06-20", 4);
    list_follow_ups(store, today, std::nullopt, today, [&](const FollowUpRow& row) {
        CHECK(row.number == "10002");
        CHECK(row.name == "Müller GmbH");
        CHECK(row.person == "Eva Meier");
        CHECK(row.phone == "0551 123456");
        CHECK(row.staff == "ÄB");
        return true;
    });
}

TEST_CASE("the calendar of follow-ups is the same each time (RFC 5545)")
{
    auto store = small_company();
    promise(store, "2026-06-20", 4);
    std::ostringstream out;
    CHECK(write_follow_up_calendar(store, today, std::nullopt, today, -1, out) == 1);
    CHECK(out.str() == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//crm//follow-ups//EN\r\n"
                       "BEGIN:VEVENT\r\nUID:log-1@eigene.crm\r\nDTSTAMP:20260601T140500Z\r\n"
                       "DTSTART;VALUE=DATE:20260620\r\nDTEND;VALUE=DATE:20260621\r\n"
                       "SUMMARY:Müller GmbH: Angebot\\; dringend\r\n"
                       "DESCRIPTION:Eva Meier\\, 0551 123456\r\nTRANSP:TRANSPARENT\r\n"
                       "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("calendar lines are folded at 75 bytes, never inside a character")
{
    std::ostringstream out;
    CalendarWriter calendar(out);
    std::string summary;
    for (int i = 0; i < 100; ++i)
        summary += "ü€x";
    calendar.event({"1", {today, 0}, today, summary, ""});
    std::string unfolded;
    std::string line;
    std::istringstream in(out.str());
    while (std::getline(in, line)) {
        REQUIRE(line.ends_with('\r'));
        CHECK(line.size() <= 76);
        CHECK((static_cast<unsigned char>(line[1]) & 0xc0) != 0x80);
        line.pop_back();
        unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
    }
    CHECK(unfolded.find("\nSUMMARY:" + summary + "\n") != std::string::npos);
    CHECK(ical_text("a,b;c\\d\ne\x01") == "a\\,b\\;c\\\\d\\ne");
}

} // namespace crm::test
