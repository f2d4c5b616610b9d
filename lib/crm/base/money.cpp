// SPDX-License-Identifier: MIT
#include "crm/base/money.hpp"

#include "crm/base/error.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace crm
{

namespace
{

/// Up to twelve digits before the decimals: sums over any realistic company stay far from the limit
/// of 64 bits, and readers of JSON or spreadsheets that use doubles still see every cent.
constexpr std::size_t most_whole_digits = 12;

constexpr std::array<std::string_view, 2> currency_marks = {"€", "EUR"};
constexpr std::array<std::string_view, 1> percent_marks = {"%"};
constexpr std::array<std::string_view, 4> blanks = {" ", "\t", "\u00a0", "\u202f"};

/// A number taken apart: the digits before and after the decimal mark.
struct Parts {
    bool negative = false;
    bool grouped = false;
    std::string whole;
    std::string_view fraction;
};

bool all_digits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The text without the first of the marks that it ends with.
std::string_view without_suffix(std::string_view text, std::span<const std::string_view> marks)
{
    for (const auto mark : marks)
        if (text.ends_with(mark))
            return text.substr(0, text.size() - mark.size());
    return text;
}

std::string_view without_trailing_blanks(std::string_view text)
{
    for (auto shorter = without_suffix(text, blanks); shorter.size() < text.size();
         shorter = without_suffix(text, blanks))
        text = shorter;
    return text;
}

Error not_a_number(std::string_view text, Decimal decimal, int decimals)
{
    return error(ErrorKind::usage, "'{}' is not a number with at most {} decimals", text, decimals)
        .with_hint("write it like {}", decimal == Decimal::point ? "1234.5" : "1.234,5");
}

/// `1.234.567` without its marks; empty if a group has not three digits (the first: one to three).
std::string ungrouped(std::string_view whole, char mark)
{
    std::string digits;
    for (bool first = true;; first = false) {
        const auto end = std::min(whole.find(mark), whole.size());
        const auto group = whole.substr(0, end);
        if (!all_digits(group) || (first ? group.size() > 3 : group.size() != 3))
            return {};
        digits += group;
        if (end == whole.size())
            return digits;
        whole.remove_prefix(end + 1);
    }
}

/// Takes the number apart; `whole` is empty where it is none.
Parts split(std::string_view text, Decimal decimal, std::span<const std::string_view> suffixes)
{
    const char mark = decimal == Decimal::point ? '.' : ',';
    const char grouping = decimal == Decimal::point ? ',' : '.';
    Parts parts;
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    text = without_trailing_blanks(without_suffix(without_trailing_blanks(text), suffixes));
    if (text.starts_with('-') || text.starts_with('+')) {
        parts.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const auto end = std::min(text.find(mark), text.size());
    const auto whole = text.substr(0, end);
    if (end < text.size()) {
        parts.fraction = text.substr(end + 1);
        if (!all_digits(parts.fraction))
            return parts;
    }
    parts.grouped = whole.find(grouping) != std::string_view::npos;
    if (parts.grouped)
        parts.whole = ungrouped(whole, grouping);
    else if (all_digits(whole))
        parts.whole = whole;
    return parts;
}

/// The number in units of 10^-decimals.
std::int64_t scaled(const Parts& parts, std::string_view text, Decimal decimal, int decimals)
{
    const auto places = static_cast<std::size_t>(decimals);
    const auto excess = parts.fraction.substr(std::min(places, parts.fraction.size()));
    const bool ambiguous = decimal == Decimal::point && parts.grouped && parts.fraction.empty();
    if (parts.whole.empty() || ambiguous || excess.find_first_not_of('0') != excess.npos)
        throw not_a_number(text, decimal, decimals);
    const auto first = std::min(parts.whole.find_first_not_of('0'), parts.whole.size());
    if (parts.whole.size() - first > most_whole_digits)
        throw error(ErrorKind::usage, "'{}' is too large", text)
            .with_hint("at most {} digits before the decimals", most_whole_digits);
    std::string digits = parts.whole.substr(first);
    digits += parts.fraction.substr(0, places);
    digits.append(places - std::min(places, parts.fraction.size()), '0');
    std::int64_t value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return parts.negative ? -value : value;
}

std::int64_t parse(std::string_view text, Decimal decimal, int decimals,
                   std::span<const std::string_view> suffixes)
{
    return scaled(split(text, decimal, suffixes), text, decimal, decimals);
}

/// Whether a German reader may take the decimal point for one that groups thousands.
bool may_be_thousands(const Parts& parts)
{
    return !parts.grouped && parts.fraction.size() == 3 && !parts.whole.empty() &&
           parts.whole.size() <= 3 && parts.whole.front() != '0';
}

Int128 product(Int128 left, Int128 right)
{
    Int128 result = 0;
    if (__builtin_mul_overflow(left, right, &result))
        throw error(ErrorKind::rejected, "the amount is too large");
    return result;
}

} // namespace

Money parse_money(std::string_view text, Decimal decimal)
{
    const auto parts = split(text, decimal, currency_marks);
    if (decimal == Decimal::point && may_be_thousands(parts))
        throw error(ErrorKind::usage, "'{}' may mean {}{}", text, parts.whole, parts.fraction)
            .with_hint("write {0}{1} or {0}.{2}, or read amounts with --decimal comma", parts.whole,
                       parts.fraction, parts.fraction.substr(0, 2));
    return {scaled(parts, text, decimal, 2)};
}

Money parse_money_in_file(std::string_view text, Decimal decimal)
{
    return {parse(text, decimal, 2, currency_marks)};
}

UnitPrice parse_unit_price(std::string_view text, Decimal decimal)
{
    return {parse(text, decimal, 4, currency_marks)};
}

Quantity parse_quantity(std::string_view text, Decimal decimal)
{
    return {parse(text, decimal, 3, {})};
}

Rate parse_rate(std::string_view text, Decimal decimal)
{
    return {parse(text, decimal, 2, percent_marks)};
}

ShortText short_text(Money money)
{
    return decimal_text(money.cents, 2, 2);
}

ShortText short_text(UnitPrice price)
{
    return decimal_text(price.ten_thousandths, 4, 2);
}

ShortText short_text(Quantity quantity)
{
    return decimal_text(quantity.thousandths, 3, 0);
}

ShortText short_text(Rate rate)
{
    return decimal_text(rate.hundredths, 2, 0);
}

std::string to_string(Money money)
{
    return short_text(money).str();
}

std::string to_string(UnitPrice price)
{
    return short_text(price).str();
}

std::string to_string(Quantity quantity)
{
    return short_text(quantity).str();
}

std::string to_string(Rate rate)
{
    return short_text(rate).str();
}

std::int64_t round_half_away(Int128 numerator, Int128 denominator)
{
    const Int128 quotient = numerator / denominator;
    const Int128 rest = numerator % denominator;
    const Int128 size = rest < 0 ? -rest : rest;
    const Int128 step = size >= denominator - size ? (numerator < 0 ? -1 : 1) : 0;
    const Int128 rounded = quotient + step;
    if (rounded > std::numeric_limits<std::int64_t>::max() ||
        rounded < std::numeric_limits<std::int64_t>::min())
        throw error(ErrorKind::rejected, "the amount is too large");
    return static_cast<std::int64_t>(rounded);
}

Money line_net(Quantity quantity, UnitPrice price, Rate discount)
{
    // thousandths × ten-thousandths × hundredths of a percent = 10^-11; a cent is 10^9 of them
    const auto gross = product(quantity.thousandths, price.ten_thousandths);
    return {round_half_away(product(gross, Int128{10'000} - discount.hundredths), 1'000'000'000)};
}

Money share(Money money, Rate rate)
{
    return {round_half_away(product(money.cents, rate.hundredths), 10'000)};
}

} // namespace crm
