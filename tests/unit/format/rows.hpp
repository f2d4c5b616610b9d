// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/listing.hpp"

#include <random>
#include <sstream>

namespace crm::test
{

inline Date day(const char* iso)
{
    return *parse_iso_date(iso);
}

/// Text for string_view cells, which have no conversion from a literal.
inline Cell text(std::string_view value)
{
    return value;
}

/// One column of every kind.
inline std::vector<ColumnInfo> every_kind()
{
    return {{"number", "NUMBER", Kind::text},
            {"name", "NAME", Kind::text},
            {"count", "COUNT", Kind::integer},
            {"amount", "AMOUNT", Kind::money},
            {"price", "PRICE", Kind::unit_price},
            {"quantity", "QTY", Kind::quantity},
            {"rate", "RATE", Kind::percent},
            {"due", "DUE", Kind::date},
            {"at", "AT", Kind::time},
            {"customer", "CUSTOMER", Kind::boolean},
            {"tags", "TAGS", Kind::list}};
}

/// An ordinary row, an awkward one, and one with nothing in it.
inline std::vector<std::vector<Cell>> three_rows()
{
    return {
        {text("10042"), text("Müller & Söhne"), std::int64_t{7}, Money{238'000}, UnitPrice{15'000},
         Quantity{1'500}, Rate{1'900}, day("2026-06-30"), text("2026-06-30T14:05"), true,
         List{"A-Kunde;Hydraulik"}},
        {text("=1+2"), text("a,b;\"c\"\r\nd\te\\"), std::int64_t{-1}, Money{-5}, UnitPrice{-1},
         Quantity{-1'000}, Rate{-250}, day("1999-01-02"), text("14:05"), false, List{"-x"}},
        std::vector<Cell>(11),
    };
}

/// What a listing of the rows prints.
inline std::string print(const std::vector<ColumnInfo>& columns,
                         const std::vector<std::vector<Cell>>& rows, const OutputOptions& options)
{
    std::ostringstream out;
    Listing listing(columns, options, out);
    for (const auto& row : rows)
        if (!listing.row(row))
            break;
    listing.finish();
    return out.str();
}

/// Text of random length from letters, umlauts, wide characters and everything that needs care.
inline std::string random_text(std::mt19937& random)
{
    constexpr std::array pieces = {"a",  "B",  "ä",   "ß",  "漢",   "😀",     "0",  "9",
                                   " ",  ",",  ";",   "\"", "'",    "=",     "\t", "\n",
                                   "\r", "\\", "\\n", "-",  "\x01", "\u2028"};
    std::uniform_int_distribution<std::size_t> length(0, 8);
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
    std::string result;
    for (auto left = length(random); left > 0; --left)
        result += pieces.at(piece(random));
    return result;
}

} // namespace crm::test
