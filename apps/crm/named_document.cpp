// SPDX-License-Identifier: MIT
#include "crm/named_document.hpp"

#include "crm/base/error.hpp"
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
try {
    return document_id_by_number(store, number,
                                 contact ? std::optional(contact_to_change(store, *contact).id)
                                         : std::nullopt);
} catch (Error& failure) {
    if (failure.candidates.empty() || contact)
        throw;
    throw std::move(failure).with_hint("say whose it is with --contact");
}

} // namespace crm
