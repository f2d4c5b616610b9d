// SPDX-License-Identifier: MIT
#include "crm/base/target_day.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

Date day(const char* text)
{
    return parse_iso_date(text).value();
}

} // namespace

TEST_CASE("euros are moved on working days of the European Central Bank")
{
    for (const auto* closed :
         {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2026-06-27",
          "2026-06-28", "2024-03-29", "2024-04-01", "2025-04-18", "2027-03-26", "2027-03-29",
          "2000-04-21", "2038-04-26", "2025-12-26"}) {
        CAPTURE(closed);
        CHECK_FALSE(is_target_day(day(closed)));
    }
    // German holidays, Christmas Eve and New Year's Eve are none of the bank's.
    for (const auto* open : {"2026-04-02", "2026-04-07", "2026-05-14", "2026-05-25", "2025-10-03",
                             "2026-12-24", "2026-12-31"}) {
        CAPTURE(open);
        CHECK(is_target_day(day(open)));
    }
}

TEST_CASE("the next day on which euros are moved")
{
    CHECK(target_day_from(day("2026-06-30")) == day("2026-06-30"));
    CHECK(target_day_from(day("2026-07-04")) == day("2026-07-06"));
    CHECK(target_day_from(day("2026-04-03")) == day("2026-04-07"));
    CHECK(target_day_from(day("2026-12-25")) == day("2026-12-28"));
}

} // namespace crm::test
