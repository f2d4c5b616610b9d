// SPDX-License-Identifier: MIT
#include "crm/base/sha256.hpp"
#include "crm/cmd_openitems.hpp"
#include "crm/flags.hpp"
#include "crm/for_contacts.hpp"
#include "crm/openitems/payment_import.hpp"
#include "crm/openitems/payment_list.hpp"
#include "crm/read_file.hpp"
#include "crm/table_import.hpp"

#include <filesystem>
#include <sstream>

namespace crm
{

namespace
{

LedgerImportOptions import_options(const Context& ctx, const TableImportFlags& flags)
{
    return {flags.skip_errors, ctx.decimal(), ctx.today()};
}

struct ListOptions {
    std::optional<std::string> contact;
};

void declare_list(CLI::App& verb, ListOptions& o)
{
    optional_argument(verb, "contact", o.contact, contacts_to_read);
}

int run_list(Context& ctx, const ListOptions& o)
{
    auto store = ctx.open_store();
    return print_for_contacts(
        ctx, store, o.contact, payment_columns(),
        [&](const auto& contact, const auto& use) { list_payments(store, id_of(contact), use); });
}

void declare_import(CLI::App& verb, TableImportFlags& flags)
{
    declare_table_import(verb, flags, "CSV file, or - for standard input");
}

struct PaymentsImportFlags {
    TableImportFlags table;
    bool force = false;
};

void declare_payments_import(CLI::App& verb, PaymentsImportFlags& o)
{
    declare_import(verb, o.table);
    flag(verb, "--force", o.force,
         "import all of it although this very file, or rows of it, were imported before");
}

int run_payments_import(Context& ctx, const PaymentsImportFlags& o)
{
    const auto options = import_options(ctx, o.table);
    const bool whole_file = std::filesystem::is_regular_file(o.table.file);
    auto bytes = read_file(o.table.file);
    ImportedFile file{o.table.file == "-" ? tr("standard input") : o.table.file,
                      to_hex(Sha256().add_bytes(bytes).finish()), o.force, ctx.now()};
    std::istringstream read_already(whole_file ? std::string() : std::move(bytes));
    bytes.clear();
    auto text = whole_file ? open_text(o.table) : open_text(o.table, read_already);
    return run_keyed_import(ctx, o.table, text, payment_import_keys(),
                            [&](Store& store, KeyedTable& table, const ImportEvents& events) {
                                return import_payments(store, table, options, file, events);
                            });
}

int run_opening_import(Context& ctx, const TableImportFlags& flags)
{
    const auto options = import_options(ctx, flags);
    return run_keyed_import(ctx, flags, opening_import_keys(),
                            [&](Store& store, KeyedTable& table, const ImportEvents& events) {
                                return import_opening_items(store, table, options, events);
                            });
}

void add_payments(const Noun& payments)
{
    add_verb<ListOptions>(payments, {"list", "payments and what of each settled something"},
                          declare_list, run_list);
    add_verb<PaymentsImportFlags>(payments,
                                  {"import", "import payments from a CSV file", Access::writes},
                                  declare_payments_import, run_payments_import);
}

} // namespace

void add_open_item_imports(const Noun& noun)
{
    add_group(noun, "payments", "what was paid", add_payments);
    add_verb<TableImportFlags>(
        noun, {"import", "import open items of a former system from a CSV file", Access::writes},
        declare_import, run_opening_import);
}

} // namespace crm
