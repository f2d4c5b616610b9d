// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

// Who allows us to collect by SEPA direct debit. A mandate is ended, never changed; what was
// collected with it refers to it.

enum class DebitScheme {
    core, ///< refundable for eight weeks
    b2b,  ///< between businesses, not refundable
};
/// "CORE", "B2B".
std::string_view to_string(DebitScheme scheme);

struct Mandate {
    std::int64_t id = 0;
    std::int64_t contact_id = 0;
    std::string contact_number;
    std::string contact;
    std::string iban;
    std::string reference;
    std::optional<Date> signed_on;
    DebitScheme scheme = DebitScheme::core;
    std::optional<Date> used_before; ///< when a former system collected with it last
    std::optional<Date> ended_on;    ///< the last day on which it allows anything
    std::optional<Date> last_used;   ///< also by a former system; nothing if never

    /// The last day on which it can be used: 36 months after the last use, else the signature.
    [[nodiscard]] Date lapses_after() const;
    /// `valid`, `lapsed`, `ended`, or `future` before the signature.
    [[nodiscard]] std::string_view state_on(Date day) const;
};

/// A mandate as a list shows it on a day.
struct MandateRow {
    Mandate mandate;
    std::string_view state;
};
std::span<const Column<MandateRow>> mandate_columns();

/// Records a mandate inside the caller's transaction; returns its id. Rejected: no IBAN of a SEPA
/// country; a reference that is taken or no identifier of a payment; a signature after `today`; a
/// use before the signature; a consumer's B2B mandate.
std::int64_t add_mandate(Store& store, const Mandate& mandate, Date today);

/// `last_day` is the last one on which it can be used. Inside the caller's transaction. Rejected:
/// before the signature, or ended by then already.
void end_mandate(Store& store, std::int64_t id, Date last_day);

/// Throws not_found.
Mandate mandate_by_id(Store& store, std::int64_t id);
/// All or those of a contact, by number of the contact and signature.
void list_mandates(Store& store, std::optional<std::int64_t> contact_id,
                   const std::function<bool(const Mandate&)>& use);

/// The one to collect with on a day: of the valid ones the one signed last; without any the one
/// that was valid last, to be named; nothing if there never was one.
std::optional<Mandate> mandate_for(Store& store, std::int64_t contact_id, Date day);

// When contacts change (see switchboard/), inside the caller's transaction.

/// Gives the mandates of `drop` to `keep`.
void merge_mandates(Store& store, std::int64_t keep_id, std::int64_t drop_id);

/// A mandate is proof of a debit for as long as the debtor can ask for the money back: it is kept
/// for 14 months after the last collection (german-practice.md 3.7).
Date kept_until(const Mandate& mandate);

/// Ends the mandates of a contact, and of those that need not be kept any more forgets account and
/// reference, or all if nothing was collected with them.
void erase_mandates(Store& store, std::int64_t contact_id, Date today);

} // namespace crm
