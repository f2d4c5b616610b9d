// SPDX-License-Identifier: MIT
#include "crm/format/collation.hpp"
#include "crm/format/row_sorter.hpp"
#include "tests/unit/format/rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace crm::test
{

namespace
{

struct Row {
    std::string name;
    std::optional<Money> open;
    Date due;
    std::int64_t place = 0; ///< in the order of coming
};

std::vector<Row> random_rows(std::size_t count)
{
    std::mt19937 random(6);
    std::uniform_int_distribution<std::int64_t> cents(-50, 50);
    std::uniform_int_distribution<int> days(-20, 20);
    std::vector<Row> rows(count);
    for (auto& row : rows) {
        row.name =
            random_text(random) + std::string(static_cast<std::size_t>(cents(random) + 50), 'x');
        row.name.resize(row.name.size() % 3);
        if (const auto open = cents(random); open % 7 != 0)
            row.open = Money{open};
        row.due = Date() + std::chrono::days(days(random));
        row.place = &row - rows.data();
    }
    return rows;
}

std::vector<std::int64_t> sorted_by_us(const std::vector<Row>& rows, std::vector<RowSorter::By> by,
                                       std::size_t run_bytes)
{
    RowSorter sorter(std::move(by), {3, 0}, run_bytes);
    for (const auto& row : rows)
        sorter.add(
            std::vector<Cell>{std::string_view(row.name), cell(row.open), row.due, row.place});
    std::vector<std::int64_t> order;
    sorter.replay([&](std::span<const Cell> cells) {
        const auto place = std::get<std::int64_t>(cells[0]);
        CHECK(std::get<std::string_view>(cells[1]) == rows[static_cast<std::size_t>(place)].name);
        order.push_back(place);
        return true;
    });
    return order;
}

template<class Less>
std::vector<std::int64_t> sorted_by_std(const std::vector<Row>& rows, Less less)
{
    auto sorted = rows;
    std::stable_sort(sorted.begin(), sorted.end(), less);
    std::vector<std::int64_t> order;
    for (const auto& row : sorted)
        order.push_back(row.place);
    return order;
}

} // namespace

TEST_CASE("sorting in many runs gives what a stable sort gives")
{
    const auto rows = random_rows(3'000);
    const auto by_open_and_name = [](const Row& left, const Row& right) {
        return std::pair(left.open, collation_key(left.name)) <
               std::pair(right.open, collation_key(right.name));
    };
    const auto by_due_descending = [](const Row& left, const Row& right) {
        return left.due > right.due;
    };
    const auto by_open_descending = [](const Row& left, const Row& right) {
        return left.open > right.open;
    };
    for (const std::size_t run_bytes : {1, 1'000, 20'000, 100'000'000}) {
        CHECK(sorted_by_us(rows, {{1, false}, {0, false}}, run_bytes) ==
              sorted_by_std(rows, by_open_and_name));
        CHECK(sorted_by_us(rows, {{2, true}}, run_bytes) == sorted_by_std(rows, by_due_descending));
        CHECK(sorted_by_us(rows, {{1, true}}, run_bytes) ==
              sorted_by_std(rows, by_open_descending));
    }
}

TEST_CASE("every kind of cell comes back from the file as it was")
{
    for (const std::size_t run_bytes : {1, 1'000'000}) {
        OutputOptions options;
        options.format = Format::jsonl;
        const auto rows = three_rows();
        std::vector<std::size_t> all(rows[0].size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        RowSorter sorter({}, all, run_bytes);
        for (const auto& row : rows)
            sorter.add(row);
        std::vector<std::vector<Cell>> back;
        std::vector<std::string> texts;
        sorter.replay([&](std::span<const Cell> cells) {
            texts.push_back(print(every_kind(), {{cells.begin(), cells.end()}}, options));
            return true;
        });
        REQUIRE(texts.size() == 3);
        CHECK(texts[0] + texts[1] + texts[2] == print(every_kind(), rows, options));
    }
}

TEST_CASE("records larger than a block, and stopping early")
{
    RowSorter sorter({{0, true}}, {1}, 1);
    for (std::int64_t place = 0; place < 5; ++place)
        sorter.add(std::vector<Cell>{place, std::string(700'000, static_cast<char>('a' + place))});
    std::string seen;
    sorter.replay([&](std::span<const Cell> cells) {
        const auto value = std::get<std::string_view>(cells[0]);
        CHECK(value.size() == 700'000);
        seen += value.back();
        return seen.size() < 3;
    });
    CHECK(seen == "edc");
}

TEST_CASE("numbers as text are ordered by their value, integers and large ones exactly")
{
    const std::vector<std::string> ordered = {"-1.0e+300",
                                              "-9.3e+18",
                                              "-9223372036854775808",
                                              "-9223372036854775807",
                                              "-1.5",
                                              "-1",
                                              "-0.25",
                                              "0",
                                              "1.0e-300",
                                              "0.5",
                                              "1",
                                              "1.000001",
                                              "2",
                                              "9007199254740992",
                                              "9007199254740993",
                                              "9223372036854775807",
                                              "1.0e+19",
                                              "1.7e+308"};
    for (const bool descending : {false, true}) {
        RowSorter sorter({{0, descending}}, {0}, 1 << 20);
        for (std::size_t place = 0; place < ordered.size(); ++place)
            sorter.add(std::vector<Cell>{NumberText{ordered[place * 7 % ordered.size()]}});
        std::vector<std::string> texts;
        sorter.replay([&](std::span<const Cell> cells) {
            texts.emplace_back(std::get<NumberText>(cells[0]).digits);
            return true;
        });
        if (descending)
            std::ranges::reverse(texts);
        CHECK(texts == ordered);
    }
}

} // namespace crm::test
