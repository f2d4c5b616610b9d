// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/candidates.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <set>

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

constexpr std::size_t shortest_number = 4; // a shorter one is in any purpose by chance
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

} // namespace

std::string compressed(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z')
            out += static_cast<char>(c - 'a' + 'A');
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            out += c;
    }
    return out;
}

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
               EXISTS (SELECT 1 FROM allocation WHERE document_id = d.id AND kind = 'skonto'),
               coalesce(c.merged_into_id, c.id)
          FROM open_item_index AS i
          JOIN document AS d ON d.id = i.item_id
          JOIN contact AS c ON c.id = d.contact_id
         WHERE i.currency = :currency
         ORDER BY d.id)sql");
    query.bind(":currency", setting(store, "currency"));
    while (query.step()) {
        auto& item = all_.emplace_back();
        item.document_id = query.integer(0);
        item.shown = query.text(1);
        item.side = parse_side(query.text(6));
        const bool supplier = item.side == Side::payable && !query.is_null(2);
        item.number = compressed(query.text(supplier ? 2 : 1));
        item.contact_id = query.integer(14);
        item.contact_number = compressed(query.text(4));
        item.name = fold(query.text(5));
        item.date = query.date(7).value_or(Date{});
        item.due = query.date(8).value_or(item.date);
        item.amount = query.text(9) == "credit" ? -query.money(10) : query.money(10);
        item.open = query.money(11);
        if (item.amount > Money{} && !query.boolean(13))
            item.skonto = skonto_steps(terms_of(query.text(12)), item.date, item.amount);
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
    std::set<std::size_t> lengths;
    by_number_.reserve(all_.size());
    for (std::size_t place = 0; place < all_.size(); ++place) {
        const auto& item = all_[place];
        by_contact_.add(item.contact_id, place);
        by_amount_.add(item.open.cents, place);
        for (const auto& step : item.skonto)
            by_amount_.add((item.open - step.amount).cents, place);
        if (item.end_to_end.size() >= shortest_number && item.end_to_end != item.number) {
            by_number_.emplace(item.end_to_end, place);
            lengths.insert(item.end_to_end.size());
        }
        if (item.number.size() < shortest_number)
            continue;
        by_number_.emplace(item.number, place);
        lengths.insert(item.number.size());
    }
    by_contact_.sort();
    by_amount_.sort();
    lengths_.assign(lengths.begin(), lengths.end());
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

/// Every number that occurs in the purpose.
void Candidates::named_in(std::string_view purpose, std::vector<std::size_t>& found) const
{
    for (const auto length : lengths_)
        for (std::size_t start = 0; start + length <= purpose.size(); ++start)
            for (auto [known, end] = by_number_.equal_range(purpose.substr(start, length));
                 known != end; ++known)
                found.push_back(known->second);
}

bool Candidates::has_account(std::int64_t contact_id, const std::string& iban) const
{
    const auto known = contacts_by_iban_.find(iban);
    return !iban.empty() && known != contacts_by_iban_.end() &&
           std::ranges::find(known->second, contact_id) != known->second.end();
}

Suggestion Candidates::judge(const Candidate& item, const BankLine& line, std::string_view purpose,
                             std::string_view name) const
{
    Suggestion s;
    s.candidate = &item;
    const auto say = [&](int score, const char* why) {
        s.score += score;
        if (!s.reason.empty())
            s.reason += ", ";
        s.reason += why;
    };
    const bool ours = is_id(line.end_to_end, item.end_to_end);
    if (ours || is_id(line.end_to_end, item.number)) {
        s.named = true;
        say(score_end_to_end, tr("end-to-end id"));
    }
    if (item.number.size() >= shortest_number && purpose.find(item.number) != std::string::npos) {
        s.named = true;
        say(score_number, tr("number"));
    }
    const auto day = *line.date;
    const auto paid = item.side == Side::receivable ? line.amount : -line.amount;
    const auto step = skonto_on(item.skonto, day, grace_);
    s.sent = ours && paid == item.sent && item.sent_skonto > Money{};
    if (paid == item.open) {
        s.amount = true;
        say(score_amount, tr("open amount"));
        if (paid == item.amount)
            say(score_amount, tr("amount"));
    } else if (s.sent || (step && paid == item.open - step->amount)) {
        s.skonto = true;
        say(score_skonto, tr("amount less discount"));
    }
    if (has_account(item.contact_id, line.iban)) {
        s.known = true;
        say(score_iban, tr("IBAN"));
    }
    if (!name.empty() && name == item.name) {
        s.known = true;
        say(score_name, tr("name"));
    }
    if (item.contact_number.size() >= shortest_number &&
        purpose.find(item.contact_number) != std::string::npos)
        say(score_contact_number, tr("contact number"));
    if (day >= item.date && day <= item.date + std::chrono::days(soon_days))
        s.score += score_soon;
    if (day < item.date - std::chrono::days(early_days))
        say(score_early, tr("paid before it was dated"));
    return s;
}

std::vector<Suggestion> Candidates::of(const BankLine& line) const
{
    const auto purpose = compressed(line.text);
    const auto name = fold(line.name);
    std::vector<std::size_t> places;
    named_in(purpose, places);
    if (!line.end_to_end.empty())
        named_in(compressed(line.end_to_end), places);
    if (const auto known = contacts_by_iban_.find(line.iban);
        !line.iban.empty() && known != contacts_by_iban_.end())
        for (const auto contact : known->second)
            for (const auto& item : by_contact_.of(contact))
                places.push_back(item.second);
    for (const auto cents : {line.amount.cents, -line.amount.cents})
        if (const auto same = by_amount_.of(cents); same.size() <= most_by_amount)
            for (const auto& item : same)
                places.push_back(item.second);
    std::ranges::sort(places);
    const auto doubles = std::ranges::unique(places);
    places.erase(doubles.begin(), doubles.end());
    std::vector<Suggestion> found;
    for (const auto place : places) {
        const auto& item = all_[place];
        // Money in pays customers' invoices or what a supplier owes us, money out the other way.
        const bool comes_in = (item.side == Side::receivable) == (item.open > Money{});
        const bool fits = comes_in == (line.amount > Money{});
        if (item.open == Money{} || !fits)
            continue;
        if (auto suggestion = judge(item, line, purpose, name); suggestion.score > 0)
            found.push_back(std::move(suggestion));
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Suggestion::score);
    return found;
}

} // namespace crm
