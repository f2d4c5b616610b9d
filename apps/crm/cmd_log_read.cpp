// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/width.hpp"
#include "crm/cmd_log.hpp"
#include "crm/contact/staff.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/day_range.hpp"
#include "crm/flags.hpp"
#include "crm/for_contacts.hpp"
#include "crm/log/entry.hpp"
#include "crm/log/list.hpp"
#include "crm/log/text_index.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct ListOptions {
    std::optional<std::string> contact;
    std::optional<std::string> since;
    std::optional<std::string> until;
    std::optional<std::string> staff;
    std::optional<std::string> channel;
    bool agreement = false;
};

void declare_list(CLI::App& verb, ListOptions& o)
{
    optional_argument(verb, "contact", o.contact, contacts_to_read);
    option(verb, "--since", o.since, "DATE", "from this day on, or as long ago as 90d");
    option(verb, "--until", o.until, "DATE", "up to this day");
    option(verb, "--by", o.staff, "STAFF", "only what this staff member recorded");
    option(verb, "--channel", o.channel, "ANY-CHANNEL", "only on this channel");
    flag(verb, "--agreement", o.agreement, "only what was agreed");
}

int run_list(Context& ctx, const ListOptions& o)
{
    LogFilter filter;
    const auto range = parse_day_range(ctx, o.since, o.until);
    filter.since = range.since;
    filter.until = range.until;
    if (o.channel)
        filter.channel = log_word("--channel", *o.channel, all_log_channels());
    filter.agreement = o.agreement;
    auto store = ctx.open_store();
    if (o.staff)
        filter.staff_id = find_staff(store, *o.staff).id;
    return print_for_contacts(ctx, store, o.contact, log_list_columns(),
                              [&](const auto& contact, const auto& use) {
                                  filter.contact = contact;
                                  list_log(store, filter, use);
                              });
}

struct SearchOptions {
    std::vector<std::string> texts;
};

void declare_search(CLI::App& verb, SearchOptions& o)
{
    arguments(verb, "text", o.texts,
              "words that all occur; \"a phrase\", begin*, -WORD leaves out");
}

int run_search(Context& ctx, const SearchOptions& o)
{
    static_cast<void>(log_search_expression(o.texts));
    auto options = ctx.output_options();
    options.title = "log search";
    options.if_any |= options.format == Format::table; // people are told, machines want a heading
    // Of a listing that is sorted otherwise, the best ones are not the first ones.
    const auto limit = options.sort.empty() ? options.limit.value_or(-1) : -1;
    auto store = ctx.open_store();
    const auto found =
        write_listing(log_list_columns(), options, ctx.output(),
                      [&](const auto& use) { list_found(store, o.texts, limit, use); });
    if (found > 0)
        return done;
    ctx.say(format("nothing found for '{}'", joined(o.texts, " ")));
    return found_nothing;
}

struct ShowOptions {
    std::string id;
};

void declare_show(CLI::App& verb, ShowOptions& o)
{
    argument(verb, "id", o.id, "the entry, as 'log list' shows it");
}

/// A field of an entry as a person reads it.
struct Line {
    std::string title;
    std::string value;
    bool operator==(const Line&) const = default;
};

void add_line(std::vector<Line>& lines, const char* title, std::string value)
{
    if (!value.empty())
        lines.push_back({tr(title), std::move(value)});
}

/// "10004 Karl Lehmann, 10005 Ida Wolf": both lists are joined by ';'.
std::string numbered(std::string_view numbers, std::string_view names)
{
    std::string all;
    for_each_item(numbers, [&](std::string_view number) {
        const auto name = names.substr(0, names.find(';'));
        names.remove_prefix(std::min(names.size(), name.size() + 1));
        all.append(all.empty() ? "" : ", ").append(number).append(" ").append(name);
    });
    return all;
}

std::vector<Line> lines_of(const LogDetails& entry)
{
    std::vector<Line> lines;
    add_line(lines, "at", entry.at);
    add_line(lines, "company", numbered(entry.company_number, entry.company));
    add_line(lines, "person", numbered(entry.person_number, entry.person));
    add_line(lines, "channel", entry.channel + ", " + entry.direction);
    add_line(lines, "staff", entry.staff);
    add_line(lines, "subject", entry.subject);
    add_line(lines, "text", entry.text);
    add_line(lines, "outcome", entry.outcome);
    add_line(lines, "minutes", entry.minutes ? std::to_string(*entry.minutes) : "");
    add_line(lines, "agreement", entry.agreement ? tr("yes") : "");
    add_line(lines, "order", entry.order);
    if (entry.follow_up)
        add_line(lines, "follow-up",
                 to_string(*entry.follow_up) +
                     (entry.follow_up_staff.empty() ? "" : ", " + entry.follow_up_staff));
    if (entry.done_on)
        add_line(lines, "done",
                 to_string(*entry.done_on) +
                     (entry.done_staff.empty() ? "" : ", " + entry.done_staff) +
                     (entry.done_note.empty() ? "" : ", " + entry.done_note));
    return lines;
}

void print_lines(Context& ctx, const std::vector<Line>& lines)
{
    constexpr int indent = 12;
    for (const auto& line : lines) {
        auto text = line.title;
        text.append(static_cast<std::size_t>(indent - std::min(indent, display_width(line.title))),
                    ' ');
        // Further lines of a text stand below its first.
        for (std::size_t start = 0; start <= line.value.size();) {
            const auto end = std::min(line.value.find('\n', start), line.value.size());
            if (start > 0)
                text.append(1, '\n').append(indent, ' ');
            text += printable(std::string_view(line.value).substr(start, end - start));
            start = end + 1;
        }
        ctx.print_line(text);
    }
}

/// What a former version said otherwise than the one after it; "-" for what it did not say at all.
std::vector<Line> different(const std::vector<Line>& former, const std::vector<Line>& newer)
{
    std::vector<Line> lines;
    for (const auto& line : former)
        if (std::ranges::find(newer, line) == newer.end())
            lines.push_back(line);
    for (const auto& line : newer)
        if (std::ranges::find(former, line.title, &Line::title) == former.end())
            lines.push_back({line.title, "-"});
    return lines;
}

/// The entry as it is, then what was different before, newest first.
int print_versions(Context& ctx, const std::vector<LogDetails>& versions)
{
    std::vector<Line> newer;
    for (const auto& version : versions) {
        auto lines = lines_of(version);
        if (version.amended_at.empty())
            print_lines(ctx, lines);
        else {
            ctx.print_line("");
            ctx.print_line(
                version.amended_by.empty()
                    ? format("before {}", version.amended_at)
                    : format("before {}, amended by {}", version.amended_at, version.amended_by));
            print_lines(ctx, different(lines, newer));
        }
        newer = std::move(lines);
    }
    return done;
}

int run_show(Context& ctx, const ShowOptions& o)
{
    const auto id = parse_count("ID", o.id);
    auto store = ctx.open_store();
    const auto versions = log_versions(store, id);
    const auto options = ctx.output_options();
    if (options.format == Format::table && options.columns.empty())
        return print_versions(ctx, versions);
    return ctx.print_listing(log_details_columns(), [&](const auto& use) {
        static_cast<void>(std::ranges::all_of(versions, use));
    });
}

} // namespace

void add_log_reading(const Noun& noun)
{
    add_verb<ListOptions>(noun, {"list", "what was said, newest first"}, declare_list, run_list);
    add_verb<ShowOptions>(noun, {"show", "one entry, with what it said before"}, declare_show,
                          run_show);
    add_verb<SearchOptions>(noun, {"search", "search in subjects and texts, best first"},
                            declare_search, run_search);
}

} // namespace crm
