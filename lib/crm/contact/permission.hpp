// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace crm
{

/// Whether a contact may be approached for advertising, and on what ground: "consent of 2026-05-04
/// (fair)", "presumed consent", "blocked on 2026-06-30". The ground is kept with what was sent, so
/// it is not translated.
struct Permission {
    bool allowed = false;
    std::string basis;
    bool blocked = false; ///< somebody said no, which more than the want of a consent is
};

/// Answers for one channel and day who may be approached (§ 7 UWG). A block of the contact or of
/// the company at which a person is approached wins; then a consent of the contact itself; then the
/// setting `consent.CHANNEL.consumer` or `.business`. What was recorded after the day does not
/// count. A person employed on the day is approached as a business, another one as a consumer; the
/// field `consumer` says otherwise. Its statement is prepared once, for lists of a million.
class Permissions
{
  public:
    /// Which words count: those up to the day, or all, for what is sent now whatever day it is
    /// said to be.
    enum class Words { of_the_day, all };

    /// Throws usage for a channel that is none of advertising_channels().
    Permissions(Store& store, std::string_view channel, Date day, Words words = Words::of_the_day);

    /// Of a contact that was not merged into another. A person is approached at `company_id`, or
    /// with 0 at any of the present employers: a block of one of them counts.
    Permission of(std::int64_t contact_id, std::int64_t company_id = 0);

    /// Of a contact whose employers are known to have blocked nothing, approached as a consumer or
    /// as a business: a single look-up, for long lists.
    Permission of_own(std::int64_t contact_id, bool consumer);

  private:
    /// The last word of a contact on the channel; false if nobody said anything.
    bool read_word(std::int64_t contact_id);
    [[nodiscard]] Permission by_law(bool consumer) const;

    Statement parties_;
    Statement word_;
    Statement word_of_merged_;
    std::string before_;                      ///< the first moment whose words do not count
    Statement* spoken_ = nullptr;             ///< of the two, the one that read_word() used
    std::unordered_set<std::int64_t> merged_; ///< into whom others were merged
    std::string consumers_;                   ///< what the settings say
    std::string businesses_;
};

/// The same for one contact.
Permission permission(Store& store, std::int64_t contact_id, std::string_view channel, Date day);

} // namespace crm
