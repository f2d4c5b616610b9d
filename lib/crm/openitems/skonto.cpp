// SPDX-License-Identifier: MIT
#include "crm/openitems/skonto.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::int64_t whole = 10'000; // a hundred percent

/// What of a gross amount is net at a rate.
Money net_of(Money gross, Rate rate)
{
    return {round_half_away(Int128{gross.cents} * whole, whole + rate.hundredths)};
}

} // namespace

std::vector<SkontoStep> skonto_steps(const PaymentTerms& terms, Date document_date, Money gross)
{
    std::vector<SkontoStep> steps;
    for (const auto& step : terms.steps)
        steps.push_back(
            {step.rate, document_date + std::chrono::days(step.days), share(gross, step.rate)});
    return steps;
}

std::optional<SkontoStep> skonto_on(const std::vector<SkontoStep>& steps, Date day, int grace_days)
{
    for (const auto& step : steps)
        if (day <= step.until + std::chrono::days(grace_days))
            return step;
    return std::nullopt;
}

std::vector<DocumentTax> split_by_rate(Money gross, const std::vector<DocumentTax>& taxes)
{
    Money total;
    for (const auto& tax : taxes)
        total += tax.net + tax.tax;
    std::vector<DocumentTax> parts;
    if (total == Money{})
        return parts;
    const int sign = total < Money{} ? -1 : 1; // an opening credit
    Money given;
    std::size_t largest = 0;
    std::vector<Money> shares;
    for (std::size_t i = 0; i < taxes.size(); ++i) {
        const auto of_rate = taxes[i].net + taxes[i].tax;
        shares.push_back(
            {round_half_away(Int128{gross.cents} * of_rate.cents * sign, total.cents * sign)});
        given += shares.back();
        if (of_rate > taxes[largest].net + taxes[largest].tax)
            largest = i;
    }
    shares[largest] += gross - given;
    for (std::size_t i = 0; i < taxes.size(); ++i) {
        const auto net = net_of(shares[i], taxes[i].rate);
        parts.push_back({taxes[i].rate, net, shares[i] - net});
    }
    return parts;
}

std::optional<Rate> yearly_rate(const PaymentTerms::Step& step, int net_days)
{
    constexpr std::int64_t days_of_year = 365;
    const auto days = net_days - step.days;
    if (days <= 0)
        return std::nullopt;
    return Rate{round_half_away(Int128{step.rate.hundredths} * days_of_year * whole,
                                Int128{whole - step.rate.hundredths} * days)};
}

} // namespace crm
