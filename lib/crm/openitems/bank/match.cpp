// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/match.hpp"

#include "crm/base/error.hpp"
#include "crm/openitems/bank/candidates.hpp"
#include "crm/openitems/bank/contact_numbers.hpp"
#include "crm/openitems/bank/line_payment.hpp"
#include "crm/store/savepoint.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::int64_t worth_suggesting = 3;

using Found = std::vector<Suggestion>;
using LeftOut = std::function<void(const std::string&)>;

/// What a line surely pays.
struct Sure {
    const Suggestion* why = nullptr;
    std::vector<LineItem> items;
    std::vector<bool> with_discount;
};

bool of_one(const Suggestion& a, const Suggestion& b)
{
    return a.candidate->contact_id == b.candidate->contact_id &&
           a.candidate->side == b.candidate->side;
}

/// The likeliest of those that are as asked, if all of them are of one contact and side.
template<class Test>
const Suggestion* of_one_contact(const Found& found, const Test& test)
{
    const Suggestion* first = nullptr;
    for (const auto& each : found) {
        if (!test(each))
            continue;
        if (first != nullptr && !of_one(*first, each))
            return nullptr;
        first = first == nullptr ? &each : first;
    }
    return first;
}

/// Whose documents a line pays: of whom it names some; if it names those of several, whose account
/// or name it has. If it names none, whose only open item is as much.
const Suggestion* whose(const Found& found)
{
    const auto named = [](const Suggestion& s) { return s.named; };
    const auto named_and_known = [](const Suggestion& s) { return s.named && s.known; };
    const auto as_much = [](const Suggestion& s) { return s.known && (s.amount || s.skonto); };
    if (!found.empty() && found.front().named) {
        const auto* one = of_one_contact(found, named);
        return one != nullptr ? one : of_one_contact(found, named_and_known);
    }
    if (std::ranges::count_if(found, as_much) != 1)
        return nullptr;
    return &*std::ranges::find_if(found, as_much);
}

/// Decides what a line pays.
class Matcher
{
  public:
    Matcher(Store& store, bool post, LeftOut left_out)
        : store_(store), post_(post), left_out_(std::move(left_out)), candidates_(store),
          numbers_(store)
    {
    }

    /// Whether it was paid.
    bool look_at(const BankLine& line);

  private:
    [[nodiscard]] std::optional<Sure> sure(const BankLine& line, const Found& found);
    [[nodiscard]] std::optional<std::vector<std::int64_t>>
    documents_of(const BankLine& line, const Found& found, const Suggestion& why);
    [[nodiscard]] bool add_item(Sure& sure, std::int64_t document_id, Date day) const;
    void settle(const BankLine& line, const Sure& sure);
    template<class Work>
    bool done(const BankLine& line, const Work& work);
    [[nodiscard]] std::optional<NamedDocument> paid_already(const BankLine& line,
                                                            const Found& found);
    void suggest(const BankLine& line, const Found& found, const std::optional<Returned>& returned);
    [[nodiscard]] BankLineState likeliest(const BankLine& line, const Found& found) const;

    Store& store_;
    bool post_;
    LeftOut left_out_;
    Candidates candidates_;
    ContactNumbers numbers_;
};

bool Matcher::look_at(const BankLine& line)
{
    if (!line.return_reason.empty()) {
        const auto returned = returned_payment(store_, line, numbers_);
        if (post_ && returned && done(line, [&] { post_return(store_, line, *returned); }))
            return true;
        suggest(line, {}, returned);
        return false;
    }
    const auto found = candidates_.of(line);
    const auto pays = post_ ? sure(line, found) : std::nullopt;
    if (pays && done(line, [&] { settle(line, *pays); })) {
        for (const auto& item : pays->items)
            candidates_.remove(item.document_id);
        return true;
    }
    suggest(line, found, std::nullopt);
    return false;
}

/// Whether something could be done; if not, the line is left out.
template<class Work>
bool Matcher::done(const BankLine& line, const Work& work)
{
    const auto refusal = refusal_of(store_, work);
    if (refusal && left_out_)
        left_out_(format("line {} is left out: {}", line.id, *refusal));
    return !refusal;
}

/// Which documents of the contact a line pays; nothing if it names something else besides, or the
/// beginning of a longer number.
std::optional<std::vector<std::int64_t>>
Matcher::documents_of(const BankLine& line, const Found& found, const Suggestion& why)
{
    std::vector<std::int64_t> documents;
    const auto named = numbers_.in(why.candidate->contact_id, line);
    for (const auto& each : named)
        if (each.naming == Naming::word)
            documents.push_back(each.document_id);
    for (const auto& each : found)
        if (each.by_id && of_one(each, why) &&
            std::ranges::find(documents, each.candidate->document_id) == documents.end())
            documents.push_back(each.candidate->document_id);
    if (documents.empty())
        documents.push_back(why.candidate->document_id);
    for (const auto& each : named)
        if (each.naming == Naming::part ||
            std::ranges::find(documents, each.document_id) == documents.end())
            return std::nullopt;
    if (!why.named && documents != std::vector{why.candidate->document_id})
        return std::nullopt;
    return documents;
}

/// Whether the document can be paid with that line.
bool Matcher::add_item(Sure& sure, std::int64_t document_id, Date day) const
{
    const auto* item = candidates_.find(document_id);
    if (item == nullptr || item->side != sure.why->candidate->side)
        return false;
    const auto step = skonto_on(item->skonto, day, candidates_.grace());
    sure.items.push_back({document_id, item->open, step ? step->amount : Money{}});
    return true;
}

std::optional<Sure> Matcher::sure(const BankLine& line, const Found& found)
{
    Sure sure;
    sure.why = whose(found);
    if (sure.why == nullptr)
        return std::nullopt;
    const auto documents = documents_of(line, found, *sure.why);
    if (!documents)
        return std::nullopt;
    for (const auto id : *documents)
        if (!add_item(sure, id, *line.date))
            return std::nullopt;
    if (sure.why->sent && sure.items.size() == 1)
        sure.items.front().skonto = sure.why->candidate->sent_skonto;
    const bool receivable = sure.why->candidate->side == Side::receivable;
    const auto paid = receivable ? line.amount : -line.amount;
    const bool debits =
        std::ranges::any_of(sure.items, [](const LineItem& item) { return item.open > Money{}; });
    const auto discounts = discounts_for(sure.items, paid);
    if (!discounts || !discounts->only || debits != (paid > Money{}))
        return std::nullopt;
    sure.with_discount = discounts->taken;
    return sure;
}

void Matcher::settle(const BankLine& line, const Sure& sure)
{
    const auto& first = *sure.why->candidate;
    const auto result = pay_items(store_, payer_of(store_, line, first.contact_id, first.side),
                                  sure.items, sure.with_discount);
    const bool all = std::ranges::all_of(result.settled,
                                         [](const Settled& each) { return each.open == Money{}; });
    if (result.left != Money{} || !all)
        throw error(ErrorKind::rejected, "it does not come to what is open of {}", first.shown);
    set_line_state(
        store_, line.id,
        {"matched", sure.items.front().document_id, sure.why->score, sure.why->reason, ""});
}

/// The first document that a line names of which nothing is open, of a contact that it is like or
/// whose account it has.
std::optional<NamedDocument> Matcher::paid_already(const BankLine& line, const Found& found)
{
    std::vector<std::int64_t> contacts;
    if (!found.empty())
        contacts.push_back(found.front().candidate->contact_id);
    for (const auto owner : candidates_.contacts_of(line.iban))
        contacts.push_back(owner);
    for (const auto contact : contacts)
        for (const auto& each : numbers_.in(contact, line))
            if (each.naming == Naming::word && candidates_.find(each.document_id) == nullptr)
                return each;
    return std::nullopt;
}

BankLineState Matcher::likeliest(const BankLine& line, const Found& found) const
{
    BankLineState state{"unmatched", std::nullopt, std::nullopt, tr("nothing open is like it"), ""};
    if (found.empty() || found.front().score < worth_suggesting)
        return state;
    const auto& best = found.front();
    state.document_id = best.candidate->document_id;
    state.score = best.score;
    state.reason = best.reason;
    if (found.size() > 1 && found[1].score == best.score)
        state.reason = format("{}; {} as well", best.reason, found[1].candidate->shown);
    const auto open = candidates_.open_of(best.candidate->contact_id, best.candidate->side);
    if (absolute(line.amount) > absolute(open)) {
        state.state = "parked";
        state.reason =
            format("{}; more than the {} that are open", best.reason, to_string(absolute(open)));
    }
    return state;
}

void Matcher::suggest(const BankLine& line, const Found& found,
                      const std::optional<Returned>& returned)
{
    auto state = likeliest(line, found);
    if (returned)
        state.reason = format("returns {}", returned->number);
    else if (!line.return_reason.empty())
        state.reason = format("came back ({}), of no payment that is known", line.return_reason);
    else if (post_ || found.empty() || !found.front().named)
        if (const auto paid = paid_already(line, found)) {
            if (found.empty() || !found.front().named) {
                state.document_id = paid->document_id;
                state.score.reset();
                state.reason = tr("number");
            }
            state.reason = format("{}; nothing is open of {}", state.reason, paid->number);
        }
    if (state.reason != line.reason || state.score != line.score || state.state != line.state)
        set_line_state(store_, line.id, state);
}

} // namespace

void suggest_for(Store& store, std::span<const std::int64_t> line_ids)
{
    if (line_ids.empty())
        return;
    Matcher matcher(store, false, {});
    for (const auto id : line_ids)
        matcher.look_at(bank_line_by_id(store, id));
}

std::int64_t match_lines(Store& store, const std::function<void(std::int64_t)>& use,
                         const std::function<void(const std::string&)>& left_out)
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
    Matcher matcher(store, true, left_out);
    std::int64_t matched = 0;
    for (const auto id : ids)
        if (matcher.look_at(bank_line_by_id(store, id))) {
            ++matched;
            use(id);
        }
    return matched;
}

} // namespace crm
