// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/returned.hpp"

#include "crm/base/error.hpp"
#include "crm/openitems/allocation.hpp"
#include "crm/openitems/bank/booking.hpp"
#include "crm/openitems/open_index.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr Money most_charges{2'000};     // of a bank, for a payment that came back
constexpr std::chrono::days latest{400}; // a direct debit without mandate can come back 13 months

/// A payment that a line may bring back.
struct Sent {
    Returned returned;
    std::int64_t contact_id = 0;
    std::string end_to_end; ///< of the line that it came with
    std::string iban;
};

/// Payments as much as the line, or less by what a bank may charge, that nothing has taken back.
std::vector<Sent> sent_before(Store& store, const BankLine& line, Money charges)
{
    auto query = store.prepare(R"sql(
        SELECT p.id, p.number, iif(p.side = 'receivable', p.amount, -p.amount),
               coalesce(c.merged_into_id, c.id), l.end_to_end, l.iban
          FROM payment AS p
          JOIN contact AS c ON c.id = p.contact_id
          LEFT JOIN bank_line AS l ON l.id = p.bank_line_id
         WHERE p.date >= :first AND coalesce(l.date, p.date) <= :date AND p.currency = :currency
           AND iif(p.side = 'receivable', p.amount, -p.amount) BETWEEN :least AND :most
           AND p.reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM payment AS r WHERE r.reverses_id = p.id)
         ORDER BY p.id)sql");
    query.bind(":first", *line.date - latest)
        .bind(":date", *line.date)
        .bind(":currency", line.currency)
        .bind(":least", -line.amount - charges)
        .bind(":most", -line.amount);
    std::vector<Sent> found;
    while (query.step())
        if (const auto moved = query.money(2); (moved > Money{}) != (line.amount > Money{}))
            found.push_back({{query.integer(0), query.string(1), -line.amount - moved},
                             query.integer(3),
                             query.string(4),
                             query.string(5)});
    return found;
}

/// Whether a payment settled a document.
bool settled(Store& store, std::int64_t payment_id, std::int64_t document_id)
{
    const auto parts = allocations_of_payment(store, payment_id);
    return std::ranges::any_of(parts, [&](const Allocation& part) {
        return part.document_id == document_id || part.credit_id == document_id;
    });
}

/// Whether a line that is more than a payment can bring it back, with charges of the bank: it is
/// marked as a return, or nothing of the payment could be meant to be given back, as all of it went
/// to documents.
bool may_be_charged(Store& store, const BankLine& line, std::int64_t payment_id)
{
    if (!line.return_reason.empty())
        return true;
    const auto parts = allocations_of_payment(store, payment_id);
    return open_now(store, -payment_id) == Money{} &&
           std::ranges::all_of(parts,
                               [](const Allocation& part) { return part.document_id.has_value(); });
}

/// Whether a line names a payment, or what it settled.
bool names(Store& store, const BankLine& line, const Sent& sent,
           const std::vector<NamedDocument>& documents)
{
    const auto number = compressed(sent.returned.number);
    return Purpose(line.text).says(number) || Purpose(line.end_to_end).says(number) ||
           std::ranges::any_of(documents, [&](const NamedDocument& named) {
               return named.naming == Naming::word &&
                      settled(store, sent.returned.payment_id, named.document_id);
           });
}

/// The only one of which something is true; the exact amount counts before one with charges.
template<class Test>
const Sent* only(const std::vector<Sent>& all, const Test& test)
{
    const Sent* found = nullptr;
    const Sent* exact = nullptr;
    int count = 0;
    int exact_count = 0;
    for (const auto& each : all) {
        if (!test(each))
            continue;
        found = &each;
        ++count;
        if (each.returned.charges == Money{}) {
            exact = &each;
            ++exact_count;
        }
    }
    if (count <= 1)
        return found;
    return exact_count == 1 ? exact : nullptr;
}

} // namespace

std::optional<Returned> returned_payment(Store& store, const BankLine& line,
                                         ContactNumbers& numbers)
{
    const auto sent = sent_before(store, line, most_charges);
    const auto by_id = [&](const Sent& each) {
        return !line.end_to_end.empty() && each.end_to_end == line.end_to_end;
    };
    const auto by_name = [&](const Sent& each) {
        return names(store, line, each, numbers.in(each.contact_id, line));
    };
    const auto by_account = [&](const Sent& each) {
        return line.end_to_end.empty() && each.returned.charges == Money{} && !line.iban.empty() &&
               each.iban == line.iban && numbers.in(each.contact_id, line).empty();
    };
    const auto* found = only(sent, by_id);
    if (found == nullptr)
        found = only(sent, by_name);
    if (found == nullptr)
        found = only(sent, by_account);
    return found == nullptr ? std::nullopt : std::optional(found->returned);
}

std::optional<Returned> returns_payment(Store& store, const BankLine& line, std::int64_t payment_id)
{
    for (const auto& each : sent_before(store, line, most_charges))
        if (each.returned.payment_id == payment_id &&
            (each.returned.charges == Money{} || may_be_charged(store, line, payment_id)))
            return each.returned;
    return std::nullopt;
}

std::optional<Returned> returns_payment_of(Store& store, const BankLine& line,
                                           std::int64_t document_id)
{
    const auto charges = line.return_reason.empty() ? Money{} : most_charges;
    const auto sent = sent_before(store, line, charges);
    const auto* found = only(sent, [&](const Sent& each) {
        return settled(store, each.returned.payment_id, document_id);
    });
    return found == nullptr ? std::nullopt : std::optional(found->returned);
}

Payment post_return(Store& store, const BankLine& line, const Returned& returned)
{
    const auto day =
        std::max(posting_day(store, line), payment_by_id(store, returned.payment_id).date);
    auto counter = reverse_payment(store, returned.payment_id, day, line.id);
    if (returned.charges != Money{})
        post_booking(store, line.id, "fee", -returned.charges, day);
    auto reason = format("returns {}", returned.number);
    if (returned.charges != Money{})
        reason += ", " + format("{} charges", to_string(returned.charges));
    set_line_state(store, line.id, {"matched", std::nullopt, std::nullopt, reason, ""});
    return counter;
}

} // namespace crm
