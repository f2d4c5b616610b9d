// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/match.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/bank/candidates.hpp"
#include "crm/openitems/payable_item.hpp"
#include "crm/store/closed_period.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::int64_t sure_score = 5;
constexpr std::int64_t worth_suggesting = 3;

Money absolute(Money amount)
{
    return amount < Money{} ? -amount : amount;
}

Payer payer_of(const BankLine& line, std::int64_t contact_id, Side side)
{
    Payer payer;
    payer.contact_id = contact_id;
    payer.side = side;
    payer.amount = absolute(line.amount);
    payer.date = *line.date;
    payer.currency = line.currency;
    payer.reference = line.text;
    payer.refund = (side == Side::receivable) != (line.amount > Money{});
    payer.bank_line_id = line.id;
    return payer;
}

/// Decides what a line pays.
class Matcher
{
  public:
    Matcher(Store& store, bool post) : store_(store), post_(post), candidates_(store) {}

    /// Whether it was paid.
    bool look_at(const BankLine& line);

  private:
    bool returns_payment(const BankLine& line);
    bool pay_one(const BankLine& line, const std::vector<Suggestion>& found);
    bool pay_several(const BankLine& line, const std::vector<Suggestion>& found);
    void suggest(const BankLine& line, const std::vector<Suggestion>& found);
    void settle(const BankLine& line, Payer payer, const std::vector<std::int64_t>& documents,
                const Suggestion& why);

    Store& store_;
    bool post_;
    Candidates candidates_;
};

bool Matcher::look_at(const BankLine& line)
{
    if (!line.return_reason.empty() && returns_payment(line))
        return true;
    const auto found = candidates_.of(line);
    if (post_ && (pay_one(line, found) || pay_several(line, found)))
        return true;
    suggest(line, found);
    return false;
}

/// A line that brings back what an earlier line paid, told by its end-to-end id, else by the
/// account of the other side, and by the amount; only if there is just one.
bool Matcher::returns_payment(const BankLine& line)
{
    auto query = store_.prepare(R"sql(
        SELECT p.id, p.number
          FROM payment AS p
          JOIN bank_line AS l ON l.id = p.bank_line_id
         WHERE l.amount = :amount AND p.date <= :date AND p.reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM payment AS r WHERE r.reverses_id = p.id)
           AND iif(:end_to_end <> '', l.end_to_end = :end_to_end, l.iban = :iban)
         LIMIT 2)sql");
    query.bind(":amount", -line.amount)
        .bind(":date", *line.date)
        .bind(":end_to_end", line.end_to_end)
        .bind(":iban", line.iban);
    if (!post_ || !query.step())
        return false;
    const auto payment_id = query.integer(0);
    const auto number = query.string(1);
    if (query.step())
        return false;
    reverse_payment(store_, payment_id, *line.date);
    set_line_state(store_, line.id,
                   {"matched", std::nullopt, std::nullopt, format("returns {}", number), ""});
    return true;
}

bool Matcher::pay_one(const BankLine& line, const std::vector<Suggestion>& found)
{
    if (found.empty())
        return false;
    const auto& best = found.front();
    const bool unique = found.size() == 1 || found[1].score < best.score;
    if (best.score < sure_score || !unique || !(best.named || best.known) ||
        !(best.amount || best.skonto))
        return false;
    auto payer = payer_of(line, best.candidate->contact_id, best.candidate->side);
    payer.skonto = best.skonto;
    if (best.sent)
        payer.skonto_amount = best.candidate->sent_skonto;
    settle(line, payer, {best.candidate->document_id}, best);
    return true;
}

bool Matcher::pay_several(const BankLine& line, const std::vector<Suggestion>& found)
{
    std::vector<std::int64_t> documents;
    Money sum;
    const Suggestion* first = nullptr;
    for (const auto& each : found) {
        if (!each.named)
            continue;
        if (first != nullptr && (each.candidate->contact_id != first->candidate->contact_id ||
                                 each.candidate->side != first->candidate->side))
            return false;
        first = first == nullptr ? &each : first;
        documents.push_back(each.candidate->document_id);
        sum += absolute(each.candidate->open);
    }
    if (documents.size() < 2 || sum != absolute(line.amount))
        return false;
    settle(line, payer_of(line, first->candidate->contact_id, first->candidate->side), documents,
           *first);
    return true;
}

void Matcher::settle(const BankLine& line, Payer payer, const std::vector<std::int64_t>& documents,
                     const Suggestion& why)
{
    payer.document_ids = documents;
    pay(store_, payer);
    for (const auto id : documents)
        candidates_.remove(id);
    set_line_state(store_, line.id, {"matched", documents.front(), why.score, why.reason, ""});
}

void Matcher::suggest(const BankLine& line, const std::vector<Suggestion>& found)
{
    BankLineState state{"unmatched", std::nullopt, std::nullopt, "", ""};
    if (!line.return_reason.empty())
        state.reason = format("came back ({}), of no payment that is known", line.return_reason);
    else if (found.empty() || found.front().score < worth_suggesting)
        state.reason = tr("nothing open is like it");
    else {
        const auto& best = found.front();
        state.document_id = best.candidate->document_id;
        state.score = best.score;
        state.reason = best.reason;
        if (found.size() > 1 && found[1].score == best.score)
            state.reason = format("{}; {} as well", best.reason, found[1].candidate->shown);
        const auto open = candidates_.open_of(best.candidate->contact_id, best.candidate->side);
        if (absolute(line.amount) > absolute(open)) {
            state.state = "parked";
            state.reason = format("{}; more than the {} that are open", best.reason,
                                  to_string(absolute(open)));
        }
    }
    if (state.reason != line.reason || state.score != line.score || state.state != line.state)
        set_line_state(store_, line.id, state);
}

BankLine open_line(Store& store, std::int64_t line_id)
{
    auto line = bank_line_by_id(store, line_id);
    if (line.state == "matched" || line.state == "booked")
        throw error(ErrorKind::rejected, "line {} is {} already", line_id, line.state)
            .with_hint("`crm openitems bank unmatch {}` takes that back", line_id);
    return line;
}

void insert_booking(Store& store, std::int64_t line_id, std::string_view kind, Money amount,
                    Date date, std::optional<std::int64_t> reverses)
{
    require_open_period(store, date);
    store
        .prepare(R"sql(
            INSERT INTO bank_booking (line_id, kind, amount, date, reverses_id, staff_id)
            VALUES (:line, :kind, :amount, :date, :reverses, :staff))sql")
        .bind(":line", line_id)
        .bind(":kind", kind)
        .bind(":amount", amount)
        .bind(":date", date)
        .bind(":reverses", reverses)
        .bind(":staff", acting_staff(store))
        .run();
}

void unbook(Store& store, const BankLine& line, Date date)
{
    auto query = store.prepare(R"sql(
        SELECT id, kind, amount FROM bank_booking AS b
         WHERE line_id = :line AND reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM bank_booking AS r WHERE r.reverses_id = b.id))sql");
    query.bind(":line", line.id);
    if (query.step())
        insert_booking(store, line.id, query.string(1), -query.money(2), std::max(date, *line.date),
                       query.integer(0));
}

} // namespace

void suggest_for(Store& store, std::span<const std::int64_t> line_ids)
{
    if (line_ids.empty())
        return;
    Matcher matcher(store, false);
    for (const auto id : line_ids)
        matcher.look_at(bank_line_by_id(store, id));
}

std::int64_t match_lines(Store& store, const std::function<void(std::int64_t)>& use)
{
    std::vector<std::int64_t> ids;
    {
        auto query = store.prepare(R"sql(
            SELECT line_id FROM bank_line_state
             WHERE state = 'unmatched' OR state = 'parked' AND note IS NULL
             ORDER BY line_id)sql");
        while (query.step())
            ids.push_back(query.integer(0));
    }
    if (ids.empty())
        return 0;
    Matcher matcher(store, true);
    std::int64_t matched = 0;
    for (const auto id : ids)
        if (matcher.look_at(bank_line_by_id(store, id))) {
            ++matched;
            use(id);
        }
    return matched;
}

PaymentResult match_line(Store& store, std::int64_t line_id,
                         const std::vector<std::int64_t>& document_ids)
{
    const auto line = open_line(store, line_id);
    const auto first = payable_item(store, document_ids.front());
    auto contact = contact_by_id(store, first.contact_id);
    auto payer = payer_of(line, contact.id, first.side);
    payer.document_ids = document_ids;
    auto result = pay(store, payer);
    set_line_state(store, line_id,
                   {"matched", document_ids.front(), std::nullopt, tr("by hand"), ""});
    return result;
}

std::string unmatch_line(Store& store, std::int64_t line_id, Date date)
{
    const auto line = bank_line_by_id(store, line_id);
    if (line.state != "matched" && line.state != "booked")
        throw error(ErrorKind::rejected, "nothing came of line {} yet", line_id);
    std::string counter;
    if (line.state == "booked") {
        unbook(store, line, date);
    } else {
        auto query = store.prepare(R"sql(
            SELECT id FROM payment AS p
             WHERE bank_line_id = :line AND reverses_id IS NULL
               AND NOT EXISTS (SELECT 1 FROM payment AS r WHERE r.reverses_id = p.id)
             ORDER BY id DESC)sql");
        query.bind(":line", line_id);
        if (!query.step())
            throw error(ErrorKind::rejected, "line {} took a payment back: record it anew",
                        line_id);
        counter = reverse_payment(store, query.integer(0), std::max(date, *line.date)).number;
    }
    set_line_state(store, line_id, {"unmatched", std::nullopt, std::nullopt, "", ""});
    return counter;
}

void book_line(Store& store, std::int64_t line_id, std::string_view kind)
{
    const auto line = open_line(store, line_id);
    insert_booking(store, line_id, kind, line.amount, *line.date, std::nullopt);
    set_line_state(store, line_id, {"booked", std::nullopt, std::nullopt, std::string(kind), ""});
}

void park_line(Store& store, std::int64_t line_id, const std::string& note)
{
    open_line(store, line_id);
    set_line_state(store, line_id, {"parked", std::nullopt, std::nullopt, "", note});
}

} // namespace crm
