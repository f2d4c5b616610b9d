// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"
#include "crm/contact/contact.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crm
{

/// What revenue is taken from: confirmed sales orders by their date, or invoices less credit notes
/// by theirs. Net, in the company's currency.
enum class RevenueBasis { ordered, invoiced };

/// How many of the best customers: a number, or a share of all who bought in the period, rounded
/// up.
struct Top {
    std::int64_t count = 0;
    std::optional<Rate> share; ///< instead of `count`
};

/// Which contacts a mailing is for; what is not set takes all. Each condition is about the contact
/// itself: a company, or somebody who buys for themselves. They are independent of each other, so
/// `top` means the best of all customers, of whom the others may leave some out.
struct RecipientFilter {
    // Who at all: those of any of these kinds, customers and prospects if none is named.
    bool customers = false;
    bool prospects = false;
    bool suppliers = false;
    bool all = false;

    std::optional<ContactKind> kind;
    std::vector<std::string> tags;     ///< has all of them
    std::vector<std::string> not_tags; ///< has none of them
    std::optional<std::int64_t> manager_id;
    std::optional<std::string> city;     ///< compared without case and spelling of umlauts
    std::optional<std::string> postcode; ///< "10*": what begins with 10
    std::optional<std::string> country;  ///< two-letter code

    std::optional<Date> no_order_since; ///< has ordered, but not on or after the day
    bool or_never = false;              ///< or has never ordered
    std::optional<Date> ordered_since;

    std::optional<Period> period; ///< of the figures below; without one everything up to today
    RevenueBasis basis = RevenueBasis::ordered;
    std::optional<Money> min_revenue;
    std::optional<Money> max_revenue;
    std::optional<Money> min_order_value; ///< an order, or an invoice, of at least that
    std::optional<Top> top;

    std::optional<std::int64_t> bought_product_id; ///< ever
    std::string lot;                               ///< of that product, as it was delivered
    std::optional<std::string> bought_group;       ///< key of a group of products

    std::optional<Date> not_contacted_since; ///< nobody has spoken with them since
    std::optional<Date> not_mailed_since;
    std::optional<std::string> where; ///< a condition in SQL over the view `recipients`
};

} // namespace crm
