// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/fields.hpp"

namespace crm
{

/// Takes a person's whole name apart into given and family name, salutation and title, if there is
/// no family name among `values`. What is given there already stays; a salutation or title of the
/// name is left out if it is in that of `values`, else stays with the given name, so that no word
/// is lost. `stored` is what the contact has: the title of a name that is in its title changes
/// nothing.
void take_name_apart(FieldValues& values, const FieldValues& stored = {});

/// Given and family name as one.
std::string full_name(const FieldValues& values);

} // namespace crm
