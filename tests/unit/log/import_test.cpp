// SPDX-License-Identifier: MIT
#include "crm/log/import.hpp"
#include "tests/unit/log/talking.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>

namespace crm::test
{

namespace
{

using Lines = std::vector<std::string>;

struct Imported {
    ImportResult result;
    Lines rejected; ///< "line: reason"
};

Imported import(Store& store, const std::string& csv, bool skip_errors = false,
                const std::vector<TableSetting>& settings = {}, const std::string& map = "")
{
    Imported imported;
    std::istringstream in(csv);
    TextSource text(in, "test", Encoding::utf8);
    const auto mapping = parse_table_mapping(map, log_import_keys());
    KeyedTable table(text, std::nullopt, log_import_keys(), mapping, settings);
    ImportEvents events;
    events.rejected = [&](const ImportRow& row, const std::string& reason) {
        imported.rejected.push_back(std::to_string(row.line) + ": " + reason);
    };
    events.progress = [](std::int64_t) {};
    const OrderIds no_orders = [](std::string_view) { return std::nullopt; };
    imported.result = import_log(store, table, skip_errors, today, no_orders, events);
    return imported;
}

std::string counts(const ImportResult& r)
{
    return fmt::format("{} {} {} {}", r.read, r.added, r.skipped, r.rejected);
}

} // namespace

TEST_CASE("rows become entries; the same file a second time adds nothing")
{
    auto store = small_company();
    const std::string csv =
        "at,company_number,person_number,channel,direction,staff,subject,text,agreement,follow_up,"
        "done,id,order\n"
        "2026-06-01T10:00,10002,10003,visit,in,äb,Angebot,\"zwei\nZeilen\",yes,2026-06-20,no,7,\n"
        "2026-06-02 11:30:59,,10003,,,,Rückruf,,,,,,\n"
        "03.06.2026,10002,,note,out,,Notiz,,no,2026-06-04,yes,,\n";
    CHECK(counts(import(store, csv).result) == "3 3 0 0");
    CHECK(counts(import(store, csv).result) == "3 0 3 0");
    const auto first = log_entry(store, 1);
    CHECK(to_string(first.at) == "2026-06-01T10:00");
    CHECK(first.company_id == 3);
    CHECK(first.person_id == 4);
    CHECK(first.staff_id == 2);
    CHECK(first.text == "zwei\nZeilen");
    CHECK(first.agreement);
    CHECK(!first.done_on);
    const auto second = log_entry(store, 2);
    CHECK(to_string(second.at) == "2026-06-02T11:30");
    CHECK(second.channel == "phone");
    CHECK(second.contact_id == 4);
    CHECK(second.company_id == 3); // the employer of that day
    CHECK(log_entry(store, 3).done_on == today);
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("names count where there is no number; several persons are joined by ';'")
{
    auto store = small_company();
    add(store, ContactKind::person, named("Ida Wolf"));
    CHECK(counts(import(store,
                        "Wann,company,person,subject\n"
                        "2026-06-01T10:00,mueller gmbh,Eva Meier;Ida Wolf,x\n",
                        false, {}, "Wann=at")
                     .result) == "1 1 0 0");
    CHECK(log_row(store, 1).person_number == "10003;10004");
}

TEST_CASE("a bad row is named, and nothing is imported unless bad rows are to be left out")
{
    auto store = small_company();
    const std::string csv = "at;company_number;person_number;channel;staff;subject;follow_up;done\n"
                            "2026-06-01T10:00;10002;;phone;;gut;;\n"
                            ";10002;;;;ohne Zeit;;\n"
                            "2026-06-01T10:00;99;;;;wer;;\n"
                            "2026-06-01T10:00;;10002;;;Firma als Person;;\n"
                            "2026-06-01T10:00;10002;;brief;;Kanal;;\n"
                            "2026-06-01T10:00;10002;;;xx;Mitarbeiter;;\n"
                            "2026-06-01T10:00;10002;;;;;;\n"
                            "2026-06-01T10:00;10002;;;;früher;2026-05-31;\n"
                            "2026-06-01T10:00;10002;;;;erledigt;;yes\n"
                            "2026-06-01T10:00;;;;;niemand;;\n"
                            "2026-06-31T10:00;10002;;;;Tag;;\n";
    CHECK(throws(ErrorKind::rejected, [&] { import(store, csv); }));
    CHECK(value(store, "SELECT count(*) FROM log_entry") == "0");
    const auto imported = import(store, csv, true);
    CHECK(counts(imported.result) == "11 1 0 10");
    CHECK(imported.rejected ==
          Lines{"3: the row has no time", "4: there is no contact '99'",
                "5: 10002 (Müller GmbH) is a company, not a person",
                "6: 'brief' is no value for channel", "7: there is no staff member 'xx'",
                "8: a log entry needs a subject",
                "9: the follow-up (2026-05-31) would lie before the entry (2026-06-01)",
                "10: there is no follow-up to be done", "11: the row has no contact",
                "12: there is no day '2026-06-31'"});
    CHECK(breaches(store) == Lines{});
}

TEST_CASE("columns: what must be there, what comes twice, what every row is given")
{
    auto store = small_company();
    CHECK(throws(ErrorKind::rejected, [&] { import(store, "at,subject\nx,y\n"); }));
    CHECK(throws(ErrorKind::rejected, [&] { import(store, "company,subject\nx,y\n"); }));
    CHECK(throws(ErrorKind::usage,
                 [&] { import(store, "at,Zeit,company,subject\n", false, {}, "Zeit=at"); }));
    CHECK(throws(ErrorKind::usage, [&] { parse_table_mapping("a=nix", log_import_keys()); }));
    CHECK(throws(ErrorKind::usage, [&] { parse_table_setting("nix=1", log_import_keys()); }));
    CHECK(counts(import(store, "at,company_number\n2026-06-01,10002\n2026-06-02,10002\n", false,
                        {parse_table_setting("subject=Messe", log_import_keys()),
                         parse_table_setting("channel=meeting", log_import_keys())})
                     .result) == "2 2 0 0");
    CHECK(log_row(store, 2).channel == "meeting");
}

} // namespace crm::test
