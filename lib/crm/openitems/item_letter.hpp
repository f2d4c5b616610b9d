// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/sender.hpp"
#include "crm/format/letter.hpp"
#include "crm/openitems/list.hpp"

#include <string>
#include <vector>

namespace crm
{

// Letters about open items: what reminds of them, what says that they are collected.

/// A line of the table: all of it is text, in the language of the letter.
struct LetterLine {
    std::string document, subject, due, amount;
};

struct ItemLetter {
    std::string file; ///< its name without an ending
    LetterFrame frame;
    std::vector<std::string> before, after; ///< paragraphs around the table
    std::vector<LetterLine> lines;
    std::string currency;
    std::string sum; ///< what the total is: "Zu zahlen"
    Money total;
    std::string code; ///< what a payment code says; and what to do with it
    std::string scan;
};

/// A letter as files of a folder.
struct WrittenLetter {
    std::string file; ///< without its ending
    std::string text; ///< 78 columns, for an e-mail
    std::string html; ///< a sheet of A4 with the address in the window
};

WrittenLetter write_letter(const ItemLetter& letter);

/// A name of a file that no other contact has: what is no letter, digit, dot or dash of ASCII is
/// written as %XX.
std::string letter_file_name(const std::string& contact_number);

/// "Rechnung vom 01.06.2026"
std::string dated_subject(Language language, const char* name, Date day);

/// The frame of a letter to a contact, in its language: whose number it has and who looks after it
/// on a day; `date` is that of the letter.
LetterFrame letter_frame(Store& store, const Sender& sender, std::int64_t contact_id,
                         const std::string& number, std::vector<std::string> address, Date date,
                         Date day);

/// To whom letters about the items of a contact go, and how.
struct LetterAddress {
    std::vector<std::string> lines;
    std::string email;
    std::string channel; ///< post or email; empty: there is neither an address nor an e-mail
};
LetterAddress letter_address(Store& store, std::int64_t contact_id, const ItemContact& who,
                             Date day);

} // namespace crm
