// SPDX-License-Identifier: MIT
#include "crm/store/settings.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace crm
{

namespace
{

constexpr std::string_view since_ever = "0001-01-01";
constexpr std::string_view for_ever = "9999-12-31";

constexpr std::array<SettingInfo, 16> table = {{
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
    {"currency", "EUR", SettingCheck::currency, "the currency of the books, a code as in EUR"},
    {"duplicates.min_score", "80", SettingCheck::score,
     "the score from which on 'contact duplicates' lists a pair, 0 to 100"},
    {"phone.area_code", "", SettingCheck::digits,
     "the own area code, as in 0551, put before numbers typed without one"},
    {"retention.letters", "6", SettingCheck::score,
     "the years for which business letters are kept, from the end of theirs"},
}};

bool all_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
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
    case SettingCheck::currency:
        return value.size() == 3 &&
               std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    case SettingCheck::score: {
        int number = -1;
        std::from_chars(value.data(), value.data() + value.size(), number);
        return !value.empty() && all_digits(value) && number >= 0 && number <= 100;
    }
    case SettingCheck::consent:
        return value == "allowed" || value == "presumed" || value == "required";
    }
    return false;
}

std::string setting(Store& store, std::string_view key, std::optional<Date> on)
{
    const auto& info = setting_info(key);
    auto query = store.prepare(R"sql(
        SELECT value FROM setting
         WHERE key = :key AND valid_from <= :day
         ORDER BY valid_from DESC
         LIMIT 1)sql");
    query.bind(":key", key).bind(":day", on ? to_string(*on) : std::string(for_ever));
    return query.step() ? query.string(0) : info.default_value;
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
}

} // namespace crm
