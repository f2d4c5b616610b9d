// SPDX-License-Identifier: MIT
#include "crm/openitems/aging.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/openitems/open_at.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace crm
{

namespace
{

constexpr std::size_t most_buckets = 12;

struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
};

/// Adds up the items of each contact: what is not due first, then the buckets.
class Buckets
{
  public:
    explicit Buckets(const AgingQuery& query) : query_(query) {}

    void add(std::int64_t contact_id, std::string_view day, Money open)
    {
        auto& sums = sums_[contact_id];
        if (sums.empty())
            sums.resize(query_.limits.size() + 2);
        sums[place(day)] += open;
    }
    [[nodiscard]] const std::unordered_map<std::int64_t, std::vector<Money>>& sums() const
    {
        return sums_;
    }

  private:
    /// Few days occur, many times each.
    std::size_t place(std::string_view day)
    {
        if (const auto known = places_.find(day); known != places_.end())
            return known->second;
        const auto days = (query_.key_date - parse_iso_date(day).value_or(Date{})).count();
        std::size_t place = 0;
        if (days > 0)
            place = 1 + static_cast<std::size_t>(std::ranges::lower_bound(query_.limits, days) -
                                                 query_.limits.begin());
        places_.emplace(day, place);
        return place;
    }

    const AgingQuery& query_;
    std::unordered_map<std::int64_t, std::vector<Money>> sums_;
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> places_;
};

std::string currency_of(Store& store, const AgingQuery& query)
{
    return query.currency.empty() ? setting(store, "currency") : query.currency;
}

Statement items(Store& store, const AgingQuery& query)
{
    const auto table = open_items_at(store, query.key_date);
    const auto sql = query.by_document_date ? fmt::format(R"sql(
                SELECT i.contact_id, coalesce(d.date, i.due), i.open
                  FROM {} AS i
                  LEFT JOIN document AS d ON d.id = i.item_id
                 WHERE i.side = :side AND i.currency = :currency)sql",
                                                          table)
                                            : fmt::format(R"sql(
                SELECT contact_id, due, open FROM {}
                 WHERE side = :side AND currency = :currency)sql",
                                                          table);
    auto statement = store.prepare(sql);
    statement.bind(":side", to_string(query.side)).bind(":currency", currency_of(store, query));
    return statement;
}

/// A contact of which something is open, with where it stands in the list.
struct Listed {
    std::string key;
    AgingRow row;
};

std::vector<Listed> contacts_of(Store& store, const Buckets& buckets, Side side)
{
    auto query = store.prepare(R"sql(
        SELECT c.number_key, c.number, c.name, a.number
          FROM contact AS c
          LEFT JOIN personal_account AS a ON a.contact_id = c.id AND a.side = :side
         WHERE c.id = :id)sql");
    std::vector<Listed> listed;
    listed.reserve(buckets.sums().size());
    for (const auto& [id, sums] : buckets.sums()) {
        query.reset();
        query.bind(":id", id).bind(":side", to_string(side));
        if (!query.step())
            continue;
        auto& [key, row] = listed.emplace_back();
        key = query.text(0);
        row.account = query.optional_integer(3);
        row.contact_number = query.text(1);
        row.contact = query.text(2);
        row.not_due = sums.front();
        row.buckets.assign(sums.begin() + 1, sums.end());
        for (const auto sum : sums)
            row.total += sum;
    }
    std::ranges::sort(listed, {}, &Listed::key);
    return listed;
}

} // namespace

std::vector<int> parse_buckets(std::string_view text)
{
    std::vector<int> limits;
    const auto wrong = [&] {
        return error(ErrorKind::usage, "'{}' is no list of days past due", text)
            .with_hint("rising whole numbers, at most {}: 30,60,90", most_buckets);
    };
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(',', start), text.size());
        const auto part = trim(text.substr(start, end - start));
        int days = 0;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), days);
        if (read.ec != std::errc() || read.ptr != part.data() + part.size() || days <= 0 ||
            (!limits.empty() && days <= limits.back()))
            throw wrong();
        limits.push_back(days);
        start = end + 1;
    }
    if (limits.size() > most_buckets)
        throw wrong();
    return limits;
}

void list_aging(Store& store, const AgingQuery& query,
                const std::function<bool(const AgingRow&)>& use)
{
    const Snapshot snapshot(store);
    Buckets buckets(query);
    {
        auto statement = items(store, query);
        while (statement.step())
            buckets.add(statement.integer(0), statement.text(1), statement.money(2));
    }
    for (const auto& each : contacts_of(store, buckets, query.side))
        if (!use(each.row))
            return;
}

std::int64_t items_in_other_currencies(Store& store, const AgingQuery& query)
{
    auto statement = store.prepare(
        fmt::format("SELECT count(*) FROM {} WHERE side = :side AND currency <> :currency",
                    open_items_at(store, query.key_date)));
    statement.bind(":side", to_string(query.side))
        .bind(":currency", currency_of(store, query))
        .step();
    return statement.integer(0);
}

} // namespace crm
