// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/payment.hpp"

#include <string>
#include <vector>

namespace crm
{

/// A document of which something is open, as a payment finds it.
struct PayableItem {
    std::int64_t id = 0;
    std::string number;
    DocumentKind kind = DocumentKind::invoice;
    std::int64_t contact_id = 0; ///< also one that was merged into the payer
    Side side = Side::receivable;
    Date date;
    Date due;
    std::string currency;
    std::string terms;
    Money gross;
    Money open; ///< below 0 of a credit
};

/// One document, whatever is open of it.
PayableItem payable_item(Store& store, std::int64_t document_id);

/// Those of a contact, side and currency that are open, debits or credits: oldest due first.
std::vector<PayableItem> payable_items(Store& store, std::int64_t contact_id, Side side,
                                       const std::string& currency, bool credits);

/// The document of a contact with that number, ours or the supplier's. Throws not_found.
std::int64_t document_of(Store& store, std::int64_t contact_id, std::string_view number);

/// On which side somebody's payments are unless it is said: payable for who is a supplier alone.
Side usual_side(Store& store, std::int64_t contact_id);

/// Whether a document belongs to a contact or to one merged into it.
bool is_of(Store& store, const PayableItem& item, std::int64_t contact_id);

} // namespace crm
