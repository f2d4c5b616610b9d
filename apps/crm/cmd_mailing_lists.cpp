// SPDX-License-Identifier: MIT
#include "crm/cmd_mailing.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/mailing/recipients.hpp"
#include "crm/recipient_flags.hpp"

namespace crm
{

namespace
{

struct RecipientOptions {
    std::optional<std::string> channel;
    std::optional<std::string> per;
    bool explain = false;
    RecipientChoice choice;
};

void declare_recipients(CLI::App& verb, RecipientOptions& o)
{
    option(verb, "--channel", o.channel, "MAILING-CHANNEL", "how they are to be approached")
        .required();
    option(verb, "--per", o.per, "RECIPIENT", "one of each company (usual), or each person there");
    flag(verb, "--explain", o.explain, "who is left out, and why");
    declare_recipient_choice(verb, o.choice);
}

int run_recipients(Context& ctx, const RecipientOptions& o)
{
    RecipientQuery wanted;
    wanted.channel = *o.channel;
    check_mailing_channel(wanted.channel);
    if (o.per)
        wanted.per = parse_per(*o.per);
    wanted.today = ctx.today();
    auto store = ctx.open_store();
    wanted.filter = recipient_filter(store, chosen_flags(ctx, store, o.choice), ctx.today());
    if (!o.explain)
        return ctx.print_listing(recipient_columns(),
                                 [&](const auto& use) { list_recipients(store, wanted, use); });
    return ctx.print_listing(exclusion_columns(),
                             [&](const auto& use) { list_exclusions(store, wanted, use); });
}

} // namespace

void add_mailing_lists(const Noun& noun)
{
    add_verb<RecipientOptions>(noun, {"recipients", "whom to write to or call, and on what ground"},
                               declare_recipients, run_recipients);
}

} // namespace crm
