// SPDX-License-Identifier: MIT
#include "crm/openitems/exchange/extf.hpp"

#include "crm/base/error.hpp"
#include "crm/base/plain_letters.hpp"
#include "crm/format/encoding.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::size_t longest_document_field = 36;

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out += '"';
}

std::string in_windows1252(const std::string& text)
{
    if (auto bytes = windows1252_bytes(text))
        return std::move(*bytes);
    std::string out;
    for (const auto character : characters(text))
        out += windows1252_bytes(character).value_or(plain_letters(character));
    return out;
}

std::string joined(const std::vector<std::string>& fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0)
            line += ';';
        line += fields[i];
    }
    return in_windows1252(line += "\r\n");
}

std::string iso_digits(Date day)
{
    const std::chrono::year_month_day ymd(day);
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(ymd.year()),
                       static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

} // namespace

ExtfLine& ExtfLine::text(std::size_t field, std::string_view value)
{
    const auto& column = columns_[field - 1];
    std::string cut;
    std::size_t length = 0;
    for (const auto character : characters(value)) {
        if (length++ == column.longest)
            break;
        cut += static_cast<unsigned char>(character.front()) < ' ' ? " " : character;
    }
    fields_[field - 1] = std::move(cut);
    return *this;
}

ExtfLine& ExtfLine::number(std::size_t field, std::string_view value)
{
    const auto& column = columns_[field - 1];
    if (value.size() > column.longest)
        throw error(ErrorKind::rejected, "'{}' is too long for field {} ({})", value, field,
                    column.title);
    fields_[field - 1] = value;
    return *this;
}

ExtfLine& ExtfLine::amount(std::size_t field, Money amount)
{
    auto digits = to_string(amount);
    std::ranges::replace(digits, '.', ',');
    return number(field, digits);
}

std::string ExtfLine::bytes() const
{
    std::vector<std::string> written;
    written.reserve(fields_.size());
    for (std::size_t i = 0; i < fields_.size(); ++i)
        written.push_back(columns_[i].text ? quoted(fields_[i]) : fields_[i]);
    return joined(written);
}

std::string extf_header(const ExtfHeader& h)
{
    const auto only_postings = [&](std::string text) {
        return h.postings ? std::move(text) : std::string();
    };
    const auto created = fmt::format("{}{:02}{:02}00000", iso_digits(h.created.day),
                                     h.created.minute / 60, h.created.minute % 60);
    return joined({quoted("EXTF"),
                   "700",
                   fmt::format("{}", h.category),
                   quoted(h.format_name),
                   fmt::format("{}", h.format_version),
                   created,
                   "",
                   quoted("RE"),
                   quoted(h.exported_by.substr(0, 25)),
                   quoted(""),
                   h.consultant,
                   h.client,
                   iso_digits(h.fiscal_year),
                   fmt::format("{}", h.account_length),
                   only_postings(iso_digits(h.period.first)),
                   only_postings(iso_digits(h.period.last)),
                   quoted(only_postings(h.label)),
                   quoted(only_postings(h.initials)),
                   only_postings("1"),
                   only_postings("0"),
                   only_postings("0"),
                   quoted(only_postings("EUR")),
                   "",
                   quoted(""),
                   "",
                   "",
                   quoted(h.chart),
                   "",
                   "",
                   quoted(""),
                   quoted("")});
}

std::string extf_titles(std::span<const ExtfColumn> columns)
{
    std::vector<std::string> titles;
    for (const auto& column : columns)
        titles.push_back(column.title);
    return joined(titles);
}

std::string day_and_month(Date day)
{
    const std::chrono::year_month_day ymd(day);
    return fmt::format("{:02}{:02}", static_cast<unsigned>(ymd.day()),
                       static_cast<unsigned>(ymd.month()));
}

std::string german_digits(Date day)
{
    const std::chrono::year_month_day ymd(day);
    return fmt::format("{}{:04}", day_and_month(day), static_cast<int>(ymd.year()));
}

std::string document_field(std::string_view number)
{
    constexpr std::string_view allowed = "$&%*+-/";
    std::string field;
    for (const auto character : characters(number)) {
        if (field.size() == longest_document_field)
            break;
        const char c = character.front();
        const bool plain = character.size() == 1 &&
                           ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                            (c >= 'a' && c <= 'z') || allowed.find(c) != std::string_view::npos);
        field += plain ? c : '-';
    }
    return field;
}

} // namespace crm
