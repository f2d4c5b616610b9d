// SPDX-License-Identifier: MIT
#include "crm/commands.hpp"
#include "crm/contact/search/index.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/order/books.hpp"
#include "crm/order/kept.hpp"
#include "crm/store/settings.hpp"

#include <array>

namespace crm
{

namespace
{

/// A setting's value, in force today or from a later day on.
struct SettingRow {
    const SettingInfo* info = nullptr;
    SetValue set;
};

constexpr std::array<Column<SettingRow>, 4> setting_columns = {{
    {"key", "KEY", Kind::text,
     [](const SettingRow& r) -> Cell { return std::string_view(r.info->key); }},
    {"value", "VALUE", Kind::text,
     [](const SettingRow& r) -> Cell { return std::string_view(r.set.value); }},
    {"from", "FROM", Kind::date, [](const SettingRow& r) { return cell(r.set.from); }},
    {"meaning", "MEANING", Kind::text,
     [](const SettingRow& r) -> Cell { return std::string_view(tr(r.info->meaning)); }},
}};

const std::span<const Column<SettingRow>> columns(setting_columns);

/// The value in force on a day, then those that come later.
std::vector<SettingRow> rows_of(Store& store, const SettingInfo& info, Date day)
{
    std::vector<SettingRow> rows = {{&info, {info.default_value, std::nullopt}}};
    for (auto& set : set_values(store, info.key)) {
        if (set.from && *set.from > day)
            rows.push_back({&info, std::move(set)});
        else
            rows.front().set = std::move(set);
    }
    return rows;
}

struct ListOptions {
};

void declare_list(CLI::App&, ListOptions&) {}

int run_list(Context& ctx, const ListOptions&)
{
    auto store = ctx.open_store();
    return ctx.print_listing(columns, [&](const auto& use) {
        for (const auto& info : settings())
            for (const auto& row : rows_of(store, info, ctx.today()))
                if (!use(row))
                    return;
    });
}

struct GetOptions {
    std::string key;
    std::optional<std::string> as_of;
};

void declare_get(CLI::App& verb, GetOptions& o)
{
    argument(verb, "key", o.key, "as 'config list' shows it");
    option(verb, "--as-of", o.as_of, "DATE", "the value in force on that day, today unless given");
}

int run_get(Context& ctx, const GetOptions& o)
{
    const auto day = o.as_of ? parse_date(*o.as_of, ctx.today()) : ctx.today();
    auto store = ctx.open_store();
    const auto row = rows_of(store, setting_info(o.key), day).front();
    return ctx.print_made<SettingRow>(row.set.value, columns, [&] { return row; });
}

struct SetOptions {
    std::string key;
    std::string value;
    std::optional<std::string> from;
};

void declare_set(CLI::App& verb, SetOptions& o)
{
    argument(verb, "key", o.key, "as 'config list' shows it");
    argument(verb, "value", o.value, "the new value");
    option(verb, "--from", o.from, "DATE",
           "the first day on which it counts; it always has unless given");
}

/// Whoever sets a value without a day, or from an early one, changes nothing of what is to be done
/// if another counts from a later day on.
void warn_if_of_the_past(Context& ctx, Store& store, const SettingInfo& info,
                         std::optional<Date> from)
{
    const auto in_force = rows_of(store, info, ctx.today()).front().set;
    if (in_force.from != from && from.value_or(ctx.today()) <= ctx.today())
        ctx.warn(format("from {} on '{}' stays in force; --from changes it",
                        to_string(*in_force.from), in_force.value));
}

int run_set(Context& ctx, const SetOptions& o)
{
    const auto from = o.from ? std::optional(parse_date(*o.from, ctx.today())) : std::nullopt;
    const auto& info = setting_info(o.key);
    auto store = ctx.open_store();
    Transaction transaction(store);
    if (o.key == "currency")
        refuse_other_currency(store, o.value);
    set_setting(store, o.key, o.value, from);
    warn_if_of_the_past(ctx, store, info, from);
    if (o.key == "phone.area_code") // tells what phones are, and so by what contacts are found
        rebuild_search_index(store);
    if (o.key.starts_with("tax."))
        refresh_order_taxes(store);
    transaction.commit();
    if (ctx.json())
        return ctx.print_made<SettingRow>("", columns, [&] {
            return SettingRow{&info, {o.value, from}};
        });
    return done;
}

} // namespace

void add_config_commands(const Noun& noun)
{
    add_verb<ListOptions>(noun, {"list", "show every setting with value and meaning"}, declare_list,
                          run_list);
    add_verb<GetOptions>(noun, {"get", "print the value of a setting"}, declare_get, run_get);
    add_verb<SetOptions>(noun, {"set", "change a setting, now or from a day on", Access::writes},
                         declare_set, run_set);
}

} // namespace crm
