// SPDX-License-Identifier: MIT
#pragma once

#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace crm
{

/// What a command that only reads says of its argument of that kind.
inline constexpr const char* contacts_to_read =
    "number, name, or text that matches just one contact, or - for numbers on standard input";

/// The id of whom a listing is limited to, if it is.
inline std::optional<std::int64_t> id_of(const std::optional<Contact>& contact)
{
    return contact ? std::optional(contact->id) : std::nullopt;
}

/// Prints one listing of what `list(contact, use)` hands over for whoever is named, one after the
/// other, or for nobody in particular if nobody is.
template<class Row, class List>
int print_for_contacts(Context& ctx, Store& store, const std::optional<std::string>& who,
                       std::span<const Column<Row>> columns, List list)
{
    std::vector<std::optional<Contact>> contacts;
    if (who)
        for (const auto& each : ctx.targets(*who))
            contacts.emplace_back(contact_to_read(store, each));
    else
        contacts.emplace_back();
    return ctx.print_listing(columns, [&](const auto& use) {
        bool more = true;
        for (const auto& contact : contacts)
            if (more)
                list(contact, [&](const Row& row) { return more = use(row); });
    });
}

/// The same of one contact or, with `-`, of several. Their rows do not say whose they are: that is
/// one column more then, the last.
template<class Row, class List>
int print_of_contacts(Context& ctx, Store& store, const std::string& who,
                      std::span<const Column<Row>> columns, List list)
{
    if (who != "-")
        return print_for_contacts(ctx, store, std::optional(who), columns, list);
    std::vector<Contact> contacts;
    for (const auto& each : ctx.targets(who))
        contacts.push_back(contact_to_read(store, each));
    auto infos = column_infos(columns);
    infos.push_back({"contact_number", tr("CONTACT NUMBER"), Kind::text});
    return ctx.print_cells(std::move(infos), [&](Listing& listing) {
        std::vector<Cell> cells(columns.size() + 1);
        bool more = true;
        for (const auto& contact : contacts) {
            cells.back() = text_cell(contact.number);
            if (more)
                list(std::optional(contact), [&](const Row& row) {
                    for (std::size_t place = 0; place < columns.size(); ++place)
                        cells[place] = columns[place].get(row);
                    return more = listing.row(cells);
                });
        }
    });
}

} // namespace crm
