// SPDX-License-Identifier: MIT
#include "crm/contact_filter.hpp"

#include "crm/base/country.hpp"
#include "crm/base/error.hpp"
#include "crm/contact/staff.hpp"
#include "crm/flags.hpp"

namespace crm
{

void declare_contact_filter(CLI::App& verb, ContactFilterFlags& flags)
{
    option(verb, "--kind", flags.kind, "KIND", "only companies or only people");
    flag(verb, "--customer", flags.customer, "only customers");
    flag(verb, "--supplier", flags.supplier, "only suppliers");
    flag(verb, "--prospect", flags.prospect, "only prospects");
    flag(verb, "--staff", flags.staff, "only the own staff");
    option(verb, "--tag", flags.tag, "TAG", "only those with this tag");
    option(verb, "--manager", flags.manager, "STAFF",
           "only those whom this staff member looks after");
    option(verb, "--city", flags.city, "CITY", "only those in this city");
    option(verb, "--postcode", flags.postcode, "POSTCODE",
           "only those with this postcode; 10* for what begins with 10");
    option(verb, "--country", flags.country, "COUNTRY", "only those in this country");
}

ContactFilter contact_filter(Store& store, const ContactFilterFlags& flags)
{
    ContactFilter filter;
    if (flags.kind)
        filter.kind = parse_contact_kind(*flags.kind);
    filter.customer = flags.customer;
    filter.supplier = flags.supplier;
    filter.prospect = flags.prospect;
    filter.staff = flags.staff;
    filter.tag = flags.tag;
    if (flags.manager)
        filter.manager_id = find_staff(store, *flags.manager).id;
    filter.city = flags.city;
    filter.postcode = flags.postcode;
    if (flags.country) {
        filter.country = country_code(*flags.country);
        if (!filter.country)
            throw error(ErrorKind::usage, "unknown country '{}'", *flags.country)
                .with_hint("give a code, DE or DEU, or a name, Germany or Deutschland");
    }
    filter.archived = flags.archived;
    return filter;
}

} // namespace crm
