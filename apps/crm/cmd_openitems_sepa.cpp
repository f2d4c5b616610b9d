// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/context.hpp"
#include "crm/digest_buffer.hpp"
#include "crm/flags.hpp"
#include "crm/letter_files.hpp"
#include "crm/named_document.hpp"
#include "crm/openitems/sepa/debit_letter.hpp"
#include "crm/openitems/sepa/file.hpp"
#include "crm/openitems/sepa/own_account.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct SepaOptions {
    std::optional<std::string> due_until, date, account, contact, letters;
    std::vector<std::string> documents;
};

void declare_common(CLI::App& verb, SepaOptions& o, const char* due, const char* date,
                    const char* document)
{
    option(verb, "--due-until", o.due_until, "DATE", due);
    option(verb, "--date", o.date, "DATE", date);
    repeatable(verb, "--document", o.documents, "NUMBER", document);
    option(verb, "--account", o.account, "IBAN",
           "which account of ours; that of the own company unless given");
    declare_whose(verb, o.contact);
}

void declare_transfer(CLI::App& verb, SepaOptions& o)
{
    declare_common(verb, o,
                   "what is due, or best paid with its discount, until that day; the day of "
                   "execution unless given",
                   "day of execution, today unless given",
                   "only this document, whenever it is due unless --due-until is given");
}

void declare_debit(CLI::App& verb, SepaOptions& o)
{
    declare_common(verb, o, "what is due until that day, today or --date unless given",
                   "earliest day of collection; as soon as debtors can be told unless given",
                   "only this document, whenever it is due unless --due-until is given");
    option(verb, "--letters", o.letters, "DIR",
           "with --output, write a letter that tells each debtor there, as text and as a page to "
           "print");
}

/// Writes what tells debtors, where that is wanted; who cannot be told is named.
void write_letters(const Context& ctx, Store& store, const SepaOptions& o,
                   const SepaProposal& proposal)
{
    if (!o.letters || proposal.payments.empty())
        return;
    const auto letters = debit_letters(store, proposal.payments, ctx.today());
    if (store.options().dry_run) {
        ctx.say(tr("no letters are written in a dry run"));
        return;
    }
    const auto folder = folder_for_files(*o.letters);
    for (const auto& each : letters) {
        write_letter_files(folder, each.letter);
        if (each.channel.empty())
            ctx.warn(format("{} {} has neither an address nor an e-mail", each.contact_number,
                            each.contact));
    }
}

SepaQuery query_of(const Context& ctx, Store& store, SepaKind kind, const SepaOptions& o)
{
    if (o.contact && o.documents.empty())
        throw error(ErrorKind::usage, "--contact belongs to --document");
    SepaQuery query;
    query.kind = kind;
    query.today = ctx.today();
    if (o.due_until)
        query.due_until = parse_date(*o.due_until, ctx.today());
    if (o.date)
        query.date = parse_date(*o.date, ctx.today());
    for (const auto& number : o.documents)
        query.document_ids.push_back(named_document(store, number, o.contact));
    return query;
}

/// Says what cannot be paid and what else is to be known; the exit code.
int tell(const Context& ctx, const SepaProposal& proposal)
{
    for (const auto& sentence : proposal.notes)
        ctx.say(sentence);
    for (const auto& sentence : proposal.left_out)
        ctx.warn(format("left out: {}", sentence));
    return proposal.left_out.empty() ? done : rows_left_out;
}

/// What the file would be refused for is refused without one, too.
void check(Context& ctx, Store& store, SepaKind kind, const SepaOptions& o,
           const SepaProposal& proposal)
{
    if (ctx.options().output && !proposal.payments.empty())
        static_cast<void>(make_sepa_file(store, kind, proposal.payments, o.account, ctx.now()));
    else if (o.account)
        static_cast<void>(own_party(store, o.account));
}

/// What would be paid. A file of -o is none of a list's: it is left as it is.
int preview(Context& ctx, SepaKind kind, const SepaProposal& proposal)
{
    const auto columns = kind == SepaKind::debit ? debit_columns() : transfer_columns();
    auto options = ctx.output_options();
    options.title = "openitems sepa";
    Output standard(std::nullopt);
    const auto rows = write_listing(columns, options, standard.stream(), [&](const auto& use) {
        static_cast<void>(std::ranges::all_of(proposal.payments, use));
    });
    standard.commit();
    const auto code = tell(ctx, proposal);
    return code == done ? ctx.finish_listing(rows) : code;
}

/// Writes the file and returns its checksum.
std::string write(Context& ctx, const std::string& bytes)
{
    DigestBuffer digest(ctx.output());
    std::ostream out(&digest);
    out.exceptions(std::ios::badbit);
    out << bytes;
    ctx.output().flush(); // a full disk shows before anything is recorded
    return digest.checksum();
}

int run_sepa(Context& ctx, SepaKind kind, const SepaOptions& o)
{
    if (o.letters && !ctx.options().output)
        throw error(ErrorKind::usage,
                    "--letters announces what a file collects: --output is missing")
            .with_hint("'crm openitems sepa debit' without both lists what would be collected");
    auto store = ctx.open_store();
    if (!ctx.options().output || store.options().dry_run) {
        const auto wanted = propose_payments(store, query_of(ctx, store, kind, o));
        check(ctx, store, kind, o, wanted);
        write_letters(ctx, store, o, wanted);
        return preview(ctx, kind, wanted);
    }
    Transaction transaction(store); // what is written and what is remembered are of one moment
    const auto proposal = propose_payments(store, query_of(ctx, store, kind, o));
    const auto code = tell(ctx, proposal);
    if (proposal.payments.empty() && ctx.options().if_any)
        return found_nothing;
    const auto file = make_sepa_file(store, kind, proposal.payments, o.account, ctx.now());
    record_sepa_file(store, file, ctx.now(), write(ctx, file.bytes));
    write_letters(ctx, store, o, proposal);
    transaction.commit();
    ctx.commit_output(code);
    ctx.say(format("{} payments, together {}", file.payments.size(), to_string(file.amount)));
    Output standard(std::nullopt);
    standard.stream() << file.message_id << '\n';
    standard.commit();
    return code;
}

int run_transfer(Context& ctx, const SepaOptions& o)
{
    return run_sepa(ctx, SepaKind::transfer, o);
}

int run_debit(Context& ctx, const SepaOptions& o)
{
    return run_sepa(ctx, SepaKind::debit, o);
}

struct NoOptions {
};
void declare_nothing(CLI::App&, NoOptions&) {}

int run_list(Context& ctx, const NoOptions&)
{
    auto store = ctx.open_store();
    return ctx.print_listing(sepa_file_columns(),
                             [&](const auto& use) { list_sepa_files(store, use); });
}

struct UndoOptions {
    std::string file;
};

void declare_undo(CLI::App& verb, UndoOptions& o)
{
    argument(verb, "id", o.file, "the id that the file was given, as `sepa list` shows it");
}

int run_undo(Context& ctx, const UndoOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    undo_sepa_file(store, o.file, ctx.today());
    transaction.commit();
    return done;
}

void add_sepa(const Noun& sepa)
{
    add_verb<SepaOptions>(
        sepa, {"transfer", "pay suppliers: list what, or write the bank's file", Access::writes},
        declare_transfer, run_transfer);
    add_verb<SepaOptions>(
        sepa, {"debit", "collect from customers with a mandate: list, or write", Access::writes},
        declare_debit, run_debit);
    add_verb<NoOptions>(sepa, {"list", "files for the bank and what came of them"}, declare_nothing,
                        run_list);
    add_verb<UndoOptions>(sepa,
                          {"undo", "take a file back that the bank never got", Access::writes},
                          declare_undo, run_undo);
}

} // namespace

void add_open_item_sepa(const Noun& noun)
{
    add_group(noun, "sepa", "files for the bank: transfers and direct debits", add_sepa);
}

} // namespace crm
