// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <string>
#include <string_view>

namespace crm
{

/// Which account of the tax adviser's chart something is booked on.
enum class Ledger {
    revenue,
    purchase,
    skonto_granted,
    skonto_received,
    write_off,          ///< of what customers owe
    write_off_received, ///< of what we owe
};

/// The accounts of a chart of accounts, as the settings `datev.*` say; without them those that the
/// charts SKR03 and SKR04 have for it.
class DatevAccounts
{
  public:
    explicit DatevAccounts(Store& store);

    [[nodiscard]] const std::string& chart() const { return chart_; } ///< "03", "04"
    /// By the rate, or by the case of trade abroad. Rejected: there is none for it.
    [[nodiscard]] std::string of(Ledger ledger, Rate rate, TaxCase tax_case) const;
    /// `bank`, `bank-fee`, `interest`, `reminder-fee`, `other`.
    [[nodiscard]] std::string single(std::string_view what) const;

  private:
    Store& store_;
    std::string chart_;
};

} // namespace crm
