// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/base/items.hpp"
#include "crm/base/text.hpp"
#include "crm/change.hpp"
#include "crm/cmd_contact.hpp"
#include "crm/contact/consent.hpp"
#include "crm/contact/contact_writer.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/duplicates.hpp"
#include "crm/contact/employment.hpp"
#include "crm/contact/list.hpp"
#include "crm/contact/staff.hpp"
#include "crm/contact_flags.hpp"
#include "crm/flags.hpp"
#include "crm/unset.hpp"

#include <algorithm>

namespace crm
{

namespace
{

struct AddOptions {
    std::optional<std::string> name;
    std::optional<std::string> number;
    ContactFlags contact;
    bool force = false;
};

struct AddPersonOptions : AddOptions {
    std::optional<std::string> at;
    std::optional<std::string> role;
    std::optional<std::string> department;
    std::optional<std::string> staff;
    std::optional<std::string> extension;
    std::optional<std::string> deputy;
};

struct EditOptions {
    std::string contact;
    std::optional<std::string> name;
    std::optional<std::string> number;
    ContactFlags flags;
    EmploymentChange work;
    std::optional<std::string> at;
    std::optional<std::string> staff;
    std::optional<std::string> extension;
    std::optional<std::string> deputy;
    std::vector<std::string> unset;

    bool operator==(const EditOptions&) const = default;
};

struct WhoOptions {
    std::string contact;
};

void declare_add(CLI::App& verb, AddOptions& o)
{
    option(verb, "--number", o.number, "NUMBER", "number from a former system");
    declare_contact_flags(verb, o.contact);
    flag(verb, "--force", o.force, "make it although it looks like a duplicate");
}

void declare_add_company(CLI::App& verb, AddOptions& o)
{
    optional_argument(verb, "name", o.name, "name of the company").required();
    declare_add(verb, o);
}

void declare_add_person(CLI::App& verb, AddPersonOptions& o)
{
    optional_argument(verb, "name", o.name,
                      "given and family name, unless --given and --family say them");
    declare_add(verb, o);
    option(verb, "--at", o.at, "COMPANY", "company where the person works");
    option(verb, "--role", o.role, "ROLE", "role there");
    option(verb, "--department", o.department, "DEPARTMENT", "department there");
    option(verb, "--staff", o.staff, "CODE", "makes the person own staff with this code");
    option(verb, "--extension", o.extension, "EXTENSION", "extension of the own staff member");
    option(verb, "--deputy", o.deputy, "STAFF", "who stands in for the own staff member");
}

int add_contact(Context& ctx, Store& store, ContactKind kind, const ContactData& data, bool force)
{
    Transaction transaction(store);
    if (!force)
        refuse_duplicate(store, kind, data);
    ContactWriter writer(store, ctx.today());
    const auto id = writer.add(kind, data);
    transaction.commit();
    for (const auto& warning : writer.take_warnings())
        ctx.warn(warning);
    const auto number = contact_by_id(store, id).number;
    return ctx.print_made<ContactRow>(number, contact_list_columns(),
                                      [&] { return contact_row(store, id, ctx.today()); });
}

ContactData added_data(Store& store, const AddOptions& o)
{
    auto data = contact_data(store, o.contact);
    if (o.number)
        data.number = trim(*o.number);
    if (o.name)
        data.values[Field::name] = checked(Field::name, *o.name);
    return data;
}

int run_add_company(Context& ctx, const AddOptions& o)
{
    auto store = ctx.open_store();
    auto data = added_data(store, o);
    return add_contact(ctx, store, ContactKind::company, data, o.force);
}

std::optional<StaffData> staff_data(Store& store, const std::optional<std::string>& code,
                                    const std::optional<std::string>& extension,
                                    const std::optional<std::string>& deputy)
{
    if (!code)
        return std::nullopt;
    StaffData staff{*code, extension, std::nullopt};
    if (deputy)
        staff.deputy_id = find_staff(store, *deputy).id;
    return staff;
}

int run_add_person(Context& ctx, const AddPersonOptions& o)
{
    if (!o.staff && (o.extension || o.deputy))
        throw error(ErrorKind::usage, "--extension and --deputy belong to --staff CODE");
    if (!o.at && !o.staff && (o.role || o.department))
        throw error(ErrorKind::usage, "--role and --department belong to --at COMPANY");
    auto store = ctx.open_store();
    auto data = added_data(store, o);
    data.staff = staff_data(store, o.staff, o.extension, o.deputy);
    if (o.at || data.staff) {
        EmploymentData work;
        work.company_id = o.at ? company_to_change(store, *o.at).id : own_company;
        if (data.staff && work.company_id != own_company)
            throw error(ErrorKind::rejected,
                        "'{}' is not the own company, so it has no staff of ours", *o.at);
        work.role = o.role;
        work.department = o.department;
        data.employment = work;
    }
    return add_contact(ctx, store, ContactKind::person, data, o.force);
}

void declare_edit(CLI::App& verb, EditOptions& o)
{
    argument(verb, "contact", o.contact,
             "number or exact name, or - for numbers on standard input");
    option(verb, "--name", o.name, "NAME", "new name");
    option(verb, "--number", o.number, "NUMBER", "new number");
    declare_contact_flags(verb, o.flags);
    option(verb, "--role", o.work.role, "ROLE", "role at work");
    option(verb, "--department", o.work.department, "DEPARTMENT", "department at work");
    repeatable(verb, "--for", o.work.functions, "FUNCTION", "what the person is responsible for");
    repeatable(verb, "--not-for", o.work.not_functions, "FUNCTION",
               "what the person is no longer responsible for");
    option(verb, "--at", o.at, "COMPANY",
           "where that is, if the person works at several companies");
    option(verb, "--staff", o.staff, "CODE", "new staff code");
    option(verb, "--extension", o.extension, "EXTENSION", "extension of the own staff member");
    option(verb, "--deputy", o.deputy, "STAFF", "who stands in for the own staff member");
    repeatable(verb, "--unset", o.unset, "FIELD",
               "empties a field; 'for' is all functions at work");
}

void unset(ContactData& data, const std::string& field)
{
    std::string key = field;
    std::replace(key.begin(), key.end(), '-', '_');
    if (key == "given")
        key = "given_name";
    if (const auto known = field_of(key)) {
        const char* none =
            info(*known).check == FieldCheck::boolean && *known != Field::consumer ? "no" : "";
        if (data.values[*known].value_or(none) != none)
            throw set_and_unset(field);
        data.values[*known] = none;
    } else if (key == "manager")
        data.manager_id = 0;
    else if (field.starts_with("field.")) {
        const auto own = field.substr(6);
        for (const auto& [name, value] : data.own_fields)
            if (name == own && !value.empty())
                throw set_and_unset(field);
        data.own_fields.emplace_back(own, "");
    } else
        throw error(ErrorKind::usage, "there is no field '{}' to unset", field)
            .with_hint("a field is an option's name without '--', or 'field.KEY'");
}

void unset(ContactData& data, EmploymentChange& work, const std::string& field)
{
    if (field == "for")
        work.no_functions = true;
    else if (field == "role")
        work.role = "";
    else if (field == "department")
        work.department = "";
    else
        unset(data, field);
}

/// What of the work the flags change.
EmploymentChange work_change(const EditOptions& o)
{
    auto work = o.work;
    ContactData others;
    for (const auto& field : o.unset)
        unset(others, work, field);
    return work;
}

/// The present employment that is to be changed: the one at `--at`, else the only one.
Employment meant_employment(Store& store, const Contact& person, const EditOptions& o, Date today)
{
    auto present = present_employments(store, person.id, today);
    if (o.at) {
        const auto company = company_to_change(store, *o.at);
        std::erase_if(present, [&](const auto& work) { return work.company_id != company.id; });
        if (present.empty())
            throw error(ErrorKind::rejected, "'{}' does not work at '{}'", person.name,
                        company.name)
                .with_hint("'crm contact employ' records that somebody does");
    } else if (present.empty())
        throw error(ErrorKind::rejected, "'{}' works at no company", person.name)
            .with_hint("'crm contact employ' records that somebody does");
    else if (present.size() > 1) {
        std::vector<std::string> companies;
        for (const auto& work : present)
            companies.push_back(work.company_number + "  " + work.company);
        throw error(ErrorKind::not_found, "'{}' works at {} companies", person.name, present.size())
            .with_candidates(std::move(companies))
            .with_hint("say at which one with --at COMPANY");
    }
    return present.front();
}

/// Only who works at the own company can be one of its staff.
void check_own_employment(Store& store, const Contact& person, Date today)
{
    if (person.kind != ContactKind::person)
        throw error(ErrorKind::rejected, "'{}' is a company, not a person", person.name);
    for (const auto& work : present_employments(store, person.id, today))
        if (work.company_id == own_company)
            return;
    throw error(ErrorKind::rejected, "'{}' does not work at the own company", person.name)
        .with_hint("'crm contact employ {} {}' records it", person.number,
                   contact_by_id(store, own_company).number);
}

/// The address to which mailings go.
std::string mailbox_of(Store& store, std::int64_t contact_id)
{
    const auto values = read_values(store, contact_id);
    const auto& emails = values[Field::email];
    return emails ? std::string(first_item(*emails)) : std::string();
}

/// A consent to mails is proved for the address that was given with it.
void warn_of_consents(Context& ctx, Store& store, const Contact& contact, const std::string& before)
{
    const auto now = mailbox_of(store, contact.id);
    if (before.empty() || now.empty() || lower(now) == lower(before))
        return;
    for (const auto& consent : current_consents(store, contact.id))
        if (!consent.blocks && (consent.channel == "email" || consent.channel == "newsletter"))
            ctx.warn(format("the consent of {} to {} was given for '{}', not for '{}'",
                            consent.day(), consent.channel, before, now));
}

void edit(Context& ctx, Store& store, const Contact& contact, const EditOptions& o)
{
    auto data = contact_data(store, o.flags);
    if (o.name)
        data.values[Field::name] = checked(Field::name, *o.name);
    auto work = o.work;
    for (const auto& field : o.unset)
        unset(data, work, field);
    if (work != EmploymentChange{})
        change_employment(store, meant_employment(store, contact, o, ctx.today()), work);
    if (o.staff)
        check_own_employment(store, contact, ctx.today());
    if (o.staff || o.extension || o.deputy)
        data.staff =
            staff_data(store, o.staff ? *o.staff : code_of(store, contact), o.extension, o.deputy);
    const auto mailbox = data.values[Field::email] ? mailbox_of(store, contact.id) : std::string();
    ContactWriter writer(store, ctx.today());
    writer.change(contact.id, data);
    if (o.number)
        writer.renumber(contact.id, std::string(trim(*o.number)));
    for (const auto& warning : writer.take_warnings())
        ctx.warn(warning);
    warn_of_consents(ctx, store, contact, mailbox);
}

int run_edit(Context& ctx, const EditOptions& o)
{
    EditOptions nothing;
    nothing.contact = o.contact;
    nothing.at = o.at; // says only which employment is meant
    if (o == nothing)
        throw error(ErrorKind::usage, "there is nothing to change")
            .with_hint("say what, as in --phone '0221 4711'; see 'crm contact edit --help'");
    for (const auto& function : o.work.functions)
        if (std::ranges::find(o.work.not_functions, function) != o.work.not_functions.end())
            throw error(ErrorKind::usage, "--for {0} and --not-for {0} exclude each other",
                        function);
    if (o.at && work_change(o) == EmploymentChange{})
        throw error(ErrorKind::usage,
                    "--at belongs to what is changed of the work: --role, --department, --for, "
                    "--not-for")
            .with_hint("'crm contact employ' records phone and e-mail at work");
    return change_each(ctx, o.contact,
                       [&](Store& store, const Contact& contact) { edit(ctx, store, contact, o); });
}

void declare_who(CLI::App& verb, WhoOptions& o)
{
    argument(verb, "contact", o.contact,
             "number or exact name, or - for numbers on standard input");
}

int run_archive(Context& ctx, const WhoOptions& o)
{
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        set_archived(store, contact.id, ctx.today());
    });
}

int run_unarchive(Context& ctx, const WhoOptions& o)
{
    return change_each(ctx, o.contact, [&](Store& store, const Contact& contact) {
        set_archived(store, contact.id, std::nullopt);
    });
}

} // namespace

void add_contact_making(const Noun& noun)
{
    add_verb<AddOptions>(noun, {"add-company", "add a company", Access::writes},
                         declare_add_company, run_add_company);
    add_verb<AddPersonOptions>(noun,
                               {"add-person", "add a person, at a company or not", Access::writes},
                               declare_add_person, run_add_person);
    add_verb<EditOptions>(noun, {"edit", "change a contact", Access::writes}, declare_edit,
                          run_edit);
    add_verb<WhoOptions>(noun, {"archive", "take a contact out of the lists", Access::writes},
                         declare_who, run_archive);
    add_verb<WhoOptions>(noun, {"unarchive", "bring an archived contact back", Access::writes},
                         declare_who, run_unarchive);
}

} // namespace crm
