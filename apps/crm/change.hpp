// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"

#include <string>

namespace crm
{

/// Runs `change(store, contact)` for the CONTACT of a command, or for every number on standard
/// input if it is "-", all in one transaction. With "-" the numbers are printed, one a line.
template<class Change>
int change_each(Context& ctx, const std::string& who, Change change)
{
    auto store = ctx.open_store();
    const auto targets = ctx.targets(who); // read before anything is locked
    Transaction transaction(store);
    for (const auto& each : targets) {
        const auto contact = contact_to_change(store, each);
        change(store, contact);
        if (who == "-")
            ctx.print_line(contact.number);
    }
    transaction.commit();
    return done;
}

} // namespace crm
