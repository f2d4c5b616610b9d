// SPDX-License-Identifier: MIT
#include "crm/format/csv_delimiter.hpp"

#include <doctest/doctest.h>

TEST_CASE("the delimiter is the one that fits header and records")
{
    CHECK(crm::guess_delimiter("a,b,c\n1,2,3\n") == ',');
    CHECK(crm::guess_delimiter("a;b;c\n1,5;2,5;3,5\n") == ';');
    CHECK(crm::guess_delimiter("a\tb\n1,2;3\t4\n") == '\t');
    CHECK(crm::guess_delimiter("a,b\n\"x;y;z\",2\n\"p;q\",3\n") == ',');
    CHECK(crm::guess_delimiter("Name, Vorname;Ort\nMeier, Uwe;Ulm\nTaxi;Bonn\n") == ';');
    CHECK(crm::guess_delimiter("a;b;c\n1;2\n1;2;3") == ';');
    CHECK(crm::guess_delimiter("a;b") == ';');
    CHECK(crm::guess_delimiter("name\nMeier; Uwe\n") == ',');
    CHECK(crm::guess_delimiter("") == ',');
}

TEST_CASE("Excel's sep= line")
{
    CHECK(crm::find_sep_line("sep=;\r\na;b\n")->delimiter == ';');
    CHECK(crm::find_sep_line("sep=;\r\na;b\n")->size == 5);
    CHECK(crm::find_sep_line("\"sep=,\"\na,b\n")->size == 7);
    CHECK(crm::find_sep_line("SEP=\t\na\tb\n")->delimiter == '\t');
    CHECK(crm::find_sep_line("sep=|").has_value());
    CHECK_FALSE(crm::find_sep_line("sep=;x\n").has_value());
    CHECK_FALSE(crm::find_sep_line("sep=").has_value());
    CHECK_FALSE(crm::find_sep_line("\"sep=;\n").has_value());
    CHECK_FALSE(crm::find_sep_line("separator;b\n").has_value());
    CHECK_FALSE(crm::find_sep_line("").has_value());
}
