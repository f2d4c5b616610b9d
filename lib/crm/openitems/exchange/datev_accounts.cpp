// SPDX-License-Identifier: MIT
#include "crm/openitems/exchange/datev_accounts.hpp"

#include "crm/base/error.hpp"
#include "crm/store/settings.hpp"

#include <array>

namespace crm
{

namespace
{

struct ListDefault {
    Ledger ledger;
    const char* key;
    const char* skr03;
    const char* skr04;
};

// Automatic accounts, which know their tax (german-practice.md 3.2; those of trade abroad and of
// write-offs as the charts of DATEV name them). Settings, because an adviser may want others.
constexpr std::array<ListDefault, 6> lists = {{
    {Ledger::revenue, "datev.accounts.revenue",
     "19=8400 7=8300 16=8340 5=8310 0=8200 intra-community=8125 export=8120",
     "19=4400 7=4300 16=4340 5=4310 0=4200 intra-community=4125 export=4120"},
    {Ledger::purchase, "datev.accounts.purchase",
     "19=3400 7=3300 16=3340 5=3310 0=3200 intra-community=3425 export=3200",
     "19=5400 7=5300 16=5340 5=5310 0=5200 intra-community=5425 export=5200"},
    {Ledger::skonto_granted, "datev.accounts.skonto-granted",
     "19=8736 7=8731 0=8730 intra-community=8730 export=8730",
     "19=4736 7=4731 0=4730 intra-community=4730 export=4730"},
    {Ledger::skonto_received, "datev.accounts.skonto-received",
     "19=3736 7=3731 0=3730 intra-community=3730 export=3730",
     "19=5736 7=5731 0=5730 intra-community=5730 export=5730"},
    {Ledger::write_off, "datev.accounts.write-off",
     "19=2406 7=2401 0=2400 intra-community=2400 export=2400",
     "19=6936 7=6931 0=6930 intra-community=6930 export=6930"},
    {Ledger::write_off_received, "datev.accounts.write-off-received",
     "19=2700 7=2700 0=2700 intra-community=2700 export=2700",
     "19=4830 7=4830 0=4830 intra-community=4830 export=4830"},
}};

struct SingleDefault {
    std::string_view what;
    const char* key;
    const char* skr03;
    const char* skr04;
};

constexpr std::array<SingleDefault, 5> singles = {{
    {"bank", "datev.accounts.bank", "1200", "1800"},
    {"bank-fee", "datev.accounts.bank-fee", "4970", "6855"},
    {"interest", "datev.accounts.interest", "2650", "7100"},
    {"reminder-fee", "datev.accounts.reminder-fee", "2700", "4830"},
    {"other", "datev.accounts.other", "1360", "1460"},
}};

/// The value of a key in "key=value key=value"; empty if it is not there.
std::string_view value_of(std::string_view list, std::string_view key)
{
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        const auto entry = list.substr(0, end);
        const auto equals = entry.find('=');
        if (entry.substr(0, equals) == key)
            return entry.substr(equals + 1);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return {};
}

} // namespace

DatevAccounts::DatevAccounts(Store& store) : store_(store), chart_(setting(store, "datev.chart")) {}

std::string DatevAccounts::of(Ledger ledger, Rate rate, TaxCase tax_case) const
{
    const auto& list = lists[static_cast<std::size_t>(ledger)];
    const auto key =
        tax_case == TaxCase::domestic ? to_string(rate) : std::string(to_string(tax_case));
    const auto own = setting(store_, list.key);
    auto account = value_of(own, key);
    if (account.empty())
        account = value_of(chart_ == "04" ? list.skr04 : list.skr03, key);
    if (account.empty())
        throw error(ErrorKind::rejected, "no account is known for {} at {}", list.key, key)
            .with_hint("say it: crm config set {} '{}=NUMBER'", list.key, key);
    return std::string(account);
}

std::string DatevAccounts::single(std::string_view what) const
{
    for (const auto& each : singles)
        if (each.what == what) {
            const auto own = setting(store_, each.key);
            return !own.empty() ? own : chart_ == "04" ? each.skr04 : each.skr03;
        }
    throw error(ErrorKind::rejected, "there is no account '{}'", what);
}

} // namespace crm
