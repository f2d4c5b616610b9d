// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"
#include "crm/openitems/payment.hpp"
#include "crm/verb.hpp"

#include <vector>

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

/// Says what became of each document.
void say_settled(const Context& ctx, const std::vector<Settled>& settled);
/// Prints the number of a payment that was made, or with `-f json` the whole.
int print_payment(Context& ctx, Store& store, const Payment& payment);

} // namespace crm
