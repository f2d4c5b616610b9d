// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/exchange/export_vcard.hpp"
#include "crm/contact_filter.hpp"
#include "crm/context.hpp"

namespace crm
{

namespace
{

constexpr const char* vcard = "vcard";

/// A card is whole: it has neither columns to choose nor an order to sort by.
int print_vcards(Context& ctx, ContactExport& source)
{
    const auto options = ctx.output_options();
    if (!options.columns.empty() || !options.sort.empty())
        throw error(ErrorKind::usage, "{} does not go with -f {}",
                    options.columns.empty() ? "--sort" : "--columns", vcard);
    std::int64_t cards = 0;
    if (options.limit != 0)
        export_vcards(source, [&](std::string_view card) {
            ctx.output() << card;
            return ++cards != options.limit;
        });
    if (!options.if_any)
        ctx.output(); // an empty file is an answer, too
    return ctx.finish_listing(cards);
}

int run_export(Context& ctx, const ContactFilterFlags& o)
{
    auto store = ctx.open_store();
    ContactExport source(store, contact_filter(store, o), ctx.today());
    if (ctx.extra_format())
        return print_vcards(ctx, source);
    Listing listing(source.columns(), ctx.output_options(), ctx.output());
    source.run([&](std::span<const Cell> cells) { return listing.row(cells); });
    listing.finish();
    return ctx.finish_listing(listing.rows());
}

} // namespace

void add_contact_export(const Noun& noun)
{
    add_verb<ContactFilterFlags>(
        noun, {"export", "export contacts with every field", Access::reads, vcard},
        declare_contact_filter, run_export);
}

} // namespace crm
