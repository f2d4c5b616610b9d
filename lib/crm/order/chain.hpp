// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/contact.hpp"
#include "crm/openitems/document.hpp"
#include "crm/order/order.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// What of a line of the order was delivered; below 0: came back.
struct ChainDeliveryLine {
    int position = 0; ///< of the order's line
    Quantity quantity;
    std::optional<Money> cost; ///< of the goods; nothing: not known
};

/// A delivery note, a receipt of goods, or a return.
struct ChainDelivery {
    std::string number;
    std::string kind; ///< its key: delivery, return
    Date date;
    std::string reason;
    std::string staff; ///< code
    std::vector<ChainDeliveryLine> lines;
};

/// From the quote to the documents.
struct Chain {
    std::optional<Order> order; ///< or the quote; nothing if a document belongs to no order
    std::string quote;          ///< number of the quote that the order was
    std::string became;         ///< number of the order that a quote became
    Contact contact;
    std::optional<Contact> person;
    std::string manager; ///< code
    std::vector<ChainDelivery> deliveries;
    std::vector<Document> documents;
};

/// The chain of which an order, a delivery or a document is a link; of equal numbers the first of
/// these counts, for a contact that is given its document. Throws not_found.
Chain chain_of(Store& store, std::string_view number,
               std::optional<std::int64_t> contact_id = std::nullopt);
Chain chain_of(Store& store, Order order);

} // namespace crm
