// SPDX-License-Identifier: MIT
#include "crm/environment.hpp"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <pwd.h>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace crm
{

namespace
{

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::string below(const char* xdg_variable, const char* under_home, const char* file)
{
    auto folder = variable(xdg_variable);
    // The XDG base directory specification: relative paths are invalid and to be ignored.
    if (!folder.starts_with('/'))
        folder = variable("HOME") + under_home;
    return folder + file;
}

LocalTime local_time(std::time_t time)
{
    std::tm parts{};
    localtime_r(&time, &parts);
    const Date day = std::chrono::year(parts.tm_year + 1900) /
                     std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)) /
                     std::chrono::day(static_cast<unsigned>(parts.tm_mday));
    return {day, parts.tm_hour * 60 + parts.tm_min};
}

} // namespace

std::string default_database_file()
{
    return below("XDG_DATA_HOME", "/.local/share", "/crm/crm.db");
}

std::string default_config_file()
{
    return below("XDG_CONFIG_HOME", "/.config", "/crm/config.toml");
}

std::string catalogue_folder()
{
    std::error_code unknown;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    return program.parent_path().parent_path() / "share/locale";
}

std::string login_name()
{
    const auto* entry = getpwuid(geteuid());
    return entry == nullptr ? std::to_string(geteuid()) : entry->pw_name;
}

Date local_today()
{
    return local_time(std::time(nullptr)).day;
}

int local_minute()
{
    return local_time(std::time(nullptr)).minute;
}

LocalTime local_time_of(std::chrono::sys_seconds time)
{
    return local_time(std::chrono::system_clock::to_time_t(time));
}

std::chrono::sys_seconds time_of(LocalTime time)
{
    const std::chrono::year_month_day date(time.day);
    std::tm parts{};
    parts.tm_year = static_cast<int>(date.year()) - 1900;
    parts.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    parts.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
    parts.tm_min = time.minute;
    parts.tm_isdst = -1; // whatever it is then
    return std::chrono::sys_seconds(std::chrono::seconds(std::mktime(&parts)));
}

int utc_offset(std::chrono::sys_seconds time)
{
    const auto local = local_time_of(time);
    const auto shown = local.day + std::chrono::minutes(local.minute);
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(shown - time).count());
}

std::string utc_now()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    const auto size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text, size};
}

bool is_terminal(int descriptor)
{
    return isatty(descriptor) != 0;
}

int terminal_width()
{
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    const int columns = std::atoi(variable("COLUMNS").c_str());
    return columns > 0 ? columns : 80;
}

bool colour_forbidden()
{
    return !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
}

} // namespace crm
