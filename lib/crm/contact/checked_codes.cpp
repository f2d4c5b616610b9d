// SPDX-License-Identifier: MIT
#include "crm/contact/checked_codes.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/error.hpp"

namespace crm
{

namespace
{

/// Whether other check digits, `count` of them from `place` on, would make the number right: then
/// only they, or what they watch over, are mistyped.
bool has_the_form(std::string code, std::size_t place, std::size_t count,
                  bool (*valid)(std::string_view))
{
    if (place + count > code.size())
        return false;
    const int numbers = count == 1 ? 10 : 100;
    for (int number = 0; number < numbers; ++number) {
        code.replace(place, count, fmt::format("{:0{}}", number, count));
        if (valid(code))
            return true;
    }
    return false;
}

Error with_digits_hint(Error failure)
{
    return std::move(failure).with_hint(
        "the check digits do not fit; compare it with the letterhead");
}

} // namespace

std::string checked_iban(std::string_view text)
{
    if (valid_iban(text))
        return normal_iban(text);
    auto failure = error(ErrorKind::rejected, "'{}' is no valid IBAN", text);
    if (has_the_form(normal_iban(text), 2, 2, valid_iban))
        throw with_digits_hint(std::move(failure));
    throw std::move(failure).with_hint(
        "it is a country, two check digits and the account, as in DE02 1203 0000 0000 2020 51");
}

std::string checked_bic(std::string_view text)
{
    if (!valid_bic(text))
        throw error(ErrorKind::rejected, "'{}' is no valid BIC", text)
            .with_hint("it has 8 or 11 letters and digits, as in BYLADEM1001");
    return normal_bic(text);
}

std::string checked_vat_id(std::string_view text)
{
    if (valid_vat_id(text))
        return normal_vat_id(text);
    auto failure = error(ErrorKind::rejected, "'{}' is no valid VAT ID", text);
    const auto code = normal_vat_id(text);
    const std::size_t last_digit = code.starts_with("CHE") ? 11 : 10;
    const bool is_checked = code.starts_with("DE") || code.starts_with("CHE");
    if (is_checked && has_the_form(code, last_digit, 1, valid_vat_id))
        throw with_digits_hint(std::move(failure));
    throw std::move(failure).with_hint(
        "it is a country and the number in the form that is usual there, as in DE136695976");
}

std::string checked_leitweg_id(std::string_view text)
{
    if (valid_leitweg_id(text))
        return normal_leitweg_id(text);
    auto failure = error(ErrorKind::rejected, "'{}' is no valid Leitweg-ID", text);
    const auto code = normal_leitweg_id(text);
    if (code.size() > 2 && has_the_form(code, code.size() - 2, 2, valid_leitweg_id))
        throw with_digits_hint(std::move(failure));
    throw std::move(failure).with_hint(
        "it ends in two check digits after a hyphen, as in 04011000-1234512345-06");
}

} // namespace crm
