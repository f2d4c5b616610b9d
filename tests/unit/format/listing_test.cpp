// SPDX-License-Identifier: MIT
#include "crm/format/listing.hpp"
#include "tests/unit/format/rows.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

struct Person {
    std::string name;
    std::int64_t age = 0;
};

constexpr std::array<Column<Person>, 3> person_columns = {{
    {"name", "NAME", Kind::text, [](const Person& p) -> Cell { return std::string_view(p.name); }},
    {"age", "AGE", Kind::integer, [](const Person& p) -> Cell { return p.age; }},
    {"costly", "COSTLY", Kind::text,
     [](const Person&) -> Cell { throw std::logic_error("called"); }},
}};

const std::vector<Person> people = {{"Zoe", 30}, {"Ängel", 40}, {"anton", 30}};

struct Printed {
    std::string text;
    std::int64_t rows = 0;
    int taken = 0; ///< rows that the producer handed out
};

Printed print_people(const OutputOptions& options)
{
    std::ostringstream out;
    Printed printed;
    printed.rows = write_listing<Person>(person_columns, options, out, [&](const auto& row) {
        for (const auto& person : people) {
            ++printed.taken;
            if (!row(person))
                return;
        }
    });
    printed.text = out.str();
    return printed;
}

OutputOptions csv(std::vector<std::string> columns)
{
    OutputOptions options;
    options.format = Format::csv;
    options.columns = std::move(columns);
    return options;
}

} // namespace

TEST_CASE("columns are chosen and ordered, and no other getter is called")
{
    CHECK(print_people(csv({"age", "name"})).text == "age,name\n30,Zoe\n40,Ängel\n30,anton\n");
    CHECK(print_people(csv({"name"})).text == "name\nZoe\nÄngel\nanton\n");
}

TEST_CASE("usual columns are for listings that have them; who asks for columns gets those")
{
    auto options = csv({});
    options.usual_columns = {"age", "name"};
    CHECK(print_people(options).text == "age,name\n30,Zoe\n40,Ängel\n30,anton\n");
    options.columns = {"name"};
    CHECK(print_people(options).text == "name\nZoe\nÄngel\nanton\n");
    options.columns = {"number"};
    CHECK(throws(ErrorKind::usage, [&] { print_people(options); }));
    options.columns.clear();
    options.usual_columns = {"age", "number"};
    CHECK_THROWS_AS(print_people(options), std::logic_error); // the column that costs is shown, too
}

TEST_CASE("sorting by a column that is not shown")
{
    auto options = csv({"name"});
    options.sort = parse_sort("-age,name");
    CHECK(print_people(options).text == "name\nÄngel\nanton\nZoe\n");
    options.sort = parse_sort("age");
    CHECK(print_people(options).text == "name\nZoe\nanton\nÄngel\n");
    options.sort = parse_sort("name");
    CHECK(print_people(options).text == "name\nÄngel\nanton\nZoe\n");
}

TEST_CASE("the limit stops the producer, or cuts the sorted rows")
{
    auto options = csv({"name"});
    options.limit = 2;
    auto printed = print_people(options);
    CHECK(printed.text == "name\nZoe\nÄngel\n");
    CHECK(printed.rows == 2);
    CHECK(printed.taken == 2);
    options.sort = parse_sort("name");
    printed = print_people(options);
    CHECK(printed.text == "name\nÄngel\nanton\n");
    CHECK(printed.rows == 2);
    options.limit = 0;
    CHECK(print_people(options).text == "name\n");
}

TEST_CASE("if-any prints nothing for no rows, not even a heading")
{
    for (const auto format :
         {Format::table, Format::csv, Format::tsv, Format::json, Format::xlsx}) {
        OutputOptions options;
        options.format = format;
        options.if_any = true;
        CHECK(print(every_kind(), {}, options).empty());
        CHECK_FALSE(print(every_kind(), three_rows(), options).empty());
    }
}

TEST_CASE("an unknown column or sort key lists them all")
{
    const auto unknown = thrown([] { print_people(csv({"name", "nmae"})); });
    REQUIRE(unknown);
    CHECK(unknown->kind == ErrorKind::usage);
    CHECK(unknown->what() == std::string("unknown column 'nmae'"));
    CHECK(unknown->hint == "one of: name, age, costly");
    auto options = csv({});
    options.sort = parse_sort("-size");
    CHECK(thrown([&] { print_people(options); })->hint == "one of: name, age, costly");
    CHECK(throws(ErrorKind::usage, [] { print_people(csv({"name", "name"})); }));
}

} // namespace crm::test
