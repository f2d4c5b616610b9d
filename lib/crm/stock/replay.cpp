// SPDX-License-Identifier: MIT
#include "crm/stock/replay.hpp"

#include "crm/stock/day_sums.hpp"
#include "crm/stock/reversed.hpp"
#include "crm/stock/stored.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace crm
{

namespace
{

using std::chrono::days;

constexpr std::size_t day_length = 10; // of a time as movements have it

/// The lot of a product at a location, made if it is the first that is heard of it. Levels are in
/// the order of locations and lots.
StockLevel& level_of(StockState& state, std::int64_t location_id, std::string_view lot)
{
    const auto before = [&](const StockLevel& level) {
        return level.location_id < location_id ||
               (level.location_id == location_id && level.lot < lot);
    };
    const auto place = std::ranges::partition_point(state.levels, before);
    if (place != state.levels.end() && place->location_id == location_id && place->lot == lot)
        return *place;
    return *state.levels.insert(place, {location_id, std::string(lot), std::nullopt, {}});
}

/// Whether the movements of a product were recorded in the order of days.
struct LastDay {
    std::string day;
    bool disordered = false;

    void see(std::string_view next)
    {
        if (next < day)
            disordered = true;
        else if (next != day)
            day = next;
    }
};

void add_to_sums(StockState& state, const Statement& query, Date day,
                 const std::optional<Worth>& left)
{
    if (left)
        state.sums.move({day, {}, left, {}});
    else
        state.sums.move(
            {day, Quantity{query.integer(1)}, stored_worth(query, 2), Worth{query.integer(3)}});
}

void add_to_levels(StockState& state, const Statement& query)
{
    const Quantity quantity{query.integer(1)};
    auto& level = level_of(state, query.integer(4), query.text(5));
    level.on_hand += quantity;
    const auto best_before = query.date(6);
    if (best_before && (!level.best_before || *best_before < *level.best_before))
        level.best_before = best_before;
}

/// Movements of which something came back: only of these the layers have to be remembered.
std::unordered_set<std::int64_t> returned_movements(Store& store)
{
    auto query = store.prepare("SELECT returns_id FROM movement WHERE returns_id IS NOT NULL");
    std::unordered_set<std::int64_t> ids;
    while (query.step())
        ids.insert(query.integer(0));
    return ids;
}

/// What was given to lots counts, whatever their movements say.
void apply_given_days(Store& store, std::unordered_map<std::int64_t, StockState>& states)
{
    auto query = store.prepare("SELECT product_id, lot, best_before FROM lot_day ORDER BY id");
    while (query.step()) {
        const auto found = states.find(query.integer(0));
        if (found == states.end())
            continue;
        for (auto& level : found->second.levels)
            if (level.lot == query.text(1))
                level.best_before = query.date(2);
    }
}

} // namespace

StockReplay::StockReplay(Store& store, std::optional<Date> until)
{
    auto query = store.prepare(R"sql(
        SELECT product_id, quantity, worth, correction, location_id, lot, best_before,
               at, id, kind = 'transfer'
          FROM movement
         WHERE :every OR at < :after
         ORDER BY id)sql");
    query.bind(":every", !until);
    if (until)
        query.bind(":after", *until + days(1));
    Reversed reversed(store, std::nullopt, until);
    std::unordered_map<std::int64_t, LastDay> last_days;
    std::string last_text; // few days, many movements
    Date last_day;
    while (query.step()) {
        const auto product_id = query.integer(0);
        auto& state = states_[product_id];
        add_to_levels(state, query);
        const auto left = reversed.next(query.integer(8));
        if (query.boolean(9) || left == Worth{})
            continue;
        const auto day = query.text(7).substr(0, day_length);
        if (day != last_text) {
            last_text = day;
            last_day = parse_iso_date(day).value_or(Date{});
        }
        add_to_sums(state, query, last_day, left);
        last_days[product_id].see(day);
    }
    apply_given_days(store, states_);
    for (auto& [product_id, last] : last_days)
        if (auto& sums = states_[product_id].sums; last.disordered && !sums.adds_up())
            sums = sums_of_movements(store, product_id, until);
}

const StockState& StockReplay::state(std::int64_t product_id) const
{
    static const StockState nothing;
    const auto found = states_.find(product_id);
    return found == states_.end() ? nothing : found->second;
}

LayerReplay::LayerReplay(Store& store, Date until)
{
    const auto returned = returned_movements(store);
    Reversed reversed(store, std::nullopt, until);
    auto query = store.prepare(R"sql(
        SELECT product_id, id, quantity, abs(worth), returns_id
          FROM movement
         WHERE +at < :after AND kind <> 'transfer' -- a pass over the table, not over an index
         ORDER BY id)sql");
    query.bind(":after", until + days(1));
    while (query.step()) {
        const auto id = query.integer(1);
        if (reversed.next(id))
            continue;
        layers_[query.integer(0)].move({id, Quantity{query.integer(2)}, stored_worth(query, 3),
                                        query.optional_integer(4), returned.contains(id)});
    }
}

const FifoLayers& LayerReplay::layers(std::int64_t product_id) const
{
    static const FifoLayers nothing;
    const auto found = layers_.find(product_id);
    return found == layers_.end() ? nothing : found->second;
}

} // namespace crm
