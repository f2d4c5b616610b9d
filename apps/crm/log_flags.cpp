// SPDX-License-Identifier: MIT
#include "crm/log_flags.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/contact/staff.hpp"
#include "crm/environment.hpp"
#include "crm/flags.hpp"
#include "crm/order/order.hpp"

#include <iostream>
#include <iterator>

namespace crm
{

namespace
{

std::string read_text(const std::string& typed)
{
    if (typed != "-")
        return typed;
    const std::string all(std::istreambuf_iterator<char>(std::cin), {});
    return std::string(trim(all));
}

void apply_follow_up(Store& store, const LogFlags& flags, LogEntry& entry, Date today)
{
    if (flags.follow_up) {
        entry.follow_up = parse_date(*flags.follow_up, today);
        entry.done_on.reset();
        entry.done_staff_id.reset();
        entry.done_note.reset();
        if (!entry.follow_up_staff_id)
            entry.follow_up_staff_id = acting_staff(store);
    }
    if (!flags.follow_up_staff)
        return;
    if (!entry.follow_up)
        throw error(ErrorKind::usage, "--for says who does a follow-up, but there is none")
            .with_hint("give its day with --follow-up");
    entry.follow_up_staff_id = find_staff(store, *flags.follow_up_staff).id;
}

} // namespace

void declare_log_flags(CLI::App& verb, LogFlags& o)
{
    option(verb, "--subject", o.subject, "SUBJECT", "what it was about, in a line");
    option(verb, "--text", o.text, "TEXT", "what was said, or - for standard input");
    option(verb, "--channel", o.channel, "LOG-CHANNEL", "how it was said");
    option(verb, "--direction", o.direction, "DIRECTION", "who began: they (in) or we (out)");
    option(verb, "--outcome", o.outcome, "OUTCOME", "what came of a call");
    option(verb, "--at", o.at, "TIME", "when it was: 14:05, yesterdayT14:05, 2026-06-30T14:05");
    repeatable(verb, "--with", o.with, "PERSON", "who took part, number or exact name");
    option(verb, "--at-company", o.at_company, "COMPANY",
           "for which company the person spoke, if not the main employer");
    option(verb, "--duration", o.duration, "LENGTH", "how long it took: 15m, 1h30m");
    option(verb, "--follow-up", o.follow_up, "DATE", "day on which something has to be done");
    option(verb, "--for", o.follow_up_staff, "STAFF", "who has to do it");
    option(verb, "--order", o.order, "ORDER", "the order that it was about");
    flag(verb, "--agreement", o.agreement, "something was agreed");
}

void apply_log_flags(Store& store, const LogFlags& flags, LogEntry& entry, Date today)
{
    if (flags.channel)
        entry.channel = log_word("--channel", *flags.channel, talk_channels());
    if (flags.direction)
        entry.direction = log_word("--direction", *flags.direction, log_directions());
    if (flags.outcome)
        entry.outcome = log_word("--outcome", *flags.outcome, log_outcomes());
    if (flags.subject)
        entry.subject = *flags.subject;
    if (flags.text)
        entry.text = read_text(*flags.text);
    if (flags.duration)
        entry.minutes = parse_talk_length(*flags.duration);
    if (flags.order)
        entry.order_id = order_by_number(store, *flags.order).id;
    if (flags.agreement)
        entry.agreement = true;
    apply_follow_up(store, flags, entry, today);
}

std::vector<Contact> log_participants(Store& store, const LogFlags& flags)
{
    std::vector<Contact> persons;
    for (const auto& who : flags.with)
        persons.push_back(person_to_change(store, who));
    return persons;
}

std::optional<Contact> log_company(Store& store, const LogFlags& flags, const Contact& contact)
{
    if (!flags.at_company)
        return std::nullopt;
    if (contact.kind == ContactKind::company)
        throw error(ErrorKind::usage, "--at-company is for an entry on a person; {} is a company",
                    contact.name);
    return company_to_change(store, *flags.at_company);
}

LocalTime log_now(const Context& ctx)
{
    return {ctx.today(), local_minute()};
}

void warn_of_future(const Context& ctx, LocalTime at)
{
    if (at > log_now(ctx))
        ctx.warn(format("{} is still to come", to_string(at)));
}

OrderIds log_order_ids(Store& store)
{
    return [&store](std::string_view number) { return find_order(store, number); };
}

} // namespace crm
