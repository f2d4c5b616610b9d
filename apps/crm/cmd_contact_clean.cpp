// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/duplicates.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/store/settings.hpp"
#include "crm/switchboard/merge.hpp"

namespace crm
{

namespace
{

struct DuplicatesOptions {
    std::optional<std::string> min_score;
};

void declare_duplicates(CLI::App& verb, DuplicatesOptions& o)
{
    option(verb, "--min-score", o.min_score, "SCORE",
           "0 to 100; setting duplicates.min_score unless given");
}

int run_duplicates(Context& ctx, const DuplicatesOptions& o)
{
    auto store = ctx.open_store();
    const auto score = o.min_score ? parse_count("--min-score", *o.min_score, 0, 100)
                                   : setting_number(store, "duplicates.min_score");
    return ctx.print_listing(duplicate_columns(), [&](const auto& use) {
        for (const auto& pair : find_duplicates(store, score))
            if (!use(pair))
                return;
    });
}

struct MergeOptions {
    std::string keep;
    std::string drop;
};

void declare_merge(CLI::App& verb, MergeOptions& o)
{
    argument(verb, "keep", o.keep, "number or exact name of the contact that stays");
    argument(verb, "drop", o.drop, "the contact that goes; its number becomes an alias");
}

int run_merge(Context& ctx, const MergeOptions& o)
{
    auto store = ctx.open_store();
    const auto keep = contact_to_change(store, o.keep);
    const auto drop = contact_to_change(store, o.drop);
    if (!store.options().dry_run &&
        !ctx.confirm(format("merge {} {} into {} {}? this cannot be undone", drop.number, drop.name,
                            keep.number, keep.name)))
        throw error(ErrorKind::rejected, "nothing was merged");
    Transaction transaction(store); // begun after the answer, which may take its time
    merge_contacts(store, keep.id, drop.id, ctx.today());
    transaction.commit();
    ctx.print_line(keep.number);
    return done;
}

} // namespace

void add_contact_cleaning(const Noun& noun)
{
    add_verb<DuplicatesOptions>(noun, {"duplicates", "list contacts that may be the same"},
                                declare_duplicates, run_duplicates);
    add_verb<MergeOptions>(noun, {"merge", "merge one contact into another", Access::writes},
                           declare_merge, run_merge);
}

} // namespace crm
