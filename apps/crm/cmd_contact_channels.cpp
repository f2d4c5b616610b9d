// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/change.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/consent.hpp"
#include "crm/flags.hpp"
#include "crm/for_contacts.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr const char* who_summary = "number or exact name, or - for numbers on standard input";

struct PreferOptions {
    std::string contact;
    std::string channel;
};

void declare_prefer(CLI::App& verb, PreferOptions& o)
{
    argument(verb, "contact", o.contact, who_summary);
    argument(verb, "preferred-channel", o.channel,
             "a channel of advertising, or mobile or visit; none for no preference");
}

int run_prefer(Context& ctx, const PreferOptions& o)
{
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        prefer_channel(store, contact.id, o.channel);
    });
}

struct BlockOptions {
    std::string contact;
    std::vector<std::string> channels;
    std::optional<std::string> reason;
};

void declare_block(CLI::App& verb, BlockOptions& o)
{
    argument(verb, "contact", o.contact, who_summary);
    arguments(verb, "channel", o.channels, "one or more channels of advertising");
    option(verb, "--reason", o.reason, "TEXT", "why, in the contact's words");
}

/// An advertisement by e-mail is one, whatever it is called: whoever objects to the one channel may
/// mean the other, too.
void warn_of_the_other(Context& ctx, Store& store, const Contact& contact,
                       const std::string& channel)
{
    const std::string other = channel == "email" ? "newsletter" : "email";
    if (channel != "email" && channel != "newsletter")
        return;
    if (const auto consent = current_consent(store, contact.id, other); consent && !consent->blocks)
        ctx.warn(format("{} still has the consent of {}; 'crm contact block {} {}' ends it, too",
                        other, consent->day(), contact.number, other));
}

int run_block(Context& ctx, const BlockOptions& o)
{
    for (const auto& channel : o.channels)
        check_advertising_channel(channel);
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        for (const auto& channel : o.channels) {
            const auto met =
                block_channel(store, contact.id, channel, {o.reason.value_or(""), ""}, ctx.now());
            if (met.before)
                ctx.say(format("{} was blocked for {} already", channel, contact.name));
            if (met.preferred)
                ctx.say(format("{} was the preferred channel of {} and is no longer", channel,
                               contact.name));
        }
        for (const auto& channel : o.channels)
            warn_of_the_other(ctx, store, contact, channel);
    });
}

struct AllowOptions {
    std::string contact;
    std::vector<std::string> channels;
    std::optional<std::string> source;
    std::optional<std::string> confirmed;
    std::optional<std::string> wording;
};

void declare_allow(CLI::App& verb, AllowOptions& o)
{
    argument(verb, "contact", o.contact, who_summary);
    arguments(verb, "channel", o.channels, "one or more channels of advertising");
    option(verb, "--source", o.source, "TEXT", "where the consent was given").required();
    option(verb, "--confirmed", o.confirmed, "DATE",
           "day on which it was confirmed (double opt-in)");
    option(verb, "--text", o.wording, "WORDING", "what was consented to");
}

int run_allow(Context& ctx, const AllowOptions& o)
{
    for (const auto& channel : o.channels)
        check_advertising_channel(channel);
    ConsentProof proof{*o.source, o.wording.value_or(""), std::nullopt};
    if (o.confirmed)
        proof.confirmed_on = parse_date(*o.confirmed, ctx.today());
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        for (const auto& channel : o.channels)
            if (allow_channel(store, contact.id, channel, proof, ctx.now()))
                ctx.say(
                    format("{} was blocked for {}; the block is lifted", channel, contact.name));
    });
}

struct ConsentsOptions {
    std::string contact;
};

void declare_consents(CLI::App& verb, ConsentsOptions& o)
{
    argument(verb, "contact", o.contact, contacts_to_read);
}

int run_consents(Context& ctx, const ConsentsOptions& o)
{
    auto store = ctx.open_store();
    return print_of_contacts(
        ctx, store, o.contact, consent_columns(), [&](const auto& contact, const auto& use) {
            static_cast<void>(std::ranges::all_of(consent_history(store, contact->id), use));
        });
}

} // namespace

void add_contact_channels(const Noun& noun)
{
    add_verb<PreferOptions>(noun,
                            {"prefer", "say how a contact likes to be reached", Access::writes},
                            declare_prefer, run_prefer);
    add_verb<BlockOptions>(
        noun, {"block", "record that a contact wants no advertising on a channel", Access::writes},
        declare_block, run_block);
    add_verb<AllowOptions>(
        noun, {"allow", "record that a contact consents to advertising", Access::writes},
        declare_allow, run_allow);
    add_verb<ConsentsOptions>(noun, {"consents", "show every block and consent ever recorded"},
                              declare_consents, run_consents);
}

} // namespace crm
