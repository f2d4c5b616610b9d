// SPDX-License-Identifier: MIT
#include "crm/openitems/allocation.hpp"

#include "crm/contact/staff.hpp"
#include "crm/openitems/open_index.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 5> kinds = {"payment", "credit", "skonto", "write-off",
                                                   "undo"};

void insert_taxes(Store& store, std::int64_t id, const std::vector<DocumentTax>& taxes)
{
    auto insert = store.prepare(R"sql(
        INSERT INTO allocation_tax (allocation_id, rate, net, tax_amount)
        VALUES (:allocation, :rate, :net, :tax))sql");
    for (const auto& tax : taxes)
        insert.bind(":allocation", id)
            .bind(":rate", tax.rate.hundredths)
            .bind(":net", tax.net)
            .bind(":tax", tax.tax)
            .run();
}

std::vector<DocumentTax> taxes_of_allocation(Store& store, std::int64_t id)
{
    auto query = store.prepare(
        "SELECT rate, net, tax_amount FROM allocation_tax WHERE allocation_id = :id ORDER BY id");
    query.bind(":id", id);
    std::vector<DocumentTax> taxes;
    while (query.step())
        taxes.push_back({{query.integer(0)}, query.money(1), query.money(2)});
    return taxes;
}

Allocation read(const Statement& query)
{
    Allocation a;
    a.id = query.integer(0);
    a.date = query.date(1).value_or(Date{});
    a.kind = allocation_kind(query.text(2));
    a.document_id = query.optional_integer(3);
    a.refund_id = query.optional_integer(4);
    a.payment_id = query.optional_integer(5);
    a.credit_id = query.optional_integer(6);
    a.amount = query.money(7);
    a.reason = query.string(8);
    return a;
}

std::vector<Allocation> read_all(Store& store, std::string_view sql, std::int64_t id)
{
    auto query = store.prepare(sql);
    query.bind(":id", id);
    std::vector<Allocation> found;
    while (query.step())
        found.push_back(read(query));
    for (auto& allocation : found)
        allocation.taxes = taxes_of_allocation(store, allocation.id);
    return found;
}

} // namespace

std::string_view to_string(AllocationKind kind)
{
    return kinds[static_cast<std::size_t>(kind)];
}

AllocationKind allocation_kind(std::string_view key)
{
    return static_cast<AllocationKind>(std::ranges::find(kinds, key) - kinds.begin());
}

std::optional<std::int64_t> settled_item(const Allocation& a)
{
    if (a.document_id)
        return a.document_id;
    return a.refund_id ? std::optional(-*a.refund_id) : std::nullopt;
}

std::optional<std::int64_t> settling_item(const Allocation& a)
{
    if (a.credit_id)
        return a.credit_id;
    return a.payment_id && a.kind != AllocationKind::skonto ? std::optional(-*a.payment_id)
                                                            : std::nullopt;
}

std::int64_t post_allocation(Store& store, const Allocation& a)
{
    store
        .prepare(R"sql(
            INSERT INTO allocation (date, kind, document_id, refund_id, payment_id, credit_id,
                                    amount, reverses_id, reason, staff_id)
            VALUES (:date, :kind, :document, :refund, :payment, :credit, :amount, :reverses,
                    :reason, :staff))sql")
        .bind(":date", a.date)
        .bind(":kind", to_string(a.kind))
        .bind(":document", a.document_id)
        .bind(":refund", a.refund_id)
        .bind(":payment", a.payment_id)
        .bind(":credit", a.credit_id)
        .bind(":amount", a.amount)
        .bind(":reverses", a.reverses_id)
        .bind_or_null(":reason", a.reason)
        .bind(":staff", acting_staff(store))
        .run();
    const auto id = store.last_id();
    insert_taxes(store, id, a.taxes);
    if (const auto item = settled_item(a))
        change_open(store, *item, -a.amount);
    if (const auto source = settling_item(a))
        change_open(store, *source, a.amount);
    return id;
}

std::vector<Allocation> allocations_of_payment(Store& store, std::int64_t payment_id)
{
    // A skonto names the payment that it was taken with.
    return read_all(store, R"sql(
        SELECT id, date, kind, document_id, refund_id, payment_id, credit_id, amount, reason
          FROM allocation AS a
         WHERE (payment_id = :id OR refund_id = :id) AND amount > 0
           AND NOT EXISTS (SELECT 1 FROM allocation AS r WHERE r.reverses_id = a.id)
         ORDER BY id)sql",
                    payment_id);
}

std::vector<Allocation> settlements_of_document(Store& store, std::int64_t document_id)
{
    return read_all(store, R"sql(
        SELECT id, date, kind, document_id, refund_id, payment_id, credit_id, amount, reason
          FROM allocation AS a
         WHERE (credit_id = :id AND (document_id IS NOT NULL OR kind = 'write-off')
                OR document_id = :id AND kind = 'write-off')
           AND amount > 0
           AND NOT EXISTS (SELECT 1 FROM allocation AS r WHERE r.reverses_id = a.id)
         ORDER BY id)sql",
                    document_id);
}

std::optional<TakenSkonto> skonto_taken(Store& store, std::int64_t document_id)
{
    auto query = store.prepare(R"sql(
        SELECT sum(amount), max(date) FROM allocation AS a
         WHERE document_id = :document AND kind = 'skonto' AND amount > 0
           AND NOT EXISTS (SELECT 1 FROM allocation WHERE reverses_id = a.id))sql");
    query.bind(":document", document_id).step();
    if (query.is_null(0))
        return std::nullopt;
    return TakenSkonto{query.money(0), query.date(1).value_or(Date{})};
}

} // namespace crm
