// SPDX-License-Identifier: MIT
#include "crm/store/fiscal.hpp"

#include "crm/store/settings.hpp"

namespace crm
{

FiscalRule fiscal_rule(Store& store)
{
    FiscalRule rule;
    // It was checked when it was set. A leap year has every day.
    const std::chrono::year_month_day start(
        parse_iso_date("2024-" + setting(store, "fiscal.start")).value());
    rule.start_month = static_cast<unsigned>(start.month());
    rule.start_day = static_cast<unsigned>(start.day());
    const auto length = setting(store, "fiscal.period");
    if (length == "month")
        rule.period = FiscalRule::month;
    if (length == "year")
        rule.period = FiscalRule::year;
    return rule;
}

} // namespace crm
