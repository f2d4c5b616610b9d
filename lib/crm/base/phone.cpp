// SPDX-License-Identifier: MIT
#include "crm/base/phone.hpp"

#include "crm/base/text.hpp"
#include "crm/base/utf8.hpp"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// The national numbers of a country that are read without libphonenumber: those of `shortest` to
/// `longest` digits. The tests hold each line against libphonenumber.
struct DialPlan {
    std::string_view region, country_code;
    std::size_t shortest, longest;
    bool trunk_zero; ///< a 0 before the area code is dialled within the country only
};

constexpr std::array<DialPlan, 14> dial_plans = {{
    {"DE", "49", 6, 13, true},
    {"AT", "43", 6, 13, true},
    {"CH", "41", 9, 9, true},
    {"BE", "32", 8, 9, true},
    {"CZ", "420", 9, 9, false},
    {"DK", "45", 8, 8, false},
    {"ES", "34", 9, 9, false},
    {"FR", "33", 9, 9, true},
    {"GB", "44", 10, 10, true},
    {"NL", "31", 9, 9, true},
    {"NO", "47", 8, 8, false},
    {"PL", "48", 9, 9, false},
    {"PT", "351", 9, 9, false},
    {"SE", "46", 7, 10, true},
}};

/// How many bytes in front only set digits apart: blanks, dashes, brackets, points; 0 if none.
std::size_t separator(std::string_view text)
{
    constexpr std::string_view ascii = " /().-";
    if (ascii.find(text.front()) != std::string_view::npos)
        return 1;
    const auto c = first_code_point(text);
    const bool separates = c.valid && (c.value == 0xA0 || (c.value >= 0x2010 && c.value <= 0x2015));
    return separates ? c.length : 0;
}

/// The digits of a number and a `+` in front, in place.
class Dialled
{
  public:
    /// Nothing if the text has anything but separators besides, or more digits than a number can.
    static std::optional<Dialled> read(std::string_view typed)
    {
        Dialled dialled;
        while (!typed.empty()) {
            const char c = typed.front();
            if (is_ascii_digit(c) || (c == '+' && dialled.size_ == 0)) {
                if (dialled.size_ == dialled.chars_.size())
                    return std::nullopt;
                dialled.chars_[dialled.size_++] = c;
                typed.remove_prefix(1);
            } else if (const auto length = separator(typed); length > 0) {
                typed.remove_prefix(length);
            } else {
                return std::nullopt;
            }
        }
        return dialled;
    }

    [[nodiscard]] std::string_view view() const { return {chars_.data(), size_}; }

  private:
    std::array<char, 24> chars_{};
    std::size_t size_ = 0;
};

const DialPlan* plan_of_region(std::string_view region)
{
    const auto found = std::ranges::find(dial_plans, region, &DialPlan::region);
    return found == dial_plans.end() ? nullptr : &*found;
}

const DialPlan* plan_of_number(std::string_view international)
{
    const auto found = std::ranges::find_if(dial_plans, [&](const DialPlan& plan) {
        return international.starts_with(plan.country_code);
    });
    return found == dial_plans.end() ? nullptr : &*found;
}

std::optional<std::string> in_plan(const DialPlan& plan, std::string_view national)
{
    if (plan.trunk_zero && national.starts_with('0'))
        national.remove_prefix(1);
    if (national.starts_with('0') || national.size() < plan.shortest ||
        national.size() > plan.longest)
        return std::nullopt;
    std::string number;
    number.reserve(1 + plan.country_code.size() + national.size());
    return number.append("+").append(plan.country_code).append(national);
}

bool starts_with_tel(std::string_view text)
{
    return text.size() > 4 && lower(text.substr(0, 4)) == "tel:";
}

std::optional<std::string> careful_e164(std::string_view typed, std::string_view region)
{
    namespace google = i18n::phonenumbers;
    const auto& util = *google::PhoneNumberUtil::GetInstance();
    google::PhoneNumber number;
    if (util.Parse(std::string(typed), std::string(region), &number) !=
        google::PhoneNumberUtil::NO_PARSING_ERROR)
        return std::nullopt;
    // Letters are words, or a number written as one (0800 FLOWERS); only before an extension are
    // they part of the notation.
    if (!number.has_extension() && std::ranges::any_of(typed, is_ascii_letter))
        return std::nullopt;
    if (util.IsPossibleNumberWithReason(number) != google::PhoneNumberUtil::IS_POSSIBLE)
        return std::nullopt;
    std::string formatted;
    util.Format(number, google::PhoneNumberUtil::E164, &formatted);
    return formatted;
}

} // namespace

std::optional<std::string> normalize_phone(std::string_view typed, std::string_view region)
{
    auto text = trim(typed);
    if (starts_with_tel(text))
        text.remove_prefix(4);
    auto quick = quick_e164(text, region);
    return quick ? quick : careful_e164(text, region);
}

std::optional<std::string> quick_e164(std::string_view typed, std::string_view region)
{
    const auto dialled = Dialled::read(typed);
    if (!dialled)
        return std::nullopt;
    auto digits = dialled->view();
    const auto* home = plan_of_region(region); // all of them dial 00 to call abroad
    const bool plus = digits.starts_with('+');
    if (plus || (home != nullptr && digits.starts_with("00"))) {
        digits.remove_prefix(plus ? 1 : 2);
        const auto* plan = plan_of_number(digits);
        return plan == nullptr ? std::nullopt
                               : in_plan(*plan, digits.substr(plan->country_code.size()));
    }
    // What begins like its own country code may be written with it, only the plus forgotten.
    if (home == nullptr || digits.starts_with(home->country_code) ||
        (digits.starts_with('0') && !home->trunk_zero))
        return std::nullopt;
    return in_plan(*home, digits);
}

std::string phone_digits(std::string_view text)
{
    std::string digits;
    for (const char c : text)
        if (is_ascii_digit(c) || (c == '+' && digits.empty()))
            digits += c;
    return digits;
}

bool looks_like_phone(std::string_view text)
{
    int digits = 0;
    for (auto rest = text; !rest.empty();) {
        const char c = rest.front();
        const auto length = is_ascii_digit(c) || c == '+' ? 1 : separator(rest);
        if (length == 0)
            return false;
        digits += is_ascii_digit(c) ? 1 : 0;
        rest.remove_prefix(length);
    }
    return digits >= 3;
}

} // namespace crm
