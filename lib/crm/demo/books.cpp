// SPDX-License-Identifier: MIT
#include "crm/demo/books.hpp"

#include "crm/base/sha256.hpp"
#include "crm/base/terms.hpp"
#include "crm/contact/contact.hpp"
#include "crm/demo/dice.hpp"
#include "crm/openitems/bank/import.hpp"
#include "crm/openitems/bank/match.hpp"
#include "crm/openitems/dunning/block.hpp"
#include "crm/openitems/dunning/run.hpp"
#include "crm/openitems/payment.hpp"
#include "crm/openitems/skonto.hpp"
#include "crm/order/invoice.hpp"

#include <algorithm>
#include <tuple>

namespace crm::demo
{

namespace
{

using std::chrono::days;

constexpr int days_on_statement = 40; ///< so far back goes what the bank shows

struct Invoice {
    std::int64_t id = 0;
    std::string number;
    std::string reference;
    std::int64_t contact_id = 0;
    Side side = Side::receivable;
    Date date;
    Date due;
    Money gross;
    std::string terms;
};

std::vector<Invoice> invoices(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT id, number, coalesce(reference, ''), contact_id, side, date, due, gross, terms
          FROM document
         WHERE kind = 'invoice'
         ORDER BY date, id)sql");
    std::vector<Invoice> found;
    while (query.step())
        found.push_back({query.integer(0), query.string(1), query.string(2), query.integer(3),
                         parse_side(query.text(4)), *query.date(5), *query.date(6), query.money(7),
                         query.string(8)});
    return found;
}

/// Who pays what of an invoice, and when.
struct Payment {
    Date day;
    const Invoice* invoice;
    Money amount;
    bool skonto = false;
};

/// The step of the terms that is taken by who pays early.
std::optional<SkontoStep> first_step(const Invoice& invoice)
{
    if (invoice.terms.empty())
        return std::nullopt;
    const auto steps =
        skonto_steps(parse_terms(invoice.terms, Decimal::point), invoice.date, invoice.gross);
    return steps.empty() ? std::nullopt : std::optional(steps.front());
}

std::optional<Payment> payment_of(Dice& dice, const Invoice& invoice)
{
    const auto habit = dice.below(20);
    const auto shift = dice.below(8);
    if (const auto step = first_step(invoice);
        step && (habit < 12 || invoice.side == Side::payable))
        return Payment{step->until, &invoice, invoice.gross - step->amount, true};
    if (invoice.side == Side::payable)
        return Payment{invoice.due - days(shift % 3), &invoice, invoice.gross};
    if (habit < 3)
        return std::nullopt; // never
    if (habit == 3)
        return Payment{invoice.due + days(shift), &invoice, Money{invoice.gross.cents / 2}};
    return Payment{invoice.due + days(habit < 7 ? 10 + 4 * shift : shift - 4), &invoice,
                   invoice.gross};
}

std::string words_of(const Payment& payment)
{
    const auto& number = payment.invoice->side == Side::receivable ? payment.invoice->number
                                                                   : payment.invoice->reference;
    return fmt::format("Rechnung {}{}", number, payment.skonto ? " abzgl. Skonto" : "");
}

void record(Store& store, const Payment& payment)
{
    Payer payer;
    payer.contact_id = payment.invoice->contact_id;
    payer.side = payment.invoice->side;
    payer.amount = payment.amount;
    payer.date = payment.day;
    payer.document_ids = {payment.invoice->id};
    payer.reference = words_of(payment);
    payer.skonto = payment.skonto;
    pay(store, payer);
}

BankEntry entry(Date day, std::int64_t cents, std::string name, std::string text)
{
    BankEntry made;
    made.date = made.value_date = day;
    made.amount = Money{cents};
    made.name = std::move(name);
    made.text = std::move(text);
    return made;
}

std::string own_iban(Store& store)
{
    auto query = store.prepare("SELECT iban FROM contact WHERE id = :own");
    query.bind(":own", own_company).step();
    return query.string(0);
}

/// The latest payments as the bank shows them, with what is no payment of a customer.
BankStatement statement(Store& store, std::span<const Payment> payments, Date today)
{
    BankStatement made;
    made.iban = own_iban(store);
    made.id = fmt::format("{}-{}", to_string(today).substr(0, 4), 12);
    made.currency = "EUR";
    made.first_day = today - days(days_on_statement);
    made.last_day = today;
    for (const auto& payment : payments) {
        const bool in = payment.invoice->side == Side::receivable;
        made.entries.push_back(entry(payment.day, in ? payment.amount.cents : -payment.amount.cents,
                                     contact_by_id(store, payment.invoice->contact_id).name,
                                     words_of(payment)));
    }
    made.entries.push_back(entry(today - days(3), -1'490, "", "Kontoführung und Posten"));
    made.entries.push_back(
        entry(today - days(2), 23'800, "Petersen, Uwe", "Danke fuer die schnelle Lieferung"));
    std::ranges::stable_sort(made.entries, {}, &BankEntry::date);
    made.opening = made.closing = Money{2'481'733};
    for (const auto& each : made.entries)
        made.closing += each.amount;
    return made;
}

void import_statement(Store& store, const BankStatement& statement, LocalTime now)
{
    import_bank_statements(store, {statement}, to_hex(Sha256().add_bytes(statement.id).finish()),
                           now);
    match_lines(store, [](std::int64_t) {});
    std::int64_t charge = 0;
    list_bank_lines(store, true, [&](const BankLine& line) {
        if (line.text.starts_with("Kontoführung"))
            charge = line.id;
        return charge == 0;
    });
    if (charge != 0)
        book_line(store, charge, "fee");
}

/// Goods that came back from one of the open invoices, a month after it.
void credit_one(Store& store, std::span<const Invoice> all, Date today)
{
    for (const auto& invoice : all) {
        const auto day = invoice.date + days(30);
        if (invoice.side == Side::payable || day > today - days(60) ||
            open_of_document(store, invoice.id) != invoice.gross)
            continue;
        CreditRequest request;
        request.at = {day, 11 * 60};
        request.lines = {{1, Quantity{1000}}};
        request.with_goods = true;
        credit_invoice(store, document_by_id(store, invoice.id), request);
        return;
    }
}

/// The latest run of reminders, after which somebody promised to pay.
void remind(Store& store, Date today)
{
    const LocalTime at{today - days(12), 9 * 60};
    ReminderQuery query;
    query.key_date = at.day;
    const auto run = post_reminders(store, query, at);
    if (run.reminders.empty())
        return;
    const auto item = run.reminders.front().items.front().document_id;
    if (open_of_document(store, item) > Money{})
        record_promise(store, item, at.day + days(2), today + days(5), std::nullopt);
}

} // namespace

void make_books(Store& store, Date today)
{
    Dice dice(20'260'104);
    const auto all = invoices(store);
    std::vector<Payment> payments;
    for (const auto& invoice : all)
        if (const auto payment = payment_of(dice, invoice); payment && payment->day < today)
            payments.push_back(*payment);
    std::ranges::stable_sort(payments, {},
                             [](const Payment& p) { return std::tuple(p.day, p.invoice->id); });
    const auto latest =
        std::ranges::lower_bound(payments, today - days(days_on_statement), {}, &Payment::day);
    for (const auto& payment : std::span(payments.begin(), latest))
        record(store, payment);
    credit_one(store, all, today);
    import_statement(store, statement(store, std::span(latest, payments.end()), today),
                     {today, 8 * 60});
    remind(store, today);
}

} // namespace crm::demo
