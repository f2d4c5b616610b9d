// SPDX-License-Identifier: MIT
#include "crm/base/checks.hpp"
#include "crm/base/code_text.hpp"
#include "crm/base/currency.hpp"
#include "crm/base/error.hpp"
#include "crm/base/money.hpp"
#include "crm/base/tax.hpp"
#include "crm/base/terms.hpp"
#include "crm/base/text.hpp"
#include "crm/store/number_series.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <charconv>

namespace crm
{

std::vector<std::string_view> setting_words(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

namespace
{

/// Whether a value is one or more words, each of which fits.
bool each_word(std::string_view text, const auto& fits)
{
    const auto words = setting_words(text);
    return !words.empty() && std::ranges::all_of(words, fits);
}

/// "eva@firma.example" or "Eva Meier <eva@firma.example>".
bool is_sender(std::string_view text)
{
    const auto open = text.find('<');
    if (open == text.npos)
        return text.empty() || valid_email(text);
    return is_valid_utf8(text) && text.ends_with('>') &&
           valid_email(text.substr(open + 1, text.size() - open - 2));
}

/// "mailto:ab@firma.example https://firma.example/ab?n={{number}}"
bool is_link_list(std::string_view text)
{
    while (!text.empty()) {
        const auto link = text.substr(0, text.find(' '));
        const auto plain = [](char c) { return c > ' ' && c <= '~' && c != '<' && c != '>'; };
        if (!std::ranges::all_of(link, plain) ||
            !(link.starts_with("mailto:") || link.starts_with("https://")))
            return false;
        text.remove_prefix(std::min(link.size() + 1, text.size()));
    }
    return true;
}

/// "/9"
bool is_tax_key(std::string_view text)
{
    return text.size() > 1 && text.size() <= 5 && text.front() == '/' && all_digits(text.substr(1));
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

/// What an account is for: a rate of tax as it is written, or trade abroad, perhaps of services,
/// perhaps of another class of tax than the standard one.
bool is_account_key(std::string_view key)
{
    for (const auto tax_case : {TaxCase::intra_community, TaxCase::export_}) {
        if (!key.starts_with(to_string(tax_case)))
            continue;
        key.remove_prefix(to_string(tax_case).size());
        constexpr std::string_view service = "-service";
        if (key.starts_with(service))
            key.remove_prefix(service.size());
        return key.empty() || (key.front() == '-' && tax_class(key.substr(1)) &&
                               key.substr(1) != to_string(TaxClass::standard));
    }
    return parses([&] {
        if (key != to_string(parse_rate(key, Decimal::point)))
            throw error(ErrorKind::usage, "'{}' is no rate", key);
    });
}

/// "19=8400 7=2700/8 export=8120": what, an account, perhaps a tax key; or nothing.
bool is_account_list(std::string_view text)
{
    return text.empty() || each_word(text, [](std::string_view entry) {
               const auto equals = std::min(entry.find('='), entry.size());
               const auto account = entry.substr(std::min(equals + 1, entry.size()));
               return is_account_key(entry.substr(0, equals)) &&
                      valid_ledger_account(account.substr(0, 4)) &&
                      (account.size() == 4 || is_tax_key(account.substr(4)));
           });
}

std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return all_digits(text) && result.ec == std::errc() ? std::optional(number) : std::nullopt;
}

bool is_number_or_empty(std::string_view text, int least, int most)
{
    const auto number = whole_number(text);
    return text.empty() || (number && *number >= least && *number <= most);
}

bool is_days(std::string_view text, int least)
{
    const auto days = whole_number(text);
    return days && *days >= least && *days <= 366;
}

/// What a percentage can be.
std::pair<Rate, Rate> limits(SettingCheck check)
{
    switch (check) {
    case SettingCheck::share:
        return {Rate{}, Rate{1000'00}};
    case SettingCheck::small_share:
        return {Rate{}, Rate{5'00}};
    case SettingCheck::rate:
        return {Rate{}, Rate{100'00}};
    case SettingCheck::base_rate: // it was below 0 from 2013 to 2022
        return {Rate{-10'00}, Rate{20'00}};
    default:
        return {Rate{-1000'00}, Rate{1000'00}};
    }
}

bool is_percent(SettingCheck check, std::string_view text)
{
    if (text.empty())
        return check != SettingCheck::rate;
    return parses([&] {
        const auto rate = parse_rate(text, Decimal::point);
        const auto [least, most] = limits(check);
        if (rate < least || rate > most)
            throw error(ErrorKind::usage, "'{}' is out of range", text);
    });
}

bool is_amount(std::string_view text)
{
    return parses([&] {
        if (parse_money(text, Decimal::point) < Money{})
            throw error(ErrorKind::usage, "'{}' is below 0", text);
    });
}

/// The words of a setting that takes nothing else.
std::vector<std::string_view> words_for(SettingCheck check)
{
    switch (check) {
    case SettingCheck::fiscal_period:
        return {"month", "quarter", "year"};
    case SettingCheck::chart:
        return {"03", "04"};
    case SettingCheck::payment_order:
        return {"principal", "367"};
    case SettingCheck::consent:
        return {"allowed", "presumed", "required"};
    case SettingCheck::interest_start:
        return {"due", "due+30", "reminder"};
    case SettingCheck::levels:
        return {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    default:
        return {};
    }
}

bool is_among(std::string_view value, const std::vector<std::string_view>& words)
{
    return std::ranges::find(words, value) != words.end();
}

/// One value a level of reminders.
bool takes_each(SettingCheck check, std::string_view value)
{
    return each_word(value, [check](std::string_view word) {
        if (check == SettingCheck::amount_each)
            return is_amount(word);
        if (check == SettingCheck::yes_no_each)
            return word == "yes" || word == "no";
        return is_days(word, check == SettingCheck::gap_each ? 7 : 0);
    });
}

/// What the tax adviser's program has to live with, or nothing.
bool takes_of_adviser(SettingCheck check, std::string_view value)
{
    if (check == SettingCheck::account)
        return value.empty() || valid_ledger_account(value);
    if (check == SettingCheck::datev_client)
        return is_number_or_empty(value, 1, 99'999);
    if (check == SettingCheck::datev_consultant)
        return is_number_or_empty(value, 1001, 9'999'999);
    return is_account_list(value);
}

/// By what others know us.
bool takes_of_ours(SettingCheck check, std::string_view value)
{
    if (check == SettingCheck::creditor_id)
        return value.empty() || (valid_creditor_id(value) && value == normal_creditor_id(value));
    return check == SettingCheck::sender ? is_sender(value) : is_link_list(value);
}

} // namespace

bool takes_value(const SettingInfo& info, std::string_view value)
{
    switch (info.check) {
    case SettingCheck::text:
        return is_valid_utf8(value);
    case SettingCheck::digits:
        return all_digits(value);
    case SettingCheck::account:
    case SettingCheck::accounts:
    case SettingCheck::datev_client:
    case SettingCheck::datev_consultant:
        return takes_of_adviser(info.check, value);
    case SettingCheck::creditor_id:
    case SettingCheck::sender:
    case SettingCheck::links:
        return takes_of_ours(info.check, value);
    case SettingCheck::month_day:
        return parse_iso_date(fmt::format("2026-{}", value)).has_value();
    case SettingCheck::fiscal_period:
    case SettingCheck::chart:
    case SettingCheck::payment_order:
    case SettingCheck::consent:
    case SettingCheck::interest_start:
    case SettingCheck::levels:
        return is_among(value, words_for(info.check));
    case SettingCheck::currency:
        return is_currency(value);
    case SettingCheck::score:
        return whole_number(value).value_or(101) <= 100;
    case SettingCheck::percent:
    case SettingCheck::share:
    case SettingCheck::small_share:
    case SettingCheck::base_rate:
    case SettingCheck::rate:
        return is_percent(info.check, value);
    case SettingCheck::pattern:
        return is_number_pattern(value);
    case SettingCheck::terms:
        return parses([&] { parse_terms(value, Decimal::point); });
    case SettingCheck::amount:
    case SettingCheck::amount_if_known:
        return is_amount(value) || (value.empty() && info.check == SettingCheck::amount_if_known);
    case SettingCheck::amount_each:
    case SettingCheck::days_each:
    case SettingCheck::gap_each:
    case SettingCheck::yes_no_each:
        return takes_each(info.check, value);
    }
    return false;
}

} // namespace crm
