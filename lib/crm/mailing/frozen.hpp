// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/recipients.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace crm
{

// Recipients of a mailing as they were when it was made.

/// Inside the caller's transaction.
void freeze(Store& store, std::int64_t mailing_id, const Recipient& recipient, bool control);

/// A frozen recipient. The ids are those of today: a contact that was merged since is the other
/// one.
struct Frozen {
    std::int64_t id = 0;
    Recipient recipient;
    bool control = false;
    std::string sent_at;   ///< local time, empty before
    std::string responses; ///< joined by ';'
};

std::span<const Column<Frozen>> frozen_columns();
/// By number, the control group among them.
void list_frozen(Store& store, std::int64_t mailing_id,
                 const std::function<bool(const Frozen&)>& use);

/// Those of a mailing who are the contact or were approached at it.
std::vector<Frozen> frozen_of(Store& store, std::int64_t mailing_id, std::int64_t contact_id);

/// Empties what frozen recipients say of a person; that somebody was written to, when and on what
/// ground stays, and of a consent the day; but where it was given only of those whose ids are
/// `kept`. Inside the caller's transaction.
void erase_frozen(Store& store, std::int64_t person_id, std::span<const std::int64_t> kept);

} // namespace crm
