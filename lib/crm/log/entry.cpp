// SPDX-License-Identifier: MIT
#include "crm/log/entry.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/contact/employment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

constexpr std::array<std::string_view, 9> channels = {
    "phone", "email", "visit", "letter", "meeting", "chat", "fax", "note", "system"};
constexpr std::array<std::string_view, 2> directions = {"in", "out"};
constexpr std::array<std::string_view, 4> outcomes = {"reached", "absent", "voicemail", "callback"};

template<class T>
void set_text(std::optional<std::string>& member, const Statement& query, T column)
{
    if (!query.is_null(column))
        member = query.string(column);
}

} // namespace

std::span<const std::string_view> talk_channels()
{
    return all_log_channels().first(channels.size() - 1);
}

std::span<const std::string_view> all_log_channels()
{
    return channels;
}

std::span<const std::string_view> log_directions()
{
    return directions;
}

std::span<const std::string_view> log_outcomes()
{
    return outcomes;
}

std::string log_word(const char* option, std::string_view word,
                     std::span<const std::string_view> choices)
{
    if (std::ranges::find(choices, word) == choices.end())
        throw error(ErrorKind::usage, "'{}' is no value for {}", word, option)
            .with_hint("one of: {}", fmt::join(choices, ", "));
    return std::string(word);
}

bool counts_as_contact(std::string_view channel)
{
    return channel != "note" && channel != "system";
}

void place_entry(Store& store, LogEntry& entry, const Contact& contact,
                 std::span<const Contact> with, const std::optional<Contact>& company)
{
    entry.contact_id = contact.id;
    entry.company_id.reset();
    entry.company_given = contact.kind == ContactKind::person && company;
    entry.person_id.reset();
    entry.others.clear();
    if (contact.kind == ContactKind::company)
        entry.company_id = contact.id;
    else {
        entry.person_id = contact.id;
        const auto jobs = present_employments(store, contact.id, entry.at.day);
        if (company)
            entry.company_id = company->id;
        else if (!jobs.empty())
            entry.company_id = jobs.front().company_id;
    }
    for (const auto& person : with)
        if (!entry.person_id)
            entry.person_id = person.id;
        else if (person.id != entry.person_id &&
                 std::ranges::find(entry.others, person.id) == entry.others.end())
            entry.others.push_back(person.id);
}

LogEntry log_entry(Store& store, std::int64_t id)
{
    auto query = store.prepare(R"sql(
        SELECT at, contact_id, company_id, person_id, channel, direction, staff_id, subject, text,
               outcome, minutes, agreement, follow_up, follow_up_staff_id, done_on, done_staff_id,
               done_note, message_id, order_id, company_given
          FROM log_entry WHERE id = :id)sql");
    query.bind(":id", id);
    if (!query.step())
        throw error(ErrorKind::not_found, "there is no log entry {}", id);
    LogEntry entry;
    entry.at = parse_time(query.text(0), Date{});
    entry.contact_id = query.integer(1);
    entry.company_id = query.optional_integer(2);
    entry.person_id = query.optional_integer(3);
    entry.channel = query.text(4);
    entry.direction = query.text(5);
    entry.staff_id = query.optional_integer(6);
    entry.subject = query.text(7);
    set_text(entry.text, query, 8);
    set_text(entry.outcome, query, 9);
    if (const auto minutes = query.optional_integer(10))
        entry.minutes = static_cast<int>(*minutes);
    entry.agreement = query.boolean(11);
    entry.follow_up = query.date(12);
    entry.follow_up_staff_id = query.optional_integer(13);
    entry.done_on = query.date(14);
    entry.done_staff_id = query.optional_integer(15);
    set_text(entry.done_note, query, 16);
    set_text(entry.message_id, query, 17);
    entry.order_id = query.optional_integer(18);
    entry.company_given = query.boolean(19);
    auto others =
        store.prepare("SELECT person_id FROM log_participant WHERE log_id = :id ORDER BY id");
    others.bind(":id", id);
    while (others.step())
        entry.others.push_back(others.integer(0));
    return entry;
}

} // namespace crm
