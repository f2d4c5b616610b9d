// SPDX-License-Identifier: MIT
#pragma once

#include "crm/report/report.hpp"

#include <string>
#include <vector>

namespace crm
{

/// How the invoices of a period were paid, as it was at the end of its last day: what happens later
/// is in no past period. Those that were only recorded afterwards (historical)
/// opened no item: nobody knows when they were paid, so only their number and amount count.
struct PayerHabits {
    std::int64_t documents = 0; ///< invoices and credit notes
    Money gross;                ///< credit notes below 0
    std::int64_t paid = 0;      ///< invoices that were paid and of which nothing is open any more
    std::int64_t days = 0;      ///< from their dates until the last payment, added up
    std::int64_t late_days = 0; ///< the same from their due days; below 0: before
    std::int64_t late = 0;      ///< paid after the due day, open or written off beyond it
    std::int64_t judged = 0;    ///< paid, open or written off beyond the due day
    Money skonto;               ///< discounts for prompt payment taken from them
    Money open;                 ///< all that is open
    Money gross_with_items;     ///< `gross` without historical documents

    PayerHabits& operator+=(const PayerHabits& other);

    [[nodiscard]] std::optional<Quantity> days_to_pay() const { return mean_of(days, paid); }
    [[nodiscard]] std::optional<Quantity> delay() const { return mean_of(late_days, paid); }
    [[nodiscard]] std::optional<Rate> share_late() const { return percent_of({late}, {judged}); }
    /// Days sales outstanding: what is open / gross revenue of the period × its days, to one
    /// decimal.
    [[nodiscard]] std::optional<Quantity> dso(std::int64_t days_of_period) const;
};

struct PayerRow {
    std::string place; ///< by which rows of the same amount are ordered
    std::string number;
    std::string name;
    PayerHabits now;
    PayerHabits previous;
};

struct PayerTable {
    std::vector<PayerRow> rows; ///< who has documents in the period, the largest amount first
    PayerHabits total;
    std::vector<std::string> warnings;
};

PayerTable payer_habits(Store& store, const ReportQuery& query);

/// What customers owe on a day, and what of it is past its due day, in the currency of the books.
struct Receivables {
    Money open;
    Money overdue;
};

Receivables receivables_on(Store& store, Date day);

} // namespace crm
