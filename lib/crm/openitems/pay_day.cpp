// SPDX-License-Identifier: MIT
#include "crm/openitems/pay_day.hpp"

#include "crm/store/settings.hpp"

#include <algorithm>

namespace crm
{

namespace
{

PayDay with(const Debt& debt, const SkontoStep& step, Date day)
{
    const auto days = [&](Date end) { return static_cast<int>((end - debt.date).count()); };
    return {day, step.amount, yearly_rate({step.rate, days(step.until)}, days(debt.due))};
}

/// What paying so much on that day is worth on the due day, if money costs a rate a year; in
/// 1 / (365 x 10,000) cents.
Int128 cost(const Debt& debt, const PayDay& choice, Rate rate)
{
    constexpr std::int64_t days_of_year = 365, whole = 10'000;
    const auto early = (debt.due - choice.day).count();
    return Int128{(debt.open - choice.skonto).cents} *
           (days_of_year * whole + rate.hundredths * early);
}

} // namespace

std::vector<SkontoStep> skonto_steps_of(std::string_view terms, Date document_date, Money gross)
{
    if (terms.empty() || gross <= Money{})
        return {};
    return skonto_steps(parse_terms(terms, Decimal::point), document_date, gross);
}

PayDay best_pay_day(const Debt& debt, Date earliest, Rate least_rate)
{
    auto best = pay_on(debt, std::max(debt.due, earliest));
    for (const auto& step : debt.steps) {
        if (step.until < earliest)
            continue;
        const auto choice = with(debt, step, step.until);
        if (cost(debt, choice, least_rate) <= cost(debt, best, least_rate))
            best = choice;
    }
    return best;
}

PayDay pay_on(const Debt& debt, Date day)
{
    const auto step = skonto_on(debt.steps, day, 0);
    return step ? with(debt, *step, day) : PayDay{day, {}, std::nullopt};
}

Rate least_skonto_rate(Store& store, Date day)
{
    const auto text = setting(store, "skonto.min-rate", day);
    return text.empty() ? Rate{} : parse_rate(text, Decimal::point);
}

} // namespace crm
