// SPDX-License-Identifier: MIT
#include "crm/cmd_log.hpp"

#include "crm/commands.hpp"

namespace crm
{

void add_log_commands(const Noun& noun)
{
    add_log_adding(noun);
    add_log_reading(noun);
    add_log_amending(noun);
    add_log_follow_ups(noun);
    add_log_frequency(noun);
    add_log_import(noun);
}

} // namespace crm
