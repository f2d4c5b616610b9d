// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/switchboard/disclose.hpp"
#include "crm/switchboard/erase.hpp"

#include <fmt/format.h>

namespace crm
{

namespace
{

struct PrivacyOptions {
    std::string person;
};

void declare_person(CLI::App& verb, PrivacyOptions& o)
{
    argument(verb, "person", o.person, "number or exact name");
}

int run_disclose(Context& ctx, const PrivacyOptions& o)
{
    auto store = ctx.open_store();
    const auto person = contact_to_read(store, o.person);
    if (person.kind != ContactKind::person)
        throw error(ErrorKind::rejected, "{} is a company; data protection is a person's",
                    person.name);
    ctx.print_line(disclosure(store, person, ctx.today()));
    return done;
}

int run_erase(Context& ctx, const PrivacyOptions& o)
{
    auto store = ctx.open_store();
    const auto person = contact_to_change(store, o.person);
    check_erasable(store, person);
    if (!store.options().dry_run &&
        !ctx.confirm(format("erase {} {}? This cannot be undone", person.number, person.name)))
        throw error(ErrorKind::rejected, "nothing was erased");
    const auto erasure = erase_person(store, person, ctx.now());
    if (!erasure.known_again)
        ctx.say(tr("there was neither an e-mail address nor a phone nor a "
                   "postcode: a re-import "
                   "could not be recognized"));
    if (erasure.kept == KeptOfPerson::nothing)
        ctx.say(format("{} is erased", person.number));
    else if (erasure.kept == KeptOfPerson::address)
        ctx.say(
            format("{} is restricted: name, address, phone, e-mail, bank account and tax numbers "
                   "stay while something is owed; erase once more when it is settled",
                   person.number));
    else
        ctx.say(format("{} is restricted: the name stays with what has to be kept", person.number));
    if (!erasure.talks_of_companies.empty())
        ctx.warn(format("conversations of companies with {} stay, and what they say: log {}",
                        person.number,
                        fmt::format("{}", fmt::join(erasure.talks_of_companies, ", "))));
    ctx.say(tr("former backups still hold the person"));
    if (erasure.held.empty() && ctx.output_options().format == Format::table)
        return done;
    return ctx.print_listing<HeldRecord>(held_record_columns(), [&](const auto& use) {
        for (const auto& record : erasure.held)
            if (!use(record))
                return;
    });
}

} // namespace

void add_contact_privacy(const Noun& noun)
{
    add_verb<PrivacyOptions>(noun, {"disclose", "everything held about a person, as JSON"},
                             declare_person, run_disclose);
    add_verb<PrivacyOptions>(
        noun,
        {"erase", "erase what is held about a person, as far as the law allows", Access::writes},
        declare_person, run_erase);
}

} // namespace crm
