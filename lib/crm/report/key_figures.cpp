// SPDX-License-Identifier: MIT
#include "crm/report/key_figures.hpp"

#include "crm/report/payer_habits.hpp"
#include "crm/report/quotes.hpp"
#include "crm/report/sales.hpp"
#include "crm/report/unknown_cost.hpp"
#include "crm/stock/value.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"
#include "crm/store/store.hpp"

#include <algorithm>
#include <unordered_set>

namespace crm
{

namespace
{

constexpr std::int64_t days_of_year = 365;

/// A number to one decimal.
Quantity tenths(Int128 numerator, Int128 denominator)
{
    return Quantity{100 * round_half_away(numerator * 10, denominator)};
}

// What is open now and what went out since; what came back since is not expected to go out again.
constexpr const char* backlog_sql = R"sql(
    WITH later AS (
        SELECT l.order_line_id AS id, sum(l.quantity) AS quantity
          FROM delivery AS d
          JOIN delivery_line AS l ON l.delivery_id = d.id
         WHERE d.kind = 'delivery' AND d.date > :day
         GROUP BY 1),
    line AS (
        SELECT l.id, l.order_id FROM orders AS o JOIN order_lines AS l ON l.order_id = o.id
         WHERE o.status = 'confirmed'
         UNION
        SELECT later.id, l.order_id FROM later JOIN order_lines AS l ON l.id = later.id)
    SELECT min(l.quantity - l.cancelled,
               l.quantity - l.delivered - l.returned - l.cancelled + coalesce(later.quantity, 0)),
           l.price, l.discount
      FROM line
      JOIN orders AS o ON o.id = line.order_id
      JOIN order_lines AS l ON l.id = line.id
      LEFT JOIN later ON later.id = line.id
     WHERE o.kind = 'sale' AND o.status IN ('confirmed', 'delivered', 'invoiced')
       AND o.currency = :currency AND o.date <= :day)sql";

/// What was ordered and not delivered yet at the end of a day, net, without what was cancelled
/// since.
Money backlog(Store& store, const std::string& currency, Date day)
{
    auto lines = store.prepare(backlog_sql);
    lines.bind(":currency", currency).bind(":day", day);
    Money sum;
    while (lines.step())
        sum += line_net(Quantity{lines.integer(0)}, UnitPrice{lines.integer(1)},
                        Rate{lines.integer(2)});
    return sum;
}

Money open_quotes(Store& store, const std::string& currency, Date day)
{
    auto query = store.prepare(R"sql(
        SELECT sum(net) FROM orders
         WHERE kind = 'sale' AND status = 'quote' AND historical = 0 AND currency = :currency
           AND date <= :day AND coalesce(valid_until, :day) >= :day)sql");
    query.bind(":currency", currency).bind(":day", day).step();
    return query.money(0);
}

/// What lay in stock at the end of a day, as far as its cost is known.
Money stock_value(Store& store, Date day, std::int64_t& unknown)
{
    Money sum;
    ValueQuery query;
    query.as_of = day;
    list_values(store, query, [&](const ValueRow& row) {
        if (row.value)
            sum += *row.value;
        else
            ++unknown;
        return true;
    });
    return sum;
}

/// Who bought for the first time ever in the period.
std::int64_t new_customers(Store& store, const ReportQuery& query)
{
    auto count = store.prepare(fmt::format(R"sql(
        SELECT count(*)
          FROM (SELECT min(s.date) AS first
                  FROM {}_sales AS s
                  JOIN contact AS c ON c.id = s.contact_id
                 WHERE s.counted IS NOT NULL AND s.date <= :last
                 GROUP BY coalesce(c.merged_into_id, c.id))
         WHERE first >= :first)sql",
                                           to_string(query.basis)));
    count.bind(":first", query.period.first).bind(":last", query.period.last).step();
    return count.integer(0);
}

/// Without services: they lie in no stock.
Money cost_from_stock(Store& store, const SalesTable& sold)
{
    std::unordered_set<std::string> ids;
    auto products = store.prepare("SELECT id FROM products WHERE stock");
    while (products.step())
        ids.insert(products.string(0));
    Money cost;
    for (const auto& row : sold.rows)
        if (ids.contains(row.id))
            cost += row.now.cost;
    return cost;
}

std::optional<Quantity> contacts_per_manager(Store& store)
{
    auto count = store.prepare(R"sql(
        SELECT count(manager), count(DISTINCT manager) FROM contacts
         WHERE archived_on IS NULL AND customer)sql");
    count.step();
    return mean_of(count.integer(0), count.integer(1));
}

std::int64_t talks(Store& store, const Period& period)
{
    auto count = store.prepare(R"sql(
        SELECT count(*) FROM log_entries
         WHERE at >= :first AND at < :after AND channel NOT IN ('note', 'system'))sql");
    count.bind(":first", period.first).bind(":after", period.last + std::chrono::days(1)).step();
    return count.integer(0);
}

/// Collects the figures, group by group.
class Collector
{
  public:
    Collector(Store& store, const ReportQuery& query, std::vector<std::string>& warnings)
        : store_(store), query_(query), warnings_(warnings), currency_(setting(store, "currency")),
          day_(std::min(query.period.last, query.today))
    {
        query_.previous.reset();
        days_ = (query.period.last - query.period.first).count() + 1;
    }

    std::vector<KeyFigure> take()
    {
        const Snapshot snapshot(store_);
        trade();
        const auto cost = margin();
        money();
        stock(cost);
        customers();
        return std::move(figures_);
    }

  private:
    void add(const char* key, Cell value, std::string unit)
    {
        figures_.push_back({key, std::move(value), std::move(unit)});
    }

    /// What nobody knows any more of a day that is over.
    void add_of_today(const char* key, Cell value, std::string unit)
    {
        figures_.push_back({key, query_.period.last < query_.today ? Cell() : std::move(value),
                            std::move(unit), true});
    }

    void trade()
    {
        auto ordered = query_;
        ordered.basis = Basis::ordered;
        const auto invoiced_or_ordered = sales_by(store_, query_, ReportKey::year, Measure::net);
        const auto intake = sales_by(store_, ordered, ReportKey::year, Measure::net).total;
        warnings_.insert(warnings_.end(), invoiced_or_ordered.warnings.begin(),
                         invoiced_or_ordered.warnings.end());
        const auto& revenue = invoiced_or_ordered.total;
        add("revenue", revenue.net, currency_);
        add("order_intake", intake.net, currency_);
        add("order_value",
            intake.orders > 0 ? Cell(Money{round_half_away(intake.net.cents, intake.orders)})
                              : Cell(),
            currency_);
        add("backlog", backlog(store_, currency_, day_), currency_);
        add_of_today("open_quotes", open_quotes(store_, currency_, query_.today), currency_);
        add("hit_rate", cell(quote_fates(store_, query_.period, query_.today).hit_rate()), "%");
    }

    /// Returns the cost of what was sold from stock, as far as it is known.
    Money margin()
    {
        const auto sold = sales_by(store_, query_, ReportKey::product, Measure::margin);
        const auto& total = sold.total;
        const auto net = total.net - total.net_without_cost;
        const auto margin = net - total.cost;
        const bool known = total.lines_without_cost == 0 || total.cost != Money{};
        add("margin", known ? Cell(margin) : Cell(), currency_);
        add("margin_pct", known ? cell(percent_of(margin, net)) : Cell(), "%");
        if (total.lines_without_cost > 0) {
            auto query = query_;
            query.known_costs = true;
            warnings_.push_back(unknown_cost_warning(store_, query, total));
        }
        return cost_from_stock(store_, sold);
    }

    void money()
    {
        const auto habits = payer_habits(store_, query_).total;
        const auto receivables = receivables_on(store_, day_);
        add("days_to_pay", cell(habits.days_to_pay()), "days");
        add("dso", cell(habits.dso(days_)), "days");
        add("receivables", receivables.open, currency_);
        add("overdue", receivables.overdue, currency_);
        add("overdue_share", cell(percent_of(receivables.overdue, receivables.open)), "%");
    }

    /// How often a year the stock is sold, and for how many days it lasts.
    void stock(Money cost)
    {
        std::int64_t unknown = 0;
        const auto end = stock_value(store_, day_, unknown);
        if (unknown > 0)
            warnings_.push_back(format(
                "the cost of {} products in stock is not known, their value is left out", unknown));
        const auto start = stock_value(store_, query_.period.first - std::chrono::days(1), unknown);
        const auto both = start + end;
        add("stock_value", end, currency_);
        add("stock_turn",
            both > Money{} && cost > Money{}
                ? Cell(tenths(Int128{cost.cents} * days_of_year * 2, Int128{both.cents} * days_))
                : Cell(),
            "per year");
        add("coverage",
            cost > Money{} ? Cell(tenths(Int128{end.cents} * days_, cost.cents)) : Cell(), "days");
    }

    void customers()
    {
        std::int64_t active = 0;
        std::int64_t lost = 0;
        auto both = query_;
        both.previous = query_.before;
        for (const auto& row : sales_by(store_, both, ReportKey::customer, Measure::net).rows) {
            active += row.now.orders > 0 ? 1 : 0;
            lost += row.now.orders == 0 && row.previous.orders > 0 ? 1 : 0;
        }
        add("customers_active", active, "");
        add("customers_new", new_customers(store_, query_), "");
        add("customers_lost", lost, "");
        add_of_today("contacts_per_manager", cell(contacts_per_manager(store_)), "");
        add("talks", talks(store_, query_.period), "");
    }

    Store& store_;
    ReportQuery query_;
    std::vector<std::string>& warnings_;
    std::string currency_;
    Date day_;
    std::int64_t days_ = 1;
    std::vector<KeyFigure> figures_;
};

} // namespace

std::vector<KeyFigure> key_figures(Store& store, const ReportQuery& query,
                                   std::vector<std::string>& warnings)
{
    return Collector(store, query, warnings).take();
}

} // namespace crm
