// SPDX-License-Identifier: MIT
#include "crm/mailing/segment.hpp"
#include "tests/unit/contact/people.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("a segment is a filter with a name, whose case does not matter")
{
    auto store = small_company();
    store.set_user("ÄB");
    Transaction transaction(store);
    CHECK_FALSE(
        save_segment(store, " Schläfer ", "--no-order-since 1y", {today, 600}).former_filter);
    const auto saved = segment_by_name(store, "SCHLÄFER");
    CHECK(saved.name == "Schläfer");
    CHECK(saved.filter == "--no-order-since 1y");
    CHECK(saved.at == "2026-06-30T10:00");
    CHECK(saved.staff == "ÄB");
    const auto again = save_segment(store, "schläfer", "--all", {today, 660});
    CHECK(again.id == saved.id);
    CHECK(again.former_filter == "--no-order-since 1y");
    save_segment(store, "Alle", "", {today, 661});
    CHECK(all_segments(store).size() == 2);
    CHECK(all_segments(store).front().name == "Alle");
    delete_segment(store, "SCHLÄFER");
    CHECK(throws(ErrorKind::not_found, [&] { segment_by_name(store, "schläfer"); }));
    CHECK(throws(ErrorKind::not_found, [&] { delete_segment(store, "schläfer"); }));
    CHECK(throws(ErrorKind::rejected, [&] { save_segment(store, " ", "--all", {today, 0}); }));
}

} // namespace crm::test
