// SPDX-License-Identifier: MIT
#include "crm/demo/conversations.hpp"

#include "crm/contact/condition.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/notes.hpp"
#include "crm/demo/dice.hpp"
#include "crm/log/entry.hpp"
#include "crm/log/target.hpp"

#include <algorithm>
#include <array>

namespace crm::demo
{

namespace
{

struct Talk {
    const char* channel;
    const char* direction;
    const char* subject;
    const char* text;
};

constexpr std::array<Talk, 12> talks = {{
    {"phone", "in", "Rückfrage zur Lieferzeit", "Liefertermin auf Ende der Woche zugesagt."},
    {"phone", "out", "Angebot nachgefasst", "Entscheidung fällt nach der Inventur."},
    {"phone", "in", "Reklamation: Lieferung unvollständig", "Zwei Kartons fehlen, Nachlieferung."},
    {"email", "in", "Anfrage Bohrer und Fräser", "Bitte um Staffelpreise ab 100 Stück."},
    {"email", "out", "Neue Preisliste verschickt", ""},
    {"visit", "out", "Jahresgespräch", "Sortiment durchgegangen, Lager soll kleiner werden."},
    {"phone", "out", "Ansprechpartner gewechselt", "Einkauf wird neu besetzt."},
    {"letter", "in", "Bestätigung der Konditionen", ""},
    {"phone", "in", "Frage zur Rechnung", "Skonto wurde nachträglich anerkannt."},
    {"meeting", "out", "Messe: Vorführung Akkuschrauber", "Großes Interesse, Muster gewünscht."},
    {"phone", "out", "Terminvereinbarung", ""},
    {"note", "out", "Bonität geprüft", "Auskunft liegt vor, keine Auffälligkeiten."},
}};

struct Company {
    std::int64_t id = 0;
    std::optional<std::int64_t> manager_id;
    std::vector<std::int64_t> people;
};

std::vector<Company> companies(Store& store)
{
    auto query = store.prepare("SELECT id, manager_id FROM contact"
                               " WHERE kind = 'company' AND id <> :own ORDER BY id");
    query.bind(":own", own_company);
    std::vector<Company> found;
    while (query.step())
        found.push_back({query.integer(0), query.optional_integer(1), {}});
    for (auto& company : found)
        company.people = people_of(store, company.id);
    return found;
}

/// One talk of a company on a day; some have a follow-up, some were with a person.
std::int64_t add_talk(Store& store, Dice& dice, const Company& company, Date day, Date today)
{
    const auto& talk = dice.of(talks);
    LogEntry entry;
    entry.at = {day, 8 * 60 + dice.below(9 * 60)};
    entry.channel = talk.channel;
    entry.direction = talk.direction;
    entry.subject = talk.subject;
    if (*talk.text != '\0')
        entry.text = talk.text;
    entry.staff_id = company.manager_id;
    if (entry.channel == "phone")
        entry.minutes = 2 + dice.below(25);
    const bool recent = today - day < std::chrono::days(30);
    if (recent && dice.once_in(2)) {
        entry.follow_up = day + std::chrono::days(3 + dice.below(20));
        entry.follow_up_staff_id = company.manager_id;
    }
    std::vector<Contact> with;
    if (!company.people.empty() && !dice.once_in(4))
        with.push_back(contact_by_id(store, dice.of(company.people)));
    place_entry(store, entry, contact_by_id(store, company.id), with, std::nullopt);
    return add_log_entry(store, entry);
}

/// Rebates and terms, each agreed in a talk.
void add_agreement(Store& store, Dice& dice, const Company& company, Date day)
{
    LogEntry entry;
    entry.at = {day, 10 * 60 + dice.below(6 * 60)};
    entry.channel = "meeting";
    entry.subject = "Konditionen vereinbart";
    entry.agreement = true;
    entry.staff_id = company.manager_id;
    std::vector<Contact> with;
    if (!company.people.empty())
        with.push_back(contact_by_id(store, company.people.front()));
    place_entry(store, entry, contact_by_id(store, company.id), with, std::nullopt);
    Condition condition;
    condition.contact_id = company.id;
    condition.recorded_on = day;
    condition.agreed_on = day;
    condition.first_day = day;
    condition.log_id = add_log_entry(store, entry);
    if (!with.empty())
        condition.agreed_with_id = with.front().id;
    switch (dice.below(3)) {
    case 0:
        condition.kind = ConditionKind::discount;
        condition.rate = Rate{100 * (2 + dice.below(8))};
        break;
    case 1:
        condition.kind = ConditionKind::terms;
        condition.text = "3% 7, 2% 14, 30 net";
        break;
    default:
        condition.kind = ConditionKind::freight_free_from;
        condition.amount = Money{50'000};
    }
    add_condition(store, condition);
}

void add_channels(Store& store, Dice& dice, const Company& company, Date day)
{
    const LocalTime at{day, 9 * 60};
    if (dice.once_in(3))
        allow_channel(store, company.id, "newsletter",
                      {"Anmeldung auf der Webseite", "Ich möchte den Newsletter erhalten.", day},
                      at);
    if (dice.once_in(8))
        block_channel(store, company.id, "post", {"keine Werbung per Post", ""}, at);
}

} // namespace

void make_conversations(Store& store, Date today)
{
    Dice dice(20'260'102);
    for (const auto& company : companies(store)) {
        const auto ago = [&](int days) { return today - std::chrono::days(days); };
        for (int i = dice.below(7); i > 0; --i)
            add_talk(store, dice, company, ago(1 + dice.below(360)), today);
        if (dice.once_in(4))
            add_agreement(store, dice, company, ago(20 + dice.below(300)));
        add_channels(store, dice, company, ago(10 + dice.below(300)));
        if (dice.once_in(10)) {
            Note note;
            note.at = to_string(ago(5));
            note.text = "Bestellungen nur schriftlich";
            note.pinned = true;
            add_note(store, company.id, note, today);
        }
    }
    set_tag_target(store, "VIP", ContactTarget{30, 60});
    set_tag_target(store, "Stammkunde", ContactTarget{60, 120});
}

} // namespace crm::demo
