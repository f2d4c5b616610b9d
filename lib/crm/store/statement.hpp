// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace crm
{

class Store;
struct StoreState;
struct PreparedSql;

/// One prepared SQL statement, lent by Store::prepare and given back on destruction for reuse.
/// Parameters are bound by name (":name"); columns are read by position in the function that holds
/// the SQL. Every database error is thrown as an Error (see store/failure.hpp).
///
/// It stands on SQLite's own statement handle: SQLiteCpp's copies each bound text once more and
/// takes a shared pointer for each column read, which a listing of a million rows feels.
class Statement
{
  public:
    Statement(StoreState& state, std::string_view sql);
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    Statement& bind(const char* name, std::int64_t value);
    Statement& bind(const char* name, int value);
    Statement& bind(const char* name, bool value);
    Statement& bind(const char* name, std::nullptr_t);
    Statement& bind(const char* name, std::string_view text);
    Statement& bind(const char* name, const std::string& text);
    Statement& bind(const char* name, const char* text);
    Statement& bind(const char* name, Date day);
    Statement& bind(const char* name, Money amount);

    template<class T>
    Statement& bind(const char* name, const std::optional<T>& value)
    {
        return value ? bind(name, *value) : bind(name, nullptr);
    }

    Statement& bind_blob(const char* name, std::string_view bytes);
    /// Empty text becomes NULL: for columns where nothing and "" mean the same.
    Statement& bind_or_null(const char* name, std::string_view text);

    /// Advances to the next row; false when there is none.
    bool step();
    /// Runs a statement that returns no rows and makes it ready for the next binding.
    void run();
    void reset();

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] Money money(int column) const { return Money{integer(column)}; }
    /// Valid until the next step or reset; NULL reads as empty.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
    [[nodiscard]] std::optional<Date> date(int column) const;

    /// For statements whose columns are not known beforehand (crm sql).
    enum class Type { null, integer, real, text, blob };
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::string column_name(int column) const;
    [[nodiscard]] std::string column_declared_type(int column) const;
    [[nodiscard]] Type type(int column) const;
    /// Whether the statement only reads.
    [[nodiscard]] bool read_only() const;

  private:
    friend class Store;
    /// From now on its rows wait.
    void queue(Store& store);
    [[nodiscard]] int index(const char* name);
    void check(int code) const;

    StoreState* state_;
    PreparedSql* prepared_; ///< where the handle goes back to
    sqlite3_stmt* handle_;
    int last_bound_ = 0;        ///< place of the parameter bound last
    Store* queueing_ = nullptr; ///< whose queue takes the row, if it is to wait
};

} // namespace crm
