// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/digest_buffer.hpp"
#include "crm/flags.hpp"
#include "crm/openitems/exchange/datev.hpp"

namespace crm
{

namespace
{

void require_file(const Context& ctx)
{
    if (!ctx.options().output)
        throw error(ErrorKind::usage, "what is handed to the tax adviser is a file")
            .with_hint("say which with --output EXTF_....csv");
}

/// Writes the file and returns its checksum.
std::string write(Context& ctx, const DatevExport& exported)
{
    DigestBuffer digest(ctx.output());
    std::ostream out(&digest);
    out.exceptions(std::ios::badbit);
    out << exported.bytes;
    ctx.output().flush(); // a full disk shows before anything is recorded
    for (const auto& sentence : exported.left_out)
        ctx.warn(format("not exported: {}", sentence));
    return digest.checksum();
}

struct DatevOptions {
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> again;
};

void declare_datev(CLI::App& verb, DatevOptions& o)
{
    option(verb, "--from", o.from, "DATE", "first day");
    option(verb, "--to", o.to, "DATE", "last day, of the same year");
    option(verb, "--again", o.again, "EXPORT",
           "what this export handed over, for a file that is lost: not what is new");
}

/// Leaves a file alone for which there is nothing.
int hand_over_nothing(Context& ctx)
{
    ctx.drop_output();
    ctx.say(format("nothing is new: {} is not written", *ctx.options().output));
    return ctx.options().if_any ? found_nothing : done;
}

int run_again(Context& ctx, std::int64_t export_id)
{
    auto store = ctx.open_store();
    const auto exported = export_datev_again(store, export_id, ctx.now());
    write(ctx, exported);
    ctx.drop_output_of_dry_run();
    ctx.say(format("export {} once more: {} postings", export_id, exported.rows));
    return done;
}

int run_datev(Context& ctx, const DatevOptions& o)
{
    require_file(ctx);
    if (o.again.has_value() == (o.from || o.to) || o.from.has_value() != o.to.has_value())
        throw error(ErrorKind::usage, "--from and --to say the period, or --again the export");
    if (o.again)
        return run_again(ctx, parse_count("--again", *o.again));
    const Period period{parse_date(*o.from, ctx.today()), parse_date(*o.to, ctx.today())};
    auto store = ctx.open_store();
    Transaction transaction(store); // what is written and what is remembered are of one moment
    const auto exported = export_datev(store, period, ctx.now());
    const auto checksum = write(ctx, exported);
    if (exported.rows == 0)
        return hand_over_nothing(ctx);
    const auto id = record_datev_export(store, exported, period, ctx.now(), checksum);
    transaction.commit();
    ctx.drop_output_of_dry_run();
    ctx.say(format("export {}: {} postings", id, exported.rows));
    return done;
}

struct NoOptions {
};
void declare_nothing(CLI::App&, NoOptions&) {}

int run_accounts(Context& ctx, const NoOptions&)
{
    require_file(ctx);
    auto store = ctx.open_store();
    const auto exported = export_datev_accounts(store, ctx.now());
    write(ctx, exported);
    ctx.say(format("{} accounts", exported.rows));
    return done;
}

} // namespace

void add_open_item_datev(const Noun& noun)
{
    add_verb<DatevOptions>(
        noun, {"datev", "hand postings of a period to the tax adviser, once", Access::writes},
        declare_datev, run_datev);
    add_verb<NoOptions>(noun,
                        {"datev-accounts", "hand the accounts of customers and suppliers over"},
                        declare_nothing, run_accounts);
}

} // namespace crm
