// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

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
/// field `consumer` says otherwise. Made for lists of a million: its statements are prepared once,
/// and who asks often is answered from memory.
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

    /// Whether the last word of the contact itself, not of its employers, is a block.
    bool objects(std::int64_t contact_id);
    /// The day on which one who objects did so.
    Date objected_on(std::int64_t contact_id);

  private:
    enum class Word : std::uint8_t { none, consent, block };

    /// The last word of a contact on the channel.
    Word word_of(std::int64_t contact_id);
    /// The same where it is known without a look-up.
    std::optional<Word> known_word(std::int64_t contact_id);
    /// The same, and unless it is none its record in `spoken_`.
    Word look_up(std::int64_t contact_id);
    void read_all_words();
    [[nodiscard]] Permission by_law(bool consumer) const;

    Statement parties_;
    Statement word_;
    Statement word_of_merged_;
    Statement all_words_;
    std::string before_;                      ///< the first moment whose words do not count
    Statement* spoken_ = nullptr;             ///< of the two, the one that look_up() used
    std::unordered_set<std::int64_t> merged_; ///< into whom others were merged
    std::int64_t questions_ = 0;
    std::int64_t many_;       ///< questions after which all words are read
    std::vector<Word> words_; ///< by contact, from then on
    std::string consumers_;   ///< what the settings say
    std::string businesses_;
};

/// The same for one contact.
Permission permission(Store& store, std::int64_t contact_id, std::string_view channel, Date day);

} // namespace crm
