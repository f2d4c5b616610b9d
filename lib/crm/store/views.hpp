// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace crm
{

class Store;

/// A documented view: what `crm sql` and other folders may read of a folder's tables. Its columns
/// keep their names and meaning.
///
/// Views are part of the program and not of the file, where SQLite would parse each of them at each
/// start: a statement that names one gets it as a common table in front (see with_view). A new view
/// goes into lib/crm/store/sql/views/FOLDER.sql and needs no migration.
struct View {
    std::string_view name;
    std::string_view select;
};

/// All of them, in no order.
std::span<const View> views();

/// The view of that name; null if there is none. The case of letters is ignored, as in SQL.
const View* find_view(std::string_view name);

/// `sql` with the view as its first common table. Other common tables of the statement must not be
/// called like a table or view that the view reads.
std::string with_view(std::string_view sql, const View& view);

/// Makes all views known to the connection, for statements that we did not write.
void create_temporary_views(Store& store);
void create_temporary_view(Store& store, const View& view);

} // namespace crm
