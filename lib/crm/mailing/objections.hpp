// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/objected_boxes.hpp"
#include "crm/mailing/people.hpp"
#include "crm/mailing/recipients.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// The mail and letter boxes of those who want no advertising on a channel. Who objects may not be
/// written to at all (GDPR 21 (3)), so nobody is reached there on that channel, whoever else reads
/// what gets there and whatever they consented to. The objection ends with a consent of who made
/// it. A company's boxes are its own and those that it gave its people, not the people's own. A
/// person has a letter box at home and where they work.
class Objections
{
  public:
    /// `home` is the country of an address that names none; employments are those of the day. The
    /// permissions are of the channel, whose every word counts, and the people of the day. `length`
    /// says how many recipients are expected.
    Objections(Store& store, Permissions& permissions, People& people, std::string_view channel,
               std::string_view home, Date day, ObjectedBoxes::Length length);

    /// Why nothing goes where the recipient is reached: "blocked: same e-mail address as 10004 who
    /// objected on 2026-06-30"; empty if nothing speaks against it. By post, `company_box` is the
    /// letter_box() of the recipient's company, empty for somebody without.
    std::string against(const Recipient& recipient, const std::string& company_box);

  private:
    /// Who objected and reads what gets there; 0 if nobody does.
    std::int64_t at_mail_box(std::string_view email);
    std::int64_t at_letter_box(const Recipient& recipient, const std::string& company_box);
    /// Who objected, has the name and lives or resides at the recipient's place.
    std::int64_t at_home(std::string_view name, const Recipient& recipient);
    /// Who objected, has the name and works at the company.
    std::int64_t colleague(std::string_view name, std::int64_t company_id);
    /// "10004 who objected on 2026-06-30".
    std::string objector(std::int64_t contact_id);

    Store& store_;
    Permissions& permissions_;
    People& people_;
    Statement mail_box_;
    Date day_;
    bool any_;                                  ///< somebody objected at all
    std::optional<ObjectedBoxes> letter_boxes_; ///< by post
};

} // namespace crm
