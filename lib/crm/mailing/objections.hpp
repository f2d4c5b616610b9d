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
/// it. A company's boxes are its own and those that it gave its people, not the people's own.
///
/// They are read once, for lists of a million.
class Objections
{
  public:
    /// `home` is the country of an address that names none. Every word counts, as those of
    /// Permissions::Words::all; employments are those of the day.
    Objections(Store& store, std::string_view channel, std::string_view home, Date day);

    /// Why nothing goes where the recipient is reached: "blocked: same e-mail address as 10004 who
    /// objected on 2026-06-30"; empty if nothing speaks against it.
    [[nodiscard]] std::string against(const Recipient& recipient) const;

  private:
    void read_words(std::string_view channel);
    void add_mail_boxes(std::int64_t contact_id, Date day);
    void add_letter_boxes(std::int64_t contact_id, Date day);
    void add_letter_box(const Statement& who, const Statement& where, Date day);
    [[nodiscard]] std::string at_letter_box(const Recipient& recipient) const;
    /// "10004 who objected on 2026-06-30".
    [[nodiscard]] std::string objector(std::int64_t contact_id) const;

    Store& store_;
    std::string home_;
    bool by_post_;
    bool by_email_;
    std::vector<std::optional<Date>> objected_on_;        ///< by contact
    std::unordered_map<std::string, std::int64_t> boxes_; ///< whose
    std::unordered_set<std::string> postcodes_;           ///< of letter boxes
};

} // namespace crm
