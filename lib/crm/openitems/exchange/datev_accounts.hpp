// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <initializer_list>
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

    bool operator==(const DatevAccount&) const = default;
};

/// The accounts of a chart of accounts, as the settings `datev.*` say; without them those that the
/// charts SKR03 and SKR04 have for it.
class DatevAccounts
{
  public:
    explicit DatevAccounts(Store& store);

    [[nodiscard]] const std::string& chart() const { return chart_; } ///< "03", "04"
    /// Of what is taxed here, by its rate. Rejected: there is none for it.
    [[nodiscard]] DatevAccount of(Ledger ledger, Rate rate) const;
    /// Of trade abroad, by its case and whether it is a service; what is of another class than the
    /// standard one may have an account of its own. Rejected: there is none for it.
    [[nodiscard]] DatevAccount abroad(Ledger ledger, TaxCase tax_case, Supply supply,
                                      TaxClass tax) const;
    /// `bank`, `bank-fee`, `interest`, `reminder-fee`, `other`, `other-expense`, `other-income`.
    [[nodiscard]] std::string single(std::string_view what) const;

  private:
    /// What the settings, else the chart say for the first of the keys that they know.
    [[nodiscard]] DatevAccount find(Ledger ledger, std::initializer_list<std::string> keys) const;

    Store& store_;
    std::string chart_;
};

} // namespace crm
