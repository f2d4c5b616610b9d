// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/recipients.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace crm
{

/// The mail and letter boxes of those who want no advertising on a channel. Who objects may not be
/// written to at all (GDPR 21 (3)), so nobody is reached there on that channel, whoever else reads
/// what gets there and whatever they consented to. The objection ends with a consent of who made
/// it. A company's boxes are its own and those that it gave its people, not the people's own. A
/// person has a letter box at home and where they work.
///
/// Who objected is read once; their boxes where somebody has the same mail address or name.
class Objections
{
  public:
    /// `home` is the country of an address that names none. Every word counts, as those of
    /// Permissions::Words::all; employments are those of the day.
    Objections(Store& store, std::string_view channel, std::string_view home, Date day);

    /// Why nothing goes where the recipient is reached: "blocked: same e-mail address as 10004 who
    /// objected on 2026-06-30"; empty if nothing speaks against it.
    std::string against(const Recipient& recipient);

  private:
    struct LetterBox {
        std::string place;
        std::int64_t contact_id = 0;
    };
    using LetterBoxes = std::vector<LetterBox>;

    void read_words(std::string_view channel);
    [[nodiscard]] bool objects(std::int64_t contact_id) const;
    std::string at_mail_box(std::string_view email);
    std::string at_letter_box(const Recipient& recipient);
    /// Who objected, has the name and lives or resides at the place; 0 if nobody does.
    std::int64_t at_home(ContactKind kind, std::string_view name, const Recipient& recipient);
    /// Who objected, has the name and works at the company; 0 if nobody does.
    std::int64_t colleague(std::string_view name, std::int64_t company_id);
    /// Of all who objected and have the name, their own.
    const LetterBoxes& letter_boxes(ContactKind kind, std::string_view name);
    void add_letter_box(LetterBoxes& boxes, ContactKind kind, std::int64_t contact_id);
    void read_people_with_address();
    /// "10004 who objected on 2026-06-30".
    [[nodiscard]] std::string objector(std::int64_t contact_id) const;

    Store& store_;
    std::string home_;
    Date day_;
    bool by_post_;
    bool by_email_;
    bool any_ = false;                                          ///< somebody objected at all
    std::vector<std::optional<Date>> objected_on_;              ///< by contact
    std::unordered_map<std::string, LetterBoxes> letter_boxes_; ///< by kind and key of the name
    std::unordered_set<std::int64_t> at_home_; ///< people who objected and have an address
};

} // namespace crm
