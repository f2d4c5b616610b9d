// SPDX-License-Identifier: MIT
#include "crm/store/settings.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/store/number_series.hpp"
#include "crm/store/state.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace crm
{

namespace
{

constexpr std::string_view since_ever = "0001-01-01";
constexpr std::string_view for_ever = "9999-12-31";

constexpr auto table = std::to_array<SettingInfo>({
    {"consent.email.business", "required", SettingCheck::consent,
     "advertising by e-mail to businesses: allowed, presumed or required (consent)"},
    {"consent.email.consumer", "required", SettingCheck::consent,
     "advertising by e-mail to consumers: allowed, presumed or required (consent)"},
    {"consent.fax.business", "required", SettingCheck::consent,
     "advertising by fax to businesses: allowed, presumed or required (consent)"},
    {"consent.fax.consumer", "required", SettingCheck::consent,
     "advertising by fax to consumers: allowed, presumed or required (consent)"},
    {"consent.newsletter.business", "required", SettingCheck::consent,
     "newsletters to businesses: allowed, presumed or required (consent)"},
    {"consent.newsletter.consumer", "required", SettingCheck::consent,
     "newsletters to consumers: allowed, presumed or required (consent)"},
    {"consent.phone.business", "presumed", SettingCheck::consent,
     "advertising by phone to businesses: allowed, presumed or required (consent)"},
    {"consent.phone.consumer", "required", SettingCheck::consent,
     "advertising by phone to consumers: allowed, presumed or required (consent)"},
    {"consent.post.business", "allowed", SettingCheck::consent,
     "advertising by post to businesses: allowed, presumed or required (consent)"},
    {"consent.post.consumer", "allowed", SettingCheck::consent,
     "advertising by post to consumers: allowed, presumed or required (consent)"},
    {"consent.sms.business", "required", SettingCheck::consent,
     "advertising by SMS to businesses: allowed, presumed or required (consent)"},
    {"consent.sms.consumer", "required", SettingCheck::consent,
     "advertising by SMS to consumers: allowed, presumed or required (consent)"},
    {"cost.hour", "", SettingCheck::amount_if_known,
     "what an hour of talks with customers costs, for the third level of the margin"},
    {"cost.order", "", SettingCheck::amount_if_known,
     "what the handling of an order costs, for the third level of the margin"},
    {"count.tolerance", "", SettingCheck::percent,
     "the percentage of the book quantity by which a count may differ before a second one is "
     "wanted; nothing: none is"},
    {"currency", "EUR", SettingCheck::currency, "the currency of the books, a code as in EUR",
     false},
    {"datev.accounts.bank", "", SettingCheck::account,
     "the bank's account, four digits; that of the chart if empty"},
    {"datev.accounts.bank-fee", "", SettingCheck::account, "what the bank charges"},
    {"datev.accounts.interest", "", SettingCheck::account, "interest that we receive"},
    {"datev.accounts.other", "", SettingCheck::account, "what is booked as other"},
    {"datev.accounts.other-expense", "", SettingCheck::account,
     "what we paid too much and do not get back"},
    {"datev.accounts.other-income", "", SettingCheck::account,
     "what we were paid too much and nobody wants back"},
    {"datev.accounts.purchase", "", SettingCheck::accounts,
     "purchases by tax rate, as in 19=3400 7=3300 export=3200; what is not said is the chart's"},
    {"datev.accounts.reminder-fee", "", SettingCheck::account, "fees and lump sums of reminders"},
    {"datev.accounts.revenue", "", SettingCheck::accounts,
     "sales by tax rate, as in 19=8400 7=8300 intra-community=8125 intra-community-service=8336"},
    {"datev.accounts.skonto-granted", "", SettingCheck::accounts,
     "discounts that customers take, by tax rate"},
    {"datev.accounts.skonto-received", "", SettingCheck::accounts,
     "discounts that we take, by tax rate"},
    {"datev.accounts.write-off", "", SettingCheck::accounts,
     "what customers will not pay, by tax rate"},
    {"datev.accounts.write-off-received", "", SettingCheck::accounts,
     "what we need not pay, by tax rate, with the tax key if the account has none: 19=2700/9"},
    {"datev.chart", "03", SettingCheck::chart, "the chart of accounts, 03 or 04 (SKR03, SKR04)"},
    {"datev.client", "", SettingCheck::datev_client, "our number at the tax adviser, 1 to 99999"},
    {"datev.consultant", "", SettingCheck::datev_consultant,
     "the number of the tax adviser, 1001 to 9999999"},
    {"dunning.fee", "0 5.00", SettingCheck::amount_each,
     "the fee of a reminder of each level, the last for all further ones; the first is free"},
    {"dunning.gap", "7", SettingCheck::gap_each,
     "the days between two reminders, 7 or more: before level 2, before level 3 and so on"},
    {"dunning.interest", "no yes", SettingCheck::yes_no_each,
     "whether a reminder of each level claims interest"},
    {"dunning.levels", "3", SettingCheck::levels, "how often an item is reminded of, 1 to 9"},
    {"dunning.lumpsum", "no yes", SettingCheck::yes_no_each,
     "whether a reminder of each level claims the lump sum of § 288 (5) BGB from businesses"},
    {"dunning.minimum", "0", SettingCheck::amount,
     "who owes less in all is not reminded, what we owe deducted"},
    {"dunning.overdue", "1", SettingCheck::digits,
     "how many days past its due day an item is first reminded of"},
    {"dunning.term", "10 7", SettingCheck::days_each,
     "the days to pay that a reminder of each level gives"},
    {"duplicates.min_score", "75", SettingCheck::score,
     "the score from which on 'contact duplicates' lists a pair, 0 to 100"},
    {"fiscal.period", "quarter", SettingCheck::fiscal_period,
     "how long an accounting period is, of which last-period is one: month, quarter or year"},
    {"fiscal.start", "01-01", SettingCheck::month_day,
     "month and day with which the fiscal year begins"},
    {"interest.base", "", SettingCheck::base_rate,
     "the base rate of § 247 BGB in percent, from each 1 January and 1 July on"},
    {"interest.business", "9", SettingCheck::rate,
     "the points above it that businesses owe in default (§ 288 (2) BGB)"},
    {"interest.consumer", "5", SettingCheck::rate,
     "the points above it that consumers owe in default (§ 288 (1) BGB)"},
    {"interest.lumpsum", "40.00", SettingCheck::amount,
     "the lump sum that businesses owe in default, once per claim (§ 288 (5) BGB)"},
    {"interest.start", "due", SettingCheck::interest_start,
     "default begins on the due day, 30 days later, or with the first reminder: due, due+30 or "
     "reminder"},
    {"mailing.days", "30", SettingCheck::digits,
     "for how many days orders count as the result of a mailing"},
    {"mailing.from", "", SettingCheck::sender,
     "who sends mailings, 'Name <address>'; the own company with its e-mail address if empty"},
    {"mailing.reply_to", "", SettingCheck::sender, "where answers to mailings go, if not there"},
    {"mailing.unsubscribe", "", SettingCheck::links,
     "where mailings are unsubscribed from: mailto: and https: addresses, which may contain "
     "{{number}}, {{email}} and {{mailing}}; if empty, a mail to the sender"},
    {"number.claim", "FO{year}-{number:5}", SettingCheck::pattern,
     "the numbers of fees, interest and lump sums for late payment"},
    {"number.credit", "GU{year}-{number:5}", SettingCheck::pattern, "the numbers of credit notes"},
    {"number.delivery", "LS{year}-{number:5}", SettingCheck::pattern,
     "the numbers of delivery notes"},
    {"number.invoice", "RE{year}-{number:5}", SettingCheck::pattern, "the numbers of invoices"},
    {"number.order", "AU{year}-{number:5}", SettingCheck::pattern, "the numbers of sales orders"},
    {"number.payment", "ZA{year}-{number:5}", SettingCheck::pattern, "the numbers of payments"},
    {"number.purchase-order", "BE{year}-{number:5}", SettingCheck::pattern,
     "the numbers of purchase orders"},
    {"number.purchase-quote", "AF{year}-{number:5}", SettingCheck::pattern,
     "the numbers of suppliers' quotes"},
    {"number.quote", "AN{year}-{number:5}", SettingCheck::pattern, "the numbers of quotes"},
    {"number.receipt", "WE{year}-{number:5}", SettingCheck::pattern,
     "the numbers of receipts of goods"},
    {"number.return", "RS{year}-{number:5}", SettingCheck::pattern, "the numbers of returns"},
    {"number.supplier-credit", "EG{year}-{number:5}", SettingCheck::pattern,
     "our numbers of suppliers' credit notes"},
    {"number.supplier-invoice", "ER{year}-{number:5}", SettingCheck::pattern,
     "our numbers of suppliers' invoices"},
    {"payment.order", "principal", SettingCheck::payment_order,
     "what a payment settles first: principal, or 367 for costs, interest, principal (§ 367 BGB)"},
    {"phone.area_code", "", SettingCheck::digits,
     "the own area code, as in 0551, put before numbers typed without one", false},
    {"retention.letters", "6", SettingCheck::score,
     "the years for which business letters are kept, from the end of theirs"},
    {"retention.vouchers", "8", SettingCheck::score,
     "the years for which invoices and other vouchers are kept, from the end of theirs"},
    {"sepa.creditor-id", "", SettingCheck::creditor_id,
     "the creditor identifier with which we collect by direct debit, as in DE98ZZZ09999999999"},
    {"sepa.prenotification", "14", SettingCheck::score,
     "how many days before a direct debit the debtor is told of it; 14 unless less was agreed"},
    {"skonto.grace", "0", SettingCheck::score,
     "how many days after its last day a discount for prompt payment is still granted"},
    {"skonto.min-rate", "10", SettingCheck::share,
     "the yearly rate, in percent, from which on it is worth it to pay a supplier early"},
    {"skonto.tolerance", "0.5", SettingCheck::small_share,
     "by how much of the invoice, in percent up to 5, a payment less the discount may be short and "
     "still take it"},
    {"tax.reduced", "0", SettingCheck::rate,
     "the reduced rate of VAT, in percent, from its day on"},
    {"tax.standard", "0", SettingCheck::rate,
     "the standard rate of VAT, in percent, from its day on"},
    {"terms.purchase", "0 net", SettingCheck::terms,
     "the terms of payment of suppliers with whom none are agreed"},
    {"terms.sale", "0 net", SettingCheck::terms,
     "the terms of payment of customers with whom none are agreed; by law: at once"},
});

constexpr std::string_view key_of(const SettingInfo& info)
{
    return info.key;
}
static_assert(std::ranges::is_sorted(table, {}, key_of)); // it is searched

SettingDays days_of(Store& store, std::string_view key)
{
    auto query =
        store.prepare("SELECT valid_from, value FROM setting WHERE key = :key ORDER BY valid_from");
    query.bind(":key", key);
    SettingDays days;
    while (query.step())
        days.emplace_back(query.string(0), query.string(1));
    return days;
}

} // namespace

std::span<const SettingInfo> settings()
{
    return table;
}

const SettingInfo& setting_info(std::string_view key)
{
    const auto* const found = std::ranges::lower_bound(table, key, {}, key_of);
    if (found != table.end() && found->key == key)
        return *found;
    auto failure = error(ErrorKind::not_found, "there is no setting '{}'", key);
    std::vector<std::string> keys;
    for (const auto& info : table)
        keys.emplace_back(info.key);
    const auto near = suggestion(key, keys);
    if (!near.empty())
        throw std::move(failure).with_hint("did you mean '{}'?", near);
    throw std::move(failure).with_hint("'crm config list' shows every key");
}

std::string setting(Store& store, std::string_view key, std::optional<Date> on)
{
    const auto asked = on ? on : store.options().today;
    const auto day = asked ? to_string(*asked) : std::string(for_ever);
    const auto read = [&](const SettingDays& days) {
        const auto later = std::ranges::upper_bound(days, day, {}, &SettingDays::value_type::first);
        return later == days.begin() ? std::string(setting_info(key).default_value)
                                     : std::prev(later)->second;
    };
    auto& state = store.state();
    if (state.transaction_depth == 0)
        return read(days_of(store, key));
    const auto known = state.settings.find(key);
    return read(known != state.settings.end()
                    ? known->second
                    : state.settings.emplace(key, days_of(store, key)).first->second);
}

int setting_number(Store& store, std::string_view key)
{
    const auto value = setting(store, key);
    int number = 0; // a value that was set is one, and one that can be empty is 0 then
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

std::vector<std::string> setting_words(Store& store, std::string_view key, Date on)
{
    std::vector<std::string> words;
    const auto value = setting(store, key, on);
    for (const auto word : setting_words(value))
        words.emplace_back(word);
    return words;
}

std::vector<SetValue> set_values(Store& store, std::string_view key)
{
    auto query = store.prepare(R"sql(
        SELECT value, valid_from FROM setting WHERE key = :key ORDER BY valid_from)sql");
    query.bind(":key", key);
    std::vector<SetValue> values;
    while (query.step())
        values.push_back({query.string(0), query.date(1)});
    return values;
}

namespace
{

void refuse_day_within_half_year(Date day)
{
    const std::chrono::year_month_day date(day);
    const auto change = [&](std::chrono::month month, std::chrono::years later) {
        return to_string(Date(date.year() / month / 1 + later));
    };
    using namespace std::chrono;
    if (date.day() == std::chrono::day(1) && (date.month() == January || date.month() == July))
        return;
    const bool first = date.month() < July;
    throw error(ErrorKind::rejected,
                "the base rate does not change on {}, but on 1 January and 1 "
                "July only (§ 247 BGB)",
                to_string(day))
        .with_hint("--from {} or --from {}", change(first ? January : July, years(0)),
                   change(first ? July : January, years(first ? 0 : 1)));
}

} // namespace

void set_setting(Store& store, std::string_view key, std::string_view value,
                 std::optional<Date> from)
{
    const auto& info = setting_info(key);
    if (from && !info.dated)
        throw error(ErrorKind::usage, "the setting '{}' has one value for all days", key)
            .with_hint("it is set without a day: crm config set {} {}", key, value);
    if (!takes_value(info, value)) {
        auto failure =
            error(ErrorKind::rejected, "'{}' is no value for the setting '{}'", value, key);
        if (info.check == SettingCheck::pattern)
            throw std::move(failure).with_hint(
                "{} means: {}: {} or {} once, {} at most once, as in {}", key, tr(info.meaning),
                "{number}", "{number:5}", "{year}", "RE{year}-{number:5}");
        throw std::move(failure).with_hint("{} means: {}", key, tr(info.meaning));
    }
    if (info.check == SettingCheck::pattern)
        refuse_pattern_of_another(store, key, value);
    if (info.check == SettingCheck::base_rate && from)
        refuse_day_within_half_year(*from);
    store
        .prepare(R"sql(
            INSERT INTO setting (key, valid_from, value) VALUES (:key, :from, :value)
            ON CONFLICT (key, valid_from) DO UPDATE SET value = excluded.value)sql")
        .bind(":key", key)
        .bind(":from", from ? to_string(*from) : std::string(since_ever))
        .bind(":value", value)
        .run();
    store.state().settings.clear();
}

} // namespace crm
