// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/store/store.hpp"

#include <optional>
#include <span>
#include <vector>

namespace crm
{

/// What changes a principal: it counts from the day after, because who pays on a day still owes the
/// interest of that day.
struct PrincipalChange {
    Date day;
    Money by;
};

/// The interest that is owed in default (§ 288 BGB): so many points above the base rate of § 247
/// BGB, as the settings `interest.base`, `interest.business` and `interest.consumer` have them.
class DefaultInterest
{
  public:
    explicit DefaultInterest(Store& store);

    /// Interest on `principal`, which `changes` change in the order of their days, from the first
    /// to the last day, both included: principal x rate x days / 365 per segment, which ends where
    /// the rate or the principal changes, and rounded once at the end (german-practice.md 3.3).
    /// Rejected: days whose base rate is not known, which is not before that of a later half-year
    /// is.
    [[nodiscard]] Money on(Money principal, std::span<const PrincipalChange> changes, Period days,
                           bool business) const;

  private:
    struct Segment {
        Date first;
        Rate business;
        Rate consumer;
    };

    /// Cents times hundredths of a percent times days.
    [[nodiscard]] Int128 exact(Money principal, Period days, bool business) const;
    void require_known(Period days) const;

    std::vector<Segment> segments_; ///< each lasts up to the next one
    std::optional<Date> known_until_;
};

/// The first and the last day of a half-year for which a base rate counts.
Period half_year_of(Date day);

} // namespace crm
