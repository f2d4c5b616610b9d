// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/context.hpp"
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
};

void declare_datev(CLI::App& verb, DatevOptions& o)
{
    option(verb, "--from", o.from, "DATE", "first day").required();
    option(verb, "--to", o.to, "DATE", "last day, of the same year").required();
}

int run_datev(Context& ctx, const DatevOptions& o)
{
    require_file(ctx);
    const Period period{parse_date(*o.from, ctx.today()), parse_date(*o.to, ctx.today())};
    auto store = ctx.open_store();
    Transaction transaction(store); // what is written and what is remembered are of one moment
    const auto exported = export_datev(store, period, ctx.now());
    const auto checksum = write(ctx, exported);
    if (exported.rows > 0)
        record_datev_export(store, exported, period, ctx.now(), checksum);
    transaction.commit();
    ctx.drop_output_of_dry_run();
    ctx.say(format("{} postings", exported.rows));
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
