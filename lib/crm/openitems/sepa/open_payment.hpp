// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"
#include "crm/openitems/pay_day.hpp"
#include "crm/openitems/sepa/pending.hpp"
#include "crm/openitems/sepa/proposal.hpp"

#include <functional>
#include <unordered_map>

namespace crm
{

/// An open document of a side with what a payment of it needs to know.
struct OpenPayment {
    SepaPayment payment; ///< with what is open, less what is under way
    DocumentKind kind = DocumentKind::invoice;
    std::string currency;
    std::vector<SkontoStep> steps; ///< that can be taken, none twice
    std::optional<Pending> pending;

    [[nodiscard]] Debt debt() const
    {
        return {payment.document_date, payment.due, payment.open, steps};
    }
};

/// Hands out the debits of a side by contact and due day. What was merged into a contact is paid
/// by or to that one.
void for_each_open_payment(Store& store, Side side,
                           const std::unordered_map<std::int64_t, Pending>& pending,
                           const std::function<void(OpenPayment)>& use);

} // namespace crm
