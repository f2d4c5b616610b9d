// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/openitems/bank/line_payment.hpp"
#include "crm/openitems/bank/match.hpp"
#include "crm/openitems/open_index.hpp"
#include "crm/openitems/pay_day.hpp"
#include "crm/openitems/payable_item.hpp"
#include "crm/openitems/payment_post.hpp"
#include "crm/openitems/skonto_base.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>

namespace crm
{

namespace
{

/// The discount that can be taken from a document on a day.
Money skonto_on_day(Store& store, const PayableItem& item, Date day)
{
    const auto base = SkontoBase(store, day, std::nullopt).of(item.id, item.gross, item.open);
    if (base == Money{})
        return {};
    const auto steps = skonto_steps_of(item.terms, item.date, base);
    const auto step = skonto_on(steps, day, setting_number(store, "skonto.grace"));
    return step ? step->amount : Money{};
}

/// What a payment has left to settle with.
Money left_of(Store& store, const Payment& payment)
{
    return -open_now(store, -payment.id);
}

/// The contact, or the one that it was merged into.
std::int64_t surviving(Store& store, std::int64_t contact_id)
{
    auto query = store.prepare("SELECT coalesce(merged_into_id, id) FROM contact WHERE id = :id");
    query.bind(":id", contact_id);
    return query.step() ? query.integer(0) : contact_id;
}

/// On which side a line is of somebody: money that goes out is for a supplier, if it is one.
Side side_of(Store& store, const BankLine& line, std::int64_t contact_id)
{
    auto query = store.prepare("SELECT customer, supplier FROM contact WHERE id = :id");
    query.bind(":id", contact_id);
    const bool both = query.step() && query.boolean(0) && query.boolean(1);
    if (both)
        return line.amount < Money{} ? Side::payable : Side::receivable;
    return usual_side(store, contact_id);
}

/// Uses a line as somebody says.
class HandMatch
{
  public:
    HandMatch(Store& store, BankLine line, const MatchTargets& targets, bool skonto)
        : store_(store), line_(std::move(line)), targets_(targets), skonto_(skonto)
    {
        begin();
    }

    MatchedLine match();

  private:
    void begin();
    void refuse_others() const;
    [[nodiscard]] std::optional<Returned> returned() const;
    [[nodiscard]] bool is_paid(const PayableItem& item) const;
    void give_back();
    void give_back_from_payments();
    void pay_documents();
    void settle_with_payments();
    void pay_open(const std::vector<PayableItem>& items);
    [[nodiscard]] std::vector<PayableItem> open_items();

    Store& store_;
    BankLine line_;
    const MatchTargets& targets_;
    bool skonto_;
    std::vector<Payment> payments_;
    Payer payer_;
    MatchedLine matched_;
};

/// Whose line it is.
void HandMatch::begin()
{
    for (const auto id : targets_.payment_ids)
        payments_.push_back(payment_by_id(store_, id));
    std::int64_t contact_id = targets_.contact_id.value_or(0);
    auto side = Side::receivable;
    if (!targets_.document_ids.empty()) {
        const auto first = payable_item(store_, targets_.document_ids.front());
        contact_id = contact_id != 0 ? contact_id : first.contact_id;
        side = first.side;
    } else if (!payments_.empty()) {
        contact_id = contact_id != 0 ? contact_id : payments_.front().contact_id;
        side = payments_.front().side;
    } else {
        side = side_of(store_, line_, contact_id);
    }
    payer_ = payer_of(store_, line_, surviving(store_, contact_id), side);
    matched_.refund = payer_.refund;
    refuse_others();
}

void HandMatch::refuse_others() const
{
    for (const auto& payment : payments_) {
        if (payment.side != payer_.side ||
            surviving(store_, payment.contact_id) != payer_.contact_id)
            throw error(ErrorKind::rejected, "{} is no {} of {}", payment.number,
                        to_string(payer_.side), contact_by_id(store_, payer_.contact_id).name);
        if (payment.currency != payer_.currency)
            throw error(ErrorKind::rejected, "{} is in {}, the payment in {}", payment.number,
                        payment.currency, payer_.currency);
    }
}

/// The payment that the line takes back, if it is one: it is named and the line is marked as a
/// return, or it has too little left; or it settled the only document that is named.
std::optional<Returned> HandMatch::returned() const
{
    if (payments_.size() + targets_.document_ids.size() != 1)
        return std::nullopt;
    if (!payments_.empty()) {
        const bool marked = !line_.return_reason.empty();
        if (!marked && left_of(store_, payments_.front()) >= payer_.amount)
            return std::nullopt;
        return returns_payment(store_, line_, payments_.front().id);
    }
    const auto item = payable_item(store_, targets_.document_ids.front());
    if (!payer_.refund || item.open < Money{} || item.kind == DocumentKind::credit)
        return std::nullopt;
    return returns_payment_of(store_, line_, item.id);
}

MatchedLine HandMatch::match()
{
    matched_.returned = returned();
    if (skonto_ && (matched_.returned || payer_.refund))
        throw error(ErrorKind::rejected, "no discount can be taken from money that goes back");
    if (matched_.returned) {
        matched_.result.payment = post_return(store_, line_, *matched_.returned);
        return std::move(matched_);
    }
    if (payer_.refund)
        give_back();
    else
        pay_documents();
    std::optional<std::int64_t> document;
    if (!targets_.document_ids.empty())
        document = targets_.document_ids.front();
    set_line_state(store_, line_.id, {"matched", document, std::nullopt, tr("by hand"), ""});
    return std::move(matched_);
}

void HandMatch::give_back()
{
    payer_.document_ids = targets_.document_ids;
    if (payments_.empty() || !payer_.document_ids.empty())
        matched_.result = pay(store_, payer_);
    else
        matched_.result = pay_nothing(store_, payer_);
    if (!payments_.empty())
        give_back_from_payments();
}

/// Not more than they have left: the rest would be a claim that nobody meant.
void HandMatch::give_back_from_payments()
{
    auto& result = matched_.result;
    result.take(give_back_payments(store_, result.payment, result.left, payments_));
    if (result.left != Money{})
        throw error(ErrorKind::rejected, "{} has {} left, not {}", payments_.back().number,
                    to_string(payer_.amount - result.left), to_string(payer_.amount));
}

bool HandMatch::is_paid(const PayableItem& item) const
{
    return item.open == Money{} && item.kind != DocumentKind::credit && item.side == payer_.side &&
           is_of(store_, item, payer_.contact_id);
}

/// Those of the documents named that are not paid already.
std::vector<PayableItem> HandMatch::open_items()
{
    std::vector<PayableItem> items;
    matched_.nothing_open.clear();
    for (const auto id : targets_.document_ids) {
        auto item = payable_item(store_, id);
        if (is_paid(item))
            matched_.nothing_open.push_back(item.number);
        else
            items.push_back(std::move(item));
    }
    return items;
}

void HandMatch::pay_documents()
{
    auto items = open_items();
    if (!payments_.empty()) {
        if (items.empty())
            throw error(ErrorKind::rejected, "{} went the same way as line {}",
                        payments_.front().number, line_.id)
                .with_hint("name the document that both of them pay");
        settle_with_payments();
        const auto paid = matched_.nothing_open;
        items = open_items();
        matched_.nothing_open = paid;
        if (items.empty())
            throw error(ErrorKind::rejected, "nothing is left to pay: {} settles it",
                        payments_.back().number)
                .with_hint("'crm openitems settle' does that without a payment");
    }
    if (!items.empty()) {
        pay_open(items);
        return;
    }
    if (skonto_)
        throw error(ErrorKind::rejected, "no discount can be taken from what is open on {}",
                    to_string(payer_.date));
    matched_.result = pay_nothing(store_, payer_);
}

void HandMatch::settle_with_payments()
{
    for (const auto& payment : payments_) {
        std::vector<std::int64_t> ids;
        for (const auto& item : open_items())
            ids.push_back(item.id);
        for (auto& each :
             settle(store_, payment.number, payer_.contact_id, ids, std::nullopt, payer_.date))
            matched_.with.push_back({payment.number, std::move(each)});
    }
}

void HandMatch::pay_open(const std::vector<PayableItem>& items)
{
    std::vector<LineItem> parts;
    for (const auto& item : items)
        parts.push_back({item.id, item.open, skonto_on_day(store_, item, *line_.date)});
    const auto discounts = skonto_ ? std::nullopt : discounts_for(parts, payer_.amount);
    if (discounts) {
        matched_.result = pay_items(store_, payer_, parts, discounts->taken);
        return;
    }
    for (const auto& item : items)
        payer_.document_ids.push_back(item.id);
    payer_.skonto = skonto_;
    matched_.result = pay(store_, payer_);
}

bool is_number_of(Store& store, const char* sql, std::string_view word)
{
    auto query = store.prepare(sql);
    query.bind(":key", natural_key(trim(word)));
    return query.step();
}

bool is_payment(Store& store, std::string_view word)
{
    return is_number_of(store, "SELECT 1 FROM payment WHERE number_key = :key", word);
}

void add_once(std::vector<std::int64_t>& ids, std::int64_t id)
{
    if (std::ranges::find(ids, id) == ids.end())
        ids.push_back(id);
}

std::int64_t contact_named(Store& store, std::string_view word)
{
    try {
        return contact_to_change(store, word).id;
    } catch (const Error& failure) {
        if (failure.kind != ErrorKind::not_found)
            throw;
        throw error(ErrorKind::not_found, "there is no document, payment or contact '{}'", word)
            .with_candidates(failure.candidates);
    }
}

} // namespace

MatchTargets match_targets(Store& store, std::span<const std::string> words)
{
    MatchTargets targets;
    for (const auto& word : words) {
        if (targets.contact_id && !is_payment(store, word))
            add_once(targets.document_ids, document_of(store, *targets.contact_id, word));
        else if (is_number_of(store, "SELECT 1 FROM document WHERE number_key = :key", word))
            add_once(targets.document_ids, document_id_by_number(store, word));
        else if (is_payment(store, word))
            add_once(targets.payment_ids, payment_by_number(store, word).id);
        else
            targets.contact_id = contact_named(store, word);
    }
    return targets;
}

MatchedLine match_line(Store& store, std::int64_t line_id, const MatchTargets& targets, bool skonto,
                       std::optional<Date> day)
{
    auto line = open_bank_line(store, line_id);
    line.post_on = day;
    return HandMatch(store, std::move(line), targets, skonto).match();
}

} // namespace crm
