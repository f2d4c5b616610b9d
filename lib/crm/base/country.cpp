// SPDX-License-Identifier: MIT
#include "crm/base/country.hpp"

#include "crm/base/country_table.hpp"
#include "crm/base/eu_table.hpp"
#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct CountryName {
    std::string_view name, alpha2;
};

constexpr std::array<CountryName, 72> other_names = {{
    {"UK", "GB"},
    {"U.K.", "GB"},
    {"Great Britain", "GB"},
    {"Großbritannien", "GB"},
    {"England", "GB"},
    {"Scotland", "GB"},
    {"Schottland", "GB"},
    {"Wales", "GB"},
    {"Northern Ireland", "GB"},
    {"Nordirland", "GB"},
    {"United Kingdom of Great Britain and Northern Ireland", "GB"},
    {"U.S.", "US"},
    {"U.S.A.", "US"},
    {"United States of America", "US"},
    {"Vereinigte Staaten von Amerika", "US"},
    {"Amerika", "US"},
    {"BRD", "DE"},
    {"Federal Republic of Germany", "DE"},
    {"Bundesrepublik Deutschland", "DE"},
    {"Die Schweiz", "CH"},
    {"Suisse", "CH"},
    {"Svizzera", "CH"},
    {"Schweizerische Eidgenossenschaft", "CH"},
    {"Republik Österreich", "AT"},
    {"Holland", "NL"},
    {"The Netherlands", "NL"},
    {"Nederland", "NL"},
    {"Die Niederlande", "NL"},
    {"Republic of Ireland", "IE"},
    {"Republik Irland", "IE"},
    {"Eire", "IE"},
    {"Czech Republic", "CZ"},
    {"Tschechische Republik", "CZ"},
    {"Slovak Republic", "SK"},
    {"Slowakische Republik", "SK"},
    {"Russian Federation", "RU"},
    {"Russische Föderation", "RU"},
    {"Weißrussland", "BY"},
    {"Moldawien", "MD"},
    {"Republik Moldau", "MD"},
    {"Macedonia", "MK"},
    {"Mazedonien", "MK"},
    {"Türkiye", "TR"},
    {"Korea", "KR"},
    {"Republic of Korea", "KR"},
    {"Republik Korea", "KR"},
    {"People's Republic of China", "CN"},
    {"Volksrepublik China", "CN"},
    {"VR China", "CN"},
    {"Viet Nam", "VN"},
    {"Burma", "MM"},
    {"Birma", "MM"},
    {"Brunei Darussalam", "BN"},
    {"Kambodja", "KH"},
    {"VAE", "AE"},
    {"Emirates", "AE"},
    {"Emirate", "AE"},
    {"Congo", "CG"},
    {"Kongo", "CG"},
    {"Ivory Coast", "CI"},
    {"Cabo Verde", "CV"},
    {"Swaziland", "SZ"},
    {"Swasiland", "SZ"},
    {"The Gambia", "GM"},
    {"The Bahamas", "BS"},
    {"East Timor", "TL"},
    {"Holy See", "VA"},
    {"Heiliger Stuhl", "VA"},
    {"Vatikan", "VA"},
    {"Falkland Islands (Malvinas)", "FK"},
    {"Cayman-Inseln", "KY"},
    {"Svalbard und Jan Mayen", "SJ"},
}};

constexpr auto all_names = [] {
    std::array<CountryName, 2 * countries.size() + other_names.size()> names;
    auto end = std::ranges::copy(other_names, names.begin()).out;
    for (const auto& country : countries) {
        *end++ = {country.english, country.alpha2};
        *end++ = {country.german, country.alpha2};
    }
    std::ranges::sort(names, {}, &CountryName::name);
    return names;
}();

const Country* find_alpha2(std::string_view alpha2)
{
    const auto found = std::ranges::lower_bound(countries, alpha2, {}, &Country::alpha2);
    return found != countries.end() && found->alpha2 == alpha2 ? &*found : nullptr;
}

/// Whether person_key() makes `key` of a name in the table. Most differ at once: folding is for the
/// few that begin alike and may become as long.
bool is_named(std::string_view name, std::string_view key)
{
    const char first = name.front();
    const bool may_begin_alike = byte(first) >= 0x80 || ascii_lower(first) == key.front();
    const bool may_be_as_long = name.size() + 8 >= key.size() && name.size() <= 2 * key.size() + 4;
    return may_begin_alike && may_be_as_long && person_key(name) == key;
}

std::optional<std::string> code_of_name(std::string_view typed)
{
    const auto exact = std::ranges::lower_bound(all_names, typed, {}, &CountryName::name);
    if (exact != all_names.end() && exact->name == typed)
        return std::string(exact->alpha2);
    const auto key = person_key(typed);
    const auto is_meant = [&](const CountryName& each) { return is_named(each.name, key); };
    const auto found = key.empty() ? all_names.end() : std::ranges::find_if(all_names, is_meant);
    return found == all_names.end() ? std::nullopt : std::optional(std::string(found->alpha2));
}

std::string capitals(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), ascii_upper);
    return result;
}

} // namespace

bool is_country(std::string_view alpha2)
{
    return find_alpha2(alpha2) != nullptr;
}

std::optional<std::string> country_code(std::string_view typed)
{
    const auto text = trim(typed);
    const auto code = text.size() <= 3 ? capitals(text) : std::string();
    if (is_country(code))
        return code;
    if (code.size() == 3) {
        const auto found = std::ranges::find(countries, code, &Country::alpha3);
        if (found != countries.end())
            return std::string(found->alpha2);
    }
    return code_of_name(text);
}

std::string_view country_name(std::string_view alpha2, std::string_view language)
{
    const auto* country = find_alpha2(alpha2);
    if (country == nullptr)
        return {};
    return language == "de" ? country->german : country->english;
}

bool in_eu(std::string_view alpha2, std::optional<Date> day)
{
    const auto* member = std::ranges::find(eu_members, alpha2, &EuMember::alpha2);
    if (member == eu_members.end())
        return false;
    if (!day)
        return member->last_day.empty();
    const auto text = to_string(*day);
    return member->first_day <= text && (member->last_day.empty() || text <= member->last_day);
}

} // namespace crm
