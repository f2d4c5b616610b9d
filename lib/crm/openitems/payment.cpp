// SPDX-License-Identifier: MIT
#include "crm/openitems/payment.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

namespace crm
{

namespace
{

constexpr std::string_view select_payment = R"sql(
    SELECT id, number, contact_id, side, date, amount, currency, reference, reverses_id,
           bank_line_id
      FROM payment)sql";

Payment read(const Statement& query)
{
    Payment p;
    p.id = query.integer(0);
    p.number = query.string(1);
    p.contact_id = query.integer(2);
    p.side = parse_side(query.text(3));
    p.date = query.date(4).value_or(Date{});
    p.amount = query.money(5);
    p.currency = query.string(6);
    p.reference = query.string(7);
    p.reverses_id = query.optional_integer(8);
    p.bank_line_id = query.optional_integer(9);
    return p;
}

} // namespace

void PaymentResult::take(std::vector<Settled> more)
{
    for (auto& each : more) {
        left -= each.amount;
        settled.push_back(std::move(each));
    }
}

Payment payment_by_id(Store& store, std::int64_t id)
{
    auto query = store.prepare(fmt::format("{} WHERE id = :id", select_payment));
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no payment with the id {}", id);
    return read(query);
}

std::optional<Payment> find_payment(Store& store, std::string_view number)
{
    auto query = store.prepare(fmt::format("{} WHERE number_key = :key", select_payment));
    query.bind(":key", natural_key(trim(number)));
    return query.step() ? std::optional(read(query)) : std::nullopt;
}

Payment payment_by_number(Store& store, std::string_view number)
{
    auto payment = find_payment(store, number);
    if (!payment)
        throw error(ErrorKind::not_found, "there is no payment '{}'", number);
    return *std::move(payment);
}

Money open_of_document(Store& store, std::int64_t document_id, std::optional<Date> as_of)
{
    auto query = store.prepare(R"sql(
        SELECT iif(d.kind = 'credit', -d.gross, d.gross) - d.settled_before
             - (SELECT coalesce(sum(amount), 0) FROM allocation
                 WHERE document_id = d.id AND date <= :day)
             + (SELECT coalesce(sum(amount), 0) FROM allocation
                 WHERE credit_id = d.id AND date <= :day)
          FROM document AS d
         WHERE d.id = :id AND d.date <= :day AND NOT d.historical)sql");
    query.bind(":id", document_id);
    if (as_of)
        query.bind(":day", *as_of);
    else
        query.bind(":day", "9999-12-31");
    return query.step() ? query.money(0) : Money{};
}

} // namespace crm
