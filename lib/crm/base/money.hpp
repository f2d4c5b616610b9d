// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/short_text.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace crm
{

/// Wide enough for quantity times price times discount before the one rounding.
__extension__ using Int128 = __int128;

/// An amount of money, in cents.
struct Money {
    std::int64_t cents = 0;
    auto operator<=>(const Money&) const = default;

    Money operator-() const { return {-cents}; }
    Money operator+(Money other) const { return {cents + other.cents}; }
    Money operator-(Money other) const { return {cents - other.cents}; }
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }
};

/// The price or cost of one unit, in ten-thousandths.
struct UnitPrice {
    std::int64_t ten_thousandths = 0;
    auto operator<=>(const UnitPrice&) const = default;
};

/// A quantity of goods, in thousandths.
struct Quantity {
    std::int64_t thousandths = 0;
    auto operator<=>(const Quantity&) const = default;

    Quantity operator-() const { return {-thousandths}; }
    Quantity operator+(Quantity other) const { return {thousandths + other.thousandths}; }
    Quantity operator-(Quantity other) const { return {thousandths - other.thousandths}; }
    Quantity& operator+=(Quantity other) { return *this = *this + other; }
    Quantity& operator-=(Quantity other) { return *this = *this - other; }
};

/// A discount, tax or interest rate, in hundredths of a percent.
struct Rate {
    std::int64_t hundredths = 0;
    auto operator<=>(const Rate&) const = default;
};

/// What separates the decimals of an amount that is read; the other mark groups thousands.
enum class Decimal { point, comma };

/// Reads an amount of money typed on the command line: at most two decimals, `€` or `EUR` may
/// follow. `1.234` is refused with Decimal::point because it may mean 1234. Comma: `1.234,56`.
/// Thousands may be grouped if all groups are well formed, with Decimal::point only where decimals
/// follow (`1,234.56`). Up to twelve digits before the decimals. Throws ErrorKind::usage.
Money parse_money(std::string_view text, Decimal decimal);

/// The same for a cell of a file, where a decimal point is taken as written: `1.500` is 1.50.
Money parse_money_in_file(std::string_view text, Decimal decimal);

/// At most four decimals, taken as written, `€` or `EUR` may follow. Throws ErrorKind::usage.
UnitPrice parse_unit_price(std::string_view text, Decimal decimal);

/// At most three decimals, taken as written. Throws ErrorKind::usage.
Quantity parse_quantity(std::string_view text, Decimal decimal);

/// Percent with at most two decimals, `%` may follow. Throws ErrorKind::usage.
Rate parse_rate(std::string_view text, Decimal decimal);

/// Always two decimals: `2380.00`.
ShortText short_text(Money money);
/// Two to four decimals: `1.50`, `0.0125`.
ShortText short_text(UnitPrice price);
/// No trailing zeros: `4`, `1.5`, `-1`.
ShortText short_text(Quantity quantity);
/// Percent, no trailing zeros: `19`, `2.5`.
ShortText short_text(Rate rate);

std::string to_string(Money money);
std::string to_string(UnitPrice price);
std::string to_string(Quantity quantity);
std::string to_string(Rate rate);

/// The quotient rounded half away from zero, as commercial practice rounds. The denominator is
/// positive. Throws ErrorKind::rejected when the result does not fit.
std::int64_t round_half_away(Int128 numerator, Int128 denominator);

/// quantity × price × (100 % − discount), rounded once to the cent.
/// Throws ErrorKind::rejected when the result does not fit.
Money line_net(Quantity quantity, UnitPrice price, Rate discount);

/// That many percent of an amount, rounded to the cent: tax of a net sum, prompt payment discount.
Money share(Money money, Rate rate);

} // namespace crm
