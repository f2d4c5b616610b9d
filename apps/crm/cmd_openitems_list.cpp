// SPDX-License-Identifier: MIT
#include "crm/base/currency.hpp"
#include "crm/base/error.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/contact/staff.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/for_contacts.hpp"
#include "crm/openitems/aging.hpp"
#include "crm/openitems/list.hpp"
#include "crm/openitems/statement.hpp"

namespace crm
{

namespace
{

constexpr std::int64_t longest_overdue = 36'500; // a hundred years

struct ListOptions {
    std::optional<std::string> contact;
    std::optional<std::string> side;
    std::optional<std::string> as_of;
    bool overdue = false;
    std::optional<std::string> overdue_days;
    std::optional<std::string> manager;
    bool blocked = false;
    bool promised = false;
};

void declare_list(CLI::App& verb, ListOptions& o)
{
    optional_argument(verb, "contact", o.contact, contacts_to_read);
    option(verb, "--side", o.side, "SIDE", "what customers owe, or what we do; both unless given");
    option(verb, "--as-of", o.as_of, "DATE", "the list of that day, today's unless given");
    flag(verb, "--overdue", o.overdue, "only what is past its due day");
    option(verb, "--overdue-days", o.overdue_days, "N", "only what is past it by more than N days");
    option(verb, "--manager", o.manager, "STAFF",
           "only of contacts whom this staff member looks after");
    flag(verb, "--blocked", o.blocked, "only what is blocked, with its last day and the reason");
    flag(verb, "--promised", o.promised, "only what is promised to be paid, with the day");
}

/// Lists of what is held back say why, behind the columns of all.
std::vector<Column<OpenItem>> list_columns(const ListOptions& o)
{
    const auto all = open_item_columns();
    std::vector<Column<OpenItem>> columns(all.begin(), all.end());
    const auto add = [&](std::span<const Column<OpenItem>> more) {
        columns.insert(columns.end(), more.begin(), more.end());
    };
    if (o.blocked)
        add(block_columns());
    if (o.promised)
        add(promise_columns());
    return columns;
}

int run_list(Context& ctx, const ListOptions& o)
{
    OpenItemFilter filter;
    filter.key_date = ctx.day_or_today(o.as_of);
    if (o.side)
        filter.side = parse_side(*o.side);
    if (o.overdue_days)
        filter.overdue_days =
            static_cast<int>(parse_count("--overdue-days", *o.overdue_days, 0, longest_overdue));
    else if (o.overdue)
        filter.overdue_days = 0;
    auto store = ctx.open_store();
    if (o.manager)
        filter.manager_id = find_staff(store, *o.manager).id;
    filter.blocked = o.blocked;
    filter.promised = o.promised;
    const auto columns = list_columns(o);
    return print_for_contacts(ctx, store, o.contact, std::span<const Column<OpenItem>>(columns),
                              [&](const auto& contact, const auto& use) {
                                  filter.contact_id = id_of(contact);
                                  list_open_items(store, filter, use);
                              });
}

struct AgingOptions {
    std::optional<std::string> as_of;
    std::optional<std::string> buckets;
    std::optional<std::string> basis;
    std::optional<std::string> side;
    std::optional<std::string> currency;
};

void declare_aging(CLI::App& verb, AgingOptions& o)
{
    option(verb, "--as-of", o.as_of, "DATE", "at the end of that day, today unless given");
    option(verb, "--buckets", o.buckets, "DAYS", "days past due that end a column: 30,60,90");
    option(verb, "--basis", o.basis, "AGING-BASIS", "days since it was due, or since the document");
    option(verb, "--side", o.side, "SIDE", "what customers owe unless given");
    option(verb, "--currency", o.currency, "CUR",
           "items of this currency, that of the books unless given");
}

bool parse_basis(const std::string& typed)
{
    if (typed != "due" && typed != "document")
        throw error(ErrorKind::usage, "'{}' is no value for --basis", typed)
            .with_hint("one of: due, document");
    return typed == "document";
}

AgingQuery aging_query(const Context& ctx, const AgingOptions& o)
{
    AgingQuery query;
    query.key_date = ctx.day_or_today(o.as_of);
    if (o.buckets)
        query.limits = parse_buckets(*o.buckets);
    query.by_document_date = parse_basis(o.basis.value_or("due"));
    if (o.side)
        query.side = parse_side(*o.side);
    if (o.currency)
        query.currency = checked_currency(*o.currency);
    return query;
}

/// A column for each bucket: 1-30, 31-60, 61-90, >90.
std::vector<ColumnInfo> aging_columns(const std::vector<int>& limits)
{
    std::vector<ColumnInfo> columns = {{"account", tr("ACCOUNT"), Kind::integer},
                                       {"contact_number", tr("NUMBER"), Kind::text},
                                       {"contact", tr("CONTACT"), Kind::text},
                                       {"total", tr("TOTAL"), Kind::money},
                                       {"not_due", tr("NOT DUE"), Kind::money}};
    int first = 1;
    for (const auto limit : limits) {
        columns.push_back({fmt::format("b{}", columns.size() - 4),
                           fmt::format("{}-{}", first, limit), Kind::money});
        first = limit + 1;
    }
    columns.push_back(
        {fmt::format("b{}", columns.size() - 4), fmt::format(">{}", first - 1), Kind::money});
    return columns;
}

void add_row(AgingRow& sum, const AgingRow& row)
{
    sum.total += row.total;
    sum.not_due += row.not_due;
    sum.buckets.resize(row.buckets.size());
    for (std::size_t i = 0; i < row.buckets.size(); ++i)
        sum.buckets[i] += row.buckets[i];
}

std::vector<Cell> cells_of(const AgingRow& row)
{
    std::vector<Cell> cells = {cell(row.account), text_cell(row.contact_number),
                               text_cell(row.contact), Cell(row.total), Cell(row.not_due)};
    for (const auto bucket : row.buckets)
        cells.emplace_back(bucket);
    return cells;
}

int run_aging(Context& ctx, const AgingOptions& o)
{
    const auto query = aging_query(ctx, o);
    auto store = ctx.open_store();
    auto options = ctx.output_options();
    options.title = "openitems aging";
    const bool with_total = options.format == Format::table && !options.limit;
    Listing listing(aging_columns(query.limits), options, ctx.output());
    AgingRow sum;
    const auto left_out = list_aging(store, query, [&](const AgingRow& row) {
        add_row(sum, row);
        return listing.row(cells_of(row));
    });
    std::vector<Cell> total; // of all rows, which a limit would not show
    if (with_total && !sum.buckets.empty()) {
        sum.contact = tr("together");
        total = cells_of(sum);
    }
    listing.finish(total);
    if (left_out > 0)
        ctx.warn(format("{} items are in other currencies: see them with --currency", left_out));
    return ctx.finish_listing(listing.rows());
}

struct StatementOptions {
    std::string contact;
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> currency;
};

void declare_statement(CLI::App& verb, StatementOptions& o)
{
    argument(verb, "contact", o.contact, contacts_to_read);
    option(verb, "--from", o.from, "DATE", "first day; what was before is carried forward");
    option(verb, "--to", o.to, "DATE", "last day, today unless given");
    option(verb, "--currency", o.currency, "CUR",
           "of this currency, that of the books unless given");
}

int run_statement(Context& ctx, const StatementOptions& o)
{
    StatementQuery query;
    query.last = ctx.day_or_today(o.to);
    if (o.from)
        query.first = parse_date(*o.from, ctx.today());
    if (query.first && query.last < *query.first)
        throw error(ErrorKind::usage, "{} is before {}", to_string(query.last),
                    to_string(*query.first));
    if (o.currency)
        query.currency = checked_currency(*o.currency);
    auto store = ctx.open_store();
    return print_of_contacts(
        ctx, store, o.contact, statement_columns(), [&](const auto& contact, const auto& use) {
            query.contact_id = contact->id;
            if (const auto others = lines_in_other_currencies(store, query); others > 0)
                ctx.warn(format("{} postings are in other currencies: see them with --currency",
                                others));
            list_statement(store, query, use);
        });
}

} // namespace

void add_open_item_lists(const Noun& noun)
{
    add_verb<ListOptions>(noun, {"list", "what is open, by contact and due day"}, declare_list,
                          run_list);
    add_verb<AgingOptions>(noun, {"aging", "what each contact owes, by how long it has been due"},
                           declare_aging, run_aging);
    add_verb<StatementOptions>(noun, {"statement", "all postings of a contact with its balance"},
                               declare_statement, run_statement);
}

} // namespace crm
