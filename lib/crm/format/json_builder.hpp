// SPDX-License-Identifier: MIT
#pragma once

#include "crm/format/cell.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace crm
{

/// Builds one JSON document of things within things from cells, whose numbers keep the digits that
/// every other format gives them (`2380.00`).
class JsonBuilder
{
  public:
    /// With an indent above 0 a member a line, else all in one.
    explicit JsonBuilder(int indent) : indent_(indent) {}

    void open_object() { open('{'); }
    void open_array() { open('['); }
    void close();
    /// Names what comes next, inside an object.
    JsonBuilder& key(std::string_view name);
    void value(const Cell& cell);
    void member(std::string_view name, const Cell& cell) { key(name).value(cell); }
    /// An array of objects, whose members `write` writes.
    template<class Items, class Write>
    void objects(std::string_view name, const Items& items, Write write)
    {
        key(name).open_array();
        for (const auto& item : items) {
            open_object();
            write(item);
            close();
        }
        close();
    }

    /// The document once all is closed.
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    void open(char bracket);
    void begin_value();
    void new_line();

    int indent_;
    std::string text_;
    std::string open_; ///< brackets to be closed, the innermost last
    bool first_ = true;
    bool named_ = false;
};

} // namespace crm
