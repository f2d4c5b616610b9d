// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/sender.hpp"
#include "crm/openitems/dunning/letter_words.hpp"
#include "crm/openitems/dunning/reminder.hpp"
#include "crm/openitems/dunning/rules.hpp"

#include <string>
#include <vector>

namespace crm
{

/// A reminder as a business letter, in the language of the contact.
struct ReminderLetter {
    std::string file; ///< without its ending; a currency that is not that of the books is in it
    std::string text; ///< 78 columns, for an e-mail
    std::string html; ///< a sheet of A4 with the address in the window and a payment code
};

/// Writes letters of one day.
class LetterWriter
{
  public:
    /// Throws as LetterWords does.
    LetterWriter(Store& store, Date day, const std::string& template_folder);

    [[nodiscard]] ReminderLetter write(const Reminder& reminder) const;

  private:
    LetterWriter(Store& store, Date day, const DunningRules& rules,
                 const std::string& template_folder);

    Store& store_;
    Date day_;
    std::string currency_; ///< of the books
    Sender sender_;
    LetterWords words_;
};

} // namespace crm
