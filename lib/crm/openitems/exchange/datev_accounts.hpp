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

/// An account and the tax key (BU) to book on it with; none on an account that knows its tax.
struct DatevAccount {
    std::string number;
    std::string tax_key;
};

/// The accounts of a chart of accounts, as the settings `datev.*` say; without them those that the
/// charts SKR03 and SKR04 have for it.
class DatevAccounts
{
  public:
    explicit DatevAccounts(Store& store);

    [[nodiscard]] const std::string& chart() const { return chart_; } ///< "03", "04"
    /// By the rate, or by the case of trade abroad, where goods of another class than the standard
    /// one may have an account of their own. Rejected: there is none for it.
    [[nodiscard]] DatevAccount of(Ledger ledger, Rate rate, TaxCase tax_case,
                                  TaxClass tax = TaxClass::standard) const;
    /// `bank`, `bank-fee`, `interest`, `reminder-fee`, `other`.
    [[nodiscard]] std::string single(std::string_view what) const;

  private:
    /// What the settings, else the chart say for a key; empty if nothing.
    [[nodiscard]] std::string_view find(std::string_view own, Ledger ledger,
                                        std::string_view key) const;

    Store& store_;
    std::string chart_;
};

} // namespace crm
