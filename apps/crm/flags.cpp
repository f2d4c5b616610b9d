// SPDX-License-Identifier: MIT
#include "crm/flags.hpp"

#include <CLI/CLI.hpp>

namespace crm
{

namespace
{

/// Values as they were typed: CLI11's own way to fill a vector reads "{}" as none, and what may
/// have extra arguments splits "[a,b]".
CLI::Option* several(CLI::App& verb, const char* names, std::vector<std::string>& values,
                     const char* summary)
{
    const auto take = [&values](const CLI::results_t& given) {
        values = given;
        return true;
    };
    return verb.add_option(names, CLI::callback_t(take), summary)->allow_extra_args(false);
}

} // namespace

void Declared::required() const
{
    option_->required();
}

void Declared::or_from(const char* variable) const
{
    option_->envname(variable);
}

Declared option(CLI::App& verb, const char* names, std::optional<std::string>& value,
                const char* value_name, const char* summary)
{
    return Declared(verb.add_option(names, value, summary)->type_name(value_name));
}

Declared repeatable(CLI::App& verb, const char* names, std::vector<std::string>& values,
                    const char* value_name, const char* summary)
{
    return Declared(several(verb, names, values, summary)
                        ->type_name(value_name)
                        ->expected(1, CLI::detail::expected_max_vector_size));
}

Declared flag(CLI::App& verb, const char* names, bool& value, const char* summary)
{
    return Declared(verb.add_flag(names, value, summary));
}

Declared argument(CLI::App& verb, const char* name, std::string& value, const char* summary)
{
    return Declared(verb.add_option(name, value, summary)->type_name("")->required());
}

Declared optional_argument(CLI::App& verb, const char* name, std::optional<std::string>& value,
                           const char* summary)
{
    return Declared(verb.add_option(name, value, summary)->type_name(""));
}

Declared arguments(CLI::App& verb, const char* name, std::vector<std::string>& values,
                   const char* summary)
{
    const auto declared = optional_arguments(verb, name, values, summary);
    declared.required();
    return declared;
}

Declared optional_arguments(CLI::App& verb, const char* name, std::vector<std::string>& values,
                            const char* summary)
{
    constexpr int any_number = CLI::detail::expected_max_vector_size;
    return Declared(
        several(verb, name, values, summary)
            ->type_name("")
            ->expected(any_number, any_number) // takes words as long as there are less than that
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)); // and is content with one
}

} // namespace crm
