// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// Something about a person that a law orders to be kept.
struct HeldRecord {
    std::string record; ///< "log 17", "condition 3"
    std::string about;
    std::optional<Date> until; ///< not before an end that is not known yet
    std::string reason;
    bool claim = false; ///< not settled yet: the address is needed as well
    /// Whose it is: the person, or a contact that was merged into them.
    std::int64_t contact_id = 0;
    // If it is an entry of the log, the evidence of a consent, its use in a mailing, or an order.
    std::optional<std::int64_t> log_id = std::nullopt;
    std::optional<std::int64_t> consent_id = std::nullopt;
    std::optional<std::int64_t> recipient_id = std::nullopt;
    std::optional<std::int64_t> order_id = std::nullopt;
};

std::span<const Column<HeldRecord>> held_record_columns();

/// What has still to be kept of a person on a day: business letters, which agreements with
/// customers and suppliers, reminders and orders are, six years from the end of their year (§ 257
/// HGB, § 147 AO; the setting retention.letters), vouchers, which invoices and credit notes are,
/// eight (the setting retention.vouchers), and with them the order that they belong to, evidence of
/// a consent to calls five years from when it was given and after every use (§ 7a UWG); what is
/// owed by or to the person, until it is settled (GDPR 17 (3) e).
std::vector<HeldRecord> held_records(Store& store, std::int64_t person_id, Date today);

/// The last day of whose business letters none need be kept any more.
Date last_letter_not_kept(Store& store, Date today);

} // namespace crm
