// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/contact/resolve.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/flags.hpp"
#include "crm/letter_files.hpp"
#include "crm/openitems/dunning/letter.hpp"
#include "crm/openitems/dunning/posted.hpp"
#include "crm/openitems/dunning/rules.hpp"
#include "crm/openitems/dunning/run.hpp"
#include "crm/store/settings.hpp"

#include <array>
#include <filesystem>

namespace crm
{

namespace
{

using Text = std::optional<std::string>;

struct RemindOptions {
    Text as_of, level, contact, letters, templates, write_templates, run, undo;
    bool post = false;
};

void declare_remind(CLI::App& verb, RemindOptions& o)
{
    option(verb, "--as-of", o.as_of, "DATE", "as of that day, today unless given");
    option(verb, "--level", o.level, "N", "only what rises to this level");
    option(verb, "--contact", o.contact, "CONTACT", "only this contact: number or exact name");
    flag(verb, "--post", o.post, "post it: claims, levels and log entries are recorded");
    option(verb, "--letters", o.letters, "DIR",
           "write a letter for each contact there, as text and as a page to print");
    option(verb, "--templates", o.templates, "DIR",
           "with --letters or --post: words of letters that take the place of ours");
    option(verb, "--write-templates", o.write_templates, "DIR",
           "only write our words of letters there, to be changed");
    option(verb, "--run", o.run, "RUN",
           "list a posted run as it was; with --letters its letters, word by word");
    option(verb, "--undo", o.undo, "RUN", "take a posted run back with its claims and levels");
}

void check(const RemindOptions& o)
{
    const bool selects = o.as_of || o.level || o.contact || o.post || o.templates;
    const bool others = selects || o.letters || o.run;
    if ((o.undo || o.write_templates) && (others || (o.undo && o.write_templates)))
        throw error(ErrorKind::usage, "{} goes with no other option",
                    o.undo ? "--undo" : "--write-templates");
    if (o.run && selects)
        throw error(ErrorKind::usage, "--run goes with --letters only")
            .with_hint("what a run says is fixed when it is posted");
    if (o.templates && !o.letters && !o.post)
        throw error(ErrorKind::usage, "--templates belongs to --letters or --post");
}

/// An item of a reminder as it is listed.
struct ReminderRow {
    std::int64_t run = 0; ///< 0 in a preview
    const Reminder* reminder = nullptr;
    const RemindedItem* item = nullptr;
};

using Row = ReminderRow;

template<std::size_t line>
Cell address_line(const Row& row)
{
    const auto& address = row.reminder->address;
    return line < address.size() ? text_cell(address[line]) : text_cell("");
}

constexpr std::array<Column<Row>, 20> reminder_columns = {{
    {"run", "RUN", Kind::integer,
     [](const Row& r) { return cell(r.run == 0 ? std::nullopt : std::optional(r.run)); }},
    {"contact_number", "NUMBER", Kind::text,
     [](const Row& r) { return text_cell(r.reminder->contact_number); }},
    {"contact", "CONTACT", Kind::text, [](const Row& r) { return text_cell(r.reminder->contact); }},
    {"document", "DOCUMENT", Kind::text, [](const Row& r) { return text_cell(r.item->document); }},
    {"due", "DUE", Kind::date, [](const Row& r) { return Cell(r.item->due); }},
    {"days_overdue", "DAYS OVERDUE", Kind::integer,
     [](const Row& r) { return Cell(r.item->days_overdue); }},
    {"open", "OPEN", Kind::money, [](const Row& r) { return Cell(r.item->open); }},
    {"level", "LEVEL", Kind::integer,
     [](const Row& r) { return Cell(std::int64_t{r.item->level}); }},
    {"fee", "FEE", Kind::money, [](const Row& r) { return Cell(r.item->fee); }},
    {"interest", "INTEREST", Kind::money, [](const Row& r) { return Cell(r.item->interest); }},
    {"lumpsum", "LUMP SUM", Kind::money, [](const Row& r) { return Cell(r.item->lumpsum); }},
    {"total", "TOTAL", Kind::money, [](const Row& r) { return Cell(r.item->total); }},
    {"channel", "CHANNEL", Kind::text, [](const Row& r) { return text_cell(r.reminder->channel); }},
    {"email", "E-MAIL", Kind::text, [](const Row& r) { return text_cell(r.reminder->email); }},
    {"address_1", "ADDRESS", Kind::text, address_line<0>},
    {"address_2", "ADDRESS 2", Kind::text, address_line<1>},
    {"address_3", "ADDRESS 3", Kind::text, address_line<2>},
    {"address_4", "ADDRESS 4", Kind::text, address_line<3>},
    {"address_5", "ADDRESS 5", Kind::text, address_line<4>},
    {"address_6", "ADDRESS 6", Kind::text, address_line<5>},
}};

const std::span<const Column<Row>> columns(reminder_columns);

/// Writes letters where that is wanted.
class Letters
{
  public:
    Letters(Store& store, Date day, const RemindOptions& o)
    {
        if (!o.letters)
            return;
        writer_.emplace(store, day, o.templates.value_or(""));
        folder_ = folder_for_files(*o.letters);
    }

    [[nodiscard]] bool wanted() const { return writer_.has_value(); }

    void write(const Reminder& reminder) const
    {
        if (!writer_)
            return;
        write_letter_files(folder_, writer_->write(reminder));
    }

  private:
    std::optional<LetterWriter> writer_;
    std::filesystem::path folder_;
};

/// What people should know besides the list.
class Notable
{
  public:
    explicit Notable(std::string currency) : currency_(std::move(currency)) {}

    void add(const Context& ctx, const Reminder& reminder)
    {
        any_ = true;
        foreign_ += reminder.currency == currency_ ? 0 : 1;
        if (reminder.channel.empty())
            ctx.warn(format("{} {} has neither an address nor an e-mail", reminder.contact_number,
                            reminder.contact));
    }

    void tell(const Context& ctx) const
    {
        if (!any_)
            ctx.say(tr("nobody is to be reminded"));
        if (foreign_ > 0)
            ctx.say(format("reminders in other currencies than {}: {}", currency_, foreign_));
    }

  private:
    std::string currency_; ///< of the books
    bool any_ = false;
    std::int64_t foreign_ = 0;
};

int run_undo(Context& ctx, const std::string& typed)
{
    const auto run = parse_count("--undo", typed);
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto undone = undo_run(store, run, ctx.now());
    transaction.commit();
    ctx.print_line(fmt::format("{}", run));
    ctx.say(format("taken back: reminders {}, claims {}", undone.reminders, undone.claims));
    return done;
}

int run_write_templates(Context& ctx, const std::string& folder)
{
    auto store = ctx.open_store();
    const auto target = folder_for_files(folder);
    const auto levels = dunning_rules(store, ctx.today()).levels.size();
    const LetterWords words(static_cast<int>(levels), "");
    for (const auto& [name, text] : words.all()) {
        write_whole_file(target / name, text);
        ctx.print_line(name);
    }
    return done;
}

ReminderQuery query_of(const Context& ctx, Store& store, const RemindOptions& o)
{
    ReminderQuery query;
    query.key_date = ctx.day_or_today(o.as_of);
    if (o.level) {
        const auto levels = dunning_rules(store, query.key_date).levels.size();
        query.level = static_cast<int>(
            parse_count("--level", *o.level, 1, static_cast<std::int64_t>(levels)));
    }
    if (o.contact)
        query.contact_id = contact_to_change(store, *o.contact).id;
    return query;
}

/// The letters that are kept with a run; returns the exit code, for some may have been erased.
int write_letters(Context& ctx, Store& store, std::int64_t run, const std::string& folder)
{
    if (store.options().dry_run) {
        ctx.say(tr("no letters are written in a dry run"));
        return done;
    }
    std::filesystem::path target; // none is made for letters that are refused
    const auto erased = for_each_posted_letter(store, run, [&](const WrittenLetter& letter) {
        if (target.empty())
            target = folder_for_files(folder);
        write_letter_files(target, letter);
    });
    for (const auto& number : erased)
        ctx.warn(format("the letter of run {} to {} was erased", run, number));
    return erased.empty() ? done : rows_left_out;
}

/// Posts the run of the day; its letters are written before it is final.
DunningRun post(Context& ctx, Store& store, const ReminderQuery& query, const RemindOptions& o)
{
    Transaction transaction(store);
    auto run = post_reminders(store, query, ctx.now(), o.templates.value_or(""));
    if (o.letters && run.id != 0)
        write_letters(ctx, store, run.id, *o.letters);
    transaction.commit();
    return run;
}

/// Lists the items of a reminder; false when the list takes no more.
bool list_items(std::int64_t run, const Reminder& reminder, const auto& use)
{
    return std::ranges::all_of(reminder.items, [&](const RemindedItem& item) {
        return use(Row{run, &reminder, &item});
    });
}

/// A run as it was posted.
int run_posted(Context& ctx, const std::string& typed, const Text& letters)
{
    const auto id = parse_count("--run", typed);
    auto store = ctx.open_store();
    const auto posted = posted_run(store, id);
    const int written = letters ? write_letters(ctx, store, id, *letters) : done;
    if (posted.undone_on)
        ctx.say(format("run {} was undone on {}", id, to_string(*posted.undone_on)));
    const int listed = ctx.print_listing(columns, [&](const auto& use) {
        for (const auto& reminder : posted.run.reminders)
            if (!list_items(id, reminder, use))
                return;
    });
    return listed == done ? written : listed;
}

int run_preview(Context& ctx, Store& store, const ReminderQuery& query, const RemindOptions& o,
                Notable& notable)
{
    const Letters letters(store, query.key_date, o);
    return ctx.print_listing(columns, [&](const auto& use) {
        bool more = true; // a list that is cut short has its letters all the same
        for_each_reminder(store, query, [&](const Reminder& reminder) {
            notable.add(ctx, reminder);
            letters.write(reminder);
            more = more && list_items(0, reminder, use);
            return more || letters.wanted();
        });
    });
}

int run_post(Context& ctx, Store& store, const ReminderQuery& query, const RemindOptions& o,
             Notable& notable)
{
    const auto run = post(ctx, store, query, o);
    const auto code = ctx.print_listing(columns, [&](const auto& use) {
        bool more = true;
        for (const auto& reminder : run.reminders) {
            notable.add(ctx, reminder);
            more = more && list_items(run.id, reminder, use);
        }
    });
    if (run.id != 0 && !store.options().dry_run)
        ctx.say(format("run {} is posted; 'remind --undo {}' takes it back", run.id, run.id));
    return code;
}

int run_remind(Context& ctx, const RemindOptions& o)
{
    check(o);
    if (o.undo)
        return run_undo(ctx, *o.undo);
    if (o.write_templates)
        return run_write_templates(ctx, *o.write_templates);
    if (o.run)
        return run_posted(ctx, *o.run, o.letters);
    auto store = ctx.open_store();
    const auto query = query_of(ctx, store, o);
    Notable notable(setting(store, "currency"));
    const auto code = o.post ? run_post(ctx, store, query, o, notable)
                             : run_preview(ctx, store, query, o, notable);
    notable.tell(ctx);
    return code;
}

} // namespace

void add_open_item_reminders(const Noun& noun)
{
    add_verb<RemindOptions>(noun,
                            {"remind",
                             "preview, post, print again or undo reminders of what is overdue",
                             Access::writes},
                            declare_remind, run_remind);
    add_open_item_holds(noun);
}

} // namespace crm
