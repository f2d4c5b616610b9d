// SPDX-License-Identifier: MIT
#include "crm/contact/notes.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/log_reference.hpp"
#include "crm/contact/staff.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<Column<Note>, 7> columns = {{
    {"id", "ID", Kind::integer, [](const Note& n) -> Cell { return n.id; }},
    {"at", "AT", Kind::time, [](const Note& n) { return text_cell(n.at); }},
    {"staff", "STAFF", Kind::text, [](const Note& n) { return text_cell(n.staff); }},
    {"text", "TEXT", Kind::text, [](const Note& n) { return text_cell(n.text); }},
    {"pinned", "PINNED", Kind::boolean, [](const Note& n) -> Cell { return n.pinned; }},
    {"until", "UNTIL", Kind::date, [](const Note& n) { return cell(n.last_day); }},
    {"log", "LOG", Kind::integer, [](const Note& n) { return cell(n.log_id); }},
}};

Note read_note(const Statement& query)
{
    return {.id = query.integer(0),
            .at = query.string(1),
            .staff = query.string(2),
            .text = query.string(3),
            .pinned = query.boolean(4),
            .last_day = query.date(5),
            .log_id = query.optional_integer(6)};
}

std::vector<std::string> texts(Store& store, std::int64_t contact_id, Date today, bool only_pinned)
{
    auto query = store.prepare(R"sql(
        SELECT text FROM note
         WHERE contact_id = :contact AND coalesce(last_day, :today) >= :today
           AND (pinned = 1 OR NOT :pinned)
         ORDER BY id)sql");
    query.bind(":contact", contact_id).bind(":today", today).bind(":pinned", only_pinned);
    std::vector<std::string> found;
    while (query.step())
        found.push_back(query.string(0));
    return found;
}

} // namespace

std::span<const Column<Note>> note_columns()
{
    return columns;
}

std::vector<Note> notes_in_force(Store& store, std::int64_t contact_id, Date today, bool ended)
{
    auto query = store.prepare(R"sql(
        SELECT n.id, n.at, s.code, n.text, n.pinned, n.last_day, n.log_id
          FROM note AS n
          LEFT JOIN staff AS s ON s.contact_id = n.staff_id
         WHERE n.contact_id = :contact AND (:ended OR coalesce(n.last_day, :today) >= :today)
         ORDER BY n.pinned DESC, n.id DESC)sql");
    query.bind(":contact", contact_id).bind(":ended", ended).bind(":today", today);
    std::vector<Note> notes;
    while (query.step())
        notes.push_back(read_note(query));
    return notes;
}

Note note_by_id(Store& store, std::int64_t id)
{
    auto query = store.prepare(R"sql(
        SELECT n.id, n.at, s.code, n.text, n.pinned, n.last_day, n.log_id
          FROM note AS n
          LEFT JOIN staff AS s ON s.contact_id = n.staff_id
         WHERE n.id = :id)sql");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no note {}", id)
            .with_hint("'crm contact notes CONTACT' shows the ids");
    return read_note(query);
}

std::vector<std::string> notes_of(Store& store, std::int64_t contact_id, Date today)
{
    return texts(store, contact_id, today, false);
}

std::vector<std::string> pinned_notes(Store& store, std::int64_t contact_id, Date today)
{
    return texts(store, contact_id, today, true);
}

bool has_note(Store& store, std::int64_t contact_id, std::string_view text, Date today)
{
    const auto notes = notes_of(store, contact_id, today);
    return std::find(notes.begin(), notes.end(), text) != notes.end() ||
           joined(notes, "\n") == text;
}

std::int64_t add_note(Store& store, std::int64_t contact_id, const Note& note, Date today)
{
    if (trim(note.text).empty())
        throw error(ErrorKind::rejected, "a note needs a text");
    if (note.last_day && *note.last_day < today)
        throw error(ErrorKind::rejected, "the note would have ended already, on {}",
                    to_string(*note.last_day));
    check_log_reference(store, note.log_id);
    store
        .prepare(R"sql(
            INSERT INTO note (contact_id, at, staff_id, text, pinned, last_day, log_id)
            VALUES (:contact, :at, :staff, :text, :pinned, :last_day, :log))sql")
        .bind(":contact", contact_id)
        .bind(":at", note.at)
        .bind(":staff", acting_staff(store))
        .bind(":text", note.text)
        .bind(":pinned", note.pinned)
        .bind(":last_day", note.last_day)
        .bind(":log", note.log_id)
        .run();
    return store.last_id();
}

void end_note(Store& store, std::int64_t id, Date today)
{
    const auto note = note_by_id(store, id);
    if (note.last_day && *note.last_day < today)
        throw error(ErrorKind::rejected, "note {} is out of force since {} already", id,
                    to_string(*note.last_day + std::chrono::days(1)));
    store.prepare("UPDATE note SET last_day = :last WHERE id = :id")
        .bind(":last", today - std::chrono::days(1))
        .bind(":id", id)
        .run();
}

} // namespace crm
