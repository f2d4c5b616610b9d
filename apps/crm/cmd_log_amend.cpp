// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_log.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/log/list.hpp"
#include "crm/log_flags.hpp"
#include "crm/value_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace crm
{

namespace
{

struct AmendOptions {
    std::string id;
    std::optional<std::string> contact;
    std::vector<std::string> unset;
    LogFlags flags;
};

void declare_amend(CLI::App& verb, AmendOptions& o)
{
    argument(verb, "id", o.id, "the entry, as 'log list' shows it");
    option(verb, "--contact", o.contact, "CONTACT", "with whom it really was");
    declare_log_flags(verb, o.flags);
    repeatable(verb, "--unset", o.unset, "LOG-FIELD", "takes away what was recorded");
}

void unset(LogEntry& entry, const std::string& field)
{
    if (field == "text")
        entry.text.reset();
    else if (field == "outcome")
        entry.outcome.reset();
    else if (field == "duration")
        entry.minutes.reset();
    else if (field == "agreement")
        entry.agreement = false;
    else if (field == "order")
        entry.order_id.reset();
    else if (field == "follow-up") {
        entry.follow_up.reset();
        entry.follow_up_staff_id.reset();
        entry.done_on.reset();
        entry.done_staff_id.reset();
        entry.done_note.reset();
    } else if (field != "with")
        throw error(ErrorKind::usage, "'{}' is no value for --unset", field)
            .with_hint("one of: {}", fmt::join(value_choices("LOG-FIELD"), ", "));
}

/// Who takes part besides the contact.
std::vector<Contact> participants(Store& store, const AmendOptions& o, const LogEntry& entry)
{
    if (!o.flags.with.empty())
        return log_participants(store, o.flags);
    std::vector<Contact> persons;
    if (std::ranges::find(o.unset, "with") != o.unset.end())
        return persons;
    if (entry.person_id && entry.person_id != entry.contact_id)
        persons.push_back(contact_by_id(store, *entry.person_id));
    for (const auto id : entry.others)
        persons.push_back(contact_by_id(store, id));
    return persons;
}

/// A clock time alone leaves the day as it is.
LocalTime amended_time(const std::string& typed, LocalTime former, Date today)
{
    const bool clock_only = typed.find('T') == std::string::npos && typed.find(':') != typed.npos;
    return parse_time(typed, clock_only ? former.day : today);
}

int run_amend(Context& ctx, const AmendOptions& o)
{
    const auto id = parse_count("ID", o.id);
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto former = log_entry(store, id);
    auto entry = former;
    for (const auto& field : o.unset)
        unset(entry, field);
    if (o.flags.at)
        entry.at = amended_time(*o.flags.at, former.at, ctx.today());
    apply_log_flags(store, o.flags, entry, ctx.today());
    const auto contact =
        o.contact ? contact_to_change(store, *o.contact) : contact_by_id(store, former.contact_id);
    auto company = log_company(store, o.flags, contact);
    // On another day the person may have had another employer; a company that was said stays.
    const bool same_contact = contact.id == former.contact_id;
    const bool same_place = same_contact && (former.company_given || entry.at.day == former.at.day);
    if (!company && same_place && former.company_id)
        company = contact_by_id(store, *former.company_id);
    place_entry(store, entry, contact, participants(store, o, former), company);
    entry.company_given = o.flags.at_company || (same_contact && former.company_given);
    if (entry == former && o.unset.empty())
        throw error(ErrorKind::usage, "nothing of entry {} would change", id)
            .with_hint("say what, as in: crm log amend {} --subject 'Angebot'", id);
    amend_log_entry(store, id, entry);
    if (o.flags.at)
        warn_of_future(ctx, entry.at);
    transaction.commit();
    if (!ctx.json())
        return done;
    return ctx.print_made<LogRow>(o.id, log_list_columns(), [&] { return log_row(store, id); });
}

} // namespace

void add_log_amending(const Noun& noun)
{
    add_verb<AmendOptions>(
        noun, {"amend", "correct an entry; what it said before stays readable", Access::writes},
        declare_amend, run_amend);
}

} // namespace crm
