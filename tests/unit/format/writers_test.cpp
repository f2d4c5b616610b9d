// SPDX-License-Identifier: MIT
#include "crm/format/json_writer.hpp"
#include "tests/unit/format/rows.hpp"
#include "tests/unit/thrown.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

namespace
{

OutputOptions in(Format format, CsvDialect dialect = CsvDialect::rfc4180)
{
    OutputOptions options;
    options.format = format;
    options.dialect = dialect;
    return options;
}

std::string print_three(const OutputOptions& options)
{
    return print(every_kind(), three_rows(), options);
}

} // namespace

TEST_CASE("csv, rfc4180: no character changed, quotes only where needed")
{
    CHECK(print_three(in(Format::csv)) ==
          "number,name,count,amount,price,quantity,rate,due,at,customer,tags\n"
          "10042,Müller & Söhne,7,2380.00,1.50,1.5,19,2026-06-30,2026-06-30T14:05,yes,"
          "A-Kunde;Hydraulik\n"
          "=1+2,\"a,b;\"\"c\"\"\r\nd\te\\\",-1,-0.05,-0.0001,-1,-2.5,1999-01-02,14:05,no,-x\n"
          ",,,,,,,,,,\n");
}

TEST_CASE("csv, excel-de: what a German spreadsheet opens, and no formula runs")
{
    CHECK(print_three(in(Format::csv, CsvDialect::excel_de)) ==
          "\xEF\xBB\xBFnumber;name;count;amount;price;quantity;rate;due;at;customer;tags\r\n"
          "10042;Müller & Söhne;7;2380,00;1,50;1,5;19;30.06.2026;30.06.2026 14:05;yes;"
          "\"A-Kunde;Hydraulik\"\r\n"
          "'=1+2;\"a,b;\"\"c\"\"\r\nd\te\\\";-1;-0,05;-0,0001;-1;-2,5;02.01.1999;14:05;no;'-x\r\n"
          ";;;;;;;;;;\r\n");
    const std::vector<ColumnInfo> column = {{"phone", "PHONE", Kind::text}};
    for (const auto* const formula : {"=1", "+49", "-1", "@x"})
        CHECK(print(column, {{text(formula)}}, in(Format::csv, CsvDialect::excel_de)) ==
              fmt::format("\xEF\xBB\xBFphone\r\n'{}\r\n", formula));
    CHECK(print(column, {{text("\t=\"x\"")}}, in(Format::csv, CsvDialect::excel_de)) ==
          "\xEF\xBB\xBFphone\r\n\"'\t=\"\"x\"\"\"\r\n");
}

TEST_CASE("csv: a row of one empty field is not an empty line")
{
    CHECK(print({{"name", "NAME", Kind::text}}, {{Cell()}}, in(Format::csv)) == "name\n\"\"\n");
}

TEST_CASE("tsv: a row is a line")
{
    CHECK(
        print_three(in(Format::tsv)) ==
        "number\tname\tcount\tamount\tprice\tquantity\trate\tdue\tat\tcustomer\ttags\n"
        "10042\tMüller & Söhne\t7\t2380.00\t1.50\t1.5\t19\t2026-06-30\t2026-06-30T14:05\tyes\t"
        "A-Kunde;Hydraulik\n"
        "=1+2\ta,b;\"c\"\\r\\nd\\te\\\\\t-1\t-0.05\t-0.0001\t-1\t-2.5\t1999-01-02\t14:05\tno\t-x\n"
        "\t\t\t\t\t\t\t\t\t\t\n");
}

TEST_CASE("json: numbers with the digits of every format, one object a line")
{
    const std::string first =
        R"({"number":"10042","name":"Müller & Söhne","count":7,"amount":2380.00,"price":1.50,)"
        R"("quantity":1.5,"rate":19,"due":"2026-06-30","at":"2026-06-30T14:05","customer":true,)"
        R"("tags":["A-Kunde","Hydraulik"]})";
    const std::string second =
        R"({"number":"=1+2","name":"a,b;\"c\"\r\nd\te\\","count":-1,"amount":-0.05,)"
        R"("price":-0.0001,"quantity":-1,"rate":-2.5,"due":"1999-01-02","at":"14:05",)"
        R"("customer":false,"tags":["-x"]})";
    const std::string third =
        R"({"number":null,"name":null,"count":null,"amount":null,"price":null,"quantity":null,)"
        R"("rate":null,"due":null,"at":null,"customer":null,"tags":null})";
    CHECK(print_three(in(Format::json)) ==
          "[\n" + first + ",\n" + second + ",\n" + third + "\n]\n");
    CHECK(print_three(in(Format::jsonl)) == first + '\n' + second + '\n' + third + '\n');
}

TEST_CASE("json: nothing to list, an empty list, a byte that is not UTF-8")
{
    const std::vector<ColumnInfo> columns = {{"tags", "TAGS", Kind::list},
                                             {"name", "NAME", Kind::text}};
    CHECK(print(columns, {}, in(Format::json)) == "[]\n");
    CHECK(print(columns, {}, in(Format::jsonl)).empty());
    CHECK(print(columns, {{List{""}, text("a\xFFz")}}, in(Format::jsonl)) ==
          "{\"tags\":[],\"name\":\"a\uFFFDz\"}\n");
}

TEST_CASE("one thing is one object")
{
    std::ostringstream out;
    const std::vector<Cell> cells = {text("RE2026-00001"), Money{100}};
    write_object(std::vector<ColumnInfo>{{"number", "", Kind::text}, {"gross", "", Kind::money}},
                 cells, out);
    CHECK(out.str() == "{\"number\":\"RE2026-00001\",\"gross\":1.00}\n");
}

TEST_CASE("an empty listing has its heading, unless that is not wanted")
{
    const std::vector<ColumnInfo> columns = {{"a", "A", Kind::text}, {"b", "B", Kind::money}};
    for (const auto format : {Format::csv, Format::tsv, Format::table}) {
        auto options = in(format);
        CHECK(print(columns, {}, options).size() > 3);
        options.header = false;
        CHECK(print(columns, {}, options).empty());
    }
}

TEST_CASE("a stream that fails is an error")
{
    for (const auto format : {Format::table, Format::csv, Format::tsv, Format::json}) {
        std::ostringstream out;
        out.setstate(std::ios::badbit);
        Listing listing(every_kind(), in(format), out);
        listing.row(three_rows().front());
        CHECK(throws(ErrorKind::io, [&] { listing.finish(); }));
    }
}

TEST_CASE("a number that came as text is a number in every format")
{
    const std::vector<ColumnInfo> columns = {{"x", "X", Kind::real}, {"y", "Y", Kind::text}};
    const std::vector<std::vector<Cell>> rows = {{NumberText{"0.1"}, text("a")},
                                                 {NumberText{"-1.5e+20"}, text("b")}};
    CHECK(print(columns, rows, in(Format::json)) ==
          "[\n{\"x\":0.1,\"y\":\"a\"},\n{\"x\":-1.5e+20,\"y\":\"b\"}\n]\n");
    CHECK(print(columns, rows, in(Format::csv)) == "x,y\n0.1,a\n-1.5e+20,b\n");
    CHECK(print(columns, rows, in(Format::csv, CsvDialect::excel_de)) ==
          "\xEF\xBB\xBFx;y\r\n0,1;a\r\n-1,5e+20;b\r\n");
    CHECK(print(columns, rows, in(Format::tsv)) == "x\ty\n0.1\ta\n-1.5e+20\tb\n");
    CHECK(print(columns, rows, in(Format::table)) == "       X  Y\n     0.1  a\n-1.5e+20  b\n");
}

} // namespace crm::test
