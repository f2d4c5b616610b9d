// SPDX-License-Identifier: MIT
#include "crm/report/sales_costs.hpp"

#include "crm/base/error.hpp"
#include "crm/report/sales_sql.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/store.hpp"

namespace crm
{

namespace
{

constexpr std::int64_t minutes_of_hour = 60;

Money cost_setting(Store& store, const char* key)
{
    const auto value = setting(store, key);
    return value.empty() ? Money{} : parse_money(value, Decimal::point); // checked when it was set
}

class CostReader
{
  public:
    using Costs = std::unordered_map<std::string, Money>;

    CostReader(Store& store, const ReportQuery& query, ReportKey key)
        : store_(store), query_(query), key_(key)
    {
    }

    void read(const Period& period, bool previous, Costs& costs)
    {
        previous_ = previous;
        read_mailings(period, costs);
        if (query_.level > 2)
            read_talks(period, costs);
    }

    [[nodiscard]] std::int64_t talks_without_time() const { return talks_without_time_; }

  private:
    Statement prepare(const std::string& sql, const Period& period)
    {
        auto statement = store_.prepare(sql);
        statement.bind(":first", period.first).bind(":last", period.last);
        return statement;
    }

    /// Each recipient has the same part of what the mailing cost, up to a cent: together the rows
    /// have all of it.
    void read_mailings(const Period& period, Costs& costs)
    {
        std::int64_t mailing = 0;
        std::int64_t recipients = 0; // of the mailing so far
        Money spent;                 // on them
        auto mailings = prepare(mailing_costs_sql(key_), period);
        while (mailings.step()) {
            if (mailings.integer(7) != mailing) {
                mailing = mailings.integer(7);
                recipients = 0;
                spent = {};
            }
            recipients += mailings.integer(4);
            const Money by_now{
                round_half_away(Int128{mailings.integer(5)} * recipients, mailings.integer(6))};
            costs[id_of(mailings)] += by_now - spent;
            spent = by_now;
        }
    }

    /// The minutes of a row are rounded to cents once; several contacts may be one row.
    void read_talks(const Period& period, Costs& costs)
    {
        const auto hour = cost_setting(store_, "cost.hour");
        std::unordered_map<std::string, std::int64_t> minutes;
        auto talks = prepare(talk_time_sql(key_), period);
        while (talks.step()) {
            minutes[id_of(talks)] += talks.integer(4);
            talks_without_time_ += talks.integer(5);
        }
        for (const auto& [id, count] : minutes)
            costs[id] += Money{round_half_away(Int128{hour.cents} * count, minutes_of_hour)};
    }

    std::string id_of(const Statement& found)
    {
        if (!is_time(key_))
            return row_id(store_, key_, found.text(0));
        auto day = found.date(0).value();
        if (previous_)
            day = std::min(plus(day, query_.previous->later), query_.whole.last);
        return time_code(key_, day);
    }

    Store& store_;
    const ReportQuery& query_;
    ReportKey key_;
    bool previous_ = false;
    std::int64_t talks_without_time_ = 0;
};

void check_level(Store& store, const ReportQuery& query, ReportKey key)
{
    if (key == ReportKey::product || key == ReportKey::group)
        throw error(ErrorKind::usage, "mailings and talks cost by customer, not by {}",
                    to_string(key));
    if (query.level > 2 && setting(store, "cost.hour").empty())
        throw error(ErrorKind::rejected, "nobody has said what an hour of talks costs")
            .with_hint("'crm config set cost.hour 60' does");
}

} // namespace

SalesCosts sales_costs(Store& store, const ReportQuery& query, ReportKey key)
{
    SalesCosts costs;
    if (query.level == 1)
        return costs;
    check_level(store, query, key);
    CostReader reader(store, query, key);
    reader.read(query.period, false, costs.now_by_id);
    if (const auto count = reader.talks_without_time(); count > 0)
        costs.warnings.push_back(
            format("of {} talks nobody said how long they took, they cost nothing here", count));
    if (query.previous)
        reader.read(query.previous->days, true, costs.previous_by_id);
    if (query.level > 2)
        costs.order = cost_setting(store, "cost.order");
    return costs;
}

Money spent_on_others(const SalesCosts& costs, const SalesTable& table)
{
    Money sum;
    for (const auto& [id, cost] : costs.now_by_id)
        sum += cost;
    for (const auto& row : table.rows)
        if (const auto found = costs.now_by_id.find(row.id); found != costs.now_by_id.end())
            sum -= found->second;
    return sum;
}

} // namespace crm
