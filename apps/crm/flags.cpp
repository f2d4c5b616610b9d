// SPDX-License-Identifier: MIT
#include "crm/flags.hpp"

#include "crm/base/translate.hpp"

namespace crm
{

CLI::Option* option(CLI::App& verb, const char* names, std::optional<std::string>& value,
                    const char* value_name, const char* summary)
{
    return verb.add_option(names, value, tr(summary))->type_name(value_name);
}

CLI::Option* repeatable(CLI::App& verb, const char* names, std::vector<std::string>& values,
                        const char* value_name, const char* summary)
{
    // Without this CLI11 swallows what follows, and splits "[a,b]".
    return verb.add_option(names, values, tr(summary))
        ->type_name(value_name)
        ->allow_extra_args(false);
}

CLI::Option* flag(CLI::App& verb, const char* names, bool& value, const char* summary)
{
    return verb.add_flag(names, value, tr(summary));
}

CLI::Option* argument(CLI::App& verb, const char* name, std::string& value, const char* summary)
{
    return verb.add_option(name, value, tr(summary))->type_name("")->required();
}

CLI::Option* optional_argument(CLI::App& verb, const char* name, std::optional<std::string>& value,
                               const char* summary)
{
    return verb.add_option(name, value, tr(summary))->type_name("");
}

CLI::Option* arguments(CLI::App& verb, const char* name, std::vector<std::string>& values,
                       const char* summary)
{
    return verb.add_option(name, values, tr(summary))
        ->type_name("")
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args() // without this CLI11 takes one word only
        ->required();
}

} // namespace crm
