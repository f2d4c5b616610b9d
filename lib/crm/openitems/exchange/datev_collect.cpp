// SPDX-License-Identifier: MIT
#include "crm/openitems/exchange/datev_collect.hpp"

#include "crm/base/translate.hpp"
#include "crm/openitems/exchange/datev_abroad.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr int interest_matter = 31;
constexpr int fee_matter = 40;

/// The document that is posted, at one of its rates.
struct Taxed {
    Rate rate;
    std::int64_t document_id = 0;
    std::string vat_id; ///< of the other side
};

/// Collects postings of one kind after the other.
class Collector
{
  public:
    Collector(Store& store, const DatevAccounts& accounts, Period period,
              std::optional<std::int64_t> again)
        : store_(store), accounts_(accounts), period_(period), again_(again)
    {
    }

    void documents();
    void claims();
    void payments();
    void reductions();
    void given_up_payments();
    void transfers();
    void bank_bookings();
    Collected take()
    {
        std::ranges::stable_sort(found_.postings, {}, &DatevPosting::date);
        return std::move(found_);
    }

  private:
    Statement prepare(std::string_view sql)
    {
        auto query = store_.prepare(sql);
        query.bind(":first", period_.first).bind(":last", period_.last).bind(":again", again_);
        return query;
    }
    /// Foreign currency would need the rate of the day.
    bool refuse_foreign(const std::string& number, std::string_view currency)
    {
        if (currency == "EUR")
            return false;
        found_.left_out.push_back(format("{} is in {}", number, currency));
        return true;
    }
    void add_payment(DatevPosting posting, Money total, std::int64_t payment_id);
    void add_taxed(DatevPosting posting, Ledger ledger, const Taxed& taxed);

    Store& store_;
    const DatevAccounts& accounts_;
    Period period_;
    std::optional<std::int64_t> again_; ///< the export that handed it over
    Collected found_;
};

/// On the account of a rate, or on those of what bears no tax.
void Collector::add_taxed(DatevPosting posting, Ledger ledger, const Taxed& taxed)
{
    const auto total = posting.amount;
    auto shares = taxed.rate == Rate{}
                      ? untaxed_shares(store_, accounts_, ledger, taxed.document_id, total)
                      : std::vector{AccountShare{accounts_.of(ledger, taxed.rate), total}};
    for (auto& share : shares) {
        posting.amount = share.amount;
        posting.contra = std::move(share.account.number);
        posting.tax_key = std::move(share.account.tax_key);
        posting.vat_id = share.within_eu ? taxed.vat_id : "";
        found_.postings.push_back(posting);
    }
}

// A line per rate. A customer is debited with an invoice, a supplier credited.
void Collector::documents()
{
    auto query = prepare(R"sql(
        SELECT d.id, d.number, d.side, d.kind, d.date, d.due, d.reference, d.currency, d.vat_id,
               a.number, c.name, t.rate, t.net + t.tax_amount
          FROM document AS d
          JOIN document_tax AS t ON t.document_id = d.id
          JOIN contact AS c ON c.id = d.contact_id
          LEFT JOIN personal_account AS a ON a.contact_id = d.contact_id AND a.side = d.side
         WHERE d.date BETWEEN :first AND :last AND NOT d.historical
           AND d.kind IN ('invoice', 'credit') AND t.net + t.tax_amount <> 0
           AND :again IS (SELECT export_id FROM datev_posting
                        WHERE source = 'document' AND source_id = d.id)
         ORDER BY d.id, t.rate DESC)sql");
    std::int64_t foreign = 0;
    while (query.step()) {
        const bool sale = query.text(2) == "receivable";
        if (query.text(7) != "EUR") {
            if (foreign != query.integer(0))
                refuse_foreign(query.string(1), query.text(7));
            foreign = query.integer(0);
            continue;
        }
        DatevPosting posting;
        posting.source = {"document", query.integer(0)};
        posting.date = query.date(4).value_or(Date{});
        posting.due = query.date(5);
        posting.amount = query.money(12);
        posting.debit = sale == (query.text(3) == "invoice");
        posting.account = query.string(9);
        posting.document = !sale && !query.is_null(6) ? query.string(6) : query.string(1);
        posting.text = query.string(10);
        add_taxed(std::move(posting), sale ? Ledger::revenue : Ledger::purchase,
                  {{query.integer(11)}, query.integer(0), query.string(8)});
    }
}

void Collector::claims()
{
    auto query = prepare(R"sql(
        SELECT d.id, d.number, d.kind, d.date, d.due, d.gross, d.currency, a.number, c.name
          FROM document AS d
          JOIN contact AS c ON c.id = d.contact_id
          LEFT JOIN personal_account AS a ON a.contact_id = d.contact_id AND a.side = d.side
         WHERE d.date BETWEEN :first AND :last AND d.kind IN ('fee', 'interest', 'lumpsum')
           AND :again IS (SELECT export_id FROM datev_posting
                        WHERE source = 'document' AND source_id = d.id)
         ORDER BY d.id)sql");
    while (query.step()) {
        if (refuse_foreign(query.string(1), query.text(6)))
            continue;
        const bool interest = query.text(2) == "interest";
        DatevPosting posting;
        posting.source = {"document", query.integer(0)};
        posting.date = query.date(3).value_or(Date{});
        posting.due = query.date(4);
        posting.amount = query.money(5);
        posting.account = query.string(7);
        posting.contra = accounts_.single(interest ? "interest" : "reminder-fee");
        posting.document = query.string(1);
        posting.text = query.string(8);
        posting.matter = interest ? interest_matter : fee_matter;
        found_.postings.push_back(std::move(posting));
    }
}

/// A payment is a line for each document that it settled and one for what is left, so that the
/// adviser's list of open items ties them, too. What takes a payment back has the same lines.
void Collector::add_payment(DatevPosting posting, Money total, std::int64_t payment_id)
{
    auto query = store_.prepare(R"sql(
        SELECT CASE d.side WHEN 'payable' THEN coalesce(d.reference, d.number) ELSE d.number END,
               sum(a.amount)
          FROM allocation AS a
          JOIN document AS d ON d.id = coalesce(a.document_id, a.credit_id)
         WHERE (a.payment_id = :payment AND a.kind = 'payment' AND a.document_id IS NOT NULL
                OR a.refund_id = :payment AND a.credit_id IS NOT NULL)
           AND a.amount > 0
         GROUP BY d.id
         ORDER BY d.id)sql");
    query.bind(":payment", payment_id);
    const auto own_reference = posting.document;
    auto left = total;
    while (query.step()) {
        posting.document = query.string(0);
        posting.amount = total < Money{} ? -query.money(1) : query.money(1);
        left -= posting.amount;
        found_.postings.push_back(posting);
    }
    if (left == Money{})
        return;
    posting.document = own_reference;
    posting.amount = left;
    found_.postings.push_back(std::move(posting));
}

void Collector::payments()
{
    auto query = prepare(R"sql(
        SELECT p.id, p.number, p.side, p.date, p.amount, p.currency, a.number, c.name,
               coalesce(b.ledger, ''), coalesce(p.reverses_id, p.id)
          FROM payment AS p
          JOIN contact AS c ON c.id = p.contact_id
          LEFT JOIN personal_account AS a ON a.contact_id = p.contact_id AND a.side = p.side
          LEFT JOIN payment AS o ON o.id = p.reverses_id
          LEFT JOIN bank_line AS l ON l.id = coalesce(p.bank_line_id, o.bank_line_id)
          LEFT JOIN bank_statement AS s ON s.id = l.statement_id
          LEFT JOIN bank_account AS b ON b.id = s.account_id
         WHERE p.date BETWEEN :first AND :last
           AND :again IS (SELECT export_id FROM datev_posting
                        WHERE source = 'payment' AND source_id = p.id)
         ORDER BY p.id)sql");
    while (query.step()) {
        if (refuse_foreign(query.string(1), query.text(5)))
            continue;
        DatevPosting posting;
        posting.source = {"payment", query.integer(0)};
        posting.date = query.date(3).value_or(Date{});
        posting.debit = query.text(2) == "payable";
        posting.account = query.string(6);
        posting.contra = query.text(8).empty() ? accounts_.single("bank") : query.string(8);
        posting.document = query.string(1);
        posting.text = query.string(7);
        add_payment(std::move(posting), query.money(4), query.integer(9));
    }
}

/// Discounts, write-offs and claims taken back, per rate; what takes them back is below 0. A credit
/// note that nobody claims goes back to the account that it took from.
void Collector::reductions()
{
    auto query = prepare(R"sql(
        SELECT a.id, a.kind, a.date, d.side, d.kind, d.vat_id, d.currency,
               CASE d.side WHEN 'payable' THEN coalesce(d.reference, d.number) ELSE d.number END,
               p.number, c.name, t.rate, coalesce(t.net + t.tax_amount, a.amount), d.id,
               a.credit_id IS NOT NULL
          FROM allocation AS a
          JOIN document AS d ON d.id = coalesce(a.document_id, a.credit_id)
          JOIN contact AS c ON c.id = d.contact_id
          LEFT JOIN allocation_tax AS t ON t.allocation_id = a.id
          LEFT JOIN personal_account AS p ON p.contact_id = d.contact_id AND p.side = d.side
         WHERE a.date BETWEEN :first AND :last AND a.kind IN ('skonto', 'write-off', 'undo')
           AND coalesce(t.net + t.tax_amount, a.amount) <> 0
           AND :again IS (SELECT export_id FROM datev_posting
                        WHERE source = 'allocation' AND source_id = a.id)
         ORDER BY a.id, t.rate DESC)sql");
    while (query.step()) {
        if (refuse_foreign(query.string(7), query.text(6)))
            continue;
        const bool sale = query.text(3) == "receivable";
        const bool credit = query.boolean(13);
        const auto ledger = credit ? (sale ? Ledger::revenue : Ledger::purchase)
                            : query.text(1) == "skonto"
                                ? (sale ? Ledger::skonto_granted : Ledger::skonto_received)
                                : (sale ? Ledger::write_off : Ledger::write_off_received);
        DatevPosting posting;
        posting.source = {"allocation", query.integer(0)};
        posting.date = query.date(2).value_or(Date{});
        posting.amount = query.money(11);
        posting.debit = sale == credit;
        posting.account = query.string(8);
        posting.document = query.string(7);
        posting.text = query.string(9);
        if (query.is_null(10)) { // a claim, which bears no tax
            posting.contra =
                accounts_.single(query.text(4) == "interest" ? "interest" : "reminder-fee");
            found_.postings.push_back(std::move(posting));
        } else {
            add_taxed(std::move(posting), ledger,
                      {{query.integer(10)}, query.integer(12), query.string(5)});
        }
    }
}

/// What an allocation books. Its columns are id, date, amount, side, currency, the number of the
/// document, the name of the contact.
DatevPosting of_allocation(const Statement& query)
{
    DatevPosting posting;
    posting.source = {"allocation", query.integer(0)};
    posting.date = query.date(1).value_or(Date{});
    posting.amount = query.money(2);
    posting.document = query.string(5);
    posting.text = query.string(6);
    return posting;
}

/// What was paid too much and nobody wants back is income of who has it, and lost to the other.
void Collector::given_up_payments()
{
    auto query = prepare(R"sql(
        SELECT a.id, a.date, a.amount, p.side, p.currency, p.number, c.name, k.number,
               a.refund_id IS NULL
          FROM allocation AS a
          JOIN payment AS p ON p.id = coalesce(a.payment_id, a.refund_id)
          JOIN contact AS c ON c.id = p.contact_id
          LEFT JOIN personal_account AS k ON k.contact_id = p.contact_id AND k.side = p.side
         WHERE a.date BETWEEN :first AND :last AND a.kind = 'write-off'
           AND :again IS (SELECT export_id FROM datev_posting
                        WHERE source = 'allocation' AND source_id = a.id)
         ORDER BY a.id)sql");
    while (query.step()) {
        if (refuse_foreign(query.string(5), query.text(4)))
            continue;
        auto posting = of_allocation(query);
        posting.debit = (query.text(3) == "receivable") == query.boolean(8);
        posting.account = query.string(7);
        posting.contra = accounts_.single(posting.debit ? "other-income" : "other-expense");
        found_.postings.push_back(std::move(posting));
    }
}

/// What settles and what is settled may stand on two accounts, of contacts that became one: the
/// amount moves from the one to the other, so that both balance. A customer's account is debited
/// where the payment or credit stood and credited where the document stands.
void Collector::transfers()
{
    auto query = prepare(R"sql(
        WITH item AS (
            SELECT id, contact_id, side, currency,
                   iif(side = 'payable', coalesce(reference, number), number) AS number
              FROM document
            UNION ALL
            SELECT -id, contact_id, side, currency, number FROM payment)
        SELECT a.id, a.date, a.amount, t.side, t.currency, t.number, c.name, ta.number, sa.number
          FROM allocation AS a
          JOIN item AS t ON t.id = coalesce(a.document_id, -a.refund_id)
          JOIN item AS s ON s.id = coalesce(a.credit_id, -a.payment_id)
          JOIN personal_account AS ta ON ta.contact_id = t.contact_id AND ta.side = t.side
          JOIN personal_account AS sa ON sa.contact_id = s.contact_id AND sa.side = s.side
          JOIN contact AS c ON c.id = t.contact_id
         WHERE a.date BETWEEN :first AND :last AND a.kind IN ('payment', 'credit')
           AND t.contact_id <> s.contact_id
           AND :again IS (SELECT export_id FROM datev_posting
                        WHERE source = 'allocation' AND source_id = a.id)
         ORDER BY a.id)sql");
    while (query.step()) {
        if (refuse_foreign(query.string(5), query.text(4)))
            continue;
        auto posting = of_allocation(query);
        posting.debit = query.text(3) == "payable";
        posting.account = query.string(7);
        posting.contra = query.string(8);
        found_.postings.push_back(std::move(posting));
    }
}

void Collector::bank_bookings()
{
    auto query = prepare(R"sql(
        SELECT b.id, b.kind, b.date, b.amount, coalesce(k.ledger, ''), coalesce(l.text, l.name),
               l.currency
          FROM bank_booking AS b
          JOIN bank_line AS l ON l.id = b.line_id
          JOIN bank_statement AS s ON s.id = l.statement_id
          JOIN bank_account AS k ON k.id = s.account_id
         WHERE b.date BETWEEN :first AND :last
           AND :again IS (SELECT export_id FROM datev_posting
                        WHERE source = 'bank_booking' AND source_id = b.id)
         ORDER BY b.id)sql");
    while (query.step()) {
        if (refuse_foreign(format("bank line {}", query.integer(0)), query.text(6)))
            continue;
        const auto kind = query.text(1);
        DatevPosting posting;
        posting.source = {"bank_booking", query.integer(0)};
        posting.date = query.date(2).value_or(Date{});
        posting.amount = query.money(3);
        posting.account = query.text(4).empty() ? accounts_.single("bank") : query.string(4);
        posting.contra = accounts_.single(kind == "fee" ? "bank-fee" : kind);
        posting.document = fmt::format("BANK{}", query.integer(0));
        posting.text = query.string(5);
        found_.postings.push_back(std::move(posting));
    }
}

} // namespace

Collected collect_postings(Store& store, const DatevAccounts& accounts, Period period,
                           std::optional<std::int64_t> again)
{
    Collector collector(store, accounts, period, again);
    collector.documents();
    collector.claims();
    collector.payments();
    collector.reductions();
    collector.given_up_payments();
    collector.transfers();
    collector.bank_bookings();
    return collector.take();
}

} // namespace crm
