// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/change.hpp"
#include "crm/cmd_mailing.hpp"
#include "crm/flags.hpp"
#include "crm/mailing/frozen.hpp"
#include "crm/mailing/response.hpp"
#include "crm/mailing/result.hpp"
#include "crm/recipient_flags.hpp"
#include "crm/record.hpp"
#include "crm/store/bulk_rows.hpp"

namespace crm
{

namespace
{

struct CreateOptions {
    std::string name;
    std::optional<std::string> channel, per, cost, control;
    RecipientChoice choice;
};

void declare_create(CLI::App& verb, CreateOptions& o)
{
    argument(verb, "name", o.name, "what the mailing is called from now on");
    option(verb, "--channel", o.channel, "MAILING-CHANNEL", "how they are to be approached")
        .required();
    option(verb, "--per", o.per, "RECIPIENT", "one of each company (usual), or each person there");
    option(verb, "--cost", o.cost, "AMOUNT", "what it costs in all");
    option(verb, "--control", o.control, "PCT",
           "that share of the customers is not written to, to compare with");
    declare_recipient_choice(verb, o.choice);
}

NewMailing new_mailing(const Context& ctx, Store& store, const CreateOptions& o)
{
    NewMailing mailing;
    mailing.name = o.name;
    mailing.query.channel = *o.channel;
    check_mailing_channel(mailing.query.channel);
    if (o.per)
        mailing.query.per = parse_per(*o.per);
    mailing.query.today = ctx.today();
    if (o.cost)
        mailing.cost = parse_money(*o.cost, ctx.decimal());
    if (o.control)
        mailing.control = parse_rate(*o.control, ctx.decimal());
    const auto flags = chosen_flags(ctx, store, o.choice);
    mailing.filter = filter_words(flags);
    mailing.query.filter = recipient_filter(store, flags, ctx.today());
    return mailing;
}

bool reaches_anybody(Store& store, const RecipientQuery& query)
{
    bool any = false;
    list_recipients(store, query, [&](const Recipient&) {
        any = true;
        return false;
    });
    return any;
}

int run_create(Context& ctx, const CreateOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    begin_bulk_work(store);
    const auto wanted = new_mailing(ctx, store, o);
    if (ctx.options().if_any && !reaches_anybody(store, wanted.query))
        return found_nothing;
    const auto id = create_mailing(store, wanted, ctx.now());
    transaction.commit();
    const auto state = mailing_state(store, id);
    ctx.say(format("recipients: {}", state.recipients));
    if (state.control > 0)
        ctx.say(format("control group, which nothing is sent to: {}", state.control));
    return ctx.print_made<MailingState>(fmt::format("{}", id), mailing_columns(),
                                        [&] { return state; });
}

struct ListOptions {
};

int run_list(Context& ctx, const ListOptions&)
{
    auto store = ctx.open_store();
    return ctx.print_listing(mailing_columns(),
                             [&](const auto& use) { list_mailings(store, use); });
}

struct ShowOptions {
    std::string name;
    bool recipients = false;
};

void declare_show(CLI::App& verb, ShowOptions& o)
{
    argument(verb, "name", o.name, "the mailing");
    flag(verb, "--recipients", o.recipients,
         "who they are, the control group among them, and what came of each");
}

int run_show(Context& ctx, const ShowOptions& o)
{
    auto store = ctx.open_store();
    const auto mailing = mailing_by_name(store, o.name);
    if (o.recipients)
        return ctx.print_listing(frozen_columns(),
                                 [&](const auto& use) { list_frozen(store, mailing.id, use); });
    const auto state = mailing_state(store, mailing.id);
    const auto options = ctx.output_options();
    if (ctx.json() && options.columns.empty())
        return ctx.print_made<MailingState>(mailing.name, mailing_columns(), [&] { return state; });
    if (options.format != Format::table || !options.columns.empty())
        return ctx.print_listing(mailing_columns(), [&](const auto& use) { use(state); });
    print_record(ctx, mailing_columns(), state);
    return done;
}

struct RespondOptions {
    std::string name, contact, response;
};

void declare_respond(CLI::App& verb, RespondOptions& o)
{
    argument(verb, "name", o.name, "the mailing");
    argument(verb, "contact", o.contact,
             "number or exact name of the recipient or its company, or - for numbers on standard "
             "input");
    argument(verb, "response", o.response, "what came of it");
}

int run_respond(Context& ctx, const RespondOptions& o)
{
    check_response(o.response);
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        const auto mailing = mailing_by_name(store, o.name);
        if (!respond(store, mailing, contact, o.response, ctx.now()))
            ctx.say(format("{} was recorded as {} before", contact.name, o.response));
        if (o.response == "unsubscribed")
            ctx.say(format("{} is blocked for {}", contact.name, mailing.channel));
    });
}

struct ResultOptions {
    std::string name;
};

void declare_result(CLI::App& verb, ResultOptions& o)
{
    argument(verb, "name", o.name, "the mailing");
}

Money each(Money sum, std::int64_t parts)
{
    return {round_half_away(Int128{sum.cents}, parts)};
}

/// What the figures mean for one recipient, for people.
void compare(const Context& ctx, const MailingResult& result, const Mailing& mailing)
{
    ctx.say(
        format("orders from {} to {}", to_string(result.days.first), to_string(result.days.last)));
    if (result.sent > 0 && result.control > 0)
        ctx.say(format("revenue for each recipient {}, in the control group {}",
                       to_string(each(result.revenue, result.sent)),
                       to_string(each(result.control_revenue, result.control))));
    if (mailing.cost && result.ordered > 0)
        ctx.say(format("cost for each recipient who ordered {}",
                       to_string(each(*mailing.cost, result.ordered))));
}

int run_result(Context& ctx, const ResultOptions& o)
{
    auto store = ctx.open_store();
    const auto mailing = mailing_by_name(store, o.name);
    const auto result = mailing_result(store, mailing, ctx.today());
    compare(ctx, result, mailing);
    return ctx.print_listing(mailing_result_columns(), [&](const auto& use) { use(result); });
}

} // namespace

void add_mailing_campaigns(const Noun& noun)
{
    add_verb<CreateOptions>(noun, {"create", "freeze the recipients of a mailing", Access::writes},
                            declare_create, run_create);
    add_verb<ListOptions>(
        noun, {"list", "list mailings"}, [](CLI::App&, ListOptions&) {}, run_list);
    add_verb<ShowOptions>(noun, {"show", "a mailing, or its recipients"}, declare_show, run_show);
    add_verb<RespondOptions>(noun, {"respond", "record what came of a mailing", Access::writes},
                             declare_respond, run_respond);
    add_verb<ResultOptions>(noun, {"result", "what a mailing has brought, and what it has not"},
                            declare_result, run_result);
}

} // namespace crm
