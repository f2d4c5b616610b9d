// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/mandate.hpp"

#include "crm/base/checks.hpp"
#include "crm/base/error.hpp"
#include "crm/contact/consumer.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/staff.hpp"
#include "crm/openitems/sepa/text.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr Duration lapse{0, 36};      // without use (EPC016-06, 4.7.2)
constexpr Duration keep_after{0, 14}; // the debtor's 13 months and what the bank needs

using Row = MandateRow;

constexpr std::array<Column<Row>, 11> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.mandate.id); }},
    {"contact_number", "NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.mandate.contact_number); }},
    {"contact", "CONTACT", Kind::text, [](const Row& r) { return text_cell(r.mandate.contact); }},
    {"reference", "REFERENCE", Kind::text,
     [](const Row& r) { return text_cell(r.mandate.reference); }},
    {"iban", "IBAN", Kind::text, [](const Row& r) { return text_cell(r.mandate.iban); }},
    {"scheme", "SCHEME", Kind::text,
     [](const Row& r) { return Cell(to_string(r.mandate.scheme)); }},
    {"signed", "SIGNED", Kind::date, [](const Row& r) { return cell(r.mandate.signed_on); }},
    {"last_used", "LAST USED", Kind::date, [](const Row& r) { return cell(r.mandate.last_used); }},
    {"lapses_after", "LAPSES AFTER", Kind::date,
     [](const Row& r) { return Cell(r.mandate.lapses_after()); }},
    {"ended", "ENDED", Kind::date, [](const Row& r) { return cell(r.mandate.ended_on); }},
    {"state", "STATE", Kind::text, [](const Row& r) { return Cell(r.state); }},
}};

// An undone file has collected nothing.
constexpr std::string_view select_mandates = R"sql(
    SELECT m.id, m.contact_id, c.number, c.name, m.iban, m.reference, m.signed_on, m.scheme,
           m.used_before, m.ended_on,
           (SELECT max(i.date)
              FROM sepa_item AS i
              JOIN sepa_file AS f ON f.id = i.file_id
             WHERE i.mandate_id = m.id AND f.undone_on IS NULL)
      FROM sepa_mandate AS m
      JOIN contact AS c ON c.id = m.contact_id)sql";

Mandate read(const Statement& query)
{
    Mandate m;
    m.id = query.integer(0);
    m.contact_id = query.integer(1);
    m.contact_number = query.text(2);
    m.contact = query.text(3);
    m.iban = query.text(4);
    m.reference = query.text(5);
    m.signed_on = query.date(6);
    m.scheme = query.text(7) == "B2B" ? DebitScheme::b2b : DebitScheme::core;
    m.used_before = query.date(8);
    m.ended_on = query.date(9);
    m.last_used = std::max(query.date(10), m.used_before);
    return m;
}

bool is_consumer(Store& store, std::int64_t contact_id, Date day)
{
    auto query = store.prepare(
        fmt::format("SELECT {} FROM contact AS c WHERE c.id = :id", consumer_sql("c")));
    query.bind(":id", contact_id).bind(":day", day);
    return query.step() && query.boolean(0);
}

void check(Store& store, const Mandate& m, Date today)
{
    if (!valid_iban(m.iban))
        throw error(ErrorKind::rejected, "'{}' is no IBAN", m.iban);
    if (!in_sepa(normal_iban(m.iban)))
        throw error(ErrorKind::rejected, "'{}' is of no country of SEPA", m.iban);
    if (!is_sepa_id(m.reference))
        throw error(ErrorKind::rejected, "'{}' cannot be the reference of a mandate", m.reference)
            .with_hint("1 to 35 letters without umlauts, digits and / - ? : ( ) . , ' + or blanks");
    auto taken = store.prepare("SELECT 1 FROM sepa_mandate WHERE reference = :reference");
    taken.bind(":reference", m.reference);
    if (taken.step())
        throw error(ErrorKind::rejected, "there is a mandate '{}' already", m.reference);
    if (m.signed_on > today)
        throw error(ErrorKind::rejected, "a mandate cannot be signed on {}, which is still to come",
                    to_string(*m.signed_on));
    if (m.used_before && m.used_before < m.signed_on)
        throw error(ErrorKind::rejected, "a mandate signed on {} was not used on {}",
                    to_string(*m.signed_on), to_string(*m.used_before));
    if (m.scheme == DebitScheme::b2b && is_consumer(store, m.contact_id, today))
        throw error(ErrorKind::rejected, "{} is a consumer, who cannot give a B2B mandate",
                    contact_by_id(store, m.contact_id).name);
}

std::vector<Mandate> mandates_of(Store& store, std::int64_t contact_id)
{
    std::vector<Mandate> found;
    list_mandates(store, contact_id, [&](const Mandate& m) {
        found.push_back(m);
        return true;
    });
    return found;
}

} // namespace

std::string_view to_string(DebitScheme scheme)
{
    return scheme == DebitScheme::b2b ? "B2B" : "CORE";
}

Date Mandate::lapses_after() const
{
    return plus(last_used ? *last_used : signed_on.value_or(Date{}), lapse);
}

std::string_view Mandate::state_on(Date day) const
{
    if (ended_on && *ended_on < day)
        return "ended";
    if (signed_on && *signed_on > day)
        return "future";
    return day > lapses_after() ? "lapsed" : "valid";
}

std::span<const Column<MandateRow>> mandate_columns()
{
    return columns;
}

std::int64_t add_mandate(Store& store, const Mandate& m, Date today)
{
    check(store, m, today);
    store
        .prepare(R"sql(
            INSERT INTO sepa_mandate (contact_id, iban, reference, signed_on, scheme, used_before,
                                      staff_id)
            VALUES (:contact, :iban, :reference, :signed, :scheme, :used, :staff))sql")
        .bind(":contact", m.contact_id)
        .bind(":iban", normal_iban(m.iban))
        .bind(":reference", m.reference)
        .bind(":signed", m.signed_on)
        .bind(":scheme", to_string(m.scheme))
        .bind(":used", m.used_before)
        .bind(":staff", acting_staff(store))
        .run();
    return store.last_id();
}

void end_mandate(Store& store, std::int64_t id, Date last_day)
{
    const auto mandate = mandate_by_id(store, id);
    if (mandate.ended_on && *mandate.ended_on <= last_day)
        throw error(ErrorKind::rejected, "mandate '{}' ends on {} already", mandate.reference,
                    to_string(*mandate.ended_on));
    if (mandate.signed_on && last_day < *mandate.signed_on)
        throw error(ErrorKind::rejected, "mandate '{}' was only signed on {}", mandate.reference,
                    to_string(*mandate.signed_on));
    store.prepare("UPDATE sepa_mandate SET ended_on = :last WHERE id = :id")
        .bind(":last", last_day)
        .bind(":id", id)
        .run();
}

Mandate mandate_by_id(Store& store, std::int64_t id)
{
    auto query = store.prepare(fmt::format("{} WHERE m.id = :id", select_mandates));
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no mandate {}", id)
            .with_hint("`crm contact mandate list` shows them");
    return read(query);
}

void list_mandates(Store& store, std::optional<std::int64_t> contact_id,
                   const std::function<bool(const Mandate&)>& use)
{
    auto sql = std::string(select_mandates);
    if (contact_id)
        sql += " WHERE m.contact_id = :contact"; // a merge gives them to whom it keeps
    auto query = store.prepare(sql + " ORDER BY c.number_key, m.signed_on, m.id");
    if (contact_id)
        query.bind(":contact", *contact_id);
    while (query.step())
        if (!use(read(query)))
            return;
}

std::optional<Mandate> mandate_for(Store& store, std::int64_t contact_id, Date day)
{
    const auto all = mandates_of(store, contact_id);
    const auto best = std::ranges::max_element(all, {}, [&](const Mandate& m) {
        return std::tuple(m.state_on(day) == "valid", m.signed_on, m.id);
    });
    return best == all.end() ? std::nullopt : std::optional(*best);
}

void merge_mandates(Store& store, std::int64_t keep_id, std::int64_t drop_id)
{
    store.prepare("UPDATE sepa_mandate SET contact_id = :keep WHERE contact_id = :drop")
        .bind(":keep", keep_id)
        .bind(":drop", drop_id)
        .run();
}

Date kept_until(const Mandate& mandate)
{
    return mandate.last_used ? plus(*mandate.last_used, keep_after) : Date{};
}

void erase_mandates(Store& store, std::int64_t contact_id, Date today)
{
    auto used = store.prepare("SELECT 1 FROM sepa_item WHERE mandate_id = :id LIMIT 1");
    for (const auto& mandate : mandates_of(store, contact_id)) {
        if (mandate.state_on(today) != "ended")
            store.prepare("UPDATE sepa_mandate SET ended_on = :day WHERE id = :id")
                .bind(":day", today)
                .bind(":id", mandate.id)
                .run();
        if (kept_until(mandate) >= today)
            continue;
        used.reset();
        used.bind(":id", mandate.id);
        store
            .prepare(used.step() ? R"sql(
                UPDATE sepa_mandate SET iban = '', reference = 'erased ' || id WHERE id = :id)sql"
                                 : "DELETE FROM sepa_mandate WHERE id = :id")
            .bind(":id", mandate.id)
            .run();
    }
}

} // namespace crm
