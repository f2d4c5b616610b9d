// SPDX-License-Identifier: MIT
#include "crm/base/items.hpp"
#include "crm/cmd_mailing.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/mailing/recipients.hpp"
#include "crm/mailing/segment.hpp"
#include "crm/recipient_flags.hpp"
#include "crm/record.hpp"

#include <algorithm>
#include <map>

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

/// Whether a listing shows the revenue or is sorted by it.
bool asks_for_revenue(const OutputOptions& options)
{
    return options.columns.empty() || std::ranges::count(options.columns, "revenue") > 0 ||
           std::ranges::count(options.sort, "revenue", &SortKey::key) > 0;
}

/// People are found with their companies.
std::vector<SortKey> usual_order(const RecipientQuery& wanted)
{
    if (wanted.per == Per::company)
        return {};
    return {{"number", false}};
}

/// Who is left out, and on standard error how many for which kind of reason.
int explain(Context& ctx, Store& store, const RecipientQuery& wanted)
{
    std::map<std::string_view, std::int64_t> counts;
    std::int64_t recipients = 0;
    const auto code = ctx.print_listing(
        exclusion_columns(),
        [&](const auto& use) {
            bool more = true; // those beyond a limit are counted, too
            recipients = list_exclusions(store, wanted, [&](const Exclusion& each) {
                ++counts[each.kind];
                more = more && use(each);
                return true;
            });
        },
        usual_order(wanted));
    std::int64_t all = 0;
    std::vector<std::string> words;
    for (const auto& [kind, count] : counts) {
        all += count;
        words.push_back(fmt::format("{} {}", count, tr(std::string(kind).c_str())));
    }
    ctx.say(words.empty()
                ? format("recipients: {}, left out: nobody", recipients)
                : format("recipients: {}, left out: {} ({})", recipients, all, joined(words)));
    return code;
}

int run_recipients(Context& ctx, const RecipientOptions& o)
{
    RecipientQuery wanted;
    wanted.channel = *o.channel;
    check_mailing_channel(wanted.channel);
    if (o.per)
        wanted.per = parse_per(*o.per);
    wanted.today = ctx.today();
    wanted.with_revenue = !o.explain && asks_for_revenue(ctx.output_options());
    auto store = ctx.open_store();
    wanted.filter = recipient_filter(store, chosen_flags(ctx, store, o.choice), ctx.today());
    if (!o.explain)
        return ctx.print_listing(
            recipient_columns(), [&](const auto& use) { list_recipients(store, wanted, use); },
            usual_order(wanted));
    return explain(ctx, store, wanted);
}

struct SaveOptions {
    std::string name;
    RecipientFlags filter;
};

void declare_save(CLI::App& verb, SaveOptions& o)
{
    argument(verb, "name", o.name, "what it is called");
    declare_recipient_filter(verb, o.filter);
}

int run_save(Context& ctx, const SaveOptions& o)
{
    const auto kept = kept_flags(o.filter, ctx.decimal());
    auto store = ctx.open_store();
    static_cast<void>(recipient_filter(store, kept, ctx.today())); // it has to mean something
    Transaction transaction(store);
    const auto saved = save_segment(store, o.name, filter_words(kept), ctx.now());
    transaction.commit();
    if (saved.former_filter)
        ctx.say(format("segment '{}' was: {}", o.name, *saved.former_filter));
    return ctx.print_made<Segment>(std::to_string(saved.id), segment_columns(),
                                   [&] { return segment_by_name(store, o.name); });
}

struct SegmentOptions {
    std::string name;
};

void declare_segment(CLI::App& verb, SegmentOptions& o)
{
    argument(verb, "segment", o.name, "name of the segment");
}

int run_show(Context& ctx, const SegmentOptions& o)
{
    auto store = ctx.open_store();
    const auto segment = segment_by_name(store, o.name);
    const auto options = ctx.output_options();
    if (ctx.json() && options.columns.empty())
        return ctx.print_made<Segment>(segment.name, segment_columns(), [&] { return segment; });
    if (options.format == Format::table && options.columns.empty()) {
        print_record(ctx, segment_columns(), segment);
        return done;
    }
    return ctx.print_listing(segment_columns(), [&](const auto& use) { use(segment); });
}

int run_delete(Context& ctx, const SegmentOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    delete_segment(store, o.name);
    transaction.commit();
    return done;
}

struct NoOptions {
};

void declare_nothing(CLI::App&, NoOptions&) {}

int run_list(Context& ctx, const NoOptions&)
{
    auto store = ctx.open_store();
    return ctx.print_listing(segment_columns(), [&](const auto& use) {
        static_cast<void>(std::ranges::all_of(all_segments(store), use));
    });
}

void add_segment_commands(const Noun& segment)
{
    add_verb<SaveOptions>(
        segment, {"save", "give a filter a name, or a name another filter", Access::writes},
        declare_save, run_save);
    add_verb<NoOptions>(segment, {"list", "the saved filters"}, declare_nothing, run_list);
    add_verb<SegmentOptions>(segment, {"show", "one of them"}, declare_segment, run_show);
    add_verb<SegmentOptions>(segment, {"delete", "take one away", Access::writes}, declare_segment,
                             run_delete);
}

} // namespace

void add_mailing_lists(const Noun& noun)
{
    add_verb<RecipientOptions>(noun, {"recipients", "whom to write to or call, and on what ground"},
                               declare_recipients, run_recipients);
    add_group(noun, "segment", "filters of recipients that have a name", add_segment_commands);
}

} // namespace crm
