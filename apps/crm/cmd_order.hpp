// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

namespace crm
{

// The verbs of `crm order`, a file a group.
void add_order_making(const Noun& noun);     ///< new
void add_order_editing(const Noun& noun);    ///< edit
void add_order_lines(const Noun& noun);      ///< line add, set, remove
void add_order_changing(const Noun& noun);   ///< accept, lose, confirm, cancel
void add_order_delivering(const Noun& noun); ///< deliver, return
void add_order_invoicing(const Noun& noun);  ///< invoice, credit
void add_order_reading(const Noun& noun);    ///< list, lines, show
void add_order_print(const Noun& noun);      ///< print
void add_order_import(const Noun& noun);     ///< import

} // namespace crm
