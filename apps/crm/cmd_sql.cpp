// SPDX-License-Identifier: MIT
#include "crm/commands.hpp"
#include "crm/context.hpp"
#include "crm/flags.hpp"
#include "crm/store/user_query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>

namespace crm
{

namespace
{

struct SqlOptions {
    std::string statement;
};

void declare_sql(CLI::App& verb, SqlOptions& o)
{
    argument(verb, "statement", o.statement,
             "one SELECT over the documented views, or - for standard input");
}

std::string hexadecimal(std::string_view bytes)
{
    std::string text;
    for (const char byte : bytes)
        text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return text;
}

Cell cell_of(const Statement& row, int column)
{
    switch (row.type(column)) {
    case Statement::Type::null:
        return {};
    case Statement::Type::integer:
        return NumberText{row.text(column)};
    case Statement::Type::real: { // SQLite writes 15 digits, and "Inf" for what is too large
        const auto text = row.text(column);
        return text.ends_with("Inf") ? Cell(text) : Cell(NumberText{text});
    }
    case Statement::Type::text:
        return row.text(column);
    case Statement::Type::blob:
        return hexadecimal(row.blob(column));
    }
    return {};
}

/// A column holds numbers if the first row has one there.
Kind kind_of(const Statement& row, int column, bool any)
{
    const auto type = row.type(column);
    if (any ? type == Statement::Type::integer : row.column_declared_type(column) == "INTEGER")
        return Kind::integer;
    return any && type == Statement::Type::real ? Kind::real : Kind::text;
}

/// A statement may give two columns one name; keys are told apart by a number.
std::vector<ColumnInfo> columns_of(const Statement& row, bool any)
{
    std::vector<ColumnInfo> columns;
    const auto taken = [&](const std::string& key) {
        return std::ranges::find(columns, key, &ColumnInfo::key) != columns.end();
    };
    for (int i = 0; i < row.columns(); ++i) {
        const auto name = row.column_name(i);
        auto key = name;
        for (int next = 2; taken(key); ++next)
            key = fmt::format("{}_{}", name, next);
        columns.push_back({key, key, kind_of(row, i, any)});
    }
    return columns;
}

int run_sql(Context& ctx, const SqlOptions& o)
{
    auto sql = o.statement;
    if (sql == "-")
        sql.assign(std::istreambuf_iterator<char>(std::cin), {});
    auto store = Store::open_read_only(ctx.database_file(), ctx.store_options());
    UserQuery query(store, sql);
    bool more = query.step();
    auto options = ctx.output_options();
    options.title = "sql";
    Listing listing(columns_of(query.row(), more), options, ctx.output());
    std::vector<Cell> cells(static_cast<std::size_t>(query.row().columns()));
    while (more) {
        for (const auto place : listing.wanted())
            cells[place] = cell_of(query.row(), static_cast<int>(place));
        more = listing.row(cells) && query.step();
    }
    listing.finish();
    return ctx.finish_listing(listing.rows());
}

} // namespace

void add_sql_command(const Noun& noun)
{
    add_verb<SqlOptions>(noun, {"sql", "run one SELECT over the documented views, read only"},
                         declare_sql, run_sql);
}

} // namespace crm
