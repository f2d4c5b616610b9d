// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/contact/contact.hpp"
#include "crm/openitems/allocation.hpp"
#include "crm/openitems/payable_item.hpp"
#include "crm/openitems/payment_post.hpp"
#include "crm/openitems/skonto.hpp"
#include "crm/openitems/skonto_base.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// § 367 BGB: costs before interest before the claim itself.
int rank(DocumentKind kind, bool costs_first)
{
    const bool cost = kind == DocumentKind::fee || kind == DocumentKind::lumpsum;
    const bool interest = kind == DocumentKind::interest;
    if (costs_first)
        return cost ? 0 : interest ? 1 : 2;
    return cost || interest ? 1 : 0;
}

void refuse_unfit(Store& store, const Payer& payer, const PayableItem& item)
{
    if (item.side != payer.side || !is_of(store, item, payer.contact_id))
        throw error(ErrorKind::rejected, "{} is no {} of {}", item.number, to_string(payer.side),
                    contact_by_id(store, payer.contact_id).name);
    if (item.currency != payer.currency)
        throw error(ErrorKind::rejected, "{} is in {}, the payment in {}", item.number,
                    item.currency, payer.currency);
    if (payer.refund ? item.open >= Money{} : item.open <= Money{})
        throw error(ErrorKind::rejected, "nothing is left to {} of {}",
                    payer.refund ? tr("give back") : tr("pay"), item.number);
}

std::vector<PayableItem> items_to_settle(Store& store, const Payer& payer)
{
    if (payer.document_ids.empty()) {
        auto items =
            payable_items(store, payer.contact_id, payer.side, payer.currency, payer.refund);
        std::ranges::stable_sort(
            items, {}, [&](const PayableItem& item) { return rank(item.kind, payer.costs_first); });
        return items;
    }
    std::vector<PayableItem> items;
    for (const auto id : payer.document_ids) {
        items.push_back(payable_item(store, id));
        refuse_unfit(store, payer, items.back());
    }
    return items;
}

std::string currency_of(Store& store, const Payer& payer)
{
    if (!payer.currency.empty())
        return payer.currency;
    return payer.document_ids.empty() ? setting(store, "currency")
                                      : payable_item(store, payer.document_ids.front()).currency;
}

/// Settles item by item with one payment.
class Settlement
{
  public:
    Settlement(Store& store, const Payer& payer, const Payment& payment)
        : store_(store), payer_(payer), payment_(payment), left_(payer.amount),
          skonto_day_(payer.skonto_day.value_or(payer.date)),
          grace_(setting_number(store, "skonto.grace")),
          tolerance_(parse_rate(setting(store, "skonto.tolerance", skonto_day_), Decimal::point)),
          base_(store, skonto_day_, std::nullopt)
    {
    }

    void settle(const PayableItem& item);
    [[nodiscard]] bool done() const { return left_ == Money{}; }
    [[nodiscard]] bool took_skonto() const { return took_skonto_; }
    PaymentResult result() { return {payment_, std::move(settled_), left_}; }

  private:
    [[nodiscard]] std::optional<SkontoStep> step_of(const PayableItem& item);
    [[nodiscard]] Money skonto_of(const PayableItem& item);
    [[nodiscard]] bool beyond_terms(const PayableItem& item, Money skonto);
    void post(const PayableItem& item, AllocationKind kind, Money amount);

    Store& store_;
    const Payer& payer_;
    const Payment& payment_;
    Money left_;
    Date skonto_day_;
    int grace_;
    Rate tolerance_;
    SkontoBase base_;
    bool took_skonto_ = false;
    std::vector<Settled> settled_;
};

std::optional<SkontoStep> Settlement::step_of(const PayableItem& item)
{
    if (item.terms.empty())
        return std::nullopt;
    const auto base = base_.of(item.id, item.gross, item.open);
    if (base == Money{})
        return std::nullopt;
    const auto steps = skonto_steps(parse_terms(item.terms, Decimal::point), item.date, base);
    return skonto_on(steps, skonto_day_, grace_);
}

/// What to deduct from an item on purpose: what its terms allow, or what the payment is short by if
/// that is more by no more than the tolerance.
Money Settlement::skonto_of(const PayableItem& item)
{
    if (payer_.skonto_amount) {
        if (*payer_.skonto_amount <= Money{} || *payer_.skonto_amount >= item.open)
            throw error(ErrorKind::rejected, "{} is no discount of {}, of which {} are open",
                        to_string(*payer_.skonto_amount), item.number, to_string(item.open));
        return *payer_.skonto_amount;
    }
    const auto step = step_of(item);
    if (!step || step->amount >= item.open) {
        if (payer_.document_ids.empty())
            return {};
        throw error(ErrorKind::rejected, "no discount can be taken from {} on {}", item.number,
                    to_string(skonto_day_))
            .with_hint("its terms: {}", item.terms.empty() ? tr("none") : item.terms);
    }
    const auto short_by = item.open - left_;
    if (short_by <= step->amount)
        return step->amount;
    if (short_by - step->amount <= share(item.gross, tolerance_))
        return short_by;
    if (payer_.document_ids.empty())
        return {};
    throw error(ErrorKind::rejected, "{} is too little for {}: {} less {} discount are {}",
                to_string(left_), item.number, to_string(item.open), to_string(step->amount),
                to_string(item.open - step->amount));
}

bool Settlement::beyond_terms(const PayableItem& item, Money skonto)
{
    if (item.kind == DocumentKind::opening && item.terms.empty())
        return false; // nobody recorded them
    const auto step = step_of(item);
    return !step || skonto - step->amount > share(item.gross, tolerance_);
}

void Settlement::post(const PayableItem& item, AllocationKind kind, Money amount)
{
    Allocation allocation;
    allocation.date = std::max(payer_.date, item.date);
    allocation.kind = kind;
    allocation.amount = amount;
    if (kind == AllocationKind::credit) {
        allocation.refund_id = payment_.id;
        allocation.credit_id = item.id;
    } else {
        allocation.document_id = item.id;
        allocation.payment_id = payment_.id;
    }
    if (kind == AllocationKind::skonto)
        allocation.taxes = split_by_rate(amount, base_.taxes_of(document_by_id(store_, item.id)));
    post_allocation(store_, allocation);
}

void Settlement::settle(const PayableItem& item)
{
    const auto open = payer_.refund ? -item.open : item.open;
    const auto skonto = payer_.skonto ? skonto_of(item) : Money{};
    const auto amount = std::min(left_, open - skonto);
    Settled settled{item.id, item.number, amount, skonto, open - skonto - amount};
    settled.beyond_terms = skonto != Money{} && beyond_terms(item, skonto);
    if (amount != Money{})
        post(item, payer_.refund ? AllocationKind::credit : AllocationKind::payment, amount);
    if (skonto != Money{}) {
        post(item, AllocationKind::skonto, skonto);
        took_skonto_ = true;
    }
    left_ -= amount;
    if (settled.open > Money{} && skonto == Money{} && !payer_.refund) {
        const auto step = step_of(item);
        settled.short_by_skonto = step && step->amount == settled.open;
    }
    settled_.push_back(std::move(settled));
}

/// Credits among the documents named settle the others before the money does: who pays an invoice
/// less a credit note names both. What is settled so needs no money any more.
void settle_named_credits(Store& store, Payer& payer)
{
    std::vector<PayableItem> credits;
    std::vector<std::int64_t> debits;
    for (const auto id : payer.document_ids) {
        auto item = payable_item(store, id);
        if (item.open < Money{})
            credits.push_back(std::move(item));
        else
            debits.push_back(id);
    }
    if (credits.empty() || debits.empty())
        return;
    const auto paid = [&](std::int64_t id) { return payable_item(store, id).open <= Money{}; };
    for (const auto& credit : credits) {
        settle(store, credit.number, payer.contact_id, debits, std::nullopt, payer.date);
        std::erase_if(debits, paid);
        if (debits.empty())
            throw error(ErrorKind::rejected, "nothing is left to pay: {} settles it", credit.number)
                .with_hint("'crm openitems settle' does that without a payment");
    }
    payer.document_ids = std::move(debits);
}

/// The over-payments of the payer, the oldest first.
std::vector<Payment> over_payments(Store& store, const Payer& payer)
{
    auto query = store.prepare(R"sql(
        SELECT -item_id FROM open_item_index
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
           AND side = :side AND currency = :currency AND item_id < 0 AND open < 0
         ORDER BY due, item_id DESC)sql");
    query.bind(":contact", payer.contact_id)
        .bind(":side", to_string(payer.side))
        .bind(":currency", payer.currency);
    std::vector<Payment> payments;
    while (query.step())
        payments.push_back(payment_by_id(store, query.integer(0)));
    return payments;
}

} // namespace

PaymentResult pay(Store& store, const Payer& asked)
{
    if (asked.amount <= Money{})
        throw error(ErrorKind::rejected, "{} is nothing to pay", to_string(asked.amount));
    auto payer = asked;
    payer.currency = currency_of(store, asked);
    if (!payer.refund)
        settle_named_credits(store, payer);
    const auto items = items_to_settle(store, payer);
    const auto payment = post_payment_of(store, payer);
    Settlement settlement(store, payer, payment);
    for (const auto& item : items)
        if (!settlement.done())
            settlement.settle(item);
    if (payer.skonto && !settlement.took_skonto())
        throw error(ErrorKind::rejected, "no discount can be taken from what is open on {}",
                    to_string(payer.date));
    auto result = settlement.result();
    if (payer.refund && payer.document_ids.empty() && result.left != Money{})
        result.take(give_back_payments(store, payment, result.left, over_payments(store, payer)));
    return result;
}

} // namespace crm
