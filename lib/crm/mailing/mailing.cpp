// SPDX-License-Identifier: MIT
#include "crm/mailing/mailing.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/staff.hpp"
#include "crm/mailing/control_group.hpp"
#include "crm/mailing/frozen.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr Rate everybody{10'000};

constexpr std::string_view select_mailings = R"sql(
    SELECT m.id, m.name, m.channel, m.per, m.filter, m.cost, m.control, m.at, m.staff,
           (SELECT count(*) FROM mailing_recipient WHERE mailing_id = m.id AND control = 0),
           (SELECT count(*) FROM mailing_recipient WHERE mailing_id = m.id AND control = 1),
           (SELECT count(*) FROM mailing_recipient AS r
              JOIN mailing_sending AS n ON n.recipient_id = r.id WHERE r.mailing_id = m.id),
           p.replied, p.bounced, p.unsubscribed
      FROM mailings AS m
      LEFT JOIN (SELECT r.mailing_id, sum(a.kind = 'replied') AS replied,
                        sum(a.kind = 'bounced') AS bounced, sum(a.kind = 'unsubscribed') AS unsubscribed
                   FROM mailing_response AS a
                   JOIN mailing_recipient AS r ON r.id = a.recipient_id
                  GROUP BY r.mailing_id) AS p ON p.mailing_id = m.id)sql";

Mailing read_mailing(const Statement& query)
{
    Mailing mailing;
    mailing.id = query.integer(0);
    mailing.name = query.text(1);
    mailing.channel = query.text(2);
    mailing.per = parse_per(query.text(3));
    mailing.filter = query.text(4);
    if (!query.is_null(5))
        mailing.cost = query.money(5);
    mailing.control = {query.integer(6)};
    mailing.at = parse_time(query.text(7), Date{});
    mailing.staff = query.text(8);
    return mailing;
}

MailingState read_state(const Statement& query)
{
    return {read_mailing(query), query.integer(9),  query.integer(10), query.integer(11),
            query.integer(12),   query.integer(13), query.integer(14)};
}

void check_name(Store& store, std::string_view name)
{
    if (name.empty())
        throw error(ErrorKind::rejected, "a mailing needs a name");
    auto taken = store.prepare("SELECT name FROM mailing WHERE name_key = :key");
    taken.bind(":key", lower(name));
    if (taken.step())
        throw error(ErrorKind::rejected, "there is a mailing '{}' already", taken.text(0))
            .with_hint("recipients are frozen: a new mailing needs a name of its own");
}

std::int64_t insert_mailing(Store& store, const NewMailing& wanted, std::string_view name,
                            LocalTime at)
{
    store
        .prepare(R"sql(
            INSERT INTO mailing (name, name_key, channel, per, filter, cost, control, at, staff_id)
            VALUES (:name, :key, :channel, :per, :filter, :cost, :control, :at, :staff))sql")
        .bind(":name", name)
        .bind(":key", lower(name))
        .bind(":channel", wanted.query.channel)
        .bind(":per", to_string(wanted.query.per))
        .bind(":filter", wanted.filter)
        .bind(":cost", wanted.cost)
        .bind(":control", wanted.control.hundredths)
        .bind(":at", to_string(at))
        .bind(":staff", acting_staff(store))
        .run();
    return store.last_id();
}

using Row = MailingState;
constexpr std::array<Column<Row>, 14> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.mailing.id); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.mailing.name); }},
    {"channel", "CHANNEL", Kind::text, [](const Row& r) { return text_cell(r.mailing.channel); }},
    {"per", "PER", Kind::text, [](const Row& r) { return Cell(to_string(r.mailing.per)); }},
    {"at", "AT", Kind::time, [](const Row& r) { return Cell(to_string(r.mailing.at)); }},
    {"recipients", "RECIPIENTS", Kind::integer, [](const Row& r) { return Cell(r.recipients); }},
    {"control", "CONTROL", Kind::integer, [](const Row& r) { return Cell(r.control); }},
    {"sent", "SENT", Kind::integer, [](const Row& r) { return Cell(r.sent); }},
    {"replied", "REPLIED", Kind::integer, [](const Row& r) { return Cell(r.replied); }},
    {"bounced", "BOUNCED", Kind::integer, [](const Row& r) { return Cell(r.bounced); }},
    {"unsubscribed", "UNSUBSCRIBED", Kind::integer,
     [](const Row& r) { return Cell(r.unsubscribed); }},
    {"cost", "COST", Kind::money, [](const Row& r) { return cell(r.mailing.cost); }},
    {"staff", "STAFF", Kind::text, [](const Row& r) { return text_cell(r.mailing.staff); }},
    {"filter", "FILTER", Kind::text, [](const Row& r) { return text_cell(r.mailing.filter); }},
}};

} // namespace

std::int64_t create_mailing(Store& store, const NewMailing& wanted, LocalTime at)
{
    const auto name = trim(wanted.name);
    check_name(store, name);
    if (wanted.cost && *wanted.cost < Money{})
        throw error(ErrorKind::rejected, "a mailing cannot cost {}", to_string(*wanted.cost));
    if (wanted.control < Rate{})
        throw error(ErrorKind::rejected, "a control group of {} % is none",
                    to_string(wanted.control));
    if (wanted.control >= everybody)
        throw error(ErrorKind::rejected, "a control group of {} % leaves nobody to write to",
                    to_string(wanted.control));
    const ControlGroup control(store, name, wanted.control, wanted.query);
    const auto id = insert_mailing(store, wanted, name, at);
    std::int64_t written_to = 0;
    std::int64_t compared_with = 0;
    list_recipients(store, wanted.query, [&](const Recipient& recipient) {
        const bool left_out = control.contains(recipient);
        freeze(store, id, recipient, left_out);
        ++(left_out ? compared_with : written_to);
        return true;
    });
    if (written_to == 0 && compared_with > 0)
        throw error(ErrorKind::rejected,
                    "'{}' would have no recipient: the control group is all {}", name,
                    compared_with);
    if (written_to == 0)
        throw error(ErrorKind::rejected, "'{}' would have no recipient", name)
            .with_hint("'crm mailing recipients --explain' says who is left out and why");
    return id;
}

Mailing mailing_by_name(Store& store, std::string_view name)
{
    auto query = store.prepare(R"sql(
        SELECT id, name, channel, per, filter, cost, control, at, staff
          FROM mailings
         WHERE id = (SELECT id FROM mailing WHERE name_key = :key))sql");
    query.bind(":key", lower(trim(name)));
    if (query.step())
        return read_mailing(query);
    auto names = store.prepare("SELECT name FROM mailings ORDER BY id DESC LIMIT 10");
    std::vector<std::string> candidates;
    while (names.step())
        candidates.push_back(names.string(0));
    throw error(ErrorKind::not_found, "there is no mailing '{}'", name)
        .with_candidates(std::move(candidates));
}

std::span<const Column<MailingState>> mailing_columns()
{
    return columns;
}

void list_mailings(Store& store, const std::function<bool(const MailingState&)>& use)
{
    auto query = store.prepare(fmt::format("{} ORDER BY m.at DESC, m.id DESC", select_mailings));
    while (query.step() && use(read_state(query)))
        ;
}

MailingState mailing_state(Store& store, std::int64_t id)
{
    auto query = store.prepare(fmt::format("{} WHERE m.id = :id", select_mailings));
    query.bind(":id", id).step();
    return read_state(query);
}

} // namespace crm
