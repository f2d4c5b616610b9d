// SPDX-License-Identifier: MIT
#include "crm/format/json_builder.hpp"

#include "crm/base/json_text.hpp"
#include "crm/format/json_writer.hpp"

namespace crm
{

void JsonBuilder::new_line()
{
    if (indent_ > 0)
        text_.append(1, '\n').append(open_.size() * static_cast<std::size_t>(indent_), ' ');
}

/// What stands before a value: a comma between two of them, unless its name has seen to that.
void JsonBuilder::begin_value()
{
    if (!named_ && !open_.empty()) {
        if (!first_)
            text_ += ',';
        new_line();
    }
    named_ = false;
    first_ = false;
}

void JsonBuilder::open(char bracket)
{
    begin_value();
    text_ += bracket;
    open_ += bracket == '{' ? '}' : ']';
    first_ = true;
}

void JsonBuilder::close()
{
    const char bracket = open_.back();
    open_.pop_back();
    if (!first_)
        new_line();
    text_ += bracket;
    first_ = false;
}

JsonBuilder& JsonBuilder::key(std::string_view name)
{
    begin_value();
    append_json_string(text_, name);
    text_ += indent_ > 0 ? ": " : ":";
    named_ = true;
    return *this;
}

void JsonBuilder::value(const Cell& cell)
{
    begin_value();
    append_json_value(text_, cell);
}

} // namespace crm
