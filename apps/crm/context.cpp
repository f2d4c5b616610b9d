// SPDX-License-Identifier: MIT
#include "crm/context.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"
#include "crm/base/width.hpp"
#include "crm/contact/staff.hpp"
#include "crm/counts.hpp"
#include "crm/environment.hpp"
#include "crm/format/json_writer.hpp"

#include <array>
#include <iostream>
#include <iterator>
#include <unistd.h>

namespace crm
{

namespace
{

enum class When { automatic, always, never };

When parse_when(const char* option, const std::optional<std::string>& text)
{
    if (!text || *text == "auto")
        return When::automatic;
    if (*text == "always")
        return When::always;
    if (*text == "never")
        return When::never;
    throw error(ErrorKind::usage, "'{}' is no value for {}", *text, option)
        .with_hint("one of: auto, always, never");
}

} // namespace

Context::Context(const CommonOptions& options, const Selection& selection)
    : options_(options), selection_(selection),
      today_(options.today ? parse_date(*options.today, local_today()) : local_today()),
      output_(options.output)
{
    // Said at once, so that a slip is found before any work is done.
    static_cast<void>(output_options());
    static_cast<void>(show_progress());
    static_cast<void>(decimal());
}

LocalTime Context::now() const
{
    return {today_, local_minute()};
}

std::filesystem::path Context::database_file() const
{
    return options_.db.value_or(default_database_file());
}

Decimal Context::decimal() const
{
    if (!options_.decimal || *options_.decimal == "point")
        return Decimal::point;
    if (*options_.decimal == "comma")
        return Decimal::comma;
    throw error(ErrorKind::usage, "'{}' is no value for --decimal", *options_.decimal)
        .with_hint("one of: point, comma");
}

bool Context::extra_format() const
{
    return selection_.verb->extra_format != nullptr &&
           options_.format == selection_.verb->extra_format;
}

bool Context::json() const
{
    return options_.format == "json" || options_.format == "jsonl";
}

OutputOptions Context::listing_options(std::vector<SortKey> usual_order) const
{
    auto options = output_options();
    if (options.sort.empty())
        options.sort = std::move(usual_order);
    if (options.title.empty())
        options.title = selection_.command;
    return options;
}

OutputOptions Context::output_options() const
{
    OutputOptions result;
    if (options_.format && !extra_format())
        result.format = parse_format(*options_.format);
    if (options_.csv_dialect)
        result.dialect = parse_dialect(*options_.csv_dialect);
    if (options_.columns)
        result.columns = parse_columns(*options_.columns);
    else if (options_.usual_columns)
        result.usual_columns = parse_columns(*options_.usual_columns);
    if (options_.sort)
        result.sort = parse_sort(*options_.sort);
    if (options_.limit)
        result.limit = parse_count("--limit", *options_.limit);
    result.header = !options_.no_header;
    result.if_any = options_.if_any;
    const bool terminal = is_terminal(STDOUT_FILENO) && !options_.output;
    const auto when = parse_when("--color", options_.color);
    result.color =
        when == When::always || (when == When::automatic && terminal && !colour_forbidden());
    if (terminal && result.format == Format::xlsx)
        throw error(ErrorKind::usage, "a workbook cannot be shown on a terminal")
            .with_hint("-o FILE writes it to a file");
    if (terminal)
        result.terminal_width = terminal_width();
    return result;
}

bool Context::show_progress() const
{
    const auto when = parse_when("--progress", options_.progress);
    return when == When::always ||
           (when == When::automatic && is_terminal(STDERR_FILENO) && !options_.quiet);
}

StoreOptions Context::store_options() const
{
    StoreOptions result;
    result.dry_run = selection_.dry_run;
    if (options_.busy_timeout)
        result.busy_timeout =
            std::chrono::seconds(parse_count("--busy-timeout", *options_.busy_timeout));
    // Who acts matters only to those that write; looking up the login name takes its time.
    if (selection_.verb->access == Access::writes)
        result.actor.user = options_.user ? *options_.user : login_name();
    result.actor.command = selection_.command;
    result.clock = utc_now;
    result.today = today();
    return result;
}

Date Context::day_or_today(const std::optional<std::string>& typed) const
{
    const auto day = typed ? parse_date(*typed, today_) : today_;
    if (day > today_)
        warn(format("{} is still to come", to_string(day)));
    return day;
}

Store Context::open_store()
{
    auto store = Store::open(database_file(), store_options());
    // The audit knows a staff member by the code as it is stored, however it was typed.
    if (options_.user)
        store.set_user(find_staff(store, *options_.user).code);
    else if (selection_.verb->access == Access::writes)
        if (const auto staff = staff_by_code(store, store.options().actor.user))
            store.set_user(staff->code);
    return store;
}

int Context::finish_listing(std::int64_t rows)
{
    return rows == 0 && options_.if_any ? found_nothing : done;
}

void Context::drop_output_of_dry_run()
{
    if (!selection_.dry_run)
        return;
    drop_output();
    say(format("{} is not written: this is a dry run", options_.output.value_or("")));
}

void Context::commit_output(int exit_code)
{
    if (!(options_.if_any && exit_code == found_nothing) && !output_dropped_)
        output_.commit();
}

void Context::print_object(const std::vector<ColumnInfo>& columns, std::span<const Cell> cells)
{
    write_object(columns, cells, output());
}

void Context::print_line(std::string_view line)
{
    output() << line << '\n';
}

void Context::say(const std::string& sentence) const
{
    if (!options_.quiet)
        std::cerr << "crm: " << printable(sentence) << '\n';
}

void Context::warn(const std::string& sentence) const
{
    std::cerr << tr("crm: warning: ") << printable(sentence) << '\n';
}

bool Context::confirm(const std::string& question) const
{
    if (options_.yes)
        return true;
    if (!is_terminal(STDIN_FILENO))
        throw error(ErrorKind::usage, "this needs an answer: {}", question)
            .with_hint("answer with --yes");
    std::cerr << question << tr(" [y/N] ");
    std::string answer;
    if (!std::getline(std::cin, answer))
        std::cerr << '\n'; // the end of input leaves the cursor behind the question
    const auto word = lower(trim(answer));
    return word == "y" || word == "yes" || word == "j" || word == "ja";
}

void Context::take_stdin()
{
    if (stdin_taken_)
        throw error(ErrorKind::usage, "only one '-' a command is possible");
    stdin_taken_ = true;
}

std::string Context::text(const std::string& given)
{
    if (given != "-")
        return given;
    take_stdin();
    const std::string all(std::istreambuf_iterator<char>(std::cin), {});
    return std::string(trim(all));
}

std::vector<std::string> Context::targets(const std::string& who)
{
    if (who != "-")
        return {who};
    take_stdin();
    std::vector<std::string> lines;
    for (std::string line; std::getline(std::cin, line);)
        if (const auto text = trim(line); !text.empty())
            lines.emplace_back(text);
    return lines;
}

} // namespace crm
