// SPDX-License-Identifier: MIT
#pragma once

#include "crm/verb.hpp"

namespace crm
{

// Each declares the verbs of one noun; see nouns.cpp.
void add_report_commands(const Noun& noun);
void add_config_commands(const Noun& noun);
void add_contact_commands(const Noun& noun);
void add_db_commands(const Noun& noun);
void add_init_command(const Noun& noun);
void add_log_commands(const Noun& noun);
void add_mailing_commands(const Noun& noun);
void add_open_item_commands(const Noun& noun);
void add_order_commands(const Noun& noun);
void add_sql_command(const Noun& noun);
void add_stock_commands(const Noun& noun);

} // namespace crm
