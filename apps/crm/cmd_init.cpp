// SPDX-License-Identifier: MIT
#include "crm/base/error.hpp"
#include "crm/commands.hpp"
#include "crm/contact/list.hpp"
#include "crm/contact/own_company.hpp"
#include "crm/context.hpp"
#include "crm/counts.hpp"
#include "crm/demo/demo.hpp"
#include "crm/flags.hpp"
#include "crm/stock/location.hpp"
#include "crm/store/create.hpp"
#include "crm/store/settings.hpp"

#include <algorithm>
#include <array>
#include <grp.h>

namespace crm
{

namespace
{

/// What `init` takes about the own company besides its name.
constexpr std::array<Field, 11> own_fields = {
    Field::legal_form, Field::street, Field::postcode,   Field::city, Field::country, Field::phone,
    Field::email,      Field::vat_id, Field::tax_number, Field::iban, Field::bic,
};

struct InitOptions {
    std::optional<std::string> company;
    std::array<std::optional<std::string>, own_fields.size()> fields;
    std::optional<std::string> commercial_register;
    std::optional<std::string> currency;
    std::optional<std::string> shared;
    bool demo = false;
    std::optional<std::string> scale;
};

/// "vat_id" as an option, "--vat-id", or as the name of its value, "VAT-ID".
std::string spelled(std::string_view key, const char* before, bool capitals)
{
    std::string word(key);
    std::transform(word.begin(), word.end(), word.begin(), [&](char c) {
        if (c == '_')
            return '-';
        return capitals && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return before + word;
}

void declare_init(CLI::App& verb, InitOptions& o)
{
    option(verb, "--company", o.company, "NAME", "name of the own company");
    for (std::size_t i = 0; i < own_fields.size(); ++i) {
        const auto& field = info(own_fields[i]);
        option(verb, spelled(field.key, "--", false).c_str(), o.fields[i],
               spelled(field.key, "", true).c_str(), field.summary);
    }
    option(verb, "--register", o.commercial_register, "REGISTER",
           "commercial register, as in HRB 1234 Göttingen");
    option(verb, "--currency", o.currency, "CURRENCY", "currency of the books, EUR unless given");
    option(verb, "--shared", o.shared, "USERGROUP",
           "let everybody in this group of the system work with it");
    flag(verb, "--demo", o.demo, "a made-up company to try crm on");
    option(verb, "--scale", o.scale, "N", "makes the demo company N times as large");
}

ContactData company_data(const InitOptions& o)
{
    ContactData data;
    data.values[Field::name] = checked(Field::name, o.company.value_or(""));
    for (std::size_t i = 0; i < own_fields.size(); ++i)
        if (o.fields[i])
            data.values[own_fields[i]] = checked(own_fields[i], *o.fields[i]);
    if (o.commercial_register)
        data.own_fields.emplace_back("register", *o.commercial_register);
    return data;
}

std::optional<unsigned> group_id(const std::optional<std::string>& name)
{
    if (!name)
        return std::nullopt;
    const auto* group = getgrnam(name->c_str());
    if (group == nullptr)
        throw error(ErrorKind::not_found, "there is no group '{}' on this system", *name);
    return group->gr_gid;
}

/// The largest demo has a million contacts.
int demo_scale(const InitOptions& o)
{
    constexpr std::int64_t largest = 10'000;
    if (o.scale && !o.demo)
        throw error(ErrorKind::usage, "--scale belongs to --demo");
    return o.scale ? static_cast<int>(parse_count("--scale", *o.scale, 1, largest)) : 1;
}

int run_init(Context& ctx, const InitOptions& o)
{
    if (o.company.has_value() == o.demo)
        throw error(ErrorKind::usage,
                    "'crm init' needs either the name of the own company or --demo")
            .with_hint("crm init --company 'Muster GmbH'");
    const int scale = demo_scale(o);
    const auto data = o.demo ? demo_company() : company_data(o);
    const auto group = group_id(o.shared);
    const auto options = ctx.store_options();
    const auto file = ctx.database_file();
    if (!ctx.options().db && !options.dry_run)
        create_private_folders(file);
    ContactRow company;
    std::vector<std::string> warnings;
    create_database(file, options, group, [&](Store& store) {
        warnings = add_own_company(store, data, ctx.today());
        if (o.currency)
            set_setting(store, "currency", *o.currency);
        add_location(store, main_location);
        if (o.demo)
            make_demo(store, scale, ctx.today());
        company = contact_row(store, own_company, ctx.today());
    });
    for (const auto& warning : warnings)
        ctx.warn(warning);
    return ctx.print_made<ContactRow>(company.number, contact_list_columns(),
                                      [&] { return company; });
}

} // namespace

void add_init_command(const Noun& noun)
{
    add_verb<InitOptions>(noun,
                          {"init", "make the database with the own company in it", Access::writes},
                          declare_init, run_init);
}

} // namespace crm
