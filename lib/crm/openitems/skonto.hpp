// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/terms.hpp"
#include "crm/openitems/document.hpp"

#include <optional>
#include <vector>

namespace crm
{

/// What may be deducted from a document until a day, the last one included. The percentage is of
/// the gross amount (german-practice.md 3.2).
struct SkontoStep {
    Rate rate;
    Date until;
    Money amount;
};

/// The steps of a document, the first deadline first; counted from its date.
std::vector<SkontoStep> skonto_steps(const PaymentTerms& terms, Date document_date, Money gross);

/// The step that can be taken on a day, `grace_days` after its deadline at the latest.
std::optional<SkontoStep> skonto_on(const std::vector<SkontoStep>& steps, Date day, int grace_days);

/// Splits a discount or write-off by the rates of a document: by their share of its gross amount,
/// the remainder to the largest; within a rate net is rounded and the tax is the rest. 71.40 of a
/// document at 19 % is 60.00 and 11.40.
std::vector<DocumentTax> split_by_rate(Money gross, const std::vector<DocumentTax>& taxes);

/// What a skonto step is worth a year, in hundredths of a percent: p / (100 - p) * 365 / (net days
/// - skonto days). 2 % in 10 days, 30 net, are 37.24 %. Nothing if the net days are not more.
std::optional<Rate> yearly_rate(const PaymentTerms::Step& step, int net_days);

} // namespace crm
