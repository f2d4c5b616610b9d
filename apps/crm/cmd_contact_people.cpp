// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/change.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/absence.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/search/index.hpp"
#include "crm/contact/staff.hpp"
#include "crm/contact/work_points.hpp"
#include "crm/flags.hpp"
#include "crm/log/follow_up.hpp"

namespace crm
{

namespace
{

struct EmployOptions {
    std::string person;
    std::string company;
    std::optional<std::string> role;
    std::optional<std::string> department;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::vector<std::string> functions;
    bool main = false;
    std::optional<std::string> from;
};

void declare_employ(CLI::App& verb, EmployOptions& o)
{
    argument(verb, "person", o.person, "who is employed, or - for numbers on standard input");
    argument(verb, "company", o.company, "where");
    option(verb, "--role", o.role, "ROLE", "role there");
    option(verb, "--department", o.department, "DEPARTMENT", "department there");
    option(verb, "--phone", o.phone, "PHONE", "phone at work");
    option(verb, "--email", o.email, "EMAIL", "e-mail at work");
    repeatable(verb, "--for", o.functions, "FUNCTION", "what the person is responsible for");
    flag(verb, "--main", o.main, "the person's main employment");
    option(verb, "--from", o.from, "DATE", "first day, if it is known");
}

int run_employ(Context& ctx, const EmployOptions& o)
{
    auto store = ctx.open_store();
    const auto targets = ctx.targets(o.person); // read before anything is locked
    Transaction transaction(store);
    EmploymentData work;
    work.company_id = company_to_change(store, o.company).id;
    work.role = o.role;
    work.department = o.department;
    if (o.phone)
        work.phone = checked(Field::phone, *o.phone);
    if (o.email)
        work.email = checked(Field::email, *o.email);
    work.functions = o.functions;
    if (o.main)
        work.main = true;
    if (o.from)
        work.first_day = parse_date(*o.from, ctx.today());
    SearchIndexer indexer(store);
    for (const auto& who : targets) {
        const auto person = person_to_change(store, who);
        indexer.remove(person.id);
        const auto id = add_employment(store, person.id, work, ctx.today());
        indexer.add(person.id);
        ctx.print_line(o.person == "-" ? person.number : std::to_string(id));
    }
    transaction.commit();
    return done;
}

struct LeaveOptions {
    std::string person;
    std::string company;
    std::optional<std::string> on;
};

void declare_leave(CLI::App& verb, LeaveOptions& o)
{
    argument(verb, "person", o.person, "who leaves, or - for numbers on standard input");
    argument(verb, "company", o.company, "which company");
    option(verb, "--on", o.on, "DATE", "last day, today unless given");
}

/// What is the person's own goes on being used, and nobody but the user knows whether it should.
void warn_of_staying(Context& ctx, const Contact& person, std::string_view field,
                     const std::string& values)
{
    if (!values.empty())
        ctx.warn(format("{} keeps '{}'; if that was at work, 'crm contact edit {} --unset {}' "
                        "takes it away",
                        person.name, values, person.number, field));
}

/// Calls go on being put through to whoever has left.
void warn_of_managed(Context& ctx, Store& store, const Contact& person)
{
    if (const auto contacts = contacts_managed_by(store, person.id); contacts > 0)
        ctx.warn(format("{} is still the manager of contacts: {}; 'crm contact hand-over {} STAFF' "
                        "gives them to somebody else",
                        person.name, contacts, code_of(store, person)));
}

int run_leave(Context& ctx, const LeaveOptions& o)
{
    const auto last_day = o.on ? parse_date(*o.on, ctx.today()) : ctx.today();
    return change_each(ctx, o.person, [&](Store& store, const Contact& person) {
        const auto company = company_to_change(store, o.company);
        const auto ended = end_employment(store, person.id, company.id, last_day, ctx.today());
        const auto staying = give_back_work_points(store, ended);
        warn_of_staying(ctx, person, "phone", staying.phones);
        warn_of_staying(ctx, person, "email", staying.emails);
        if (company.id == own_company)
            warn_of_managed(ctx, store, person);
    });
}

struct AbsentOptions {
    std::string staff;
    std::optional<std::string> from;
    std::optional<std::string> to;
};

void declare_absent(CLI::App& verb, AbsentOptions& o)
{
    argument(verb, "staff", o.staff, "staff code");
    option(verb, "--from", o.from, "DATE", "first day away").required();
    option(verb, "--to", o.to, "DATE", "last day away").required();
}

int run_absent(Context& ctx, const AbsentOptions& o)
{
    const Period days{parse_date(*o.from, ctx.today()), parse_date(*o.to, ctx.today())};
    if (days.last < days.first)
        throw error(ErrorKind::rejected, "the absence would end ({}) before it begins ({})",
                    to_string(days.last), to_string(days.first));
    auto store = ctx.open_store();
    Transaction transaction(store);
    add_absence(store, find_staff(store, o.staff).id, days);
    ctx.print_line(std::to_string(store.last_id()));
    transaction.commit();
    return done;
}

struct PresentOptions {
    std::string staff;
    std::optional<std::string> from;
    std::optional<std::string> to;
};

void declare_present(CLI::App& verb, PresentOptions& o)
{
    argument(verb, "staff", o.staff, "staff code");
    option(verb, "--from", o.from, "DATE", "first day here after all, today unless given");
    option(verb, "--to", o.to, "DATE", "last day, that of the absence unless given");
}

int run_present(Context& ctx, const PresentOptions& o)
{
    const auto first = o.from ? parse_date(*o.from, ctx.today()) : ctx.today();
    const auto last = o.to ? std::optional(parse_date(*o.to, ctx.today())) : std::nullopt;
    if (last && *last < first)
        throw error(ErrorKind::rejected, "the days would end ({}) before they begin ({})",
                    to_string(*last), to_string(first));
    auto store = ctx.open_store();
    Transaction transaction(store);
    take_back_absence(store, find_staff(store, o.staff).id, first, last);
    transaction.commit();
    return done;
}

struct AbsencesOptions {
    std::optional<std::string> staff;
    bool all = false;
};

void declare_absences(CLI::App& verb, AbsencesOptions& o)
{
    optional_argument(verb, "staff", o.staff, "staff code; everybody unless given");
    flag(verb, "--all", o.all, "former absences, too");
}

int run_absences(Context& ctx, const AbsencesOptions& o)
{
    auto store = ctx.open_store();
    const auto staff = o.staff ? std::optional(find_staff(store, *o.staff).id) : std::nullopt;
    const auto not_before = o.all ? std::nullopt : std::optional(ctx.today());
    return ctx.print_listing(
        absence_columns(), [&](const auto& use) { list_absences(store, staff, not_before, use); });
}

struct HandOverOptions {
    std::string from;
    std::string to;
    bool follow_ups = false;
};

void declare_hand_over(CLI::App& verb, HandOverOptions& o)
{
    argument(verb, "from-staff", o.from, "staff code of who gives");
    argument(verb, "to-staff", o.to, "staff code of who takes");
    flag(verb, "--follow-ups", o.follow_ups, "open follow-ups, too");
}

int run_hand_over(Context& ctx, const HandOverOptions& o)
{
    auto store = ctx.open_store();
    Transaction transaction(store);
    const auto from = find_staff(store, o.from).id;
    const auto to = find_staff(store, o.to).id;
    const auto contacts = hand_over(store, from, to);
    const auto follow_ups = o.follow_ups ? hand_over_follow_ups(store, from, to) : 0;
    transaction.commit();
    ctx.say(format("contacts handed over: {}", contacts));
    if (o.follow_ups)
        ctx.say(format("follow-ups handed over: {}", follow_ups));
    return done;
}

} // namespace

void add_contact_people(const Noun& noun)
{
    add_verb<EmployOptions>(noun,
                            {"employ", "record that a person works at a company", Access::writes},
                            declare_employ, run_employ);
    add_verb<LeaveOptions>(noun,
                           {"leave", "end an employment; what was stays recorded", Access::writes},
                           declare_leave, run_leave);
    add_verb<AbsentOptions>(noun, {"absent", "record that a staff member is away", Access::writes},
                            declare_absent, run_absent);
    add_verb<PresentOptions>(noun,
                             {"present", "take days of an absence back, or end it", Access::writes},
                             declare_present, run_present);
    add_verb<AbsencesOptions>(noun, {"absences", "list who is away, and who will be"},
                              declare_absences, run_absences);
    add_verb<HandOverOptions>(
        noun, {"hand-over", "give all contacts of one manager to another", Access::writes},
        declare_hand_over, run_hand_over);
}

} // namespace crm
