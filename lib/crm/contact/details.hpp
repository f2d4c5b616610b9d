// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

// What hangs on a contact besides its fields. All of them work inside the caller's transaction.

/// Tags are kept as first typed; their case does not matter. A blank or a tag with ';' is rejected.
void add_tag(Store& store, std::int64_t contact_id, std::string_view tag);
/// False if the contact has no such tag.
bool remove_tag(Store& store, std::int64_t contact_id, std::string_view tag);
std::vector<std::string> tags_of(Store& store, std::int64_t contact_id);

/// Sets a field of the company's own making; an empty value removes it. Keys are letters, digits,
/// '_' and '-'.
void set_own_field(Store& store, std::int64_t contact_id, std::string_view key,
                   std::string_view value);

/// Makes a staff member the contact's manager; 0 leaves it without.
void set_manager(Store& store, std::int64_t contact_id, std::int64_t manager_id);

/// Relates two contacts: `contact_id` is the `kind` (parent, partner...) of `other_id`. Rejected if
/// it is recorded already, from either side, or the inverse is.
void relate(Store& store, std::int64_t contact_id, std::int64_t other_id, std::string_view kind);
/// Takes back what two contacts are to each other, whichever side recorded it: everything, or that
/// `contact_id` is the `kind` of `other_id`. Not found if there is nothing of that.
void unrelate(Store& store, std::int64_t contact_id, std::int64_t other_id,
              const std::optional<std::string>& kind);
/// The ids of relations of a contact, or of anybody, that an older one says from the other side.
std::vector<std::int64_t> relations_recorded_twice(Store& store,
                                                   std::optional<std::int64_t> contact_id);
/// A relation that an older one of the same two contacts turns round.
struct RelationConflict {
    std::int64_t id = 0;
    std::int64_t contact_id = 0;
    std::int64_t other_id = 0;
};
/// Those of a contact, or of anybody: who is the parent of another is not its subsidiary.
std::vector<RelationConflict> contradicting_relations(Store& store,
                                                      std::optional<std::int64_t> contact_id);
/// What the other contact is to one that is its `kind`: the subsidiary of its parent. Nothing for a
/// word that says nothing of that.
std::optional<std::string> inverse_relation(std::string_view kind);

/// Takes a contact out of the lists, or brings it back (no day). Rejected for the own company.
void set_archived(Store& store, std::int64_t contact_id, std::optional<Date> day);

} // namespace crm
