// SPDX-License-Identifier: MIT
#include "crm/cmd_openitems.hpp"

#include "crm/commands.hpp"

namespace crm
{

void add_open_item_commands(const Noun& noun)
{
    add_open_item_lists(noun);
    add_open_item_payments(noun);
    add_open_item_imports(noun);
    add_open_item_closing(noun);
    add_open_item_bank(noun);
    add_open_item_forecast(noun);
    add_open_item_sepa(noun);
    add_open_item_datev(noun);
    add_open_item_reminders(noun);
}

} // namespace crm
