// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// What part of what settles which item (see sql/0004_ledger.sql).
enum class AllocationKind { payment, credit, skonto, write_off, undo };

std::string_view to_string(AllocationKind kind);
AllocationKind allocation_kind(std::string_view key);

struct Allocation {
    std::int64_t id = 0;
    Date date;
    AllocationKind kind = AllocationKind::payment;
    std::optional<std::int64_t> document_id; ///< what is settled: a document,
    std::optional<std::int64_t> refund_id;   ///< or a payment that went the other way
    std::optional<std::int64_t> payment_id;  ///< with what: a payment,
    std::optional<std::int64_t>
        credit_id; ///< or a credit note; what is left of it is given up alone
    Money amount;  ///< below 0: takes back `reverses_id`
    std::optional<std::int64_t> reverses_id;
    std::string reason;
    std::vector<DocumentTax> taxes; ///< of skonto and write-offs
};

/// Of what less is open with an allocation, and of what less is left: of a document its id, of a
/// payment its id below 0.
std::optional<std::int64_t> settled_item(const Allocation& allocation);
std::optional<std::int64_t> settling_item(const Allocation& allocation);

/// Records an allocation inside the caller's transaction and changes what is open of both sides.
std::int64_t post_allocation(Store& store, const Allocation& allocation);

/// All that a payment settled or, being a refund, was settled with, and the skonto that was taken
/// with it; what was taken back is left out with what took it back.
std::vector<Allocation> allocations_of_payment(Store& store, std::int64_t payment_id);

/// What a credit note settled, and what was given up of it or a document, unless it was taken back.
std::vector<Allocation> settlements_of_document(Store& store, std::int64_t document_id);

struct TakenSkonto {
    Money amount;
    Date date;
};

/// The discount for prompt payment that was taken from a document and not taken back.
std::optional<TakenSkonto> skonto_taken(Store& store, std::int64_t document_id);

} // namespace crm
