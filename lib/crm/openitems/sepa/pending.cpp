// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/pending.hpp"

#include "crm/base/error.hpp"
#include "crm/openitems/ledger_check.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <vector>

namespace crm
{

namespace
{

/// What a file pays of a document.
struct Item {
    std::int64_t last_allocation = 0;
    Money amount;
    Money skonto;
    Date date;
    std::string message_id;
};

/// A payment of a document that was booked.
struct Booked {
    std::int64_t allocation = 0;
    Money amount;
};

struct History {
    std::vector<Item> items;      ///< in the order of the files
    std::vector<Booked> payments; ///< in the order of booking
};

/// Of every document that is in a file which counts.
std::unordered_map<std::int64_t, History> histories(Store& store)
{
    std::unordered_map<std::int64_t, History> found;
    auto items = store.prepare(R"sql(
        SELECT i.document_id, i.last_allocation, i.amount, i.skonto, i.date, f.message_id
          FROM sepa_item AS i
          JOIN sepa_file AS f ON f.id = i.file_id
         WHERE f.undone_on IS NULL
         ORDER BY i.id)sql");
    while (items.step())
        found[items.integer(0)].items.push_back({items.integer(1), items.money(2), items.money(3),
                                                 items.date(4).value_or(Date{}), items.string(5)});
    // What a line of a statement was matched with by mistake was no payment of it: it is unmatched
    // again, or matched with something else. What came back leaves its line matched.
    auto payments = store.prepare(R"sql(
        SELECT a.id, a.amount
          FROM allocation AS a
          JOIN payment AS p ON p.id = a.payment_id
         WHERE a.document_id = :document AND a.kind = 'payment' AND a.amount > 0
           AND NOT EXISTS (
               SELECT 1
                 FROM payment AS r
                 JOIN bank_line_state AS s ON s.line_id = p.bank_line_id
                WHERE r.reverses_id = p.id
                  AND (s.state <> 'matched'
                       OR EXISTS (SELECT 1 FROM payment AS n
                                   WHERE n.bank_line_id = p.bank_line_id AND n.id > p.id)))
         ORDER BY a.id)sql");
    for (auto& [document, history] : found) {
        payments.reset();
        payments.bind(":document", document);
        while (payments.step())
            history.payments.push_back({payments.integer(0), payments.money(1)});
    }
    return found;
}

Pending sum_of(const std::deque<Item>& queue)
{
    Pending pending;
    for (const auto& item : queue) {
        pending.amount += item.amount;
        pending.skonto += item.skonto;
        pending.date = item.date;
        pending.message_ids.push_back(item.message_id);
    }
    return pending;
}

void book(std::deque<Item>& queue, Money paid)
{
    while (!queue.empty() && paid > Money{}) {
        const auto part = std::min(paid, queue.front().amount);
        queue.front().amount -= part;
        paid -= part;
        if (queue.front().amount == Money{})
            queue.pop_front();
    }
}

/// Lets a document's files and payments happen one after the other; what is under way at the end.
/// `use` is told of each item with what was under way before it.
Pending replay(const History& history, const std::function<void(const Item&, const Pending&)>& use)
{
    std::deque<Item> queue;
    auto payment = history.payments.begin();
    for (const auto& item : history.items) {
        for (; payment != history.payments.end() && payment->allocation <= item.last_allocation;
             ++payment)
            book(queue, payment->amount);
        use(item, sum_of(queue));
        queue.push_back(item);
    }
    for (; payment != history.payments.end(); ++payment)
        book(queue, payment->amount);
    return sum_of(queue);
}

void check_open(Store& store, const Report& report)
{
    auto open = store.prepare(R"sql(
        SELECT d.number, d.gross - d.settled_before
             - (SELECT coalesce(sum(amount), 0) FROM allocation
                 WHERE document_id = d.id AND id <= :last)
          FROM document AS d
         WHERE d.id = :document)sql");
    for (const auto& [document, history] : histories(store)) {
        const auto id = document;
        replay(history, [&](const Item& item, const Pending& before) {
            open.reset();
            open.bind(":document", id).bind(":last", item.last_allocation).step();
            if (before.amount + before.skonto + item.amount + item.skonto > open.money(1))
                report(format("{} pays more of {} than was open", item.message_id, open.text(0)));
        });
    }
}

} // namespace

std::unordered_map<std::int64_t, Pending> pending_payments(Store& store)
{
    std::unordered_map<std::int64_t, Pending> found;
    for (const auto& [document, history] : histories(store)) {
        auto pending = replay(history, [](const Item&, const Pending&) {});
        if (pending.amount > Money{})
            found.emplace(document, std::move(pending));
    }
    return found;
}

void check_payment_files(Store& store, const Report& report)
{
    report_rows(store, report, R"sql(
        SELECT f.message_id
          FROM sepa_file AS f
          LEFT JOIN sepa_item AS i ON i.file_id = f.id
         GROUP BY f.id
        HAVING f.items <> count(i.id) OR f.amount <> coalesce(sum(i.amount), 0))sql",
                "{} is not the sum of what it pays");
    report_rows(store, report, R"sql(
        SELECT f.message_id
          FROM sepa_item AS i
          JOIN sepa_file AS f ON f.id = i.file_id
          JOIN document AS d ON d.id = i.document_id
         WHERE iif(f.kind = 'debit', 'receivable', 'payable') <> d.side OR d.currency <> 'EUR'
            OR (f.kind = 'debit') <> (i.mandate_id IS NOT NULL)
         GROUP BY f.id)sql",
                "{} has what belongs into no such file");
    report_rows(store, report, R"sql(
        SELECT m.reference
          FROM sepa_item AS i
          JOIN sepa_mandate AS m ON m.id = i.mandate_id
          JOIN document AS d ON d.id = i.document_id
          JOIN sepa_file AS f ON f.id = i.file_id
          JOIN contact AS dc ON dc.id = d.contact_id
          JOIN contact AS mc ON mc.id = m.contact_id
         WHERE f.undone_on IS NULL
           AND (i.date < m.signed_on
                OR coalesce(dc.merged_into_id, dc.id) <> coalesce(mc.merged_into_id, mc.id))
         GROUP BY m.id)sql",
                "mandate '{}' was used before it was signed, or for somebody else");
    check_open(store, report);
}

} // namespace crm
