// SPDX-License-Identifier: MIT
#include "crm/nouns.hpp"

#include "crm/commands.hpp"

#include <array>

namespace crm
{

namespace
{

constexpr std::array<NounInfo, 11> table = {{
    {"init", "", add_init_command},
    {"contact", "companies and people: find, keep, import, export", add_contact_commands},
    {"log", "what was said: conversations, follow-ups, agreements", add_log_commands},
    {"order", "quotes, orders, deliveries and invoices, sales and purchases", add_order_commands},
    {"stock", "products, where they lie, what they are worth", add_stock_commands},
    {"openitems", "what is not settled: invoices and credit notes", add_open_item_commands},
    {"mailing", "whom to write to or call: by filter, with the legal basis of each",
     add_mailing_commands},
    {"report", "the figures of the business: revenue, margins, customers", add_report_commands},
    {"config", "company-wide settings", add_config_commands},
    {"db", "the database file: check, backup, audit", add_db_commands},
    {"sql", "", add_sql_command},
}};

} // namespace

std::span<const NounInfo> nouns()
{
    return table;
}

} // namespace crm
