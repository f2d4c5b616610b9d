// SPDX-License-Identifier: MIT
#include "crm/openitems/exchange/datev_accounts.hpp"

#include "crm/base/error.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
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

// Automatic accounts, which know their tax, or others with a tax key: 9 and 8 are input tax, 19 and
// 18 acquisition within the EU, at 19 % and 7 % (german-practice.md 3.2 and 3.5; those of trade
// abroad and of write-offs as the charts of DATEV name them). Settings, because an adviser may want
// others.
constexpr std::array<ListDefault, 6> lists = {{
    {Ledger::revenue, "datev.accounts.revenue",
     "19=8400 7=8300 16=8340 5=8310 0=8200 intra-community=8125 export=8120",
     "19=4400 7=4300 16=4340 5=4310 0=4200 intra-community=4125 export=4120"},
    {Ledger::purchase, "datev.accounts.purchase",
     "19=3400 7=3300 16=3340 5=3310 0=3200 intra-community=3425 intra-community-reduced=3420 "
     "intra-community-zero=3550 export=3200",
     "19=5400 7=5300 16=5340 5=5310 0=5200 intra-community=5425 intra-community-reduced=5420 "
     "intra-community-zero=5550 export=5200"},
    {Ledger::skonto_granted, "datev.accounts.skonto-granted",
     "19=8736 7=8731 0=8730 intra-community=8743 export=8730",
     "19=4736 7=4731 0=4730 intra-community=4743 export=4730"},
    {Ledger::skonto_received, "datev.accounts.skonto-received",
     "19=3736 7=3731 0=3730 intra-community=3748 intra-community-reduced=3746 "
     "intra-community-zero=3730 export=3730",
     "19=5736 7=5731 0=5730 intra-community=5748 intra-community-reduced=5746 "
     "intra-community-zero=5730 export=5730"},
    {Ledger::write_off, "datev.accounts.write-off",
     "19=2406 7=2401 0=2400 intra-community=2402 export=2400",
     "19=6936 7=6931 0=6930 intra-community=6932 export=6930"},
    {Ledger::write_off_received, "datev.accounts.write-off-received",
     "19=2700/9 7=2700/8 0=2700 intra-community=2700/19 intra-community-reduced=2700/18 "
     "intra-community-zero=2700 export=2700",
     "19=4830/9 7=4830/8 0=4830 intra-community=4830/19 intra-community-reduced=4830/18 "
     "intra-community-zero=4830 export=4830"},
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

std::string_view DatevAccounts::find(std::string_view own, Ledger ledger,
                                     std::string_view key) const
{
    const auto& list = lists[static_cast<std::size_t>(ledger)];
    const auto account = value_of(own, key);
    return account.empty() ? value_of(chart_ == "04" ? list.skr04 : list.skr03, key) : account;
}

DatevAccount DatevAccounts::of(Ledger ledger, Rate rate, TaxCase tax_case, TaxClass tax) const
{
    const auto* const setting_key = lists[static_cast<std::size_t>(ledger)].key;
    const auto key =
        tax_case == TaxCase::domestic ? to_string(rate) : std::string(to_string(tax_case));
    const auto own = setting(store_, setting_key);
    std::string_view account;
    if (tax_case != TaxCase::domestic && tax != TaxClass::standard)
        account = find(own, ledger, fmt::format("{}-{}", key, to_string(tax)));
    if (account.empty())
        account = find(own, ledger, key);
    if (account.empty())
        throw error(ErrorKind::rejected, "no account is known for {} at {}", setting_key, key)
            .with_hint("say it: crm config set {} '{}=NUMBER'", setting_key, key);
    const auto slash = std::min(account.find('/'), account.size());
    return {std::string(account.substr(0, slash)),
            std::string(account.substr(std::min(slash + 1, account.size())))};
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
