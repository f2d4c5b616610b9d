// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

namespace crm
{

// The verbs of `crm contact`, a file a group.
void add_contact_making(const Noun& noun);   ///< add-company, add-person, edit, archive, unarchive
void add_contact_people(const Noun& noun);   ///< employ, leave, absent, present, hand-over
void add_contact_details(const Noun& noun);  ///< address, tag, untag, relate
void add_contact_channels(const Noun& noun); ///< prefer, block, allow, consents
void add_contact_conditions(const Noun& noun); ///< condition
void add_contact_mandates(const Noun& noun);   ///< mandate
void add_contact_notes(const Noun& noun);      ///< note, notes, unnote
void add_contact_finding(const Noun& noun);    ///< find, list, lookup
void add_contact_show(const Noun& noun);       ///< show
void add_contact_cleaning(const Noun& noun);   ///< duplicates, merge
void add_contact_privacy(const Noun& noun);    ///< disclose, erase
void add_contact_import(const Noun& noun);     ///< import
void add_contact_export(const Noun& noun);     ///< export

} // namespace crm
