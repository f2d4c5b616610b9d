// SPDX-License-Identifier: MIT
#include "crm/openitems/payment_post.hpp"

#include "crm/base/text.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/allocation.hpp"
#include "crm/openitems/open_index.hpp"
#include "crm/openitems/personal_account.hpp"
#include "crm/store/closed_period.hpp"
#include "crm/store/number_series.hpp"

#include <algorithm>

namespace crm
{

Payment post_payment(Store& store, Payment payment)
{
    require_open_period(store, payment.date);
    const auto taken = next_number(store, Series::payment, payment.date);
    payment.number = taken.number;
    store
        .prepare(R"sql(
            INSERT INTO payment (number, number_key, series, series_number, contact_id, side, date,
                                 amount, currency, reference, reverses_id, bank_line_id, staff_id)
            VALUES (:number, :key, :series, :place, :contact, :side, :date, :amount, :currency,
                    :reference, :reverses, :bank_line, :staff))sql")
        .bind(":number", payment.number)
        .bind(":key", natural_key(payment.number))
        .bind(":series", taken.series)
        .bind(":place", taken.place)
        .bind(":contact", payment.contact_id)
        .bind(":side", to_string(payment.side))
        .bind(":date", payment.date)
        .bind(":amount", payment.amount)
        .bind(":currency", payment.currency)
        .bind_or_null(":reference", payment.reference)
        .bind(":reverses", payment.reverses_id)
        .bind(":bank_line", payment.bank_line_id)
        .bind(":staff", acting_staff(store))
        .run();
    payment.id = store.last_id();
    personal_account(store, payment.contact_id, payment.side);
    change_open(store, -payment.id, -payment.amount);
    return payment;
}

std::vector<Settled> give_back_payments(Store& store, const Payment& refund, Money amount,
                                        std::span<const Payment> payments)
{
    std::vector<Settled> given;
    for (const auto& payment : payments) {
        const auto has = -open_now(store, -payment.id);
        Allocation allocation;
        allocation.date = std::max(refund.date, payment.date);
        allocation.refund_id = refund.id;
        allocation.payment_id = payment.id;
        allocation.amount = std::min(amount, has);
        if (allocation.amount <= Money{})
            continue;
        post_allocation(store, allocation);
        amount -= allocation.amount;
        given.push_back({0, payment.number, allocation.amount, {}, has - allocation.amount});
    }
    return given;
}

Payment post_payment_of(Store& store, const Payer& payer)
{
    Payment payment;
    payment.contact_id = payer.contact_id;
    payment.side = payer.side;
    payment.date = payer.date;
    payment.amount = payer.refund ? -payer.amount : payer.amount;
    payment.currency = payer.currency;
    payment.reference = payer.reference;
    payment.bank_line_id = payer.bank_line_id;
    return post_payment(store, payment);
}

} // namespace crm
