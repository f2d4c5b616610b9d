// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"
#include "crm/openitems/payment.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace crm
{

/// A payment as it is listed. Refunds and reversals are below 0.
struct PaymentRow {
    std::string number;
    std::optional<Date> date;
    std::string contact_number;
    std::string contact;
    Money amount;
    Money open; ///< what of it settled nothing yet
    std::string currency;
    std::string side;
    std::string reference;
    std::string state; ///< `open`, `part`, `settled`, `reversed`, `reversal`
};

std::span<const Column<PaymentRow>> payment_columns();

/// By number, all or those of a contact.
void list_payments(Store& store, std::optional<std::int64_t> contact_id,
                   const std::function<bool(const PaymentRow&)>& use);

/// One of them as it is listed.
PaymentRow payment_row(Store& store, std::int64_t payment_id);

} // namespace crm
