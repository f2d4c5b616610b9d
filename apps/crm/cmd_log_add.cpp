// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/cmd_log.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/contact/staff.hpp"
#include "crm/environment.hpp"
#include "crm/flags.hpp"
#include "crm/log/list.hpp"
#include "crm/log/mail_entry.hpp"
#include "crm/log_flags.hpp"
#include "crm/pinned.hpp"
#include "crm/read_file.hpp"
#include "crm/switchboard/lookup.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct AddOptions {
    std::optional<std::string> contact;
    std::optional<std::string> caller;
    std::optional<std::string> mail;
    LogFlags flags;
};

void declare_add(CLI::App& verb, AddOptions& o)
{
    optional_argument(verb, "contact", o.contact,
                      "number or exact name, or - for numbers on standard input");
    option(verb, "--caller", o.caller, "PHONE", "who called, by the number shown");
    option(verb, "--mail", o.mail, "FILE", "record an e-mail, as saved by a mail program, or -");
    declare_log_flags(verb, o.flags);
}

void check_sources(const AddOptions& o)
{
    const auto from_input = [](const std::optional<std::string>& value) { return value == "-"; };
    if (from_input(o.contact) + from_input(o.mail) + from_input(o.flags.text) > 1)
        throw error(ErrorKind::usage, "only one '-' a command is possible");
    if (o.contact && o.caller)
        throw error(ErrorKind::usage, "a contact and --caller both say with whom it was")
            .with_hint("give one of them");
    if (o.mail && (o.caller || from_input(o.contact)))
        throw error(ErrorKind::usage, "an e-mail says itself with whom it was")
            .with_hint("leave out {}", o.caller ? "--caller" : "'-'");
    if (!o.contact && !o.caller && !o.mail)
        throw error(ErrorKind::usage, "nothing says with whom it was")
            .with_hint("give a contact, --caller PHONE or --mail FILE");
    if (!o.flags.subject && !o.mail)
        throw error(ErrorKind::usage, "--subject is required");
}

/// Which contact an entry is on, and for which company a person spoke if that is known.
struct Spoken {
    Contact contact;
    std::optional<Contact> company;
};

/// Who has a phone number; of several employments the main one counts.
Spoken spoken_by_phone(Store& store, const std::string& phone, Date day)
{
    const auto rows = Lookup(store).by_phone(phone, day);
    if (rows.empty())
        throw error(ErrorKind::not_found, "nobody with the phone '{}' is known", phone)
            .with_hint("name the contact instead, or record the phone with crm contact edit");
    std::vector<std::string> candidates;
    for (const auto& row : rows)
        if (row.number != rows.front().number || candidates.empty())
            candidates.push_back(
                row.number + "  " + row.caller +
                (row.company.empty() || row.company == row.caller ? "" : ", " + row.company));
    if (candidates.size() > 1)
        throw error(ErrorKind::not_found, "several have the phone '{}'", phone)
            .with_candidates(std::move(candidates))
            .with_hint("name the contact instead");
    const auto& row = rows.front();
    Spoken spoken{contact_to_change(store, row.number), std::nullopt};
    if (spoken.contact.kind == ContactKind::person && !row.company_number.empty())
        spoken.company = contact_to_change(store, row.company_number);
    return spoken;
}

/// Records an entry that is complete but for who took part.
std::int64_t record(Context& ctx, Store& store, LogEntry& entry, const Spoken& spoken,
                    const LogFlags& flags, std::vector<Contact> with)
{
    const auto company = log_company(store, flags, spoken.contact);
    for (auto& person : log_participants(store, flags))
        with.push_back(std::move(person));
    place_entry(store, entry, spoken.contact, with, company);
    // The number or the address of another than the main employer says for which one it was.
    if (!company && spoken.company && spoken.company->id != entry.company_id)
        place_entry(store, entry, spoken.contact, with, spoken.company);
    const auto id = add_log_entry(store, entry);
    tell_pinned(ctx, store, {entry.contact_id, entry.company_id});
    return id;
}

int print_added(Context& ctx, Store& store, const std::vector<std::int64_t>& ids, bool several)
{
    if (!several)
        return ctx.print_made<LogRow>(std::to_string(ids.front()), log_list_columns(),
                                      [&] { return log_row(store, ids.front()); });
    if (ctx.json())
        return ctx.print_listing(log_list_columns(), [&](const auto& use) {
            static_cast<void>(
                std::ranges::all_of(ids, [&](auto id) { return use(log_row(store, id)); }));
        });
    for (const auto id : ids)
        ctx.print_line(std::to_string(id));
    return done;
}

LogEntry entry_of(const Context& ctx, const Mail& mail)
{
    LogEntry entry;
    entry.at = mail.sent ? local_time_of(*mail.sent) : log_now(ctx);
    entry.channel = "email";
    entry.subject = mail.subject.empty() ? tr("(no subject)") : mail.subject;
    if (!mail.text.empty())
        entry.text = mail.text;
    entry.message_id = message_key(mail);
    return entry;
}

void warn_of_date(const Context& ctx, const Mail& mail)
{
    ctx.warn(mail.date.empty()
                 ? format("the e-mail has no date; it is recorded as of now, unless --at says when")
                 : format("the date '{}' of the e-mail cannot be read; it is recorded as of now, "
                          "unless --at says when",
                          mail.date));
}

int run_mail(Context& ctx, const AddOptions& o)
{
    const auto mail = read_mail(read_file(*o.mail));
    auto entry = entry_of(ctx, mail);
    if (o.flags.at)
        entry.at = parse_time(*o.flags.at, ctx.today());
    auto store = ctx.open_store();
    Transaction transaction(store);
    if (const auto known = entry_of_message(store, *entry.message_id)) {
        ctx.say(format("this e-mail was recorded already, as entry {}", *known));
        return done;
    }
    MailParties parties;
    if (o.contact) {
        parties.contact = contact_to_change(store, *o.contact);
        parties.incoming = !own_sender(store, mail, entry.at.day);
    } else
        parties = mail_parties(store, mail, entry.at.day);
    entry.direction = parties.incoming ? "in" : "out";
    entry.staff_id = parties.staff_id ? parties.staff_id : acting_staff(store);
    apply_log_flags(store, o.flags, entry, ctx.today());
    const auto id = record(ctx, store, entry, {parties.contact, parties.company}, o.flags,
                           std::move(parties.with));
    if (!mail.sent && !o.flags.at)
        warn_of_date(ctx, mail);
    warn_of_future(ctx, entry.at);
    transaction.commit();
    return print_added(ctx, store, {id}, false);
}

int run_add(Context& ctx, const AddOptions& o)
{
    check_sources(o);
    if (o.mail)
        return run_mail(ctx, o);
    LogEntry entry;
    entry.at = o.flags.at ? parse_time(*o.flags.at, ctx.today()) : log_now(ctx);
    if (o.caller)
        entry.direction = "in";
    auto store = ctx.open_store();
    Transaction transaction(store);
    entry.staff_id = acting_staff(store);
    apply_log_flags(store, o.flags, entry, ctx.today());
    std::vector<std::int64_t> ids;
    if (o.caller)
        ids.push_back(record(ctx, store, entry, spoken_by_phone(store, *o.caller, entry.at.day),
                             o.flags, {}));
    else
        for (const auto& who : ctx.targets(*o.contact))
            ids.push_back(record(ctx, store, entry, {contact_to_change(store, who), std::nullopt},
                                 o.flags, {}));
    warn_of_future(ctx, entry.at);
    transaction.commit();
    return print_added(ctx, store, ids, o.contact == "-");
}

} // namespace

void add_log_adding(const Noun& noun)
{
    add_verb<AddOptions>(noun, {"add", "record what was said", Access::writes}, declare_add,
                         run_add);
}

} // namespace crm
