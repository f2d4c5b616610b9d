// SPDX-License-Identifier: MIT
#include "crm/card_json.hpp"
#include "crm/card_lines.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/for_contacts.hpp"

namespace crm
{

namespace
{

struct ShowOptions {
    std::string contact;
};

void declare_show(CLI::App& verb, ShowOptions& o)
{
    argument(verb, "contact", o.contact, contacts_to_read);
}

void print_json(std::ostream& out, const Json& json, bool indented)
{
    out << json_text(json, indented) << '\n';
}

/// One card is an object, those of "-" are an array of them.
void print_array(std::ostream& out, const std::vector<Card>& cards)
{
    auto array = Json::array();
    for (const auto& card : cards)
        array.push_back(json_of(card));
    print_json(out, array, true);
}

void print_cards(std::ostream& out, const std::vector<Card>& cards)
{
    for (const auto& card : cards) {
        if (&card != &cards.front())
            out << '\n';
        print_card(out, lines_of(card));
    }
}

int run_show(Context& ctx, const ShowOptions& o)
{
    auto store = ctx.open_store();
    std::vector<Card> cards;
    for (const auto& each : ctx.targets(o.contact))
        cards.push_back(card_of(store, contact_to_read(store, each), ctx.today()));
    switch (ctx.output_options().format) {
    case Format::table:
        print_cards(ctx.output(), cards);
        return done;
    case Format::json:
        o.contact == "-" ? print_array(ctx.output(), cards)
                         : print_json(ctx.output(), json_of(cards.front()), true);
        return done;
    case Format::jsonl:
        for (const auto& card : cards)
            print_json(ctx.output(), json_of(card), false);
        return done;
    default:
        return ctx.print_listing(card_line_columns(), [&](const auto& use) {
            for (const auto& card : cards)
                for (const auto& line : lines_of(card))
                    if (!use(line))
                        return;
        });
    }
}

} // namespace

void add_contact_show(const Noun& noun)
{
    add_verb<ShowOptions>(noun, {"show", "the whole card of a contact"}, declare_show, run_show);
}

} // namespace crm
