// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/sender.hpp"
#include "crm/openitems/dunning/letter_words.hpp"
#include "crm/openitems/dunning/reminder.hpp"
#include "crm/openitems/dunning/rules.hpp"
#include "crm/openitems/item_letter.hpp"

#include <string>

namespace crm
{

/// Writes letters of one day.
class LetterWriter
{
  public:
    /// Throws as LetterWords does.
    LetterWriter(Store& store, Date day, const std::string& template_folder);

    /// In the language of the contact; a currency that is not that of the books is in the name of
    /// the file.
    [[nodiscard]] ItemLetter compose(const Reminder& reminder) const;
    [[nodiscard]] WrittenLetter write(const Reminder& reminder) const
    {
        return write_letter(compose(reminder));
    }

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
