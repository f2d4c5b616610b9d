// SPDX-License-Identifier: MIT
#pragma once

#include "crm/stock/worth.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace crm
{

/// A movement as layers see it.
struct LayerMove {
    std::int64_t id = 0;
    Quantity quantity;
    std::optional<Worth> worth; ///< of all, above 0 either way; nothing: not known
    std::optional<std::int64_t> returns_id;
    bool returned = true; ///< something of it may come back: its layers are remembered
};

/// What lies of one product, in layers as they came in: what came first goes out first (§ 256 HGB,
/// german-practice.md 3.16). Goods that come back lie in the layers that they were taken from,
/// goods sent back are taken from the layer that they came in. Where a product may fall below 0,
/// what is owed is a layer below 0 at the cost of its issue, and what comes in settles it first.
/// What is taken of a layer is worth its share, and what is taken last all that is left.
class FifoLayers
{
  public:
    /// Takes the next movement in the order of recording; transfers are none.
    void move(const LayerMove& movement);

    [[nodiscard]] Quantity on_hand() const;
    /// What is there, to the cent; nothing if a cost is not known.
    [[nodiscard]] std::optional<Money> value() const;
    /// What a unit costs on average of the layers; nothing without stock or a known cost.
    [[nodiscard]] std::optional<UnitPrice> unit_cost() const;

  private:
    struct Layer {
        Quantity left; ///< below 0: owed
        std::optional<Worth> worth;

        /// Takes a part away, 0 < part ÷ left ≤ 1; returns what it was worth.
        std::optional<Worth> take(Quantity part);
    };
    struct Taken {
        std::size_t layer;
        Layer part;
    };

    void come_in(const LayerMove& movement);
    void go_out(const LayerMove& movement);
    void take(const LayerMove& movement, std::size_t layer, Quantity& wanted);
    Quantity put_back(std::int64_t movement, Quantity quantity);
    void add_layer(const LayerMove& movement, Quantity quantity);
    [[nodiscard]] std::optional<Worth> worth() const;

    std::vector<Layer> layers_;
    std::size_t oldest_ = 0; ///< before it nothing is left
    std::unordered_map<std::int64_t, std::size_t> layer_of_;
    std::unordered_map<std::int64_t, std::vector<Taken>> taken_by_;
};

} // namespace crm
