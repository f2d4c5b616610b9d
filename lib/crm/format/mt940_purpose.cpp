// SPDX-License-Identifier: MIT
#include "crm/format/mt940_purpose.hpp"

#include "crm/base/text.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// Transactions that brought a payment back (GVC of the German banking industry).
constexpr std::array<std::string_view, 4> returns = {"059", "108", "109", "159"};

constexpr std::array<std::string_view, 9> tags = {"EREF+", "KREF+", "MREF+", "CRED+", "DEBT+",
                                                  "SVWZ+", "ABWA+", "ABWE+", "BREF+"};

/// What stands behind a tag, up to the next one.
std::string tagged(std::string_view purpose, std::string_view tag)
{
    const auto start = purpose.find(tag);
    if (start == std::string_view::npos)
        return {};
    const auto rest = purpose.substr(start + tag.size());
    auto end = rest.size();
    for (const auto other : tags)
        end = std::min(end, rest.find(other));
    return std::string(trim(rest.substr(0, end)));
}

void read_tags(std::string_view purpose, BankEntry& entry)
{
    entry.end_to_end = tagged(purpose, "EREF+");
    if (entry.end_to_end == "NOTPROVIDED")
        entry.end_to_end.clear();
    entry.mandate = tagged(purpose, "MREF+");
    const bool any = std::ranges::any_of(
        tags, [&](std::string_view tag) { return purpose.find(tag) != std::string_view::npos; });
    entry.text = any ? tagged(purpose, "SVWZ+") : std::string(trim(purpose));
}

} // namespace

void read_purpose(std::string_view text, BankEntry& entry)
{
    const auto first = text.find('?');
    if (first != 3 || text.substr(0, 3).find_first_not_of("0123456789") != std::string_view::npos) {
        entry.text = trim(text);
        return;
    }
    if (std::ranges::find(returns, text.substr(0, 3)) != returns.end())
        entry.return_reason = "return";
    std::string purpose;
    std::string booking;
    for (auto start = first; start != std::string_view::npos && start + 3 <= text.size();) {
        const auto code = text.substr(start + 1, 2);
        const auto end = std::min(text.find('?', start + 3), text.size());
        const auto value = text.substr(start + 3, end - start - 3);
        if ((code >= "20" && code <= "29") || (code >= "60" && code <= "63"))
            purpose += value;
        else if (code == "00")
            booking = value;
        else if (code == "31")
            entry.iban = trim(value);
        else if (code == "32" || code == "33")
            entry.name += value;
        start = end < text.size() ? end : std::string_view::npos;
    }
    entry.name = trim(entry.name);
    read_tags(purpose, entry);
    if (entry.text.empty())
        entry.text = trim(booking);
}

} // namespace crm
