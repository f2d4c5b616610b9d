// SPDX-License-Identifier: MIT
#pragma once

#include "crm/mailing/mailing.hpp"

#include <span>

namespace crm
{

/// What came of a mailing. Orders count from the day of the first sending (before it, of the
/// mailing) for so many days as the setting `mailing.days` says, up to today: confirmed sales in
/// the currency of the books, net, by their date, each once, of the recipients themselves and of
/// their companies.
struct MailingResult {
    std::int64_t sent = 0;
    std::int64_t bounced = 0;
    std::int64_t replied = 0;
    std::int64_t unsubscribed = 0;
    std::int64_t ordered = 0; ///< recipients with an order, or of whom it was recorded
    Money revenue;
    std::int64_t control = 0; ///< recipients who were not written to
    Money control_revenue;    ///< of them, in the same days
    Period days;
};

std::span<const Column<MailingResult>> mailing_result_columns();
MailingResult mailing_result(Store& store, const Mailing& mailing, Date today);

} // namespace crm
