// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace crm
{

/// A line of a document that is about goods of a delivery.
struct DocumentedLine {
    std::int64_t document_id = 0;
    DocumentKind kind = DocumentKind::invoice;
    std::int64_t delivery_line_id = 0;
    Quantity quantity;
    Money net;
    Money cost; ///< 0 if it is not known
};

/// What of the deliveries of an order was invoiced and credited, in order of posting.
std::vector<DocumentedLine> documented_lines(Store& store, std::int64_t order_id);

/// What of a line of an invoice was credited.
struct CreditedPart {
    Quantity quantity;
    Money net;
    Money cost;
};

/// By the id of the line; lines of which nothing was credited are left out.
std::map<std::int64_t, CreditedPart> credited_parts(Store& store, std::int64_t invoice_id);

} // namespace crm
