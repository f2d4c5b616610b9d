// SPDX-License-Identifier: MIT
#include "crm/base/terms.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace crm
{

namespace
{

constexpr int longest_days = 999;
constexpr std::int64_t whole = 100'00; ///< all of an amount, in hundredths of a percent

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// The parts between commas, blanks around them dropped.
std::vector<std::string_view> parts_of(std::string_view text, Decimal decimal)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool inside_number = decimal == Decimal::comma && i > 0 && i + 1 < text.size() &&
                                   is_digit(text[i - 1]) && is_digit(text[i + 1]);
        if (text[i] == ',' && !inside_number) {
            parts.push_back(trim(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    parts.push_back(trim(text.substr(begin)));
    return parts;
}

std::optional<int> parse_days(std::string_view text)
{
    int days = -1;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, days);
    const bool read = !text.empty() && is_digit(text.front()) && result.ptr == end;
    return read && result.ec == std::errc() && days <= longest_days ? std::optional(days)
                                                                    : std::nullopt;
}

Error unreadable(std::string_view text)
{
    return error(ErrorKind::usage, "'{}' are no terms of payment", text)
        .with_hint("write them like '3% 7, 2% 14, 30 net': discounts with their days, then the "
                   "days net");
}

PaymentTerms::Step parse_step(std::string_view part, std::string_view text, Decimal decimal)
{
    const auto mark = std::min(part.find('%'), part.size());
    const auto days = parse_days(trim(part.substr(std::min(mark + 1, part.size()))));
    if (mark == part.size() || !days)
        throw unreadable(text);
    return {parse_rate(part.substr(0, mark), decimal), *days};
}

int parse_net(std::string_view part, std::string_view text)
{
    constexpr std::string_view net = "net";
    if (!part.ends_with(net))
        throw unreadable(text);
    const auto days = parse_days(trim(part.substr(0, part.size() - net.size())));
    if (!days)
        throw unreadable(text);
    return *days;
}

void check(const PaymentTerms& terms, std::string_view text)
{
    const PaymentTerms::Step* former = nullptr;
    for (const auto& step : terms.steps) {
        if (step.rate.hundredths <= 0 || step.rate.hundredths >= whole)
            throw error(ErrorKind::rejected, "'{}' is no discount for prompt payment",
                        to_string(step.rate) + '%')
                .with_hint("it is more than 0 and less than 100 %");
        if (former != nullptr && (step.rate >= former->rate || step.days <= former->days))
            throw error(ErrorKind::rejected, "'{}': who pays later must not deduct as much", text)
                .with_hint("rates fall while days rise, as in '3% 7, 2% 14, 30 net'");
        former = &step;
    }
    if (former != nullptr && terms.net_days < former->days)
        throw error(ErrorKind::rejected, "'{}': the days net end before those of the discount",
                    text);
}

} // namespace

PaymentTerms parse_terms(std::string_view text, Decimal decimal)
{
    auto parts = parts_of(text, decimal);
    PaymentTerms terms;
    terms.net_days = parse_net(parts.back(), text);
    parts.pop_back();
    for (const auto part : parts)
        terms.steps.push_back(parse_step(part, text, decimal));
    check(terms, text);
    return terms;
}

std::string to_string(const PaymentTerms& terms)
{
    std::string text;
    for (const auto& step : terms.steps)
        text += fmt::format("{}% {}, ", to_string(step.rate), step.days);
    return text + fmt::format("{} net", terms.net_days);
}

} // namespace crm
