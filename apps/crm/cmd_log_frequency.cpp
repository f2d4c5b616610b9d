// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_log.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/contact/staff.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/day_range.hpp"
#include "crm/flags.hpp"
#include "crm/log/frequency.hpp"
#include "crm/log/target.hpp"

namespace crm
{

namespace
{

struct FrequencyOptions {
    std::optional<std::string> since;
    std::optional<std::string> until;
    std::optional<std::string> not_since;
    std::optional<std::string> manager;
    bool customer = false;
    bool person = false;
    bool late = false;
};

void declare_frequency(CLI::App& verb, FrequencyOptions& o)
{
    option(verb, "--since", o.since, "DATE", "count from this day on, or as long ago as 90d");
    option(verb, "--until", o.until, "DATE", "count up to this day, today unless given");
    option(verb, "--not-since", o.not_since, "DATE",
           "only those not spoken to since this day, or for as long as 90d");
    flag(verb, "--customer", o.customer, "only customers");
    option(verb, "--manager", o.manager, "STAFF", "only those whom this staff member looks after");
    flag(verb, "--person", o.person, "people instead of companies");
    flag(verb, "--late", o.late, "only those later than their target allows");
}

int run_frequency(Context& ctx, const FrequencyOptions& o)
{
    FrequencyQuery wanted;
    wanted.persons = o.person;
    wanted.customers = o.customer;
    wanted.late = o.late;
    const auto range = parse_day_range(ctx, o.since, o.until);
    wanted.since = range.since;
    wanted.until = range.until;
    if (o.not_since)
        wanted.not_since = parse_since(*o.not_since, ctx.today());
    auto store = ctx.open_store();
    if (o.manager)
        wanted.manager_id = find_staff(store, *o.manager).id;
    return ctx.print_listing(frequency_columns(), [&](const auto& use) {
        list_frequency(store, wanted, ctx.today(), use);
    });
}

struct TargetOptions {
    std::optional<std::string> tag;
    std::optional<std::string> contact;
    std::optional<std::string> ideal;
    std::optional<std::string> latest;
};

void declare_target(CLI::App& verb, TargetOptions& o)
{
    option(verb, "--tag", o.tag, "TAG", "a target for everybody with this tag, instead of CONTACT");
    optional_argument(verb, "contact", o.contact, "number or exact name; not with --tag");
    optional_argument(verb, "ideal", o.ideal, "days from one contact to the next, or none");
    optional_argument(verb, "latest", o.latest, "days after which it is too late");
}

/// Reads `IDEAL [LATEST]`, or `none`.
std::optional<ContactTarget> parse_target(const std::vector<std::string>& words)
{
    if (words.empty() || words.size() > 2)
        throw error(ErrorKind::usage, "a target is one number of days, or two")
            .with_hint("as in: crm log target 10042 30 60, crm log target --tag A 30 60");
    if (words.size() == 1 && words.front() == "none")
        return std::nullopt;
    ContactTarget target{parse_count("IDEAL", words.front()), std::nullopt};
    if (words.size() == 2)
        target.latest = parse_count("LATEST", words.back());
    return target;
}

int run_target(Context& ctx, const TargetOptions& o)
{
    std::vector<std::string> days; // a tag leaves no contact before them
    for (const auto& word : {o.tag ? o.contact : std::nullopt, o.ideal, o.latest})
        if (word)
            days.push_back(*word);
    const auto target = parse_target(days);
    auto store = ctx.open_store();
    Transaction transaction(store);
    if (o.tag)
        set_tag_target(store, *o.tag, target);
    else
        set_contact_target(store, contact_to_change(store, *o.contact).id, target);
    transaction.commit();
    return done;
}

} // namespace

void add_log_frequency(const Noun& noun)
{
    add_verb<FrequencyOptions>(noun, {"frequency", "how often, and when last, was spoken to whom"},
                               declare_frequency, run_frequency);
    add_verb<TargetOptions>(noun,
                            {"target", "how often somebody is to be spoken to", Access::writes},
                            declare_target, run_target);
}

} // namespace crm
