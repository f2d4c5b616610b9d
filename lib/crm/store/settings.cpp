// SPDX-License-Identifier: MIT
#include "crm/store/settings.hpp"

#include "crm/base/error.hpp"
#include "crm/base/money.hpp"
#include "crm/base/terms.hpp"
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
    {"cost.hour", "", SettingCheck::amount,
     "what an hour of talks with customers costs, for the third level of the margin"},
    {"cost.order", "", SettingCheck::amount,
     "what the handling of an order costs, for the third level of the margin"},
    {"count.tolerance", "", SettingCheck::percent,
     "the percentage of the book quantity by which a count may differ before a second one is "
     "wanted; nothing: none is"},
    {"currency", "EUR", SettingCheck::currency, "the currency of the books, a code as in EUR"},
    {"datev.accounts.bank", "", SettingCheck::digits,
     "the bank's account; that of the chart if empty"},
    {"datev.accounts.bank-fee", "", SettingCheck::digits, "what the bank charges"},
    {"datev.accounts.interest", "", SettingCheck::digits, "interest that we receive"},
    {"datev.accounts.other", "", SettingCheck::digits, "what is booked as other"},
    {"datev.accounts.purchase", "", SettingCheck::accounts,
     "purchases by tax rate, as in 19=3400 7=3300 export=3200; what is not said is the chart's"},
    {"datev.accounts.reminder-fee", "", SettingCheck::digits, "fees and lump sums of reminders"},
    {"datev.accounts.revenue", "", SettingCheck::accounts,
     "sales by tax rate, as in 19=8400 7=8300 intra-community=8125 export=8120"},
    {"datev.accounts.skonto-granted", "", SettingCheck::accounts,
     "discounts that customers take, by tax rate"},
    {"datev.accounts.skonto-received", "", SettingCheck::accounts,
     "discounts that we take, by tax rate"},
    {"datev.accounts.write-off", "", SettingCheck::accounts,
     "what customers will not pay, by tax rate"},
    {"datev.accounts.write-off-received", "", SettingCheck::accounts,
     "what we need not pay, by tax rate"},
    {"datev.chart", "03", SettingCheck::chart, "the chart of accounts, 03 or 04 (SKR03, SKR04)"},
    {"datev.client", "", SettingCheck::digits, "our number at the tax adviser"},
    {"datev.consultant", "", SettingCheck::digits, "the number of the tax adviser"},
    {"duplicates.min_score", "80", SettingCheck::score,
     "the score from which on 'contact duplicates' lists a pair, 0 to 100"},
    {"fiscal.period", "quarter", SettingCheck::fiscal_period,
     "how long an accounting period is, of which last-period is one: month, quarter or year"},
    {"fiscal.start", "01-01", SettingCheck::month_day,
     "month and day with which the fiscal year begins"},
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
     "the own area code, as in 0551, put before numbers typed without one"},
    {"retention.letters", "6", SettingCheck::score,
     "the years for which business letters are kept, from the end of theirs"},
    {"retention.vouchers", "8", SettingCheck::score,
     "the years for which invoices and other vouchers are kept, from the end of theirs"},
    {"skonto.grace", "0", SettingCheck::digits,
     "how many days after its last day a discount for prompt payment is still granted"},
    {"skonto.tolerance", "0.5", SettingCheck::percent,
     "by how much of the invoice a payment less the discount may be short and still take it"},
    {"tax.reduced", "0", SettingCheck::percent,
     "the reduced rate of VAT, in percent, from its day on"},
    {"tax.standard", "0", SettingCheck::percent,
     "the standard rate of VAT, in percent, from its day on"},
    {"terms.purchase", "0 net", SettingCheck::terms,
     "the terms of payment of suppliers with whom none are agreed"},
    {"terms.sale", "0 net", SettingCheck::terms,
     "the terms of payment of customers with whom none are agreed; by law: at once"},
});

/// "19=8400 7=8300 export=8120": what, and an account of four to eight digits.
bool is_account_list(std::string_view text)
{
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto entry = text.substr(0, end);
        const auto equals = std::min(entry.find('='), entry.size());
        const auto account = entry.substr(std::min(equals + 1, entry.size()));
        if (equals == 0 || account.size() < 4 || account.size() > 8 ||
            account.find_first_not_of("0123456789") != std::string_view::npos)
            return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

bool all_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool parses(const auto& read)
{
    try {
        read();
        return true;
    } catch (const Error&) {
        return false;
    }
}

std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return all_digits(text) && result.ec == std::errc() ? std::optional(number) : std::nullopt;
}

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
    std::vector<std::string> keys;
    for (const auto& info : table) {
        if (key == info.key)
            return info;
        keys.emplace_back(info.key);
    }
    auto failure = error(ErrorKind::not_found, "there is no setting '{}'", key);
    const auto near = suggestion(key, keys);
    if (!near.empty())
        throw std::move(failure).with_hint("did you mean '{}'?", near);
    throw std::move(failure).with_hint("'crm config list' shows every key");
}

bool takes_value(const SettingInfo& info, std::string_view value)
{
    switch (info.check) {
    case SettingCheck::text:
        return is_valid_utf8(value);
    case SettingCheck::digits:
        return all_digits(value);
    case SettingCheck::accounts:
        return is_account_list(value);
    case SettingCheck::month_day:
        return parse_iso_date(fmt::format("2026-{}", value)).has_value();
    case SettingCheck::amount:
        return value.empty() ||
               (value.front() != '-' && parses([&] { parse_money(value, Decimal::point); }));
    case SettingCheck::fiscal_period:
        return value == "month" || value == "quarter" || value == "year";
    case SettingCheck::chart:
        return value == "03" || value == "04";
    case SettingCheck::payment_order:
        return value == "principal" || value == "367";
    case SettingCheck::currency:
        return value.size() == 3 &&
               std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    case SettingCheck::score:
        return whole_number(value).value_or(101) <= 100;
    case SettingCheck::consent:
        return value == "allowed" || value == "presumed" || value == "required";
    case SettingCheck::percent:
        return value.empty() || parses([&] { parse_rate(value, Decimal::point); });
    case SettingCheck::pattern:
        return is_number_pattern(value);
    case SettingCheck::terms:
        return parses([&] { parse_terms(value, Decimal::point); });
    }
    return false;
}

std::string setting(Store& store, std::string_view key, std::optional<Date> on)
{
    const auto day = on ? to_string(*on) : std::string(for_ever);
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
    return whole_number(setting(store, key)).value_or(0); // it was checked when it was set
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

void set_setting(Store& store, std::string_view key, std::string_view value,
                 std::optional<Date> from)
{
    const auto& info = setting_info(key);
    if (!takes_value(info, value))
        throw error(ErrorKind::rejected, "'{}' is no value for the setting '{}'", value, key)
            .with_hint("it is {}", tr(info.meaning));
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
