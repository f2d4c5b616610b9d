// SPDX-License-Identifier: MIT
#include "crm/cmd_mailing.hpp"

#include "crm/commands.hpp"

namespace crm
{

void add_mailing_commands(const Noun& noun)
{
    add_mailing_lists(noun);
    add_mailing_campaigns(noun);
    add_mailing_export(noun);
}

} // namespace crm
