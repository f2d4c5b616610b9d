// SPDX-License-Identifier: MIT
#include "crm/openitems/aging.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/openitems/open_at.hpp"
#include "crm/store/settings.hpp"
#include "crm/store/snapshot.hpp"

#include <algorithm>
#include <charconv>

namespace crm
{

namespace
{

constexpr std::size_t most_buckets = 12;

/// The day from which the age of an item counts.
class AgeDays
{
  public:
    AgeDays(Store& store, bool by_document_date)
    {
        if (by_document_date)
            documents_.emplace(store.prepare("SELECT date FROM document WHERE id = :id"));
    }

    Date of(const OpenAt& item)
    {
        if (!documents_ || item.item_id < 0)
            return item.due;
        documents_->reset();
        documents_->bind(":id", item.item_id).step();
        return *documents_->date(0);
    }

  private:
    std::optional<Statement> documents_;
};

/// A contact of which something is open, with where it stands in the list.
struct Listed {
    std::string key;
    AgingRow row;
};

/// Reads who the contact is; false of one that is not there.
class Contacts
{
  public:
    Contacts(Store& store, Side side)
        : side_(side), query_(store.prepare(R"sql(
        SELECT c.number_key, c.number, c.name, a.number
          FROM contact AS c
          LEFT JOIN personal_account AS a ON a.contact_id = c.id AND a.side = :side
         WHERE c.id = :id)sql"))
    {
    }

    void read(std::int64_t contact_id, Listed& listed)
    {
        query_.reset();
        query_.bind(":side", to_string(side_)).bind(":id", contact_id).step();
        listed.key = query_.text(0);
        listed.row.contact_number = query_.text(1);
        listed.row.contact = query_.text(2);
        listed.row.account = query_.optional_integer(3);
    }

  private:
    Side side_;
    Statement query_;
};

void add(AgingRow& row, const AgingQuery& query, Date day, Money open)
{
    const auto days = (query.key_date - day).count();
    row.total += open;
    if (days <= 0)
        row.not_due += open;
    else
        row.buckets[static_cast<std::size_t>(std::ranges::lower_bound(query.limits, days) -
                                             query.limits.begin())] += open;
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

std::int64_t list_aging(Store& store, const AgingQuery& query,
                        const std::function<bool(const AgingRow&)>& use)
{
    const Snapshot snapshot(store);
    const auto currency =
        currency_code(query.currency.empty() ? setting(store, "currency") : query.currency);
    AgeDays days(store, query.by_document_date);
    Contacts contacts(store, query.side);
    std::vector<Listed> listed;
    std::int64_t contact_id = 0;
    std::int64_t left_out = 0;
    for (const auto& item : open_items_at(store, query.key_date)) {
        if (item.side != query.side)
            continue;
        if (item.currency != currency) {
            ++left_out;
            continue;
        }
        if (item.contact_id != contact_id) {
            contact_id = item.contact_id;
            contacts.read(contact_id, listed.emplace_back());
            listed.back().row.buckets.resize(query.limits.size() + 1);
        }
        add(listed.back().row, query, days.of(item), item.open);
    }
    std::ranges::sort(listed, {}, &Listed::key);
    for (const auto& each : listed)
        if (!use(each.row))
            break;
    return left_out;
}

} // namespace crm
