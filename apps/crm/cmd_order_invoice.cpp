// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_order.hpp"
#include "crm/flags.hpp"
#include "crm/moved_goods.hpp"
#include "crm/named_document.hpp"
#include "crm/order/invoice.hpp"
#include "crm/order_card.hpp"
#include "crm/order_flags.hpp"
#include "crm/store/savepoint.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

/// A document as several of them are listed.
struct MadeDocument {
    std::string order;
    std::string number;
    Date date;
    Money net, tax, gross;
};

using Row = MadeDocument;
constexpr std::array<Column<Row>, 6> columns = {{
    {"order", "ORDER", Kind::text, [](const Row& r) { return text_cell(r.order); }},
    {"document", "DOCUMENT", Kind::text, [](const Row& r) { return text_cell(r.number); }},
    {"date", "DATE", Kind::date, [](const Row& r) { return Cell(r.date); }},
    {"net", "NET", Kind::money, [](const Row& r) { return Cell(r.net); }},
    {"tax", "TAX", Kind::money, [](const Row& r) { return Cell(r.tax); }},
    {"gross", "GROSS", Kind::money, [](const Row& r) { return Cell(r.gross); }},
}};

void warn_of(const Context& ctx, const Posted& posted)
{
    for (const auto& warning : posted.warnings)
        ctx.warn(warning);
}

struct InvoiceOptions {
    std::vector<std::string> orders;
    bool all = false;
    Text date, until, supplier_number;
    bool deliver = false;
};

void declare_invoice(CLI::App& verb, InvoiceOptions& o)
{
    optional_arguments(verb, "order", o.orders, "confirmed orders, an invoice each");
    flag(verb, "--all", o.all, "every sale of which something was delivered and not invoiced");
    option(verb, "--until", o.until, "DATE", "only what was delivered by then");
    option(verb, "--date", o.date, "DATE", "day of the invoice, today unless given");
    flag(verb, "--deliver", o.deliver, "deliver what is open first");
    option(verb, "--supplier-number", o.supplier_number, "NUMBER",
           "of a purchase: the number that the supplier gave the invoice");
}

void check(const InvoiceOptions& o)
{
    if (o.all == !o.orders.empty())
        throw error(ErrorKind::usage, "give orders, or --all");
    if (o.until && o.deliver)
        throw error(ErrorKind::usage, "--until and --deliver exclude each other");
    if (o.all && o.deliver)
        throw error(ErrorKind::usage, "--all invoices what is delivered")
            .with_hint("name the orders that --deliver is to deliver");
    if (o.supplier_number && o.orders.size() != 1)
        throw error(ErrorKind::usage, "--supplier-number is that of one invoice: give one order");
}

/// Delivers first, if that is wanted and anything is open.
void deliver_open(const Context& ctx, Store& store, Order& order, LocalTime at)
{
    const auto open = [](const OrderLine& line) { return line.open() > Quantity{}; };
    if (!std::ranges::any_of(order.lines, open))
        return;
    DeliveryRequest request;
    request.at = at;
    const auto delivery = deliver(store, order, request);
    if (const auto doubt = doubt_about_cost(store, order))
        ctx.warn(*doubt);
    if (const auto doubt = doubt_about_day(order, delivery))
        ctx.warn(*doubt);
    if (const auto doubt = doubt_about_tax(store, order, delivery))
        ctx.warn(*doubt);
}

/// An order and the invoice that it got.
struct Made {
    Order order;
    Posted posted;
};

/// What came of the orders. With `--all` one that cannot be invoiced is left out and named: then
/// they are not complete.
struct Invoices {
    std::vector<Made> made;
    bool complete = true;
};

Invoices make(Context& ctx, Store& store, const InvoiceOptions& o, LocalTime at)
{
    InvoiceRequest request;
    request.at = at;
    if (o.until)
        request.until = parse_date(*o.until, ctx.today());
    request.supplier_number = o.supplier_number.value_or("");
    request.credited_again = !o.all;
    std::vector<std::int64_t> ids;
    if (o.all)
        ids = orders_to_invoice(store, request.until);
    for (const auto& number : o.orders)
        ids.push_back(order_by_number(store, number).id);
    Invoices invoices;
    for (const auto id : ids) {
        auto order = order_by_id(store, id);
        if (o.supplier_number && order.kind == OrderKind::sale)
            throw error(ErrorKind::rejected, "{} is a sale: its invoice is not a supplier's",
                        order.number);
        if (o.deliver)
            deliver_open(ctx, store, order, at);
        Posted posted;
        const auto post = [&] { posted = invoice_order(store, order, request); };
        std::optional<std::string> refusal;
        if (o.all)
            refusal = refusal_of(store, post);
        else
            post();
        if (refusal) {
            ctx.warn(format("{} is left out: {}", order.number, *refusal));
            invoices.complete = false;
            continue;
        }
        invoices.made.push_back({std::move(order), std::move(posted)});
    }
    return invoices;
}

int run_invoice(Context& ctx, const InvoiceOptions& o)
{
    check(o);
    const auto at = time_on(ctx, o.date);
    auto store = ctx.open_store();
    Transaction transaction(store);
    const MovedGoods moved(store);
    const auto [made, complete] = make(ctx, store, o, at);
    moved.warn(ctx);
    transaction.commit();
    for (const auto& each : made)
        warn_of(ctx, each.posted);
    if (o.orders.size() == 1)
        return print_link(ctx, store, made.front().posted.document.number);
    const auto code =
        ctx.print_listing(std::span<const Column<Row>>(columns), [&made = made](const auto& use) {
            for (const auto& [order, posted] : made) {
                const auto& d = posted.document;
                if (!use(Row{order.number, d.number, d.date, d.net, d.tax, d.gross()}))
                    return;
            }
        });
    return complete ? code : rows_left_out;
}

struct CreditOptions {
    std::string invoice;
    std::vector<std::string> lines;
    bool with_goods = false;
    Text location, date, supplier_number, contact;
};

void declare_credit(CLI::App& verb, CreditOptions& o)
{
    argument(verb, "invoice", o.invoice, "the invoice that is corrected");
    repeatable(verb, "--line", o.lines, "N=QTY",
               "only so much of a line of the invoice; all that is not credited unless given");
    flag(verb, "--return", o.with_goods, "the goods come back, too");
    option(verb, "--location", o.location, "LOCATION",
           "with --return: where the goods go, where they came from unless given");
    option(verb, "--date", o.date, "DATE", "day of the credit note, today unless given");
    option(verb, "--supplier-number", o.supplier_number, "NUMBER",
           "of a purchase: the number that the supplier gave the credit note");
    declare_whose(verb, o.contact);
}

int run_credit(Context& ctx, const CreditOptions& o)
{
    if (o.location && !o.with_goods)
        throw error(ErrorKind::usage, "--location belongs to --return");
    CreditRequest request;
    request.lines = parse_line_quantities(ctx, o.lines);
    request.at = time_on(ctx, o.date);
    request.supplier_number = o.supplier_number.value_or("");
    request.with_goods = o.with_goods;
    auto store = ctx.open_store();
    Transaction transaction(store);
    request.location_id = location_named(store, o.location);
    const auto invoice = document_by_id(store, named_document(store, o.invoice, o.contact));
    if (o.supplier_number && invoice.side == Side::receivable)
        throw error(ErrorKind::rejected, "{} is an invoice of ours", invoice.number);
    const MovedGoods moved(store);
    const auto posted = credit_invoice(store, invoice, request);
    moved.warn(ctx);
    transaction.commit();
    warn_of(ctx, posted);
    if (posted.returned_goods)
        ctx.say(format("the goods came back as {}", posted.returned_goods->number));
    return print_link(ctx, store, posted.document.number);
}

} // namespace

void add_order_invoicing(const Noun& noun)
{
    add_verb<InvoiceOptions>(
        noun, {"invoice", "invoice what was delivered and is not invoiced", Access::writes},
        declare_invoice, run_invoice);
    add_verb<CreditOptions>(noun, {"credit", "correct an invoice by a credit note", Access::writes},
                            declare_credit, run_credit);
}

} // namespace crm
