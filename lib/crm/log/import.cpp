// SPDX-License-Identifier: MIT
#include "crm/log/import.hpp"

#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/contact/exchange/import_references.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/log/entry.hpp"

#include <array>
#include <vector>

namespace crm
{

namespace
{

/// In the order of LogKey.
constexpr std::array<std::string_view, 18> names = {
    "at",        "company_number", "company",         "person_number", "person",  "channel",
    "direction", "staff",          "subject",         "text",          "outcome", "duration",
    "agreement", "follow_up",      "follow_up_staff", "done",          "id",      "order"};
static_assert(names.size() == static_cast<std::size_t>(LogKey::order) + 1);

/// Also `2026-06-30 14:05:09` and `30.06.2026 14:05`, as other programs write it.
LocalTime read_time(std::string_view typed, Date today)
{
    std::string time(typed);
    const auto gap = time.find_first_of(" T");
    if (gap == std::string::npos)
        return parse_time(time, today);
    time[gap] = 'T';
    if (time.size() > gap + 6 && time[gap + 6] == ':') // seconds
        time.resize(gap + 6);
    return parse_time(time, today);
}

/// More than the id of any entry.
std::size_t next_entry_id(Store& store)
{
    auto query = store.prepare("SELECT coalesce(max(id), 0) + 1 FROM log_entry");
    query.step();
    return static_cast<std::size_t>(query.integer(0));
}

class Import
{
  public:
    Import(Store& store, Date today, const OrderIds& order_ids)
        : store_(store), today_(today), order_ids_(order_ids), references_(store, [] {}),
          at_company_(store.prepare(R"sql(
              SELECT id FROM log_entry
               WHERE company_id = :company AND at = :at AND subject = :subject
                 AND person_id IS :person AND id < :before)sql")),
          of_person_(store.prepare(R"sql(
              SELECT id FROM log_entry
               WHERE person_id = :person AND at = :at AND subject = :subject
                 AND company_id IS NULL AND id < :before)sql")),
          met_(next_entry_id(store))
    {
    }

    RowOutcome take(const KeyedRow& row)
    {
        const auto entry = read(row);
        if (is_there(entry))
            return RowOutcome::skipped;
        add_log_entry(store_, entry);
        return RowOutcome::added;
    }

  private:
    LogEntry read(const KeyedRow& row);
    void read_follow_up(LogEntry& entry, const KeyedRow& row);
    std::optional<Contact> company(const KeyedRow& row);
    std::vector<Contact> persons(const KeyedRow& row);
    Contact contact(std::string_view number);
    std::optional<std::int64_t> staff(std::string_view code);
    std::optional<std::int64_t> order(std::string_view number);
    bool is_there(const LogEntry& entry);

    Store& store_;
    Date today_;
    const OrderIds& order_ids_;
    ImportReferences references_;
    Statement at_company_;
    Statement of_person_;
    std::vector<bool> met_; ///< by id, of what was there before: whether a row was the same
};

Contact Import::contact(std::string_view number)
{
    if (auto found = contact_by_number(store_, number))
        return *found;
    throw error(ErrorKind::rejected, "there is no contact '{}'", number);
}

/// A name counts only where there is no number.
std::optional<Contact> Import::company(const KeyedRow& row)
{
    const auto number = row[LogKey::company_number];
    const auto name = row[LogKey::company];
    std::optional<Contact> found;
    if (!number.empty())
        found = contact(number);
    else if (!name.empty())
        found = company_to_change(store_, name);
    if (found && found->kind != ContactKind::company)
        throw error(ErrorKind::rejected, "{} ({}) is a person, not a company", number, found->name);
    return found;
}

std::vector<Contact> Import::persons(const KeyedRow& row)
{
    std::vector<Contact> found;
    for_each_item(row[LogKey::person_number],
                  [&](std::string_view number) { found.push_back(contact(number)); });
    if (found.empty())
        for_each_item(row[LogKey::person], [&](std::string_view name) {
            found.push_back(person_to_change(store_, name));
        });
    for (const auto& each : found)
        if (each.kind != ContactKind::person)
            throw error(ErrorKind::rejected, "{} ({}) is a company, not a person", each.number,
                        each.name);
    return found;
}

std::optional<std::int64_t> Import::staff(std::string_view code)
{
    if (code.empty())
        return std::nullopt;
    if (const auto found = references_.staff(code))
        return found;
    throw error(ErrorKind::rejected, "there is no staff member '{}'", code);
}

std::optional<std::int64_t> Import::order(std::string_view number)
{
    if (number.empty())
        return std::nullopt;
    if (const auto found = order_ids_(number))
        return found;
    throw error(ErrorKind::rejected, "there is no order '{}'", number);
}

void Import::read_follow_up(LogEntry& entry, const KeyedRow& row)
{
    const auto day = row[LogKey::follow_up];
    const auto done = row[LogKey::done];
    const auto answer = parse_boolean(done);
    if (!day.empty())
        entry.follow_up = parse_date(day, today_);
    entry.follow_up_staff_id = staff(row[LogKey::follow_up_staff]);
    if (!done.empty() && answer != false)
        entry.done_on = answer ? today_ : parse_date(done, today_);
    if (!entry.follow_up && (entry.done_on || entry.follow_up_staff_id))
        throw error(ErrorKind::rejected, "there is no follow-up to be done");
}

LogEntry Import::read(const KeyedRow& row)
{
    const auto word = [&](LogKey key, const char* name, std::span<const std::string_view> choices,
                          std::string& into) {
        if (const auto typed = row[key]; !typed.empty())
            into = log_word(name, typed, choices);
    };
    LogEntry entry;
    if (row[LogKey::at].empty())
        throw error(ErrorKind::rejected, "the row has no time");
    entry.at = read_time(row[LogKey::at], today_);
    word(LogKey::channel, "channel", all_log_channels(), entry.channel);
    word(LogKey::direction, "direction", log_directions(), entry.direction);
    entry.staff_id = staff(row[LogKey::staff]);
    entry.subject = row[LogKey::subject];
    if (const auto words = row[LogKey::text]; !words.empty())
        entry.text = words;
    if (const auto typed = row[LogKey::outcome]; !typed.empty())
        entry.outcome = log_word("outcome", typed, log_outcomes());
    if (const auto typed = row[LogKey::duration]; !typed.empty())
        entry.minutes = parse_talk_length(typed);
    if (const auto typed = row[LogKey::agreement]; !typed.empty()) {
        const auto answer = parse_boolean(typed);
        if (!answer)
            throw error(ErrorKind::rejected, "'{}' is neither yes nor no", typed);
        entry.agreement = *answer;
    }
    entry.order_id = order(row[LogKey::order]);
    read_follow_up(entry, row);
    const auto at = company(row);
    const auto people = persons(row);
    if (!at && people.empty())
        throw error(ErrorKind::rejected, "the row has no contact");
    place_entry(store_, entry, at ? *at : people.front(), people, std::nullopt);
    return entry;
}

/// Equal rows of one file are several talks; so an entry that was there before the import stands
/// for one row and no more.
bool Import::is_there(const LogEntry& entry)
{
    auto& query = entry.company_id ? at_company_ : of_person_;
    if (entry.company_id)
        query.bind(":company", *entry.company_id);
    query.bind(":person", entry.person_id)
        .bind(":at", to_string(entry.at))
        .bind(":subject", entry.subject)
        .bind(":before", static_cast<std::int64_t>(met_.size()));
    bool found = false;
    while (!found && query.step()) {
        auto met = met_.at(static_cast<std::size_t>(query.integer(0)));
        found = !met;
        met = true;
    }
    query.reset();
    return found;
}

} // namespace

const TableKeys& log_import_keys()
{
    static const TableKeys keys = {
        names, {{"at"}, {"subject"}, {"company_number", "company", "person_number", "person"}}};
    return keys;
}

ImportResult import_log(Store& store, KeyedTable& table, bool skip_errors, Date today,
                        const OrderIds& order_ids, const ImportEvents& events)
{
    Import import(store, today, order_ids);
    return import_keyed(store, table, skip_errors, events,
                        [&](const KeyedRow& row) { return import.take(row); });
}

} // namespace crm
