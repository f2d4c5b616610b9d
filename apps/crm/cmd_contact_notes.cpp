// SPDX-License-Identifier: MIT
#include "crm/change.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/notes.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/for_contacts.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct NoteOptions {
    std::string contact;
    std::string text;
    bool pin = false;
    std::optional<std::string> until;
    std::optional<std::string> log;
};

void declare_note(CLI::App& verb, NoteOptions& o)
{
    argument(verb, "contact", o.contact,
             "number or exact name, or - for numbers on standard input");
    argument(verb, "text", o.text, "the note, or - for standard input");
    flag(verb, "--pin", o.pin, "show it at every lookup");
    option(verb, "--until", o.until, "DATE", "last day in force");
    option(verb, "--log", o.log, "ID", "conversation in which it came up");
}

int run_note(Context& ctx, const NoteOptions& o)
{
    Note note;
    note.at = to_string(ctx.now());
    note.text = ctx.text(o.text);
    note.pinned = o.pin;
    if (o.until)
        note.last_day = parse_date(*o.until, ctx.today());
    if (o.log)
        note.log_id = parse_count("--log", *o.log);
    auto store = ctx.open_store();
    Transaction transaction(store);
    for (const auto& who : ctx.targets(o.contact)) {
        const auto contact = contact_to_change(store, who);
        const auto id = add_note(store, contact.id, note, ctx.today());
        if (o.contact == "-")
            ctx.print_line(contact.number);
        else
            ctx.print_made<Note>(std::to_string(id), note_columns(),
                                 [&] { return note_by_id(store, id); });
    }
    transaction.commit();
    return done;
}

struct NotesOptions {
    std::string contact;
    bool all = false;
};

void declare_notes(CLI::App& verb, NotesOptions& o)
{
    argument(verb, "contact", o.contact, contacts_to_read);
    flag(verb, "--all", o.all, "former notes, too");
}

int run_notes(Context& ctx, const NotesOptions& o)
{
    auto store = ctx.open_store();
    return print_of_contacts(
        ctx, store, o.contact, note_columns(), [&](const auto& contact, const auto& use) {
            static_cast<void>(
                std::ranges::all_of(notes_in_force(store, contact->id, ctx.today(), o.all), use));
        });
}

struct UnnoteOptions {
    std::string id;
};

void declare_unnote(CLI::App& verb, UnnoteOptions& o)
{
    argument(verb, "id", o.id, "the note, as 'notes' shows it");
}

int run_unnote(Context& ctx, const UnnoteOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    end_note(store, parse_count("ID", o.id), ctx.today());
    transaction.commit();
    return done;
}

} // namespace

void add_contact_notes(const Noun& noun)
{
    add_verb<NoteOptions>(noun, {"note", "note something about a contact", Access::writes},
                          declare_note, run_note);
    add_verb<NotesOptions>(noun, {"notes", "show the notes about a contact"}, declare_notes,
                           run_notes);
    add_verb<UnnoteOptions>(noun, {"unnote", "end a note; it stays recorded", Access::writes},
                            declare_unnote, run_unnote);
}

} // namespace crm
