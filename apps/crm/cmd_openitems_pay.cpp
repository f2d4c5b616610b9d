// SPDX-License-Identifier: MIT
#include "crm/base/currency.hpp"
#include "crm/base/error.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/named_document.hpp"
#include "crm/openitems/payable_item.hpp"
#include "crm/openitems/payment_list.hpp"
#include "crm/store/settings.hpp"

#include <array>

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

struct PayOptions {
    std::string contact, amount;
    Text date, side, reference, currency;
    std::vector<std::string> documents;
    bool skonto = false;
    bool refund = false;
    bool costs_first = false;
};

void declare_pay(CLI::App& verb, PayOptions& o)
{
    argument(verb, "contact", o.contact, "number or exact name");
    argument(verb, "amount", o.amount, "what was paid");
    option(verb, "--date", o.date, "DATE", "day of the payment, today unless given");
    repeatable(verb, "--document", o.documents, "NUMBER",
               "only this document; several in their order. Else oldest due first");
    option(verb, "--side", o.side, "SIDE", "of a contact that is customer and supplier");
    flag(verb, "--skonto", o.skonto, "take the discount that the terms allow on the day");
    flag(verb, "--refund", o.refund, "money that goes back: of credit notes and over-payments");
    option(verb, "--reference", o.reference, "TEXT", "what the payment says");
    flag(verb, "--costs-first", o.costs_first,
         "costs, then interest, then the claim (§ 367 BGB); else the claim first");
    option(verb, "--currency", o.currency, "CUR",
           "that of the documents named unless given, else that of the books");
}

Payer payer_of(const Context& ctx, Store& store, const PayOptions& o)
{
    Payer payer;
    payer.contact_id = contact_to_change(store, o.contact).id;
    payer.amount = parse_money(o.amount, ctx.decimal());
    payer.date = ctx.day_or_today(o.date);
    for (const auto& number : o.documents)
        payer.document_ids.push_back(document_of(store, payer.contact_id, number));
    if (o.side)
        payer.side = parse_side(*o.side);
    else
        payer.side = payer.document_ids.empty()
                         ? usual_side(store, payer.contact_id)
                         : payable_item(store, payer.document_ids.front()).side;
    payer.skonto = o.skonto;
    payer.refund = o.refund;
    payer.costs_first = o.costs_first || setting(store, "payment.order") == "367";
    payer.reference = o.reference.value_or("");
    if (o.currency)
        payer.currency = checked_currency(*o.currency);
    return payer;
}

int run_pay(Context& ctx, const PayOptions& o)
{
    if (o.refund && (o.skonto || o.costs_first))
        throw error(ErrorKind::usage, "--refund goes with neither --skonto nor --costs-first");
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto result = pay(store, payer_of(ctx, store, o));
    transaction.commit();
    say_settled(ctx, result.settled);
    if (result.left != Money{})
        ctx.say(o.refund ? format("{} are more than was owed back, and stay open as a claim",
                                  to_string(result.left))
                         : format("{} stay open as a credit", to_string(result.left)));
    return print_payment(ctx, store, result.payment);
}

struct SettleOptions {
    std::string contact, credit;
    std::vector<std::string> documents;
    Text amount, date;
};

void declare_settle(CLI::App& verb, SettleOptions& o)
{
    argument(verb, "contact", o.contact, "number or exact name");
    argument(verb, "credit", o.credit, "credit note, or payment with something left");
    arguments(verb, "document", o.documents, "what is settled with it, in that order");
    option(verb, "--amount", o.amount, "AMOUNT", "with so much of it, all unless given");
    option(verb, "--date", o.date, "DATE", "from this day on, today unless given");
}

using Row = Settled;
constexpr std::array<Column<Row>, 3> settled_columns = {{
    {"document", "DOCUMENT", Kind::text, [](const Row& r) { return text_cell(r.document); }},
    {"amount", "SETTLED", Kind::money, [](const Row& r) { return Cell(r.amount); }},
    {"open", "OPEN", Kind::money, [](const Row& r) { return Cell(r.open); }},
}};

int run_settle(Context& ctx, const SettleOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto contact = contact_to_change(store, o.contact);
    std::vector<std::int64_t> ids;
    for (const auto& number : o.documents)
        ids.push_back(document_of(store, contact.id, number));
    std::optional<Money> amount;
    if (o.amount)
        amount = parse_money(*o.amount, ctx.decimal());
    const auto settled = settle(store, o.credit, contact.id, ids, amount, ctx.day_or_today(o.date));
    transaction.commit();
    return ctx.print_listing(std::span<const Column<Row>>(settled_columns), [&](const auto& use) {
        for (const auto& each : settled)
            if (!use(each))
                return;
    });
}

struct ReverseOptions {
    std::string number;
    Text date, contact;
    bool write_off = false;
};

void declare_reverse(CLI::App& verb, ReverseOptions& o)
{
    argument(verb, "number", o.number,
             "a payment; a credit note, for what it settled; a document, for its write-off");
    flag(verb, "--write-off", o.write_off,
         "only that it was given up; the payment and what it settled stay");
    option(verb, "--date", o.date, "DATE", "from this day on, today unless given");
    declare_whose(verb, o.contact);
}

std::int64_t document_or_refused(Store& store, const std::string& number, const Text& contact)
try {
    return named_document(store, number, contact);
} catch (const Error& failure) {
    if (!failure.candidates.empty() || contact)
        throw;
    throw error(ErrorKind::not_found, "there is no payment or document '{}'", number);
}

int run_reverse_write_off(Context& ctx, const ReverseOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto day = ctx.day_or_today(o.date);
    const auto payment = find_payment(store, o.number);
    const auto amount =
        payment ? reverse_write_off_of_payment(store, payment->id, day)
                : reverse_write_off(store, document_or_refused(store, o.number, o.contact), day);
    transaction.commit();
    ctx.print_line(to_string(amount));
    return done;
}

int run_reverse(Context& ctx, const ReverseOptions& o)
{
    if (o.write_off)
        return run_reverse_write_off(ctx, o);
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto day = ctx.day_or_today(o.date);
    if (const auto payment = find_payment(store, o.number)) {
        const auto counter = reverse_payment(store, payment->id, day);
        transaction.commit();
        if (payment->bank_line_id)
            ctx.say(format("hint: `crm openitems bank unmatch {}` frees the line that it came with",
                           *payment->bank_line_id));
        return print_payment(ctx, store, counter);
    }
    const auto amount =
        reverse_settlements(store, document_or_refused(store, o.number, o.contact), day);
    transaction.commit();
    ctx.print_line(to_string(amount));
    return done;
}

struct WriteOffOptions {
    std::string document;
    Text reason, date, contact;
};

void declare_write_off(CLI::App& verb, WriteOffOptions& o)
{
    argument(verb, "document", o.document,
             "what nobody will pay any more; a credit note or payment of which something is left");
    option(verb, "--reason", o.reason, "TEXT", "why it is given up").required();
    option(verb, "--date", o.date, "DATE", "from this day on, today unless given");
    declare_whose(verb, o.contact);
}

int run_write_off(Context& ctx, const WriteOffOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto day = ctx.day_or_today(o.date);
    const auto payment = find_payment(store, o.document);
    const auto amount =
        payment
            ? write_off_payment(store, payment->id, *o.reason, day)
            : write_off(store, document_or_refused(store, o.document, o.contact), *o.reason, day);
    transaction.commit();
    ctx.print_line(to_string(amount));
    return done;
}

} // namespace

void say_settled(const Context& ctx, const std::vector<Settled>& settled)
{
    for (const auto& each : settled) {
        auto words = format("{}: {} settled", each.document, to_string(each.amount));
        if (each.skonto != Money{})
            words += ", " + format("{} discount", to_string(each.skonto));
        if (each.open != Money{})
            words += ", " + format("{} still open", to_string(each.open));
        ctx.say(words);
        if (each.short_by_skonto)
            ctx.say(format("hint: {} is the discount that the terms allow: reverse the payment and "
                           "take it with --skonto",
                           to_string(each.open)));
    }
}

int print_payment(Context& ctx, Store& store, const Payment& payment)
{
    return ctx.print_made<PaymentRow>(payment.number, payment_columns(),
                                      [&] { return payment_row(store, payment.id); });
}

void add_open_item_payments(const Noun& noun)
{
    add_verb<PayOptions>(noun, {"pay", "record a payment and what it settles", Access::writes},
                         declare_pay, run_pay);
    add_verb<SettleOptions>(
        noun, {"settle", "settle documents with a credit note or an over-payment", Access::writes},
        declare_settle, run_settle);
    add_verb<ReverseOptions>(
        noun, {"reverse", "take a payment, a settlement or a write-off back", Access::writes},
        declare_reverse, run_reverse);
    add_verb<WriteOffOptions>(noun,
                              {"write-off", "give up what is open, or left over", Access::writes},
                              declare_write_off, run_write_off);
}

} // namespace crm
