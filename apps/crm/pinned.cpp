// SPDX-License-Identifier: MIT
#include "crm/pinned.hpp"

#include "crm/contact/contact.hpp"
#include "crm/contact/notes.hpp"

#include <set>

namespace crm
{

void tell_pinned(const Context& ctx, Store& store,
                 std::initializer_list<std::optional<std::int64_t>> contacts)
{
    std::set<std::int64_t> told;
    for (const auto id : contacts)
        if (id && told.insert(*id).second)
            for (const auto& note : pinned_notes(store, *id, ctx.today()))
                ctx.say(format("{}: {}", contact_by_id(store, *id).name, note));
}

} // namespace crm
