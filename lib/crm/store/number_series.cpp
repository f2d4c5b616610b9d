// SPDX-License-Identifier: MIT
#include "crm/store/number_series.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/store/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 13> keys = {
    "quote",   "order",  "purchase-quote",   "purchase-order",  "delivery", "receipt", "return",
    "invoice", "credit", "supplier-invoice", "supplier-credit", "payment",  "claim"};
constexpr std::array<Series, 13> all = {Series::quote,
                                        Series::order,
                                        Series::purchase_quote,
                                        Series::purchase_order,
                                        Series::delivery,
                                        Series::receipt,
                                        Series::return_,
                                        Series::invoice,
                                        Series::credit,
                                        Series::supplier_invoice,
                                        Series::supplier_credit,
                                        Series::payment,
                                        Series::claim};

constexpr std::string_view year_mark = "{year}";
constexpr std::string_view number_mark = "{number";

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// A part of a pattern: literal text, the year, or the number with its least digits.
struct Part {
    enum class Kind { text, year, number } kind = Kind::text;
    std::string_view text;
    std::size_t digits = 0;
};

/// The part with which a pattern begins, taken off it; nothing if it begins with a bad brace.
std::optional<Part> take_part(std::string_view& rest)
{
    if (rest.starts_with(year_mark)) {
        rest.remove_prefix(year_mark.size());
        return Part{Part::Kind::year, {}, 0};
    }
    if (rest.starts_with(number_mark)) {
        const auto end = rest.find('}');
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto width = rest.substr(number_mark.size(), end - number_mark.size());
        rest.remove_prefix(end + 1);
        if (width.empty())
            return Part{Part::Kind::number, {}, 1};
        if (width.size() != 2 || width[0] != ':' || !is_digit(width[1]) || width[1] == '0')
            return std::nullopt;
        return Part{Part::Kind::number, {}, static_cast<std::size_t>(width[1] - '0')};
    }
    if (rest.front() == '{' || rest.front() == '}')
        return std::nullopt;
    const auto end = std::min(rest.find_first_of("{}"), rest.size());
    const Part part{Part::Kind::text, rest.substr(0, end), 0};
    rest.remove_prefix(end);
    return part;
}

std::string key_of(Series series)
{
    return fmt::format("number.{}", to_string(series));
}

/// Every pattern that a series has on any day.
std::vector<std::string> patterns_of(Store& store, Series series)
{
    const auto key = key_of(series);
    std::vector<std::string> patterns;
    for (auto& set : set_values(store, key)) {
        if (patterns.empty() && set.from)
            patterns.emplace_back(setting_info(key).default_value);
        patterns.push_back(std::move(set.value));
    }
    if (patterns.empty())
        patterns.emplace_back(setting_info(key).default_value);
    return patterns;
}

std::string series_name(Series series, std::string_view pattern, std::string_view year)
{
    std::string name(to_string(series));
    if (pattern.find(year_mark) != std::string_view::npos)
        name.append(" ").append(year);
    return name;
}

/// Whether a number, in lower case, is what a pattern makes.
bool fits(std::string_view number, std::string_view pattern)
{
    while (!pattern.empty()) {
        const auto part = take_part(pattern);
        if (!part)
            return false;
        if (part->kind == Part::Kind::text) {
            const auto text = lower(part->text);
            if (!number.starts_with(text))
                return false;
            number.remove_prefix(text.size());
            continue;
        }
        const auto digits = std::find_if_not(number.begin(), number.end(), is_digit);
        auto length = static_cast<std::size_t>(digits - number.begin());
        if (part->kind == Part::Kind::year)
            length = std::min<std::size_t>(length, 4);
        if (length < (part->kind == Part::Kind::year ? 4 : part->digits))
            return false;
        number.remove_prefix(length);
    }
    return number.empty();
}

/// What may stand at a place of a number: a sign, a digit, or as many digits as there may be.
struct Place {
    char sign = 0; ///< 0: any digit
    bool many = false;
};

std::vector<Place> places_of(std::string_view pattern)
{
    std::vector<Place> places;
    while (!pattern.empty()) {
        const auto part = take_part(pattern).value();
        if (part.kind == Part::Kind::text)
            for (const char sign : lower(part.text))
                places.push_back({sign, false});
        else
            places.resize(places.size() + (part.kind == Part::Kind::year ? 4 : part.digits));
        if (part.kind == Part::Kind::number)
            places.push_back({0, true});
    }
    return places;
}

bool may_be_same(const Place& a, const Place& b)
{
    if (a.sign == 0 || b.sign == 0)
        return a.sign == b.sign || is_digit(a.sign == 0 ? b.sign : a.sign);
    return a.sign == b.sign;
}

/// Whether there is a number that both patterns can make: all pairs of places are tried to which
/// the same signs may lead.
bool can_meet(std::string_view one, std::string_view other)
{
    const auto a = places_of(one);
    const auto b = places_of(other);
    std::vector<std::vector<bool>> reached(a.size() + 1, std::vector<bool>(b.size() + 1));
    reached[0][0] = true;
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (!reached[i][j])
                continue;
            if (i < a.size() && a[i].many)
                reached[i + 1][j] = true;
            if (j < b.size() && b[j].many)
                reached[i][j + 1] = true;
            if (i < a.size() && j < b.size() && may_be_same(a[i], b[j]))
                reached[i + (a[i].many ? 0 : 1)][j + (b[j].many ? 0 : 1)] = true;
        }
    return reached[a.size()][b.size()];
}

} // namespace

std::string_view to_string(Series series)
{
    return keys.at(static_cast<std::size_t>(series));
}

std::string series_name(Store& store, Series series, Date day)
{
    return series_name(series, setting(store, key_of(series), day), to_string(day).substr(0, 4));
}

SeriesNumber next_number(Store& store, Series series, Date day)
{
    const auto pattern = setting(store, key_of(series), day);
    const auto year = to_string(day).substr(0, 4);
    SeriesNumber taken;
    taken.series = series_name(series, pattern, year);
    auto take = store.prepare(R"sql(
        INSERT INTO number_series (name, next) VALUES (:name, 2)
        ON CONFLICT (name) DO UPDATE SET next = next + 1
        RETURNING next - 1)sql");
    take.bind(":name", taken.series);
    take.step();
    taken.place = take.integer(0);
    std::string_view rest = pattern;
    while (!rest.empty()) {
        const auto part = take_part(rest).value();
        if (part.kind == Part::Kind::text)
            taken.number += part.text;
        else if (part.kind == Part::Kind::year)
            taken.number += year;
        else
            taken.number += fmt::format("{:0{}}", taken.place, part.digits);
    }
    return taken;
}

Error number_taken(Series series, std::string_view number)
{
    return error(ErrorKind::rejected, "the next number, {}, is taken", number)
        .with_hint("'crm config set {}' gives another pattern", key_of(series));
}

void refuse_pattern_of_another(Store& store, std::string_view key, std::string_view pattern)
{
    for (const auto series : all) {
        if (key_of(series) == key)
            continue;
        for (const auto& other : patterns_of(store, series))
            if (can_meet(pattern, other))
                throw error(ErrorKind::rejected, "'{}' can make the numbers of {}, '{}'", pattern,
                            key_of(series), other)
                    .with_hint("begin each series with letters of its own, so that a number says "
                               "what it is of");
    }
}

OwnNumbers::OwnNumbers(Store& store)
{
    for (const auto series : all)
        for (auto& pattern : patterns_of(store, series))
            patterns_.push_back(std::move(pattern));
}

bool OwnNumbers::include(std::string_view number) const
{
    const auto key = lower(number);
    return std::any_of(patterns_.begin(), patterns_.end(),
                       [&](const auto& pattern) { return fits(key, pattern); });
}

bool is_number_pattern(std::string_view text)
{
    int numbers = 0;
    int years = 0;
    while (!text.empty()) {
        const auto part = take_part(text);
        if (!part)
            return false;
        numbers += part->kind == Part::Kind::number ? 1 : 0;
        years += part->kind == Part::Kind::year ? 1 : 0;
    }
    return numbers == 1 && years <= 1;
}

} // namespace crm
