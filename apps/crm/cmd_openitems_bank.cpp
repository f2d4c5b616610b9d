// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/sha256.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/contact/exchange/import_table.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/openitems/bank/account.hpp"
#include "crm/openitems/bank/account_list.hpp"
#include "crm/openitems/bank/import.hpp"
#include "crm/openitems/bank/match.hpp"
#include "crm/read_file.hpp"
#include "crm/store/bulk_rows.hpp"
#include "crm/table_import.hpp"

#include <array>

namespace crm
{

namespace
{

std::int64_t line_id(const std::string& typed)
{
    return parse_count("LINE", typed);
}

struct AccountOptions {
    std::string iban;
    std::optional<std::string> ledger;
};

void declare_account(CLI::App& verb, AccountOptions& o)
{
    argument(verb, "iban", o.iban, "the account");
    option(verb, "--ledger", o.ledger, "ACCOUNT",
           "its account in the books; the setting datev.accounts.bank unless given");
}

int run_account(Context& ctx, const AccountOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto id = add_bank_account(store, o.iban, o.ledger.value_or(""));
    transaction.commit();
    ctx.print_line(fmt::format("{}", id));
    return done;
}

struct NoOptions {
};
void declare_nothing(CLI::App&, NoOptions&) {}

int run_accounts(Context& ctx, const NoOptions&)
{
    auto store = ctx.open_store();
    return ctx.print_listing(bank_account_columns(),
                             [&](const auto& use) { list_bank_accounts(store, use); });
}

struct FileOptions {
    std::string file;
};

void declare_import(CLI::App& verb, FileOptions& o)
{
    argument(verb, "file", o.file, "camt.053 or MT940");
}

using Row = BankImport;
constexpr std::array<Column<Row>, 5> import_columns = {{
    {"read", "READ", Kind::integer, [](const Row& r) { return Cell(r.read); }},
    {"added", "ADDED", Kind::integer, [](const Row& r) { return Cell(r.added); }},
    {"updated", "UPDATED", Kind::integer, [](const Row&) { return Cell(std::int64_t{0}); }},
    {"skipped", "SKIPPED", Kind::integer, [](const Row& r) { return Cell(r.skipped); }},
    {"rejected", "REJECTED", Kind::integer, [](const Row&) { return Cell(std::int64_t{0}); }},
}};

int run_import(Context& ctx, const FileOptions& o)
{
    FileBlocks file(o.file);
    Sha256 digest;
    auto statements = read_bank_statements([&] {
        const auto block = file.next();
        digest.add_bytes(block);
        return block;
    });
    auto store = ctx.open_store();
    Transaction transaction(store);
    begin_bulk_work(store);
    const auto result =
        import_bank_statements(store, std::move(statements), to_hex(digest.finish()), ctx.now());
    transaction.commit();
    for (const auto& id : result.known)
        ctx.warn(format("statement '{}' is known already", id));
    for (const auto& warning : result.warnings)
        ctx.warn(warning);
    return ctx.print_listing(std::span<const Column<Row>>(import_columns),
                             [&](const auto& use) { use(result); });
}

struct ListOptions {
    bool unmatched = false;
};

void declare_list(CLI::App& verb, ListOptions& o)
{
    flag(verb, "--unmatched", o.unmatched, "only lines that nothing came of yet");
}

int run_list(Context& ctx, const ListOptions& o)
{
    auto store = ctx.open_store();
    return ctx.print_listing(bank_line_columns(),
                             [&](const auto& use) { list_bank_lines(store, o.unmatched, use); });
}

struct MatchOptions {
    std::vector<std::string> words;
    bool automatic = false;
    bool skonto = false;
    std::optional<std::string> date;
};

void declare_match(CLI::App& verb, MatchOptions& o)
{
    optional_arguments(verb, "line", o.words,
                       "a line and what it is for: documents, payments, a contact");
    flag(verb, "--auto", o.automatic, "every line that is sure and unique");
    flag(verb, "--skonto", o.skonto,
         "take the discount that the terms allow on the day of the line");
    option(verb, "--date", o.date, "DATE", "when it is booked, the day of the line unless given");
}

std::optional<Date> posting_day(const Context& ctx, const std::optional<std::string>& typed)
{
    return typed ? std::optional(ctx.day_or_today(typed)) : std::nullopt;
}

int match_all(Context& ctx)
{
    auto store = ctx.open_store();
    std::vector<std::int64_t> matched;
    std::vector<std::string> left_out;
    Transaction transaction(store);
    begin_bulk_work(store);
    match_lines(
        store, [&](std::int64_t id) { matched.push_back(id); },
        [&](const std::string& why) { left_out.push_back(why); });
    transaction.commit();
    for (const auto& why : left_out)
        ctx.warn(why);
    const auto code = ctx.print_listing(bank_line_columns(), [&](const auto& use) {
        for (const auto id : matched)
            if (!use(bank_line_by_id(store, id)))
                return;
    });
    return left_out.empty() ? code : rows_left_out;
}

/// Says what became of a line.
void say_matched(const Context& ctx, const MatchedLine& matched)
{
    for (const auto& number : matched.nothing_open)
        ctx.say(format("nothing is open of {}", number));
    for (const auto& each : matched.with)
        ctx.say(format("{}: {} settled with {}", each.settled.document,
                       to_string(each.settled.amount), each.payment));
    say_settled(ctx, matched.result.settled);
    if (matched.returned) {
        ctx.say(format("{} is taken back", matched.returned->number));
        if (matched.returned->charges != Money{})
            ctx.say(format("{} are booked as charges of the bank",
                           to_string(matched.returned->charges)));
    }
    if (matched.result.left != Money{})
        ctx.say(matched.refund
                    ? format("{} stay open as a claim", to_string(matched.result.left))
                    : format("{} stay open as a credit", to_string(matched.result.left)));
}

int run_match(Context& ctx, const MatchOptions& o)
{
    if (o.automatic == (o.words.size() >= 2) || o.words.size() == 1)
        throw error(ErrorKind::usage, "give a line and what it is for, or --auto");
    if (o.automatic && (o.skonto || o.date))
        throw error(ErrorKind::usage, "{} goes with a line and its documents",
                    o.skonto ? "--skonto" : "--date");
    if (o.automatic)
        return match_all(ctx);
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto targets = match_targets(store, std::span(o.words).subspan(1));
    const auto matched =
        match_line(store, line_id(o.words.front()), targets, o.skonto, posting_day(ctx, o.date));
    transaction.commit();
    say_matched(ctx, matched);
    return print_payment(ctx, store, matched.result.payment);
}

struct LineOptions {
    std::string line;
    std::optional<std::string> as, note, date;
};

void declare_unmatch(CLI::App& verb, LineOptions& o)
{
    argument(verb, "line", o.line, "its id");
    option(verb, "--date", o.date, "DATE", "from this day on, today unless given");
}

int run_unmatch(Context& ctx, const LineOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto counter = unmatch_line(store, line_id(o.line), ctx.day_or_today(o.date));
    transaction.commit();
    if (!counter.empty())
        ctx.print_line(counter);
    return done;
}

void declare_book(CLI::App& verb, LineOptions& o)
{
    argument(verb, "line", o.line, "its id");
    option(verb, "--as", o.as, "BANK-BOOKING", "what it is").required();
    option(verb, "--date", o.date, "DATE", "when it is booked, the day of the line unless given");
}

int run_book(Context& ctx, const LineOptions& o)
{
    if (*o.as != "fee" && *o.as != "interest" && *o.as != "other")
        throw error(ErrorKind::usage, "'{}' is no value for --as", *o.as)
            .with_hint("one of: fee, interest, other");
    auto store = ctx.open_store();
    Transaction transaction(store);
    book_line(store, line_id(o.line), *o.as, posting_day(ctx, o.date));
    transaction.commit();
    return done;
}

void declare_park(CLI::App& verb, LineOptions& o)
{
    argument(verb, "line", o.line, "its id");
    option(verb, "--note", o.note, "TEXT", "why").required();
}

int run_park(Context& ctx, const LineOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    park_line(store, line_id(o.line), *o.note);
    transaction.commit();
    return done;
}

void add_account(const Noun& account)
{
    add_verb<AccountOptions>(account, {"add", "add an account of our own", Access::writes},
                             declare_account, run_account);
    add_verb<NoOptions>(account, {"list", "our own accounts and their last statements"},
                        declare_nothing, run_accounts);
}

void add_bank(const Noun& bank)
{
    add_group(bank, "account", "our own accounts", add_account);
    add_verb<FileOptions>(bank, {"import", "import statements, each once", Access::writes},
                          declare_import, run_import);
    add_verb<ListOptions>(bank, {"list", "lines of the statements and what came of them"},
                          declare_list, run_list);
    add_verb<MatchOptions>(bank, {"match", "record what lines pay", Access::writes}, declare_match,
                           run_match);
    add_verb<LineOptions>(bank, {"unmatch", "take back what came of a line", Access::writes},
                          declare_unmatch, run_unmatch);
    add_verb<LineOptions>(bank, {"book", "book a line that no contact paid", Access::writes},
                          declare_book, run_book);
    add_verb<LineOptions>(bank, {"park", "leave a line for later", Access::writes}, declare_park,
                          run_park);
}

} // namespace

void add_open_item_bank(const Noun& noun)
{
    add_group(noun, "bank", "statements of the bank and what their lines pay", add_bank);
}

} // namespace crm
