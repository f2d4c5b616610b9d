// SPDX-License-Identifier: MIT
#include "crm/cmd_openitems.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/named_document.hpp"
#include "crm/openitems/document.hpp"
#include "crm/openitems/dunning/block.hpp"

#include <array>

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

/// What holds reminders back, as JSON shows it.
struct HoldRow {
    std::int64_t id = 0;
    std::string target;
    std::optional<Date> until;
    std::string reason;
    std::optional<Money> amount;
};

using Row = HoldRow;
constexpr std::array<Column<Row>, 4> block_columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.id); }},
    {"number", "NUMBER", Kind::text, [](const Row& r) { return text_cell(r.target); }},
    {"until", "UNTIL", Kind::date, [](const Row& r) { return cell(r.until); }},
    {"reason", "REASON", Kind::text, [](const Row& r) { return text_cell(r.reason); }},
}};
constexpr std::array<Column<Row>, 4> promise_columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.id); }},
    {"document", "DOCUMENT", Kind::text, [](const Row& r) { return text_cell(r.target); }},
    {"date", "DATE", Kind::date, [](const Row& r) { return cell(r.until); }},
    {"amount", "AMOUNT", Kind::money, [](const Row& r) { return cell(r.amount); }},
}};

struct BlockOptions {
    std::string target;
    Text until, reason, contact;
};

/// Whoever names a contact as well means a document.
DunningTarget target_of(Store& store, const std::string& who, const Text& contact)
{
    if (contact)
        return dunning_target(store, named_document(store, who, contact));
    return told_apart(contact, [&] { return dunning_target(store, who); });
}

constexpr const char* target_summary =
    "number of a document, or number or exact name of a contact; - for standard input";

void declare_block(CLI::App& verb, BlockOptions& o)
{
    argument(verb, "target", o.target, target_summary);
    option(verb, "--until", o.until, "DATE", "last day of it; until it is lifted unless given");
    option(verb, "--reason", o.reason, "TEXT", "why; it stays on record").required();
    declare_whose(verb, o.contact);
}

int run_block(Context& ctx, const BlockOptions& o)
{
    HoldRow row;
    row.reason = *o.reason;
    if (o.until)
        row.until = parse_date(*o.until, ctx.today());
    auto store = ctx.open_store();
    const auto targets = ctx.targets(o.target); // read before anything is locked
    Transaction transaction(store);
    for (const auto& each : targets) {
        const auto target = target_of(store, each, o.contact);
        row.target = target.number;
        row.id = block_reminders(store, target, ctx.today(), row.until, row.reason);
        if (o.target == "-")
            ctx.print_line(row.target);
        else
            ctx.print_made<Row>(std::to_string(row.id), block_columns, [&] { return row; });
    }
    transaction.commit();
    return done;
}

struct UnblockOptions {
    std::string target;
    Text contact;
};

void declare_unblock(CLI::App& verb, UnblockOptions& o)
{
    argument(verb, "target", o.target, target_summary);
    declare_whose(verb, o.contact);
}

int run_unblock(Context& ctx, const UnblockOptions& o)
{
    auto store = ctx.open_store();
    const auto targets = ctx.targets(o.target);
    Transaction transaction(store);
    for (const auto& each : targets) {
        const auto target = target_of(store, each, o.contact);
        unblock_reminders(store, target, ctx.today());
        if (o.target == "-")
            ctx.print_line(target.number);
    }
    transaction.commit();
    return done;
}

struct PromiseOptions {
    std::string document, date;
    Text amount, contact;
};

void declare_promise(CLI::App& verb, PromiseOptions& o)
{
    argument(verb, "document", o.document, "what somebody promised to pay");
    argument(verb, "date", o.date, "by this day");
    option(verb, "--amount", o.amount, "AMOUNT", "so much of it, all unless given");
    declare_whose(verb, o.contact);
}

int run_promise(Context& ctx, const PromiseOptions& o)
{
    HoldRow row;
    row.until = parse_date(o.date, ctx.today());
    if (o.amount)
        row.amount = parse_money(*o.amount, ctx.decimal());
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto id = named_document(store, o.document, o.contact);
    row.target = document_by_id(store, id).number;
    row.id = record_promise(store, id, ctx.today(), *row.until, row.amount);
    transaction.commit();
    return ctx.print_made<Row>(std::to_string(row.id), promise_columns, [&] { return row; });
}

} // namespace

void add_open_item_holds(const Noun& noun)
{
    add_verb<BlockOptions>(noun,
                           {"block",
                            "hold back reminders of a document or to a contact, or a transfer",
                            Access::writes},
                           declare_block, run_block);
    add_verb<UnblockOptions>(noun, {"unblock", "lift a block", Access::writes}, declare_unblock,
                             run_unblock);
    add_verb<PromiseOptions>(
        noun, {"promise", "record a promise to pay; no reminder before its day", Access::writes},
        declare_promise, run_promise);
}

} // namespace crm
