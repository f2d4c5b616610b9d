// SPDX-License-Identifier: MIT
#include "crm/stock/count_sheet.hpp"
#include "tests/unit/stock/counting.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

/// The sheet as the program writes it for a German spreadsheet.
std::string sheet(Warehouse& w, std::int64_t count, bool blind, Format format = Format::csv,
                  CsvDialect dialect = CsvDialect::excel_de)
{
    std::ostringstream out;
    OutputOptions options;
    options.format = format;
    options.dialect = dialect;
    write_listing(sheet_columns(blind), options, out,
                  [&](const auto& use) { list_count_lines(w.store, count, use); });
    return out.str();
}

/// "read added updated skipped rejected", and what was refused.
std::string enter(Warehouse& w, std::int64_t count, const std::string& csv,
                  Decimal decimal = Decimal::comma)
{
    std::istringstream in(csv);
    TextSource text(in, "test", Encoding::automatic);
    KeyedTable table(text, std::nullopt, count_entry_keys(), {}, {});
    std::string told;
    ImportEvents events;
    events.rejected = [&](const ImportRow& row, const std::string& why) {
        told += fmt::format("{}: {}\n", row.line, why);
    };
    events.progress = [](std::int64_t) {};
    EntryMoment moment;
    moment.now = {day("2026-06-30"), 0};
    try {
        const auto r = enter_sheet(w.store, count, table, moment, decimal, false, events);
        return fmt::format("{} {} {} {} {}", r.read, r.added, r.updated, r.skipped, r.rejected);
    } catch (const Error&) {
        return told;
    }
}

/// The text with every `from` replaced.
std::string with(std::string text, std::string_view from, std::string_view to)
{
    for (auto place = text.find(from); place != text.npos; place = text.find(from, place))
        text.replace(place, from.size(), to), place += to.size();
    return text;
}

} // namespace

TEST_CASE("count sheet: a blind one says nothing of the books nor of former entries")
{
    Warehouse w;
    const auto count = w.start();
    w.enter(count, counted("N8", "49.5"));
    CHECK(sheet(w, count, false, Format::csv, CsvDialect::rfc4180) ==
          "sku,name,unit,location,lot,book,counted,counter,remark\n"
          "M8,M8,,Halle 2,,20,,,\n"
          "M8,M8,,main,,100,,,\n"
          "N8,N8,,main,,50,49.5,,\n");
    CHECK(sheet(w, count, true, Format::csv, CsvDialect::rfc4180) ==
          "sku,name,unit,location,lot,counted,counter,remark\n"
          "M8,M8,,Halle 2,,,,\n"
          "M8,M8,,main,,,,\n"
          "N8,N8,,main,,,,\n");
}

TEST_CASE("count sheet: filled in by a spreadsheet it comes back as entries")
{
    Warehouse w;
    auto lot = bought(w.nut, w.shop, "7", "0.25", "2026-06-02");
    lot.lot = "C-7";
    booked(w.store, lot);
    const auto count = w.start();
    auto form = sheet(w, count, true);
    CHECK(form.starts_with("\xEF\xBB\xBFsku;name;unit;location;lot;counted;counter;remark\r\n"));
    form = with(form, "main;;;;", "main;;48,5;AG;eine Kiste \"fehlt\"");
    form = with(form, "C-7;;;", "C-7;6;AG;");
    form = with(form, "Halle 2;;;;", "Halle 2;;0;JP;");
    CHECK(enter(w, count, form) == "4 4 0 0 0");
    CHECK(w.lines(count) == Lines{"M8 Halle 2: 20 -> 0", "M8 main: 100 -> 48.5",
                                  "N8 main: 50 -> 48.5", "N8 main C-7: 7 -> 6"});
    CHECK(value(w.store, "SELECT counter || ', ' || remark FROM count_entry WHERE id = 2") ==
          "AG, eine Kiste \"fehlt\"");
    // The sheet itself, books and entries in it, can be taken again.
    CHECK(enter(w, count, sheet(w, count, false)) == "4 0 4 0 0");
    w.post(count);
    CHECK(level(w.store, w.nut, w.shop) == "54.5");
    CHECK(w.breaches() == "");
}

TEST_CASE("count sheet: what is not filled in was not counted; bad rows change nothing")
{
    Warehouse w;
    const auto count = w.start();
    CHECK(enter(w, count, sheet(w, count, true)) == "3 0 0 3 0");
    CHECK(enter(w, count,
                "sku,location,counted\nN8,main,5\nM8,,1\nM8,Keller,1\nX,main,1\nN8,main,viel\n",
                Decimal::point) == "3: 'M8' is counted at 2 places\n"
                                   "4: there is no location 'Keller'\n"
                                   "5: there is no product 'X'\n"
                                   "6: 'viel' is not a number with at most 3 decimals\n");
    CHECK(w.lines(count) == Lines{"M8 Halle 2: 20 -> ?", "M8 main: 100 -> ?", "N8 main: 50 -> ?"});
    // Without a column for lots the only line of the place is meant.
    CHECK(enter(w, count, "sku,location,counted\nM8,Halle 2,19\nN8,,50\n", Decimal::point) ==
          "2 2 0 0 0");
    CHECK(w.lines(count) ==
          Lines{"M8 Halle 2: 20 -> 19", "M8 main: 100 -> ?", "N8 main: 50 -> 50"});
}

TEST_CASE("count differences: in quantity and value, unknown where the cost is not known")
{
    Warehouse w;
    const auto free = add_goods(w.store, "GRATIS");
    booked(w.store, moving(free, w.shop, "5", "2026-06-01"));
    const auto count = w.start();
    w.enter(count, counted("M8", "98.5", "main"));
    w.enter(count, counted("GRATIS", "4"));
    std::ostringstream out;
    OutputOptions options;
    options.format = Format::csv;
    write_listing(difference_columns(false), options, out,
                  [&](const auto& use) { list_count_lines(w.store, count, use); });
    CHECK(out.str() == "sku,name,location,book,counted,difference,unit_cost,value_difference\n"
                       "M8,M8,Halle 2,20,,,1.50,\n"
                       "GRATIS,GRATIS,main,5,4,-1,,\n"
                       "M8,M8,main,100,98.5,-1.5,1.50,-2.25\n"
                       "N8,N8,main,50,,,0.25,\n");
    CHECK(column_infos(difference_columns(true))[3].key == "lot");
}

} // namespace crm::test
