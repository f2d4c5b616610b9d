// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

// CLI11 takes seconds to compile, so what declares and runs a verb does without its header.
namespace CLI
{
class App;
class Option;
} // namespace CLI

namespace crm
{

// How options are declared, so that all of them behave alike: each takes its value as text, whose
// meaning is made when the verb runs; a repeatable one takes one value each time.

/// What was just declared.
class Declared
{
  public:
    explicit Declared(CLI::Option* option) : option_(option) {}

    /// The verb does not run without it.
    void required() const;
    /// Without it the environment variable counts.
    void or_from(const char* variable) const;

  private:
    CLI::Option* option_;
};

/// An option with a value. `value_name` is in capitals, `summary` without full stop.
Declared option(CLI::App& verb, const char* names, std::optional<std::string>& value,
                const char* value_name, const char* summary);
/// An option that may be given several times, one value each.
Declared repeatable(CLI::App& verb, const char* names, std::vector<std::string>& values,
                    const char* value_name, const char* summary);
Declared flag(CLI::App& verb, const char* names, bool& value, const char* summary);
/// A positional argument that must be there.
Declared argument(CLI::App& verb, const char* name, std::string& value, const char* summary);
Declared optional_argument(CLI::App& verb, const char* name, std::optional<std::string>& value,
                           const char* summary);
/// One or more positional arguments, the last of a verb.
Declared arguments(CLI::App& verb, const char* name, std::vector<std::string>& values,
                   const char* summary);

/// The same, but there may be none.
Declared optional_arguments(CLI::App& verb, const char* name, std::vector<std::string>& values,
                            const char* summary);

} // namespace crm
