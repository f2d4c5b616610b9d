// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

namespace crm
{

// Each declares some of the verbs of `crm openitems`; see add_open_item_commands().
void add_open_item_lists(const Noun& noun);
void add_open_item_payments(const Noun& noun);
void add_open_item_imports(const Noun& noun);
void add_open_item_closing(const Noun& noun);
void add_open_item_bank(const Noun& noun);
void add_open_item_forecast(const Noun& noun);
void add_open_item_sepa(const Noun& noun);
void add_open_item_datev(const Noun& noun);
void add_open_item_reminders(const Noun& noun);
void add_open_item_holds(const Noun& noun);

} // namespace crm
