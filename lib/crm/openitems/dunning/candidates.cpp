// SPDX-License-Identifier: MIT
#include "crm/openitems/dunning/candidates.hpp"

#include "crm/contact/consumer.hpp"
#include "crm/openitems/open_at.hpp"

namespace crm
{

namespace
{

// Reminders and claims are looked up for what is open, not for all that ever was: CROSS JOIN keeps
// that order, whatever is known of the sizes, as the table of a past day has no index by item, and
// +date keeps the indexes of days out of it. {0}
// is the table of what is open, {1} a condition on contacts, {2} whether one is a consumer.
constexpr std::string_view select_items = R"sql(
    WITH reminded AS MATERIALIZED (
        SELECT i.item_id, max(l.level) AS level, min(r.date) AS first, max(r.date) AS last
          FROM {0} AS i
         CROSS JOIN dunning_line AS l ON l.document_id = i.item_id
          JOIN dunning_run AS r ON r.id = l.run_id
         WHERE +r.date <= :day AND (r.undone_on IS NULL OR r.undone_on > :day)
         GROUP BY i.item_id),
    one_claim AS MATERIALIZED (
        SELECT i.item_id, k.kind, k.gross,
               coalesce(sum(a.amount) FILTER (WHERE a.kind = 'undo'), 0) AS undone,
               coalesce(sum(a.amount) FILTER (WHERE a.kind <> 'undo'), 0) AS paid
          FROM {0} AS i
         CROSS JOIN document AS k ON k.claim_id = i.item_id AND +k.date <= :day
          LEFT JOIN allocation AS a ON a.document_id = k.id AND +a.date <= :day
         GROUP BY k.id),
    claimed AS MATERIALIZED (
        SELECT item_id,
               coalesce(sum(gross - undone) FILTER (WHERE kind = 'interest'), 0) AS interest,
               coalesce(sum(paid) FILTER (WHERE kind = 'interest'), 0) AS paid,
               max(kind = 'lumpsum' AND gross > undone) AS lumpsum
          FROM one_claim
         GROUP BY item_id)
    SELECT k.id, k.number, k.name,
           {2},
           i.currency, i.item_id, coalesce(d.number, p.number), coalesce(d.kind, 'payment'),
           coalesce(d.date, p.date), i.due, i.open, d.gross - d.settled_before, d.claim_id,
           EXISTS (SELECT 1 FROM dunning_block AS b
                    WHERE b.document_id = i.item_id AND b.first_day <= :day
                      AND coalesce(b.last_day, :day) >= :day)
           OR EXISTS (SELECT 1 FROM dunning_block AS b
                       WHERE b.contact_id IN (c.id, k.id) AND b.first_day <= :day
                         AND coalesce(b.last_day, :day) >= :day)
           OR coalesce((SELECT o.date >= :day FROM payment_promise AS o
                         WHERE o.document_id = i.item_id AND o.made_on <= :day
                         ORDER BY o.id DESC
                         LIMIT 1), 0),
           m.level, m.first, m.last, q.interest, q.paid, q.lumpsum,
           EXISTS (SELECT 1 FROM allocation AS a WHERE a.document_id = i.item_id)
      FROM {0} AS i
     CROSS JOIN contact AS c ON c.id = i.contact_id
     CROSS JOIN contact AS k ON k.id = coalesce(c.merged_into_id, c.id)
      LEFT JOIN document AS d ON d.id = i.item_id
      LEFT JOIN payment AS p ON p.id = -i.item_id
      LEFT JOIN reminded AS m ON m.item_id = i.item_id
      LEFT JOIN claimed AS q ON q.item_id = i.item_id
     WHERE i.side = 'receivable' AND (i.due < :day OR i.open < 0 OR d.claim_id IS NOT NULL){1}
     ORDER BY k.number_key, k.id, i.currency, i.due, coalesce(d.number_key, p.number_key))sql";

// A credit note for the item itself says that so much was never owed; what was taken back, a
// payment that the bank returned or that was another's, never settled it.
constexpr std::string_view select_changes = R"sql(
    SELECT iif(k.corrects_id = a.document_id, '1900-01-01', a.date) AS day, -a.amount
      FROM allocation AS a
      LEFT JOIN document AS k ON k.id = a.credit_id
     WHERE a.document_id = :document AND a.date <= :day AND a.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM allocation AS r WHERE r.reverses_id = a.id AND r.date <= :day)
     ORDER BY 1, a.id)sql";

Statement prepare(Store& store, Date key_date, std::optional<std::int64_t> contact_id)
{
    auto query = store.prepare(fmt::format(
        fmt::runtime(select_items), open_item_table_at(store, key_date),
        contact_id ? " AND i.contact_id IN "
                     "(SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)"
                   : "",
        consumer_sql("k")));
    query.bind(":day", key_date);
    if (contact_id)
        query.bind(":contact", *contact_id);
    return query;
}

} // namespace

DunningAccounts::DunningAccounts(Store& store, Date key_date,
                                 std::optional<std::int64_t> contact_id)
    : key_date_(key_date), query_(prepare(store, key_date, contact_id)),
      changes_(store.prepare(select_changes)), more_(query_.step())
{
}

void DunningAccounts::read_changes(DunningCandidate& item)
{
    changes_.reset();
    changes_.bind(":document", item.item_id).bind(":day", key_date_);
    while (changes_.step())
        item.changes.push_back({changes_.date(0).value(), changes_.money(1)});
}

void DunningAccounts::read_item()
{
    auto& item = account_.items.emplace_back();
    item.item_id = query_.integer(5);
    item.number = query_.text(6);
    item.kind = query_.text(7);
    item.date = query_.date(8).value();
    item.due = query_.date(9).value();
    item.open = query_.money(10);
    item.principal = query_.money(11);
    item.claim_id = query_.optional_integer(12);
    item.held = query_.boolean(13);
    item.level = static_cast<int>(query_.integer(14));
    item.first_reminder = query_.date(15);
    item.last_reminder = query_.date(16);
    item.claimed_interest = query_.money(17);
    item.paid_interest = query_.money(18);
    item.lumpsum_claimed = query_.boolean(19);
    if (query_.boolean(20))
        read_changes(item);
}

const DunningAccount* DunningAccounts::next()
{
    if (!more_)
        return nullptr;
    account_.contact_id = query_.integer(0);
    account_.contact_number = query_.text(1);
    account_.contact = query_.text(2);
    account_.business = !query_.boolean(3);
    account_.currency = query_.text(4);
    account_.items.clear();
    do {
        read_item();
        more_ = query_.step();
    } while (more_ && query_.integer(0) == account_.contact_id &&
             query_.text(4) == account_.currency);
    return &account_;
}

} // namespace crm
