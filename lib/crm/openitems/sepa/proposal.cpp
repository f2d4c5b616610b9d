// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/proposal.hpp"

#include "crm/base/error.hpp"
#include "crm/base/target_day.hpp"
#include "crm/contact/condition.hpp"
#include "crm/openitems/item_dunning.hpp"
#include "crm/openitems/sepa/open_payment.hpp"
#include "crm/openitems/sepa/remittance.hpp"
#include "crm/openitems/sepa/text.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>
#include <set>

namespace crm
{

namespace
{

constexpr Money most{999'999'999'99}; // of one payment (EPC115-06)

using std::chrono::days;

/// Chooses what is paid or collected, one open document after the other.
class Proposer
{
  public:
    Proposer(Store& store, const SepaQuery& query);

    void look_at(OpenPayment item);
    void note_credits();
    SepaProposal result();

  private:
    [[nodiscard]] bool named(const OpenPayment& item) const;
    [[nodiscard]] bool wanted(const OpenPayment& item) const;
    [[nodiscard]] bool is_under_way(const OpenPayment& item);
    void note_former_file(const SepaPayment& payment);
    [[nodiscard]] std::optional<std::string> obstacle(OpenPayment& item);
    [[nodiscard]] std::optional<std::string> choose_mandate(SepaPayment& payment);
    void leave_out(const OpenPayment& item, const std::string& why);
    void settle_terms(OpenPayment& item) const;

    Store& store_;
    const SepaQuery& query_;
    bool debit_;
    Date earliest_; ///< for execution or collection
    Date until_;
    Rate least_rate_;
    int grace_;
    int notice_;
    ItemDunning blocks_;
    std::set<std::int64_t> used_mandates_;
    SepaProposal found_;
};

int notice_days(Store& store, const SepaQuery& query)
{
    return query.kind == SepaKind::debit ? setting_number(store, "sepa.prenotification") : 0;
}

/// A debit is handed in a day before at the latest.
Date earliest_day(const SepaQuery& query, int notice)
{
    if (query.kind == SepaKind::transfer)
        return target_day_from(query.date.value_or(query.today));
    const auto first = query.today + days(std::max(notice, 1));
    if (query.date && *query.date < first)
        throw error(ErrorKind::rejected,
                    "a debit on {} is too early: debtors are told {} days before",
                    to_string(*query.date), notice)
            .with_hint("from {} on; the setting sepa.prenotification says how many days",
                       to_string(target_day_from(first)));
    return target_day_from(query.date.value_or(first));
}

/// Whether it was agreed that a contact pays in another way than by debit.
bool pays_otherwise(Store& store, std::int64_t contact_id, Date day)
{
    bool otherwise = false;
    for (const auto& condition : conditions_in_force(store, contact_id, day))
        if (condition.kind == ConditionKind::payment)
            otherwise = condition.text != "debit";
    return otherwise;
}

Proposer::Proposer(Store& store, const SepaQuery& query)
    : store_(store), query_(query), debit_(query.kind == SepaKind::debit),
      least_rate_(least_skonto_rate(store, query.today)),
      grace_(setting_number(store, "skonto.grace")), notice_(notice_days(store, query)),
      blocks_(store, query.today)
{
    if (query.date && *query.date < query.today)
        throw error(ErrorKind::rejected, "nothing can be paid on {}, which is over",
                    to_string(*query.date));
    earliest_ = earliest_day(query, notice_);
    until_ = query.due_until.value_or(debit_ ? query.date.value_or(query.today) : earliest_);
    if (query.date && *query.date != earliest_)
        found_.notes.push_back(format("no money is moved between banks on {}: it is on {}",
                                      to_string(*query.date), to_string(earliest_)));
}

bool Proposer::named(const OpenPayment& item) const
{
    return std::ranges::find(query_.document_ids, item.payment.document_id) !=
           query_.document_ids.end();
}

bool Proposer::wanted(const OpenPayment& item) const
{
    if (!query_.document_ids.empty() && (!named(item) || !query_.due_until))
        return named(item);
    // Damages for late payment are no part of what a mandate is given for.
    if (debit_ && item.kind != DocumentKind::invoice && item.kind != DocumentKind::opening)
        return false;
    if (item.payment.due <= until_)
        return true;
    return !debit_ && best_pay_day(item.debt(), earliest_, least_rate_).day <= until_;
}

/// Sets what the day of the payment makes of it.
void Proposer::settle_terms(OpenPayment& item) const
{
    auto& p = item.payment;
    if (debit_) {
        p.date = target_day_from(std::max(earliest_, p.due));
        p.notify_by = p.date - days(notice_);
        if (const auto step = skonto_on(item.steps, p.date, grace_))
            p.skonto = step->amount;
    } else {
        p.pay_by = best_pay_day(item.debt(), earliest_, least_rate_).day;
        const auto choice = pay_on(item.debt(), earliest_);
        p.date = choice.day;
        p.skonto = choice.skonto;
        p.yearly_rate = choice.yearly_rate;
    }
    p.amount = p.open - p.skonto;
}

/// Finds the mandate to collect with; else why there is none, in no words if nobody expects one.
std::optional<std::string> Proposer::choose_mandate(SepaPayment& p)
{
    p.mandate = mandate_for(store_, p.contact_id, p.date);
    if (!p.mandate || p.mandate->state_on(p.date) == "ended")
        return query_.document_ids.empty() ? "" : format("{} has given no mandate", p.party.name);
    if (query_.document_ids.empty() && pays_otherwise(store_, p.contact_id, p.date))
        return "";
    if (p.mandate->state_on(p.date) == "lapsed")
        return format("mandate '{}' of {} was not used for 36 months and lapsed after {}",
                      p.mandate->reference, p.party.name, to_string(p.mandate->lapses_after()));
    if (p.party.iban != p.mandate->iban)
        p.party.bic.clear(); // it is the other account's
    p.party.iban = p.mandate->iban;
    return std::nullopt;
}

/// Why an item that is wanted cannot be paid, in no words if they are not worth it.
std::optional<std::string> Proposer::obstacle(OpenPayment& item)
{
    auto& p = item.payment;
    if (debit_)
        if (auto why = choose_mandate(p))
            return why;
    if (item.currency != "EUR")
        return format("{} of {} is in {}, SEPA moves euros", p.document, p.party.name,
                      item.currency);
    if (p.party.iban.empty())
        return format("{} of {} {}: no IBAN is known", p.document, p.party.number, p.party.name);
    if (!in_sepa(p.party.iban))
        return format("{} of {}: the account {} is of no country of SEPA", p.document, p.party.name,
                      p.party.iban);
    const bool abroad = !in_economic_area(p.party.iban);
    if (abroad && (p.party.city.empty() || p.party.country.empty()))
        return format("{} of {}: a payment to {} needs town and country of the address", p.document,
                      p.party.name, p.party.iban.substr(0, 2));
    if (p.amount > most)
        return format("{} of {}: {} are more than one payment can be", p.document, p.party.name,
                      to_string(p.amount));
    return std::nullopt;
}

void Proposer::leave_out(const OpenPayment& item, const std::string& why)
{
    if (!query_.document_ids.empty() && named(item))
        throw error(ErrorKind::rejected, "{}", why);
    found_.left_out.push_back(why);
}

/// Says so if all of an item is under way with a file.
bool Proposer::is_under_way(const OpenPayment& item)
{
    const auto& p = item.payment;
    if (!item.pending || p.open > Money{})
        return false;
    const auto& file = item.pending->message_ids.back();
    const auto words = format("{} of {} is under way with {}", p.document, p.party.name, file);
    if (!query_.document_ids.empty())
        throw error(ErrorKind::rejected, "{}", words)
            .with_hint("`crm openitems sepa undo {}` takes a file back that the bank never got",
                       file);
    found_.notes.push_back(words);
    return true;
}

/// What a former file has paid already and opened again is worth a look.
void Proposer::note_former_file(const SepaPayment& p)
{
    auto query = store_.prepare(R"sql(
        SELECT f.message_id
          FROM sepa_item AS i
          JOIN sepa_file AS f ON f.id = i.file_id
         WHERE i.document_id = :document AND f.undone_on IS NULL
         ORDER BY i.id DESC
         LIMIT 1)sql");
    query.bind(":document", p.document_id);
    if (query.step())
        found_.notes.push_back(format("{} of {} is in {} as well: what of it opened again follows",
                                      p.document, p.party.name, query.text(0)));
}

void Proposer::look_at(OpenPayment item)
{
    if (!wanted(item) || is_under_way(item))
        return;
    auto& p = item.payment;
    settle_terms(item);
    const auto why = obstacle(item);
    if (why && why->empty())
        return;
    const auto contact = debit_ ? p.contact_id : 0; // a block of a contact is about its debts
    if (blocks_.block(p.document_id, contact)) {
        found_.notes.push_back(format("{} of {} is blocked", p.document, p.party.name));
        return;
    }
    if (why) {
        leave_out(item, *why);
        return;
    }
    if (p.mandate)
        p.sequence =
            p.mandate->last_used || !used_mandates_.insert(p.mandate->id).second ? "RCUR" : "FRST";
    p.text = remittance_text(query_.kind, p);
    note_former_file(p);
    found_.payments.push_back(std::move(p));
}

void Proposer::note_credits()
{
    auto query = store_.prepare(R"sql(
        SELECT coalesce(d.number, p.number), i.open
          FROM open_item_index AS i
          LEFT JOIN document AS d ON d.id = i.item_id
          LEFT JOIN payment AS p ON p.id = -i.item_id
         WHERE i.contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
           AND i.side = :side AND i.currency = 'EUR' AND i.open < 0
         ORDER BY i.due, i.item_id)sql");
    std::int64_t last = 0;
    for (const auto& payment : found_.payments) {
        if (std::exchange(last, payment.contact_id) == payment.contact_id)
            continue;
        query.reset();
        query.bind(":contact", payment.contact_id)
            .bind(":side", to_string(debit_ ? Side::receivable : Side::payable));
        while (query.step())
            found_.notes.push_back(
                format("{} of {} with {} is not deducted: `crm openitems settle` does that first",
                       query.text(0), payment.party.name, to_string(query.money(1))));
    }
}

SepaProposal Proposer::result()
{
    return std::move(found_);
}

/// Throws for what was named and is nothing to pay at all.
void check_named(Store& store, const SepaQuery& query)
{
    auto item = store.prepare(R"sql(
        SELECT d.number, d.side, coalesce(i.open, 0)
          FROM document AS d
          LEFT JOIN open_item_index AS i ON i.item_id = d.id
         WHERE d.id = :id)sql");
    const auto side = to_string(query.kind == SepaKind::debit ? Side::receivable : Side::payable);
    for (const auto id : query.document_ids) {
        item.reset();
        item.bind(":id", id).step();
        if (item.text(1) != side)
            throw error(ErrorKind::rejected, "{} is no {}", item.text(0), side);
        if (item.money(2) <= Money{})
            throw error(ErrorKind::rejected, "nothing is to be paid of {}", item.text(0));
    }
}

} // namespace

std::string_view to_string(SepaKind kind)
{
    return kind == SepaKind::debit ? "debit" : "transfer";
}

SepaProposal propose_payments(Store& store, const SepaQuery& query)
{
    const Snapshot snapshot(store);
    check_named(store, query);
    Proposer proposer(store, query);
    for_each_open_payment(store, query.kind == SepaKind::debit ? Side::receivable : Side::payable,
                          pending_payments(store),
                          [&](OpenPayment item) { proposer.look_at(std::move(item)); });
    proposer.note_credits();
    auto found = proposer.result();
    give_end_to_end_ids(found.payments);
    return found;
}

} // namespace crm
