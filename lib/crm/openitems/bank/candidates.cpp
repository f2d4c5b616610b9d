// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/candidates.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/openitems/skonto_base.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>

namespace crm
{

namespace
{

// Scores after kivitendo's, as german-practice.md 3.6 lists them.
constexpr int score_end_to_end = 8;
constexpr int score_number = 5;
constexpr int score_amount = 4;
constexpr int score_skonto = 5;
constexpr int score_iban = 3;
constexpr int score_name = 2;
constexpr int score_contact_number = 1;
constexpr int score_soon = 1;
constexpr int score_early = -2;

constexpr std::size_t most_by_amount = 20;
constexpr int soon_days = 30;
constexpr int early_days = 5;

PaymentTerms terms_of(std::string_view text)
{
    return text.empty() ? PaymentTerms{} : parse_terms(text, Decimal::point);
}

/// Whether an id that a line brings is the one known.
bool is_id(std::string_view brought, const std::string& known)
{
    return !known.empty() && compressed(brought) == known;
}

void say(Suggestion& s, int score, const char* why)
{
    s.score += score;
    if (!s.reason.empty())
        s.reason += ", ";
    s.reason += why;
}

} // namespace

Candidates::Candidates(Store& store) : grace_(setting_number(store, "skonto.grace"))
{
    load(store);
    load_sent(store);
    load_ibans(store);
    index();
}

void Candidates::load(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT d.id, d.number, d.reference, c.id, c.number, c.name, d.side, d.date, d.due, d.kind,
               d.gross, i.open, d.terms,
               coalesce(c.merged_into_id, c.id)
          FROM open_item_index AS i
          JOIN document AS d ON d.id = i.item_id
          JOIN contact AS c ON c.id = d.contact_id
         WHERE i.currency = :currency
         ORDER BY d.id)sql");
    query.bind(":currency", setting(store, "currency"));
    SkontoBase bases(store, std::nullopt, std::nullopt);
    bases.expect_many();
    while (query.step()) {
        auto& item = all_.emplace_back();
        item.document_id = query.integer(0);
        item.shown = query.text(1);
        item.side = parse_side(query.text(6));
        const bool supplier = item.side == Side::payable && !query.is_null(2);
        item.number = compressed(query.text(supplier ? 2 : 1));
        if (supplier)
            item.ours = compressed(query.text(1));
        item.contact_id = query.integer(13);
        item.contact_number = compressed(query.text(4));
        item.name = fold(query.text(5));
        item.date = query.date(7).value_or(Date{});
        item.due = query.date(8).value_or(item.date);
        item.amount = query.text(9) == "credit" ? -query.money(10) : query.money(10);
        item.open = query.money(11);
        if (query.is_null(12))
            continue;
        if (const auto base = bases.of(item.document_id, item.amount, item.open); base > Money{})
            item.skonto = skonto_steps(terms_of(query.text(12)), item.date, base);
    }
}

void Candidates::load_sent(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT i.document_id, i.end_to_end, i.amount, i.skonto
          FROM sepa_item AS i
          JOIN sepa_file AS f ON f.id = i.file_id
         WHERE f.undone_on IS NULL
         ORDER BY i.id)sql");
    while (query.step()) {
        const auto item =
            std::ranges::lower_bound(all_, query.integer(0), {}, &Candidate::document_id);
        if (item == all_.end() || item->document_id != query.integer(0))
            continue;
        item->end_to_end = compressed(query.text(1));
        item->sent = query.money(2);
        item->sent_skonto = query.money(3);
    }
}

void Candidates::load_ibans(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT iban, coalesce(merged_into_id, id) FROM contact WHERE iban IS NOT NULL
        UNION
        SELECT l.iban, p.contact_id
          FROM payment AS p
          JOIN bank_line AS l ON l.id = p.bank_line_id
         WHERE l.iban IS NOT NULL)sql");
    while (query.step())
        contacts_by_iban_[query.string(0)].push_back(query.integer(1));
}

void Candidates::index()
{
    by_number_.reserve(all_.size());
    for (std::size_t place = 0; place < all_.size(); ++place) {
        const auto& item = all_[place];
        by_contact_.add(item.contact_id, place);
        by_amount_.add(item.open.cents, place);
        for (const auto& step : item.skonto)
            by_amount_.add((item.open - step.amount).cents, place);
        by_number_.add(item.number, place);
        by_number_.add(item.ours, place);
        if (item.end_to_end != item.number && item.end_to_end != item.ours)
            by_number_.add(item.end_to_end, place);
    }
    by_contact_.sort();
    by_amount_.sort();
}

const Candidate* Candidates::find(std::int64_t document_id) const
{
    const auto item = std::ranges::lower_bound(all_, document_id, {}, &Candidate::document_id);
    const bool open =
        item != all_.end() && item->document_id == document_id && item->open != Money{};
    return open ? &*item : nullptr;
}

std::span<const std::int64_t> Candidates::contacts_of(const std::string& iban) const
{
    const auto known = contacts_by_iban_.find(iban);
    if (iban.empty() || known == contacts_by_iban_.end())
        return {};
    return known->second;
}

void Candidates::remove(std::int64_t document_id)
{
    const auto item = std::ranges::lower_bound(all_, document_id, {}, &Candidate::document_id);
    if (item != all_.end() && item->document_id == document_id)
        item->open = {};
}

Money Candidates::open_of(std::int64_t contact_id, Side side) const
{
    Money open;
    for (const auto& [contact, place] : by_contact_.of(contact_id))
        if (all_[place].side == side)
            open += all_[place].open;
    return open;
}

Candidates::Words Candidates::words_of(const BankLine& line) const
{
    Words words{Purpose(line.text), fold(line.name), {}, {}, {}};
    for (const auto& mention : by_number_.in(words.purpose))
        (mention.naming == Naming::word ? words.in_text : words.like).push_back(mention.place);
    for (const auto& mention : by_number_.in(Purpose(line.end_to_end)))
        (mention.naming == Naming::word ? words.in_id : words.like).push_back(mention.place);
    std::ranges::sort(words.in_text);
    std::ranges::sort(words.in_id);
    return words;
}

/// What is worth a look: what is named, all of a contact whose account it is, and what is as much.
std::vector<std::size_t> Candidates::places_of(const BankLine& line, const Words& words) const
{
    auto places = words.like;
    places.insert(places.end(), words.in_text.begin(), words.in_text.end());
    places.insert(places.end(), words.in_id.begin(), words.in_id.end());
    for (const auto contact : contacts_of(line.iban))
        for (const auto& item : by_contact_.of(contact))
            places.push_back(item.second);
    for (const auto cents : {line.amount.cents, -line.amount.cents})
        if (const auto same = by_amount_.of(cents); same.size() <= most_by_amount)
            for (const auto& item : same)
                places.push_back(item.second);
    std::ranges::sort(places);
    const auto doubles = std::ranges::unique(places);
    places.erase(doubles.begin(), doubles.end());
    return places;
}

void Candidates::judge_name(Suggestion& s, const BankLine& line, const Words& words,
                            std::size_t place) const
{
    const auto& item = all_[place];
    s.by_id = is_id(line.end_to_end, item.end_to_end) || is_id(line.end_to_end, item.number);
    if (s.by_id)
        say(s, score_end_to_end, tr("end-to-end id"));
    const bool in_text = std::ranges::binary_search(words.in_text, place);
    if (in_text || (!s.by_id && std::ranges::binary_search(words.in_id, place)))
        say(s, score_number, tr("number"));
    s.named = s.score > 0;
}

void Candidates::judge_amount(Suggestion& s, const BankLine& line) const
{
    const auto& item = *s.candidate;
    const auto paid = item.side == Side::receivable ? line.amount : -line.amount;
    const auto step = skonto_on(item.skonto, *line.date, grace_);
    s.sent =
        is_id(line.end_to_end, item.end_to_end) && paid == item.sent && item.sent_skonto > Money{};
    if (paid == item.open) {
        s.amount = true;
        say(s, score_amount, tr("open amount"));
        if (paid == item.amount)
            say(s, score_amount, tr("amount"));
    } else if (s.sent || (step && paid == item.open - step->amount)) {
        s.skonto = true;
        say(s, score_skonto, tr("amount less discount"));
    }
}

Suggestion Candidates::judge(std::size_t place, const BankLine& line, const Words& words) const
{
    const auto& item = all_[place];
    Suggestion s;
    s.candidate = &item;
    judge_name(s, line, words, place);
    judge_amount(s, line);
    const auto owners = contacts_of(line.iban);
    if (std::ranges::find(owners, item.contact_id) != owners.end()) {
        s.known = true;
        say(s, score_iban, tr("IBAN"));
    }
    if (!words.name.empty() && words.name == item.name) {
        s.known = true;
        say(s, score_name, tr("name"));
    }
    if (item.contact_number.size() >= shortest_number && words.purpose.says(item.contact_number))
        say(s, score_contact_number, tr("contact number"));
    const auto day = *line.date;
    if (day >= item.date && day <= item.date + std::chrono::days(soon_days))
        s.score += score_soon;
    if (day < item.date - std::chrono::days(early_days))
        say(s, score_early, tr("paid before it was dated"));
    return s;
}

std::vector<Suggestion> Candidates::of(const BankLine& line) const
{
    const auto words = words_of(line);
    std::vector<Suggestion> found;
    for (const auto place : places_of(line, words)) {
        const auto& item = all_[place];
        // Money in pays customers' invoices or what a supplier owes us, money out the other way.
        const bool comes_in = (item.side == Side::receivable) == (item.open > Money{});
        const bool fits = comes_in == (line.amount > Money{});
        if (item.open == Money{} || !fits)
            continue;
        if (auto suggestion = judge(place, line, words); suggestion.score > 0)
            found.push_back(std::move(suggestion));
    }
    std::ranges::stable_sort(found, std::ranges::greater(),
                             [](const Suggestion& s) { return std::pair(s.named, s.score); });
    return found;
}

} // namespace crm
