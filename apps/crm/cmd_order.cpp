// SPDX-License-Identifier: MIT
#include "crm/cmd_order.hpp"

#include "crm/commands.hpp"

namespace crm
{

void add_order_commands(const Noun& noun)
{
    add_order_making(noun);
    add_order_editing(noun);
    add_order_lines(noun);
    add_order_changing(noun);
    add_order_delivering(noun);
    add_order_invoicing(noun);
    add_order_reading(noun);
    add_order_print(noun);
    add_order_import(noun);
}

} // namespace crm
