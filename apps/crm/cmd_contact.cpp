// SPDX-License-Identifier: MIT
#include "crm/cmd_contact.hpp"

#include "crm/commands.hpp"

namespace crm
{

void add_contact_commands(const Noun& noun)
{
    add_contact_making(noun);
    add_contact_people(noun);
    add_contact_details(noun);
    add_contact_channels(noun);
    add_contact_conditions(noun);
    add_contact_mandates(noun);
    add_contact_notes(noun);
    add_contact_finding(noun);
    add_contact_show(noun);
    add_contact_cleaning(noun);
    add_contact_privacy(noun);
    add_contact_import(noun);
    add_contact_export(noun);
}

} // namespace crm
