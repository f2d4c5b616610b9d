// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

struct sqlite3;

namespace crm
{

class Store;
struct View;

/// Lets a connection read nothing but the views of the schema, and through them just those columns
/// of the tables that they show; change nothing; and call no function that loads code. SQLite asks
/// it (the authorizer) about every part of every statement while it is prepared.
class ViewGuard
{
  public:
    explicit ViewGuard(Store& store);
    /// The same with one view alone, which the connection knows as long as this lives.
    ViewGuard(Store& store, const View& view);
    ViewGuard(const ViewGuard&) = delete;
    ViewGuard& operator=(const ViewGuard&) = delete;
    ~ViewGuard();

    /// What was refused first since the last call, as a sentence; empty if nothing was.
    std::string take_refusal();
    [[nodiscard]] const std::set<std::string>& views() const { return views_; }

  private:
    friend int guard_callback(void*, int, const char*, const char*, const char*, const char*);
    int decide(int action, const char* first, const char* second, const char* context);
    bool may_read(const std::string& table, const std::string& column, const std::string& context);
    void learn(Store& store);

    sqlite3* connection_;
    bool learning_ = false;
    bool only_one_view_ = false;
    std::set<std::string> views_;
    std::set<std::string> tables_;                      ///< every table and view of the schema
    std::set<std::vector<std::string>> shown_by_views_; ///< view, table, column
    std::set<std::string> reached_; ///< tables that the statement reads through a view
    std::string refusal_;
};

} // namespace crm
