// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crm
{

// Letters and messages are written with the mustache templates that users know from elsewhere:
// `{{key}}` is a value, `{{#key}}…{{/key}}` stands once for each row of a list (`{{.}}` is the row
// itself where it is one text) or, of a single value, if there is one; `{{^key}}…{{/key}}` if there
// is none; `{{! remark }}` is nothing.

/// What the names of a template stand for. A key without a value is an empty text.
class TemplateValues
{
  public:
    TemplateValues& set(std::string key, std::string text);
    TemplateValues& set(std::string key, std::vector<std::string> lines);
    TemplateValues& set(std::string key, std::vector<TemplateValues> rows);

    using Value = std::variant<std::string, std::vector<std::string>, std::vector<TemplateValues>>;
    [[nodiscard]] const std::map<std::string, Value>& values() const { return values_; }

  private:
    std::map<std::string, Value> values_;
};

/// How values are put into the text.
enum class TemplateKind {
    html, ///< what HTML takes for markup is escaped; `{{{key}}}` puts a value in as it is
    plain,
};

class Template
{
  public:
    /// Throws rejected, with the line, for a name that is not among `keys`, which are listed then,
    /// and for braces or sections that do not close. The text may be a part of a file, in which it
    /// begins at `first_line`.
    Template(std::string_view text, TemplateKind kind, std::span<const std::string_view> keys,
             int first_line = 1);

    [[nodiscard]] std::string render(const TemplateValues& values) const;

  private:
    std::string text_;
};

} // namespace crm
