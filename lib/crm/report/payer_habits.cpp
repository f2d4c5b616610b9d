// SPDX-License-Identifier: MIT
#include "crm/report/payer_habits.hpp"

#include "crm/openitems/open_at.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"
#include "crm/store/statement.hpp"
#include "crm/store/store.hpp"

#include <algorithm>
#include <unordered_map>

namespace crm
{

namespace
{

// The day that puts a document into the period: its own, or that of its order.
constexpr std::string_view own_day = "d.date";
constexpr std::string_view order_day =
    "(SELECT o.date FROM order_head AS o WHERE o.id = d.order_id)";

// All of it as it was at the end of the period's last day, `:last`: what was posted for a later day
// changes nothing any more.

// The last day on which a document was paid: with money, or with what the contact had to get for
// something else. A credit note on the document itself pays nothing, nor does a write-off.
constexpr std::string_view paid_on = R"sql((
    SELECT max(a.date)
      FROM allocation AS a
     WHERE a.document_id = d.id AND a.amount > 0 AND a.date <= :last
       AND (a.kind = 'payment' OR (a.kind = 'credit' AND (SELECT k.corrects_id FROM document AS k
                                                           WHERE k.id = a.credit_id) IS NOT d.id))
       AND NOT EXISTS (SELECT 1 FROM allocation AS r
                        WHERE r.reverses_id = a.id AND r.date <= :last)))sql";
constexpr std::string_view given_up_on = R"sql(
    SELECT max(a.date)
      FROM allocation AS a
     WHERE a.document_id = :document AND a.kind = 'write-off' AND a.amount > 0 AND a.date <= :last
       AND NOT EXISTS (SELECT 1 FROM allocation AS r
                        WHERE r.reverses_id = a.id AND r.date <= :last))sql";

class HabitReader
{
  public:
    HabitReader(Store& store, const ReportQuery& query)
        : store_(store), query_(query), currency_(setting(store, "currency")),
          day_(query.basis == Basis::ordered ? order_day : own_day)
    {
    }

    PayerTable read()
    {
        const Snapshot snapshot(store_);
        read_period(query_.period, &PayerRow::now);
        if (query_.previous)
            read_period(query_.previous->days, &PayerRow::previous);
        for (auto& [id, row] : rows_) {
            table_.total += row.now;
            if (row.now.documents > 0)
                table_.rows.push_back(std::move(row));
        }
        std::ranges::sort(table_.rows, [](const PayerRow& left, const PayerRow& right) {
            return std::tie(right.now.gross, left.place) < std::tie(left.now.gross, right.place);
        });
        return std::move(table_);
    }

  private:
    using Part = PayerHabits PayerRow::*;

    Statement prepare(const std::string& sql)
    {
        auto statement = store_.prepare(sql);
        statement.bind(":currency", currency_);
        return statement;
    }

    void read_period(const Period& period, Part part)
    {
        const auto items = open_item_table_at(store_, period.last);
        read_documents(period, items, part);
        read_skonto(period, part);
        read_open(items, part);
        auto others = prepare(fmt::format(R"sql(
            SELECT currency, count(*) FROM invoiced_sales AS d
             WHERE {} BETWEEN :first AND :last AND currency <> :currency GROUP BY currency)sql",
                                          day_));
        others.bind(":first", period.first).bind(":last", period.last);
        while (others.step())
            table_.warnings.push_back(
                format("{} documents in {} are left out", others.integer(1), others.text(0)));
    }

    void read_documents(const Period& period, std::string_view items, Part part)
    {
        auto documents = prepare(fmt::format(
            R"sql(
            SELECT c.id, c.number_key, c.number, c.name, d.kind, d.historical, d.date, d.due, d.gross,
                   i.open, CASE WHEN i.item_id IS NULL AND d.kind = 'invoice' THEN {paid} END, d.id
              FROM document AS d
              JOIN contact AS was ON was.id = d.contact_id
              JOIN contact AS c ON c.id = coalesce(was.merged_into_id, was.id)
              LEFT JOIN {items} AS i ON i.item_id = d.id
             WHERE d.side = 'receivable' AND d.kind IN ('invoice', 'credit') AND d.currency = :currency
               AND {day} BETWEEN :first AND :last AND d.date <= :last)sql",
            fmt::arg("paid", paid_on), fmt::arg("items", items), fmt::arg("day", day_)));
        documents.bind(":first", period.first).bind(":last", period.last);
        while (documents.step()) {
            auto& row = rows_[documents.integer(0)];
            if (row.number.empty()) {
                row.place = documents.text(1);
                row.number = documents.text(2);
                row.name = documents.text(3);
            }
            add_document(documents, period.last, row.*part);
        }
    }

    void add_document(const Statement& document, Date last, PayerHabits& habits)
    {
        const bool credit = document.text(4) == "credit";
        const auto gross = credit ? -document.money(8) : document.money(8);
        ++habits.documents;
        habits.gross += gross;
        if (document.boolean(5))
            return;
        habits.gross_with_items += gross;
        if (credit)
            return;
        const auto due = document.date(7).value();
        const bool open = !document.is_null(9);
        const auto paid = document.date(10);
        if (paid) {
            ++habits.paid;
            ++habits.judged;
            habits.days += (*paid - document.date(6).value()).count();
            habits.late_days += (*paid - due).count();
            habits.late += *paid > due ? 1 : 0;
        } else if (due < (open ? std::min(last, query_.today)
                               : given_up(document.integer(11), last).value_or(due))) {
            ++habits.late;
            ++habits.judged;
        }
    }

    /// When the rest of a document that nobody paid was written off. There are few of them.
    std::optional<Date> given_up(std::int64_t document_id, Date last)
    {
        auto day = store_.prepare(given_up_on);
        day.bind(":document", document_id).bind(":last", last).step();
        return day.date(0);
    }

    void read_skonto(const Period& period, Part part)
    {
        auto taken = prepare(fmt::format(R"sql(
            SELECT coalesce(was.merged_into_id, was.id), sum(a.amount)
              FROM document AS d
              JOIN allocation AS a ON a.document_id = d.id
              JOIN contact AS was ON was.id = d.contact_id
             WHERE a.kind = 'skonto' AND d.side = 'receivable' AND d.kind = 'invoice'
               AND d.currency = :currency AND {} BETWEEN :first AND :last AND d.date <= :last
               AND a.date <= :last
             GROUP BY 1)sql",
                                         day_));
        taken.bind(":first", period.first).bind(":last", period.last);
        while (taken.step())
            (rows_[taken.integer(0)].*part).skonto += taken.money(1);
    }

    /// Who has no documents in the period owes, too: it counts for all together.
    void read_open(std::string_view items, Part part)
    {
        auto open = prepare(fmt::format(R"sql(
            SELECT coalesce(was.merged_into_id, was.id), sum(i.open)
              FROM {} AS i
              JOIN contact AS was ON was.id = i.contact_id
             WHERE i.side = 'receivable' AND i.currency = :currency
             GROUP BY 1)sql",
                                        items));
        while (open.step())
            (rows_[open.integer(0)].*part).open += open.money(1);
    }

    Store& store_;
    const ReportQuery& query_;
    std::string currency_;
    std::string_view day_;
    std::unordered_map<std::int64_t, PayerRow> rows_;
    PayerTable table_;
};

} // namespace

PayerHabits& PayerHabits::operator+=(const PayerHabits& other)
{
    documents += other.documents;
    gross += other.gross;
    paid += other.paid;
    days += other.days;
    late_days += other.late_days;
    late += other.late;
    judged += other.judged;
    skonto += other.skonto;
    open += other.open;
    gross_with_items += other.gross_with_items;
    return *this;
}

std::optional<Quantity> PayerHabits::dso(std::int64_t days_of_period) const
{
    if (gross_with_items <= Money{})
        return std::nullopt;
    return Quantity{
        100 * round_half_away(Int128{open.cents} * days_of_period * 10, gross_with_items.cents)};
}

PayerTable payer_habits(Store& store, const ReportQuery& query)
{
    return HabitReader(store, query).read();
}

Receivables receivables_on(Store& store, Date day)
{
    auto query = store.prepare(fmt::format(R"sql(
        SELECT sum(open), sum(CASE WHEN due < :day THEN open END)
          FROM {} WHERE side = 'receivable' AND currency = :currency)sql",
                                           open_item_table_at(store, day)));
    query.bind(":day", day).bind(":currency", setting(store, "currency")).step();
    return {query.money(0), query.money(1)};
}

} // namespace crm
