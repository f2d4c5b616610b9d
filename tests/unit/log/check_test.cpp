// SPDX-License-Identifier: MIT
#include "tests/unit/log/talking.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

Store talked()
{
    auto store = small_company();
    auto entry = entry_at("2026-06-01T10:00", "Angebot");
    entry.follow_up = parse_iso_date("2026-06-20");
    talk(store, entry, 4);
    talk(store, "2026-06-02T10:00", "Rückruf", 3);
    return store;
}

} // namespace

TEST_CASE("each breach in the log is found by the check it belongs to")
{
    auto clean = talked();
    CHECK(breaches(clean) == Lines{});
    struct Case {
        const char* script;
        Lines expected;
    };
    const std::string activity = " was spoken to, and when, is not what the log says";
    for (const auto& [script, expected] : std::vector<Case>{
             {"UPDATE log_entry SET company_id = 4, contact_id = 4 WHERE id = 1",
              {"log: log entry 1 is one of the company 10003, which is a person",
               "log-activity: how often 10002" + activity,
               "log-activity: how often 10003" + activity}},
             {"INSERT INTO log_participant (log_id, person_id) VALUES (1, 4)",
              {"log: in log entry 1 takes part 10003 besides, but nobody else first"}},
             {"INSERT INTO log_participant (log_id, person_id) VALUES (1, 1)",
              {"log: in log entry 1 takes part 10000, which is a company",
               "log-activity: how often 10000" + activity}},
             {"UPDATE log_entry SET at = '2026-06-01' WHERE id = 1",
              {"log: log entry 1 has the time '2026-06-01', which is none"}},
             {"UPDATE log_entry SET follow_up = '2026-06-31' WHERE id = 1",
              {"follow-ups: the follow-up of log entry 1 lies on '2026-06-31', before the entry or "
               "on no day"}},
             {"UPDATE log_entry SET done_on = 'gestern' WHERE id = 1",
              {"follow-ups: the follow-up of log entry 1 was done on 'gestern', which is no day"}},
             {"UPDATE log_entry SET done_note = 'x' WHERE id = 2",
              {"follow-ups: log entry 2 has no follow-up, but somebody to do it or who did",
               "follow-ups: the follow-up of log entry 2 is not done, but has a note about it"}},
             {"UPDATE log_entry SET done_staff_id = 2 WHERE id = 1",
              {"follow-ups: the follow-up of log entry 1 is not done, but has a note about it"}},
             {"UPDATE contact_activity_index SET contacts = 3 WHERE contact_id = 3",
              {"log-activity: how often 10002" + activity}},
             {"UPDATE contact_activity_index SET last_contact = '2026-06-03' WHERE contact_id = 4",
              {"log-activity: how often 10003" + activity}},
             {"DELETE FROM contact_activity_index WHERE contact_id = 4",
              {"log-activity: how often 10003" + activity}},
             {"INSERT INTO contact_activity_index VALUES (1, 1, '2026-06-01', '2026-06-01')",
              {"log-activity: how often 10000" + activity}},
         }) {
        CAPTURE(script);
        auto store = talked();
        store.execute(script);
        const auto found = breaches(store);
        CHECK(fmt::format("{}", fmt::join(found, "|")) ==
              fmt::format("{}", fmt::join(expected, "|")));
    }
}

TEST_CASE("an entry of a contact that was merged away is one that the merge forgot")
{
    auto store = talked();
    const auto twin = add(store, ContactKind::company, named("Müller Alt GmbH"));
    talk(store, "2026-06-03T10:00", "vergessen", twin);
    // As a merge leaves it, but for the log.
    store.execute("DELETE FROM contact_name_index WHERE contact_id = 5;"
                  "DELETE FROM contact_text_index WHERE rowid = 5;"
                  "UPDATE contact SET merged_into_id = 3 WHERE id = 5");
    CHECK(breaches(store) ==
          Lines{"log: log entry 3 is still one of 10004, which was merged into another"});
}

} // namespace crm::test
