// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/openitems/allocation.hpp"
#include "crm/openitems/open_index.hpp"
#include "crm/openitems/payment_post.hpp"
#include "crm/openitems/skonto.hpp"
#include "crm/openitems/skonto_base.hpp"
#include "crm/store/closed_period.hpp"

#include <algorithm>

namespace crm
{

namespace
{

void refuse_reversed(Store& store, const Payment& payment)
{
    if (payment.reverses_id)
        throw error(ErrorKind::rejected, "{} takes back a payment and cannot be taken back itself",
                    payment.number);
    auto query = store.prepare("SELECT number FROM payment WHERE reverses_id = :payment");
    query.bind(":payment", payment.id);
    if (query.step())
        throw error(ErrorKind::rejected, "{} is taken back already, by {}", payment.number,
                    query.text(0));
}

void take_back(Store& store, Allocation allocation, Date date)
{
    allocation.reverses_id = allocation.id;
    allocation.date = std::max(allocation.date, date);
    allocation.amount = -allocation.amount;
    for (auto& tax : allocation.taxes) {
        tax.net = -tax.net;
        tax.tax = -tax.tax;
    }
    post_allocation(store, allocation);
}

/// What is given up or taken back happens in an open period, not before what it is about.
void require_day(Store& store, const std::string& number, Date of, Date date)
{
    require_open_period(store, date);
    if (of > date)
        throw error(ErrorKind::rejected, "{} is dated {}, after {}", number, to_string(of),
                    to_string(date));
}

Document open_document(Store& store, std::int64_t document_id, Date date)
{
    auto document = document_by_id(store, document_id);
    require_day(store, document.number, document.date, date);
    return document;
}

/// Takes all of it back, the last first.
Money take_back_all(Store& store, std::vector<Allocation> settled, const std::string& number,
                    Date date)
{
    Money sum;
    std::ranges::reverse(settled);
    for (const auto& allocation : settled) {
        if (date < allocation.date)
            throw error(ErrorKind::rejected, "that of {} is dated {}, after {}", number,
                        to_string(allocation.date), to_string(date));
        take_back(store, allocation, date);
        sum += allocation.amount;
    }
    return sum;
}

Money take_back_write_offs(Store& store, std::vector<Allocation> settled, const std::string& number,
                           Date date)
{
    std::erase_if(settled, [](const Allocation& allocation) {
        return allocation.kind != AllocationKind::write_off;
    });
    if (settled.empty())
        throw error(ErrorKind::rejected, "{} was not given up", number);
    return take_back_all(store, std::move(settled), number, date);
}

Allocation given_up(const std::string& reason, Date date)
{
    Allocation allocation;
    allocation.date = date;
    allocation.kind = AllocationKind::write_off;
    allocation.reason = trim(reason);
    if (allocation.reason.empty())
        throw error(ErrorKind::rejected, "a write-off needs a reason");
    return allocation;
}

} // namespace

Payment reverse_payment(Store& store, std::int64_t payment_id, Date date,
                        std::optional<std::int64_t> bank_line_id)
{
    const auto payment = payment_by_id(store, payment_id);
    refuse_reversed(store, payment);
    if (date < payment.date)
        throw error(ErrorKind::rejected, "{} is dated {}, after {}", payment.number,
                    to_string(payment.date), to_string(date));
    auto counter = payment;
    counter.date = date;
    counter.amount = -payment.amount;
    counter.reverses_id = payment.id;
    counter.bank_line_id = bank_line_id;
    counter = post_payment(store, counter);
    auto settled = allocations_of_payment(store, payment.id);
    std::ranges::reverse(settled);
    for (const auto& allocation : settled)
        take_back(store, allocation, date);
    const bool refund = payment.amount < Money{};
    Allocation both;
    both.date = date;
    both.refund_id = refund ? payment.id : counter.id;
    both.payment_id = refund ? counter.id : payment.id;
    both.amount = refund ? -payment.amount : payment.amount;
    post_allocation(store, both);
    return counter;
}

Money reverse_settlements(Store& store, std::int64_t document_id, Date date)
{
    const auto document = open_document(store, document_id, date);
    auto settled = settlements_of_document(store, document_id);
    if (settled.empty())
        throw error(ErrorKind::rejected, "{} has settled nothing and was not given up",
                    document.number)
            .with_hint("a payment is taken back by its own number");
    return take_back_all(store, std::move(settled), document.number, date);
}

Money reverse_write_off(Store& store, std::int64_t document_id, Date date)
{
    const auto document = open_document(store, document_id, date);
    return take_back_write_offs(store, settlements_of_document(store, document_id), document.number,
                                date);
}

Money reverse_write_off_of_payment(Store& store, std::int64_t payment_id, Date date)
{
    const auto payment = payment_by_id(store, payment_id);
    require_day(store, payment.number, payment.date, date);
    return take_back_write_offs(store, allocations_of_payment(store, payment_id), payment.number,
                                date);
}

Money write_off(Store& store, std::int64_t document_id, const std::string& reason, Date date)
{
    auto allocation = given_up(reason, date);
    const auto document = open_document(store, document_id, date);
    const auto open = open_of_document(store, document_id);
    if (open == Money{})
        throw error(ErrorKind::rejected, "nothing is open of {}", document.number);
    const bool credit = open < Money{};
    (credit ? allocation.credit_id : allocation.document_id) = document_id;
    allocation.amount = credit ? -open : open;
    allocation.taxes = split_by_rate(
        allocation.amount,
        credit ? document.taxes : SkontoBase(store, date, std::nullopt).taxes_of(document));
    post_allocation(store, allocation);
    return allocation.amount;
}

Money write_off_payment(Store& store, std::int64_t payment_id, const std::string& reason, Date date)
{
    auto allocation = given_up(reason, date);
    const auto payment = payment_by_id(store, payment_id);
    require_day(store, payment.number, payment.date, date);
    const auto open = open_now(store, -payment_id);
    if (open == Money{})
        throw error(ErrorKind::rejected, "nothing is left of {}", payment.number);
    const bool over_paid = open < Money{};
    (over_paid ? allocation.payment_id : allocation.refund_id) = payment_id;
    allocation.amount = over_paid ? -open : open;
    post_allocation(store, allocation);
    return allocation.amount;
}

void take_back(Store& store, std::int64_t document_id, const std::string& reason, Date date)
{
    const auto document = open_document(store, document_id, date);
    const auto open = open_of_document(store, document_id);
    if (open <= Money{})
        return;
    Allocation undone;
    undone.date = date;
    undone.kind = AllocationKind::undo;
    undone.document_id = document_id;
    undone.amount = open;
    undone.reason = reason;
    post_allocation(store, undone);
}

} // namespace crm
