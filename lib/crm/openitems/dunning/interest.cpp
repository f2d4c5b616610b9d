// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/interest.hpp"

#include "crm/base/error.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>

namespace crm
{

namespace
{

using std::chrono::days;

constexpr Int128 whole = Int128{10'000} * 365; // hundredths of a percent, days of a year

/// What a setting was set to, each value with its day.
std::vector<std::pair<Date, Rate>> dated_rates(Store& store, const char* key)
{
    std::vector<std::pair<Date, Rate>> rates;
    for (const auto& set : set_values(store, key))
        if (set.from && !set.value.empty())
            rates.emplace_back(*set.from, parse_rate(set.value, Decimal::point));
    return rates;
}

Rate points_on(Store& store, const char* key, Date day)
{
    const auto value = setting(store, key, day);
    return value.empty() ? Rate{} : parse_rate(value, Decimal::point);
}

} // namespace

Period half_year_of(Date day)
{
    const std::chrono::year_month_day date(day);
    const bool first = date.month() <= std::chrono::June;
    return first ? Period{date.year() / 1 / 1, date.year() / 6 / 30}
                 : Period{date.year() / 7 / 1, date.year() / 12 / 31};
}

DefaultInterest::DefaultInterest(Store& store)
{
    const auto base = dated_rates(store, "interest.base");
    if (base.empty())
        return;
    known_until_ = half_year_of(base.back().first).last;
    std::vector<Date> firsts;
    for (const auto& [day, rate] : base)
        firsts.push_back(day);
    for (const char* key : {"interest.business", "interest.consumer"})
        for (const auto& [day, points] : dated_rates(store, key))
            if (day > base.front().first)
                firsts.push_back(day);
    std::ranges::sort(firsts);
    firsts.erase(std::ranges::unique(firsts).begin(), firsts.end());
    for (const auto first : firsts) {
        const auto rate = std::prev(std::ranges::upper_bound(base, first, {}, [](const auto& r) {
                              return r.first;
                          }))->second;
        const auto with = [&](const char* key) {
            return Rate{std::max<std::int64_t>(0, rate.hundredths +
                                                      points_on(store, key, first).hundredths)};
        };
        segments_.push_back({first, with("interest.business"), with("interest.consumer")});
    }
}

void DefaultInterest::require_known(Period days) const
{
    const auto unknown =
        segments_.empty() || days.first < segments_.front().first ? std::optional(days.first)
        : days.last > *known_until_ ? std::optional(*known_until_ + std::chrono::days(1))
                                    : std::nullopt;
    if (unknown)
        throw error(ErrorKind::rejected, "the base rate for interest from {} on is not known",
                    to_string(*unknown))
            .with_hint("the Bundesbank publishes it: crm config set interest.base RATE --from {}",
                       to_string(half_year_of(*unknown).first));
}

Int128 DefaultInterest::exact(Money principal, Period span, bool business) const
{
    Int128 sum = 0;
    auto segment = std::prev(std::ranges::upper_bound(segments_, span.first, {}, &Segment::first));
    for (auto first = span.first; first <= span.last; ++segment) {
        const auto next = std::next(segment);
        const auto last =
            next == segments_.end() ? span.last : std::min(span.last, next->first - days(1));
        const auto rate = business ? segment->business : segment->consumer;
        sum += Int128{principal.cents} * rate.hundredths * ((last - first).count() + 1);
        first = last + days(1);
    }
    return sum;
}

Money DefaultInterest::on(Money principal, std::span<const PrincipalChange> changes, Period span,
                          bool business) const
{
    if (span.last < span.first)
        return {};
    require_known(span);
    Int128 sum = 0;
    auto first = span.first;
    for (const auto& change : changes) {
        const auto last = std::min(change.day, span.last);
        if (last >= first) {
            sum += exact(std::max(principal, Money{}), {first, last}, business);
            first = last + days(1);
        }
        principal += change.by;
    }
    if (first <= span.last)
        sum += exact(std::max(principal, Money{}), {first, span.last}, business);
    return {round_half_away(sum, whole)};
}

} // namespace crm
