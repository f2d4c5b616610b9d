// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"

#include <string>

namespace crm
{

// What the program takes from its surroundings; the library gets all of it handed in.

/// `$XDG_DATA_HOME/crm/crm.db`, by default below ~/.local/share.
std::string default_database_file();
/// `$XDG_CONFIG_HOME/crm/config.toml`, by default below ~/.config.
std::string default_config_file();

/// Of the translations: beside the folder of the program, where it was built as where it is
/// installed.
std::string catalogue_folder();
/// The name this process runs under.
std::string login_name();
/// Today in local time.
Date local_today();
/// Minutes since midnight, local time.
int local_minute();
/// The real clock, UTC: 2026-06-30T12:05:07Z.
std::string utc_now();
/// A point of time as local time.
LocalTime local_time_of(std::chrono::sys_seconds time);
/// The point of time that a local time is.
std::chrono::sys_seconds time_of(LocalTime time);
/// How many minutes local time is ahead of UTC then.
int utc_offset(std::chrono::sys_seconds time);
bool is_terminal(int descriptor);
/// Columns of the terminal on standard output.
int terminal_width();
/// Whether the NO_COLOR convention or a dumb terminal forbids colour.
bool colour_forbidden();

} // namespace crm
