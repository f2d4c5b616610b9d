// SPDX-License-Identifier: MIT
#include "crm/store/fiscal.hpp"
#include "crm/store/settings.hpp"
#include "tests/unit/database.hpp"

#include <doctest/doctest.h>

namespace crm::test
{

TEST_CASE("accounting periods are those of the settings")
{
    auto store = Store::in_memory(acting());
    CHECK(fiscal_rule(store).start_month == 1);
    CHECK(fiscal_rule(store).period == FiscalRule::quarter);
    Transaction transaction(store);
    set_setting(store, "fiscal.start", "07-15");
    set_setting(store, "fiscal.period", "month");
    CHECK(fiscal_rule(store).start_month == 7);
    CHECK(fiscal_rule(store).start_day == 15);
    CHECK(fiscal_rule(store).period == FiscalRule::month);
    set_setting(store, "fiscal.period", "year");
    CHECK(fiscal_rule(store).period == FiscalRule::year);
}

} // namespace crm::test
