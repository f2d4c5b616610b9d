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
// 18 acquisition within the EU, 94 and 91 services of who is abroad (§ 13b UStG), at 19 % and 7 %
// (german-practice.md 3.2 and 3.5; those of trade abroad and of write-offs as the charts of DATEV
// name them). A service to a business is taxed where that is (§ 3a (2) UStG), one from abroad here,
// by us. Settings, because an adviser may want others.
constexpr std::array<ListDefault, 6> lists = {{
    {Ledger::revenue, "datev.accounts.revenue",
     "19=8400 7=8300 16=8340 5=8310 0=8200 intra-community=8125 intra-community-service=8336 "
     "export=8120 export-service=8338",
     "19=4400 7=4300 16=4340 5=4310 0=4200 intra-community=4125 intra-community-service=4336 "
     "export=4120 export-service=4338"},
    {Ledger::purchase, "datev.accounts.purchase",
     "19=3400 7=3300 16=3340 5=3310 0=3200 intra-community=3425 intra-community-reduced=3420 "
     "intra-community-zero=3550 intra-community-service=3123 intra-community-service-reduced=3113 "
     "intra-community-service-zero=3109 export=3200 export-service=3125 "
     "export-service-reduced=3115 export-service-zero=3109",
     "19=5400 7=5300 16=5340 5=5310 0=5200 intra-community=5425 intra-community-reduced=5420 "
     "intra-community-zero=5550 intra-community-service=5923 intra-community-service-reduced=5913 "
     "intra-community-service-zero=5909 export=5200 export-service=5925 "
     "export-service-reduced=5915 export-service-zero=5909"},
    {Ledger::skonto_granted, "datev.accounts.skonto-granted",
     "19=8736 7=8731 0=8730 intra-community=8743 intra-community-service=8742 export=8730 "
     "export-service=8730",
     "19=4736 7=4731 0=4730 intra-community=4743 intra-community-service=4742 export=4730 "
     "export-service=4730"},
    {Ledger::skonto_received, "datev.accounts.skonto-received",
     "19=3736 7=3731 0=3730 intra-community=3748 intra-community-reduced=3746 "
     "intra-community-zero=3730 intra-community-service=3151 "
     "intra-community-service-reduced=3150/91 intra-community-service-zero=3730 export=3730 "
     "export-service=3151 export-service-reduced=3150/91 export-service-zero=3730",
     "19=5736 7=5731 0=5730 intra-community=5748 intra-community-reduced=5746 "
     "intra-community-zero=5730 intra-community-service=5951 "
     "intra-community-service-reduced=5950/91 intra-community-service-zero=5730 export=5730 "
     "export-service=5951 export-service-reduced=5950/91 export-service-zero=5730"},
    {Ledger::write_off, "datev.accounts.write-off",
     "19=2406 7=2401 0=2400 intra-community=2402 intra-community-service=2400 export=2400 "
     "export-service=2400",
     "19=6936 7=6931 0=6930 intra-community=6932 intra-community-service=6930 export=6930 "
     "export-service=6930"},
    {Ledger::write_off_received, "datev.accounts.write-off-received",
     "19=2700/9 7=2700/8 0=2700 intra-community=2700/19 intra-community-reduced=2700/18 "
     "intra-community-zero=2700 intra-community-service=2700/94 "
     "intra-community-service-reduced=2700/91 intra-community-service-zero=2700 export=2700 "
     "export-service=2700/94 export-service-reduced=2700/91 export-service-zero=2700",
     "19=4830/9 7=4830/8 0=4830 intra-community=4830/19 intra-community-reduced=4830/18 "
     "intra-community-zero=4830 intra-community-service=4830/94 "
     "intra-community-service-reduced=4830/91 intra-community-service-zero=4830 export=4830 "
     "export-service=4830/94 export-service-reduced=4830/91 export-service-zero=4830"},
}};

struct SingleDefault {
    std::string_view what;
    const char* key;
    const char* skr03;
    const char* skr04;
};

constexpr std::array<SingleDefault, 7> singles = {{
    {"bank", "datev.accounts.bank", "1200", "1800"},
    {"bank-fee", "datev.accounts.bank-fee", "4970", "6855"},
    {"interest", "datev.accounts.interest", "2650", "7100"},
    {"reminder-fee", "datev.accounts.reminder-fee", "2700", "4830"},
    {"other", "datev.accounts.other", "1360", "1460"},
    {"other-expense", "datev.accounts.other-expense", "2300", "6300"},
    {"other-income", "datev.accounts.other-income", "2700", "4830"},
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

DatevAccount DatevAccounts::find(Ledger ledger, std::initializer_list<std::string> keys) const
{
    const auto& list = lists[static_cast<std::size_t>(ledger)];
    const auto own = setting(store_, list.key);
    for (const auto& key : keys) {
        auto account = value_of(own, key);
        if (account.empty())
            account = value_of(chart_ == "04" ? list.skr04 : list.skr03, key);
        if (account.empty())
            continue;
        const auto slash = std::min(account.find('/'), account.size());
        return {std::string(account.substr(0, slash)),
                std::string(account.substr(std::min(slash + 1, account.size())))};
    }
    const auto& last = std::data(keys)[keys.size() - 1];
    throw error(ErrorKind::rejected, "no account is known for {} at {}", list.key, last)
        .with_hint("say it: crm config set {} '{}=NUMBER'", list.key, last);
}

DatevAccount DatevAccounts::of(Ledger ledger, Rate rate) const
{
    return find(ledger, {to_string(rate)});
}

DatevAccount DatevAccounts::abroad(Ledger ledger, TaxCase tax_case, Supply supply,
                                   TaxClass tax) const
{
    std::string key(to_string(tax_case));
    if (supply == Supply::service)
        key += "-service";
    if (tax == TaxClass::standard)
        return find(ledger, {key});
    return find(ledger, {fmt::format("{}-{}", key, to_string(tax)), key});
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
