// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/vcard.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

namespace vcard_files
{

inline std::vector<crm::VCard> read_from(crm::TextSource source)
{
    std::vector<crm::VCard> cards;
    crm::VCardReader reader(source);
    crm::VCard card;
    while (reader.next(card)) {
        cards.push_back(card);
    }
    return cards;
}

/// The cards of a text.
inline std::vector<crm::VCard> read(const std::string& text,
                                    crm::Encoding encoding = crm::Encoding::automatic)
{
    std::istringstream in(text);
    return read_from(crm::TextSource(in, "test", encoding));
}

/// The cards of a file of tests/data/vcard.
inline std::vector<crm::VCard> read_file(const std::string& name)
{
    const auto folder = std::filesystem::path(__FILE__).parent_path() / "../../data/vcard";
    return read_from(crm::TextSource((folder / name).string(), crm::Encoding::automatic));
}

} // namespace vcard_files

/// So that a failed comparison shows the cards.
template<>
struct doctest::StringMaker<crm::VCard> {
    static doctest::String convert(const crm::VCard& card)
    {
        std::string text = "line " + std::to_string(card.line) + ' ' + card.problem + '\n';
        crm::write_vcard(text, card, crm::VCardVersion::v4_0);
        return text.c_str();
    }
};
