// SPDX-License-Identifier: MIT
#include "crm/report/sales.hpp"

#include "crm/contact/contact.hpp"
#include "crm/report/sales_sql.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace crm
{

namespace
{

class SalesReader
{
  public:
    SalesReader(Store& store, const ReportQuery& query, ReportKey key, Measure measure)
        : store_(store), query_(query), measure_(measure), currency_(setting(store, "currency"))
    {
        table_.key = key;
    }

    SalesTable read()
    {
        const Snapshot snapshot(store_);
        if (is_time(table_.key))
            for (auto day = query_.whole.first; day <= query_.whole.last; day = next_month(day))
                row(time_code(table_.key, day));
        read_period(query_.period, &SalesRow::now);
        if (query_.previous)
            read_period(query_.previous->days, &SalesRow::previous);
        for (const auto& [currency, count] : others_)
            table_.warnings.push_back(
                query_.basis == Basis::invoiced
                    ? format("{} documents in {} are left out", count, currency)
                    : format("{} orders in {} are left out", count, currency));
        for (const auto& each : table_.rows) {
            table_.total += each.now;
            table_.total_previous += each.previous;
        }
        if (!is_time(table_.key))
            std::ranges::sort(table_.rows, [](const SalesRow& left, const SalesRow& right) {
                return std::tie(right.now.net, left.place) < std::tie(left.now.net, right.place);
            });
        return std::move(table_);
    }

  private:
    using Part = Sales SalesRow::*;

    static Date next_month(Date day)
    {
        const std::chrono::year_month_day parts(day);
        return Date((parts.year() / parts.month() + std::chrono::months(1)) / 1);
    }

    Statement prepare(const std::string& sql, const Period& period)
    {
        auto statement = store_.prepare(sql);
        statement.bind(":first", period.first)
            .bind(":last", period.last)
            .bind(":currency", currency_);
        return statement;
    }

    void read_period(const Period& period, Part part)
    {
        bool others = false;
        auto sums = prepare(sales_sql(query_.basis, table_.key, measure_), period);
        while (sums.step()) {
            others = others || sums.integer(11) > 0;
            if (sums.integer(10) > 0)
                row(sums, part).*part += Sales{sums.integer(4), sums.money(5),   sums.date(6),
                                               sums.money(7),   sums.integer(8), sums.money(9)};
        }
        if (sums_whole_orders(query_.basis, table_.key, measure_))
            take_off_cancelled(period, part);
        if (measure_ == Measure::margin && query_.basis == Basis::invoiced)
            take_off_skonto(period, part);
        if (others)
            count_others(period);
    }

    /// Of the orders of which something was cancelled: to look each of them up takes longer.
    void take_off_cancelled(const Period& period, Part part)
    {
        auto lines = prepare(cancelled_sql(table_.key), period);
        while (lines.step())
            (row(lines, part).*part).net -= lines.money(4);
    }

    /// Each line of an invoice has its part of the discount by its net, up to a cent: together they
    /// have all of it.
    void take_off_skonto(const Period& period, Part part)
    {
        std::tuple<std::int64_t, std::int64_t, std::optional<Date>> discount;
        Money net;   // of its lines so far
        Money taken; // by them
        auto lines = prepare(skonto_sql(table_.key), period);
        while (lines.step()) {
            if (const std::tuple next(lines.integer(4), lines.integer(5), lines.date(6));
                next != discount) {
                discount = next;
                net = taken = {};
            }
            net += lines.money(9);
            const Money by_now{
                round_half_away(Int128{lines.integer(7)} * net.cents, lines.integer(8))};
            auto& sales = row(lines, part).*part;
            sales.net -= by_now - taken;
            if (lines.boolean(10))
                sales.net_without_cost -= by_now - taken;
            taken = by_now;
        }
    }

    void count_others(const Period& period)
    {
        auto counts = prepare(fmt::format(R"sql(
            SELECT currency, count(*) FROM {}_sales
             WHERE date BETWEEN :first AND :last AND currency <> :currency
             GROUP BY currency)sql",
                                          to_string(query_.basis)),
                              period);
        while (counts.step())
            others_[counts.string(0)] += counts.integer(1);
    }

    SalesRow& row(const Statement& found, Part part)
    {
        if (is_time(table_.key)) {
            auto day = found.date(0).value();
            if (part == &SalesRow::previous)
                day = std::min(plus(day, query_.previous->later), query_.whole.last);
            return row(time_code(table_.key, day));
        }
        const auto id = row_id(store_, table_.key, found.text(0));
        const auto known = places_.find(id);
        if (known != places_.end())
            return table_.rows[known->second];
        auto& made = row(id);
        made.place = found.text(1).empty() ? id : found.string(1);
        made.code = found.text(2).empty() ? id : found.string(2);
        made.name = found.text(3);
        return made;
    }

    SalesRow& row(const std::string& id)
    {
        const auto [place, added] = places_.emplace(id, table_.rows.size());
        if (added) {
            table_.rows.emplace_back();
            table_.rows.back().id = id;
            table_.rows.back().code = id;
        }
        return table_.rows[place->second];
    }

    Store& store_;
    const ReportQuery& query_;
    Measure measure_;
    std::string currency_;
    SalesTable table_;
    std::unordered_map<std::string, std::size_t> places_;
    std::map<std::string, std::int64_t> others_; ///< documents or orders in other currencies
};

} // namespace

std::string time_code(ReportKey key, Date day)
{
    const auto iso = to_string(day);
    if (key == ReportKey::year)
        return iso.substr(0, 4);
    if (key == ReportKey::month)
        return iso.substr(0, 7);
    const std::chrono::year_month_day parts(day);
    return fmt::format("{}-Q{}", iso.substr(0, 4), (unsigned(parts.month()) + 2) / 3);
}

std::string row_id(Store& store, ReportKey key, std::string_view found)
{
    return found.empty() && key == ReportKey::country ? own_country(store) : std::string(found);
}

Sales& Sales::operator+=(const Sales& other)
{
    orders += other.orders;
    net += other.net;
    last = std::max(last, other.last);
    cost += other.cost;
    lines_without_cost += other.lines_without_cost;
    net_without_cost += other.net_without_cost;
    return *this;
}

SalesTable sales_by(Store& store, const ReportQuery& query, ReportKey key, Measure measure)
{
    return SalesReader(store, query, key, measure).read();
}

std::vector<ColumnInfo> key_columns(ReportKey key)
{
    switch (key) {
    case ReportKey::month:
        return {{"month", tr("MONTH"), Kind::text}};
    case ReportKey::quarter:
        return {{"quarter", tr("QUARTER"), Kind::text}};
    case ReportKey::year:
        return {{"year", tr("YEAR"), Kind::text}};
    case ReportKey::customer:
        return {{"number", tr("NUMBER"), Kind::text}, {"name", tr("NAME"), Kind::text}};
    case ReportKey::product:
        return {{"sku", tr("SKU"), Kind::text}, {"name", tr("NAME"), Kind::text}};
    case ReportKey::group:
        return {{"group", tr("GROUP"), Kind::text}};
    case ReportKey::manager:
        return {{"manager", tr("MANAGER"), Kind::text}};
    case ReportKey::city:
        return {{"city", tr("CITY"), Kind::text}};
    case ReportKey::country:
        return {{"country", tr("COUNTRY"), Kind::text}};
    }
    return {};
}

void put_key(ReportKey key, const SalesRow& row, std::vector<Cell>& cells)
{
    cells.push_back(text_cell(row.code));
    if (key == ReportKey::customer || key == ReportKey::product)
        cells.push_back(text_cell(row.name));
}

std::size_t label_column(ReportKey key)
{
    return key == ReportKey::customer || key == ReportKey::product ? 1 : 0;
}

} // namespace crm
