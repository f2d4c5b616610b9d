// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/contact/contact.hpp"
#include "crm/format/cell.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// Blocks and consents concern advertising, nothing else. Each is a row that stays; the one recorded
// last says how it stands with a contact and channel. What was recorded of a contact that was
// merged into another counts for the other one.

/// The channels of advertising, see cli.md 3.
std::span<const std::string_view> advertising_channels();
/// Throws usage for a channel that is none of them, with the choices.
void check_advertising_channel(std::string_view channel);

/// A block or a consent as it was recorded.
struct Consent {
    std::int64_t id = 0;
    std::string at; ///< local time, ISO
    std::string channel;
    bool blocks = false;
    std::string source; ///< where a consent was given
    std::string reason; ///< of a block
    std::optional<Date> confirmed_on;
    std::string staff; ///< code of who recorded it

    /// The day it dates from: of a confirmed consent that on which it was given, however late it
    /// was recorded.
    [[nodiscard]] std::string day() const
    {
        return confirmed_on ? to_string(*confirmed_on) : at.substr(0, 10);
    }
};

std::span<const Column<Consent>> consent_columns();
/// Everything that was ever recorded, oldest first.
std::vector<Consent> consent_history(Store& store, std::int64_t contact_id);
/// How it stands on a channel; nothing if nobody has said anything.
std::optional<Consent> current_consent(Store& store, std::int64_t contact_id,
                                       std::string_view channel);

/// How it stands on each channel of which anybody has said anything, in the order of
/// advertising_channels().
std::vector<Consent> current_consents(Store& store, std::int64_t contact_id);

// The following work inside the caller's transaction; the acting staff member records.

/// Where, when and to what a consent was given.
struct ConsentProof {
    std::string source;
    std::string wording;
    std::optional<Date> confirmed_on; ///< double opt-in
};

/// Why a channel is blocked, and where that is from if it is not the contact's own word.
struct BlockGround {
    std::string reason;
    std::string source;
};

/// What blocking has met.
struct Blocked {
    bool before = false;    ///< the channel was blocked already
    bool preferred = false; ///< it was the preferred channel, which the contact has none of now
};

/// Blocks a channel. What is blocked already is recorded again only with another reason than
/// before. A blocked channel is not preferred any more.
Blocked block_channel(Store& store, std::int64_t contact_id, std::string_view channel,
                      const BlockGround& ground, LocalTime at);
/// Records a consent, which lifts a block; returns whether there was one. Rejected without a
/// source.
bool allow_channel(Store& store, std::int64_t contact_id, std::string_view channel,
                   const ConsentProof& proof, LocalTime at);

/// Throws rejected if the channel is blocked for advertising: then it is not preferred either.
void check_not_blocked(Store& store, std::int64_t contact_id, std::string_view channel);
/// Makes one of preferred_channels() the preferred one; "none" leaves the contact without. Throws
/// usage for any other word, rejected for a channel that is blocked.
void prefer_channel(Store& store, std::int64_t contact_id, std::string_view channel);

/// Where the blocks of somebody come from who was erased.
inline constexpr const char* erasure_source = "erasure";

/// Blocks again what was blocked at one of two contacts before a merge made them one: a consent of
/// the other one lifts no block.
void keep_blocks(Store& store, std::int64_t contact_id, const std::vector<Consent>& former);

/// Takes away what the rows of a contact say in words: source, reason and wording; but not those of
/// `kept` ids, nor what the erasure itself has recorded. Who allowed or blocked what and when
/// stays.
void erase_consent_words(Store& store, std::int64_t contact_id, std::span<const std::int64_t> kept);

} // namespace crm
