// SPDX-License-Identifier: MIT
#include "crm/named_document.hpp"

#include "crm/contact/resolve.hpp"
#include "crm/flags.hpp"
#include "crm/openitems/document.hpp"

namespace crm
{

void declare_whose(CLI::App& verb, std::optional<std::string>& contact)
{
    option(verb, "--contact", contact, "CONTACT",
           "whose document it is, when several contacts have one of that number");
}

std::int64_t named_document(Store& store, const std::string& number,
                            const std::optional<std::string>& contact)
{
    if (contact)
        return document_id_by_number(store, number, contact_to_change(store, *contact).id);
    return told_apart(contact, [&] { return document_id_by_number(store, number); });
}

} // namespace crm
