// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/format/csv_reader.hpp"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace
{

using Cells = std::vector<std::string>;
using Names = std::vector<std::string>;

struct Row {
    std::int64_t line;
    Cells cells;
    std::string problem;
    bool operator==(const Row&) const = default;
};

struct File {
    Names header;
    char delimiter;
    std::vector<Row> rows;
};

File read(const std::string& text, std::optional<char> delimiter = std::nullopt)
{
    std::istringstream in(text);
    crm::TextSource source(in, "test", crm::Encoding::automatic);
    crm::CsvReader reader(source, delimiter);
    File file{reader.header(), reader.delimiter(), {}};
    crm::CsvRow row;
    while (reader.next(row)) {
        file.rows.push_back({row.line, Cells(row.cells.begin(), row.cells.end()), row.problem});
    }
    return file;
}

std::vector<Cells> cells(const File& file)
{
    std::vector<Cells> all;
    for (const Row& row : file.rows) {
        all.push_back(row.cells);
    }
    return all;
}

} // namespace

TEST_CASE("what the writer put before formulas is taken off, text that had it keeps it")
{
    const Cells was = {"=1", "+49", "-1", "@x", "'=1", "''=1", "'n", "'"};
    CHECK(cells(read("a;b;c;d;e;f;g;h\n'=1;'+49;'-1;\"'@x\";''=1;'''=1;'n;'\n")) ==
          std::vector<Cells>{was});
    CHECK(cells(read("a;b\n\"'\tx\";1\n")) == std::vector<Cells>{{"\tx", "1"}});
    // With commas no character was changed.
    CHECK(cells(read("a,b\n'=1,'+49\n")) == std::vector<Cells>{{"'=1", "'+49"}});
}

TEST_CASE("between tabs escapes are what they stand for, and quotes are characters")
{
    CHECK(cells(read("a\tb\n1\\t2\\n3\\r\\\\n\t\"vier\" fünf\n\"sechs\"\t\"\n")) ==
          std::vector<Cells>{{"1\t2\n3\r\\n", "\"vier\" fünf"}, {"\"sechs\"", "\""}});
    // A backslash that begins no escape: another program wrote it, and means all of them.
    CHECK(cells(read("a\tb\nC:\\temp\t1\nC:\\Daten\t2\n")) ==
          std::vector<Cells>{{"C:\\temp", "1"}, {"C:\\Daten", "2"}});
    CHECK(cells(read("a\tb\nC:\\\t2\n")) == std::vector<Cells>{{"C:\\", "2"}});
    CHECK(cells(read("a,b\n1\\t2,3\n")) == std::vector<Cells>{{"1\\t2", "3"}});
}

TEST_CASE(
    "between tabs, as spreadsheets write it: quotes around all cells, or where they have to be")
{
    CHECK(cells(read("\"a\"\t\"b\"\n\"1\"\t\"2\"\n")) == std::vector<Cells>{{"1", "2"}});
    for (const std::string quoted : {"x\ty", "x\ny", "x, y"})
        CHECK(cells(read("a\tb\n1\t\"" + quoted + "\"\n")) == std::vector<Cells>{{"1", quoted}});
    CHECK(cells(read("a\tb\n1\t\"12\"\" Rohr\"\n")) == std::vector<Cells>{{"1", "12\" Rohr"}});
}

TEST_CASE("plain CSV with any line end, the last one missing")
{
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const File file = read("name,city" + end + "Müller,Köln" + end + "Meier,Ulm");
        CHECK(file.header == Names{"name", "city"});
        CHECK(file.rows ==
              std::vector<Row>{{2, {"Müller", "Köln"}, ""}, {3, {"Meier", "Ulm"}, ""}});
    }
}

TEST_CASE("quoted cells hold delimiters, doubled quotes and line breaks, and lines still count")
{
    const File file = read("a;b\r\n\"x;\"\"y\"\"\";\"Zeile 1\r\nZeile 2\nZeile 3\"\r\n1;2\r\n");
    CHECK(file.delimiter == ';');
    CHECK(file.rows == std::vector<Row>{{2, {"x;\"y\"", "Zeile 1\r\nZeile 2\nZeile 3"}, ""},
                                        {5, {"1", "2"}, ""}});
}

TEST_CASE("blanks around a cell are dropped, also inside quotes")
{
    const File file = read("a, b ,c\n  1 ,\" 2\t\",\xC2\xA0"
                           "3 4\xC2\xA0\n");
    CHECK(file.header == Names{"a", "b", "c"});
    CHECK(cells(file) == std::vector<Cells>{{"1", "2", "3 4"}});
    CHECK(cells(read("a\tb\n\t2\n 1 \t\n")) == std::vector<Cells>{{"", "2"}, {"1", ""}});
}

TEST_CASE("records without text are skipped, short ones filled, padded ones cut")
{
    const File file = read("a;b;c;;\n\n1\n;;;;\n \n1;2;3;;;\n1;2;3;4;\n\"\";\"\";\"\"\nNULL;;\n");
    CHECK(file.header == Names{"a", "b", "c"});
    CHECK(file.rows == std::vector<Row>{{3, {"1", "", ""}, ""},
                                        {6, {"1", "2", "3"}, ""},
                                        {7, {"1", "2", "3", "4"}, "4 cells, but the header has 3"},
                                        {9, {"NULL", "", ""}, ""}});
}

TEST_CASE("the delimiter is given, named by sep=, or found")
{
    CHECK(read("a,b;c\n1,2;3\n", ';').header == Names{"a,b", "c"});
    const File sep = read("sep=|\r\na|b,c\r\n1|2\r\n");
    CHECK(sep.delimiter == '|');
    CHECK(sep.header == Names{"a", "b,c"});
    CHECK(sep.rows == std::vector<Row>{{3, {"1", "2"}, ""}});
    CHECK(read("sep=;\na,b\n1,2\n", ',').header == Names{"a", "b"});
    CHECK(read("\xEF\xBB\xBFsep=;\na;b\n1;2\n").header == Names{"a", "b"});
    CHECK(read("name\nMeier\n").header == Names{"name"});
}

TEST_CASE("a quote inside an unquoted cell is just a character")
{
    CHECK(cells(read("sku;name\nR1;12\" Rohr\nR2;Rohr 1/2\"\nR3;a \"b\" c\n")) ==
          std::vector<Cells>{{"R1", "12\" Rohr"}, {"R2", "Rohr 1/2\""}, {"R3", "a \"b\" c"}});
}

TEST_CASE("doubtful files are refused with the line")
{
    CHECK_THROWS_WITH_AS(read(""), "'test' is empty", crm::Error);
    CHECK_THROWS_WITH_AS(read("\n \n;;\n"), "'test' is empty", crm::Error);
    CHECK_THROWS_WITH_AS(read("sep=;"), "'test' is empty", crm::Error);
    for (const char* json : {"[\n{\"number\":\"1\"}\n]\n", "{\"number\":\"1\"}\n", " [ ]", "{}"})
        CHECK_THROWS_WITH_AS(read(json), "'test' is a JSON file, not CSV", crm::Error);
    CHECK(read("[a],{b}\n1,2\n").header == Names{"[a]", "{b}"});
    CHECK_THROWS_WITH_AS(read("a,b\n1,2\n3,\"4\n5,6\n"), "'test', line 3: a quote is never closed",
                         crm::Error);
    CHECK_THROWS_WITH_AS(read("a,b\n1,2\n\"x\"y,2\n"),
                         "'test', line 3: a quote inside a quoted cell is not doubled", crm::Error);
    CHECK_THROWS_WITH_AS(read("\na,,c\n"), "'test', line 2: column 2 has no name", crm::Error);
    CHECK_THROWS_WITH_AS(read("a,b, a\n"), "'test', line 1: column 'a' occurs twice", crm::Error);
    CHECK_THROWS_WITH_AS(read("a,b\n1," + std::string(1'200'000, 'x') + "\n"),
                         "'test', line 2: a cell is longer than 1 MiB", crm::Error);
    CHECK_THROWS_WITH_AS(read("a,b\n1,2\n\"" + std::string(3'000'000, '\n')),
                         "'test', line 3: a cell is longer than 1 MiB", crm::Error);
}

TEST_CASE("what is written is read, in files of many blocks")
{
    std::mt19937 random(20260630);
    const std::vector<std::string> pieces{"a",  "ß",    "€",   "\"", ";", ",",
                                          "\n", "\r\n", "x y", "😀",  "1"};
    const auto pick = [&](std::size_t size) { return std::size_t{random()} % size; };
    const auto make_cell = [&] {
        std::string cell;
        for (std::size_t i = pick(6); i > 0; --i) {
            cell += pieces[pick(pieces.size())];
        }
        return "<" + cell + ">"; // so that no blank is at its ends
    };
    for (const char delimiter : {',', ';', '\t'}) {
        std::string text = "a" + std::string(1, delimiter) + "b" + delimiter + "c\r\n";
        std::vector<Cells> written;
        while (text.size() < 1'300'000) {
            Cells row;
            for (int i = 0; i < 3; ++i) {
                row.push_back(make_cell());
                std::string quoted = "\"";
                for (const char c : row.back()) {
                    quoted += c == '"' ? "\"\"" : std::string(1, c);
                }
                text += quoted + "\"" + (i < 2 ? std::string(1, delimiter) : "\r\n");
            }
            written.push_back(row);
        }
        const File file = read(text, delimiter);
        CHECK(cells(file) == written);
        const auto end = static_cast<std::size_t>(file.rows.back().line);
        CHECK(end < text.size());
    }
}
