// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_db.hpp"
#include "crm/contact/audit_trail.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/openitems/document.hpp"

namespace crm
{

namespace
{

struct AuditOptions {
    std::optional<std::string> contact;
    std::optional<std::string> document;
    std::optional<std::string> user;
    std::optional<std::string> since;
    std::optional<std::string> until;
};

void declare_audit(CLI::App& verb, AuditOptions& o)
{
    option(verb, "--contact", o.contact, "CONTACT", "only what concerns a contact");
    option(verb, "--document", o.document, "NUMBER", "only an invoice or credit note");
    // Hides the --user of every command: for reading it does not matter who acts.
    option(verb, "--user", o.user, "STAFF", "only what this staff member or login changed");
    option(verb, "--since", o.since, "DATE", "from this day on (UTC), or 30d for the last thirty");
    option(verb, "--until", o.until, "DATE", "up to this day (UTC)");
}

int run_audit(Context& ctx, const AuditOptions& o)
{
    AuditFilter filter;
    filter.user = o.user;
    if (o.since)
        filter.since = parse_since(*o.since, ctx.today());
    if (o.until)
        filter.until = parse_since(*o.until, ctx.today());
    if (filter.since && filter.until && *filter.until < *filter.since)
        throw error(ErrorKind::usage, "--until {} lies before --since {}", *o.until, *o.since);
    auto store = ctx.open_store();
    if (o.contact)
        filter.contact_id = contact_to_read(store, *o.contact).id;
    if (o.document) {
        const auto document = document_by_number(store, *o.document);
        if (filter.contact_id.value_or(document.contact_id) != document.contact_id)
            throw error(ErrorKind::not_found, "{} is no document of '{}'", document.number,
                        *o.contact);
        filter.contact_id = document.contact_id;
        filter.record = AuditRecord{"document", document.id};
    }
    return ctx.print_listing(audit_columns(),
                             [&](const auto& use) { list_audit(store, filter, use); });
}

} // namespace

void add_db_audit(const Noun& noun)
{
    add_verb<AuditOptions>(noun, {"audit", "show who changed what and when"}, declare_audit,
                           run_audit);
}

} // namespace crm
