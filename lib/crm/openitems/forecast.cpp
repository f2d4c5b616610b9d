// SPDX-License-Identifier: MIT
#include "crm/openitems/forecast.hpp"

#include "crm/openitems/sepa/open_payment.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace crm
{

namespace
{

using std::chrono::days;
using Row = ForecastWeek;

constexpr std::array<Column<Row>, 4> columns = {{
    {"week", "WEEK", Kind::text, [](const Row& r) { return text_cell(r.week); }},
    {"in", "IN", Kind::money, [](const Row& r) { return Cell(r.in); }},
    {"out", "OUT", Kind::money, [](const Row& r) { return Cell(r.out); }},
    {"balance", "BALANCE", Kind::money, [](const Row& r) { return Cell(r.balance); }},
}};

constexpr Duration looked_back{0, 24};

Date monday_of(Date day)
{
    return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

/// The week that a Monday begins; it belongs to the year of its Thursday (ISO 8601).
std::string week_name(Date monday)
{
    const auto thursday = monday + days(3);
    const auto year = std::chrono::year_month_day(thursday).year();
    const auto first = Date(year / std::chrono::January / 1);
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), (thursday - first).count() / 7 + 1);
}

struct Flow {
    Date day;
    Money amount;
};
using Flows = std::unordered_map<std::int64_t, std::vector<Flow>>; ///< by contact

std::unordered_map<std::int64_t, std::int64_t> delays_by_contact(Store& store, Date today)
{
    auto query = store.prepare(R"sql(
        SELECT coalesce(c.merged_into_id, c.id), d.due, max(a.date)
          FROM document AS d
          JOIN contact AS c ON c.id = d.contact_id
          JOIN allocation AS a ON a.document_id = d.id
         WHERE d.date >= :since AND d.side = 'receivable' AND d.kind IN ('invoice', 'opening')
           AND a.kind = 'payment' AND a.amount > 0
           AND NOT EXISTS (SELECT 1 FROM open_item_index WHERE item_id = d.id)
         GROUP BY d.id)sql");
    query.bind(":since", minus(today, looked_back));
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> paid;
    while (query.step())
        if (const auto due = query.date(1), on = query.date(2); due && on)
            paid[query.integer(0)].push_back((*on - *due).count());
    std::unordered_map<std::int64_t, std::int64_t> found;
    for (auto& [contact, delays] : paid)
        found.emplace(contact, usual_delay(std::move(delays)));
    return found;
}

/// The last day for which payment of a document was promised.
std::unordered_map<std::int64_t, Date> promises(Store& store)
{
    auto query = store.prepare("SELECT document_id, max(date) FROM payment_promise GROUP BY 1");
    std::unordered_map<std::int64_t, Date> found;
    while (query.step())
        if (const auto day = query.date(1))
            found.emplace(query.integer(0), *day);
    return found;
}

/// Adds up what is expected, by week.
class Weeks
{
  public:
    Weeks(Store& store, Date today, int weeks);

    void receive();
    void pay();
    Forecast result();

  private:
    using Expected = std::function<Flow(const OpenPayment&)>;
    Flows flows_of(Side side, const Expected& expected);
    void deduct_credits(Side side, Flows& flows);
    void add(const Flows& flows, Money ForecastWeek::*column, Money& later);

    Store& store_;
    Date today_;
    std::string currency_;
    std::unordered_map<std::int64_t, Pending> pending_;
    Forecast forecast_;
};

Weeks::Weeks(Store& store, Date today, int weeks)
    : store_(store), today_(today), currency_(setting(store, "currency")),
      pending_(pending_payments(store))
{
    for (int week = 0; week < weeks; ++week)
        forecast_.weeks.push_back({week_name(monday_of(today) + days(7 * week)), {}, {}, {}});
}

Flows Weeks::flows_of(Side side, const Expected& expected)
{
    Flows flows;
    for_each_open_payment(store_, side, pending_, [&](const OpenPayment& item) {
        if (item.currency != currency_) {
            ++forecast_.other_currencies;
            return;
        }
        auto& of_contact = flows[item.payment.contact_id];
        if (item.pending)
            of_contact.push_back({item.pending->date, item.pending->amount});
        if (item.payment.open > Money{})
            of_contact.push_back(expected(item));
    });
    deduct_credits(side, flows);
    return flows;
}

/// What is left of them when all is paid waits for what comes later.
void Weeks::deduct_credits(Side side, Flows& flows)
{
    auto query = store_.prepare(R"sql(
        SELECT coalesce(c.merged_into_id, c.id), -sum(i.open)
          FROM open_item_index AS i
          JOIN contact AS c ON c.id = i.contact_id
         WHERE i.side = :side AND i.currency = :currency AND i.open < 0
         GROUP BY 1)sql");
    query.bind(":side", to_string(side)).bind(":currency", currency_);
    while (query.step()) {
        auto credit = query.money(1);
        const auto found = flows.find(query.integer(0));
        if (found == flows.end())
            continue;
        std::ranges::stable_sort(found->second, {}, &Flow::day);
        for (auto& flow : found->second) {
            const auto part = std::min(credit, flow.amount);
            flow.amount -= part;
            credit -= part;
        }
    }
    auto others = store_.prepare(R"sql(
        SELECT count(*) FROM open_item_index
         WHERE side = :side AND currency <> :currency AND open < 0)sql");
    others.bind(":side", to_string(side)).bind(":currency", currency_).step();
    forecast_.other_currencies += others.integer(0);
}

void Weeks::add(const Flows& flows, Money ForecastWeek::*column, Money& later)
{
    for (const auto& [contact, list] : flows)
        for (const auto& flow : list) {
            const auto day = std::max(flow.day, today_);
            const auto week =
                static_cast<std::size_t>((monday_of(day) - monday_of(today_)).count() / 7);
            if (week < forecast_.weeks.size())
                forecast_.weeks[week].*column += flow.amount;
            else
                later += flow.amount;
        }
}

void Weeks::receive()
{
    const auto delays = delays_by_contact(store_, today_);
    const auto promised = promises(store_);
    const auto expected = [&](const OpenPayment& item) {
        const auto& p = item.payment;
        if (const auto day = promised.find(p.document_id);
            day != promised.end() && day->second >= today_)
            return Flow{day->second, p.open};
        const auto delay = delays.find(p.contact_id);
        return Flow{p.due + days(delay == delays.end() ? 0 : delay->second), p.open};
    };
    add(flows_of(Side::receivable, expected), &ForecastWeek::in, forecast_.later_in);
}

void Weeks::pay()
{
    const auto least_rate = least_skonto_rate(store_, today_);
    const auto expected = [&](const OpenPayment& item) {
        const auto best = best_pay_day(item.debt(), today_, least_rate);
        return Flow{best.day, item.payment.open - best.skonto};
    };
    add(flows_of(Side::payable, expected), &ForecastWeek::out, forecast_.later_out);
}

Forecast Weeks::result()
{
    auto query = store_.prepare(R"sql(
        SELECT s.closing, s.last_day
          FROM bank_account AS a
          JOIN bank_statement AS s ON s.id = (SELECT id FROM bank_statement
                                               WHERE account_id = a.id AND last_day <= :today
                                               ORDER BY last_day DESC, id DESC
                                               LIMIT 1)
         WHERE a.currency = :currency)sql");
    query.bind(":today", today_).bind(":currency", currency_);
    while (query.step()) {
        forecast_.start += query.money(0);
        const auto day = query.date(1).value_or(today_);
        forecast_.start_day = std::min(forecast_.start_day.value_or(day), day);
    }
    auto balance = forecast_.start;
    for (auto& week : forecast_.weeks)
        week.balance = balance += week.in - week.out;
    return std::move(forecast_);
}

} // namespace

std::span<const Column<ForecastWeek>> forecast_columns()
{
    return columns;
}

std::int64_t usual_delay(std::vector<std::int64_t> delays)
{
    std::ranges::sort(delays);
    const auto middle = delays.size() / 2;
    if (delays.size() % 2 == 1)
        return delays[middle];
    return round_half_away(Int128{delays[middle - 1] + delays[middle]}, 2);
}

Forecast forecast_cash(Store& store, Date today, int weeks)
{
    const Snapshot snapshot(store);
    Weeks found(store, today, weeks);
    found.receive();
    found.pay();
    return found.result();
}

} // namespace crm
