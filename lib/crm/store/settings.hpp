// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

enum class SettingCheck {
    text,
    digits,           ///< digits only, or nothing
    currency,         ///< three capital letters
    score,            ///< a whole number from 0 to 100
    consent,          ///< allowed, presumed or required
    percent,          ///< a rate, 19 or 5.5, or nothing
    share,            ///< the same from 0 to 1000
    small_share,      ///< the same from 0 to 5
    rate,             ///< from 0 to 100, not nothing
    base_rate,        ///< from -10 to 20, or nothing
    pattern,          ///< of own numbers, see number_series.hpp
    terms,            ///< of payment, as in '2% 14, 30 net'
    payment_order,    ///< principal or 367
    month_day,        ///< 01-01
    fiscal_period,    ///< month, quarter or year
    chart,            ///< of accounts: 03 or 04
    creditor_id,      ///< who may collect by direct debit, or nothing
    account,          ///< four digits, or nothing
    accounts,         ///< by tax rate, also with a tax key: 19=8400 7=2700/8, or nothing
    datev_client,     ///< 1 to 99999, or nothing
    datev_consultant, ///< 1001 to 9999999, or nothing
    amount,           ///< of money, 0 or more
    amount_if_known,  ///< the same, or nothing
    levels,           ///< a whole number from 1 to 9
    // One value a level of reminders, the last for all further ones:
    amount_each,    ///< 0 5.00
    days_each,      ///< 10 7, at most a year
    gap_each,       ///< the same, 7 or more
    yes_no_each,    ///< no yes
    interest_start, ///< due, due+30 or reminder
    sender,         ///< an e-mail address, `Name <address>`, or nothing
    links, ///< addresses that begin with mailto: or https:, with blanks between, or nothing
};

/// A company-wide setting: its key, what it is when nobody has set it, and what it does.
struct SettingInfo {
    const char* key;
    const char* default_value;
    SettingCheck check;
    const char* meaning;
    bool dated = true; ///< it may have another value from a day on
};

/// Every setting there is, by key.
std::span<const SettingInfo> settings();
/// Throws not_found for an unknown key, with the nearest one as hint.
const SettingInfo& setting_info(std::string_view key);

/// The words of a value that has several, with blanks between.
std::vector<std::string_view> setting_words(std::string_view text);

/// Whether a setting takes the value.
bool takes_value(const SettingInfo& info, std::string_view value);

/// The value in force on a day, by default the day that is worked on (StoreOptions::today), or the
/// last one of all if nobody said which that is; the default value if it was never set.
std::string setting(Store& store, std::string_view key, std::optional<Date> on = std::nullopt);

/// The same for a setting that is a whole number.
int setting_number(Store& store, std::string_view key);

/// A value as it was set, and the day from which it counts; no day means for all time before.
struct SetValue {
    std::string value;
    std::optional<Date> from;
};

/// The words of a setting with one value a level, see SettingCheck.
std::vector<std::string> setting_words(Store& store, std::string_view key, Date on);

/// Every value that was set, by day.
std::vector<SetValue> set_values(Store& store, std::string_view key);

/// Sets a value from a day on, by default for all time before the next dated one. Works inside the
/// caller's transaction. Throws rejected for a value that the setting does not take, usage for a
/// day of a setting that has one value for all days.
void set_setting(Store& store, std::string_view key, std::string_view value,
                 std::optional<Date> from = std::nullopt);

} // namespace crm
