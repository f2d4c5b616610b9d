// SPDX-License-Identifier: MIT
#include "crm/stock/location.hpp"

#include "crm/base/error.hpp"
#include "crm/base/text.hpp"

#include <array>
#include <optional>

namespace crm
{

namespace
{

std::vector<Location> all_locations(Store& store)
{
    auto query = store.prepare("SELECT id, name FROM location ORDER BY id");
    std::vector<Location> locations;
    while (query.step())
        locations.push_back({query.integer(0), query.string(1)});
    return locations;
}

/// There are few, so that the case of each can be ignored as people write it.
std::optional<Location> location_called(const std::vector<Location>& all, std::string_view name)
{
    const auto wanted = lower(trim(name));
    for (const auto& location : all)
        if (lower(location.name) == wanted)
            return location;
    return std::nullopt;
}

using Row = LocationRow;

constexpr std::array<Column<Row>, 3> columns = {{
    {"id", "ID", Kind::integer, [](const Row& r) { return Cell(r.id); }},
    {"name", "NAME", Kind::text, [](const Row& r) { return text_cell(r.name); }},
    {"products", "PRODUCTS", Kind::integer, [](const Row& r) { return Cell(r.products); }},
}};

} // namespace

std::map<std::int64_t, std::string> location_names(Store& store)
{
    std::map<std::int64_t, std::string> names;
    for (const auto& location : all_locations(store))
        names[location.id] = location.name;
    return names;
}

std::span<const Column<LocationRow>> location_columns()
{
    return columns;
}

std::vector<LocationRow> list_locations(Store& store)
{
    auto query = store.prepare(R"sql(
        SELECT l.id, l.name, count(DISTINCT i.product_id)
          FROM location AS l
          LEFT JOIN stock_level_index AS i ON i.location_id = l.id AND i.on_hand <> 0
         GROUP BY l.id
         ORDER BY l.id)sql");
    std::vector<LocationRow> rows;
    while (query.step())
        rows.push_back({query.integer(0), query.string(1), query.integer(2)});
    return rows;
}

Location find_location(Store& store, std::string_view name)
{
    const auto all = all_locations(store);
    if (const auto found = location_called(all, name))
        return *found;
    std::vector<std::string> candidates;
    for (const auto& location : all)
        candidates.push_back(location.name);
    throw error(ErrorKind::not_found, "there is no location '{}'", name)
        .with_candidates(std::move(candidates))
        .with_hint("crm stock location add NAME");
}

std::int64_t add_location(Store& store, std::string_view typed)
{
    const auto name = trim(typed);
    if (name.empty())
        throw error(ErrorKind::rejected, "a location needs a name");
    if (const auto known = location_called(all_locations(store), name))
        throw error(ErrorKind::rejected, "there is a location '{}' already", known->name);
    store.prepare("INSERT INTO location (name) VALUES (:name)").bind(":name", name).run();
    return store.last_id();
}

} // namespace crm
