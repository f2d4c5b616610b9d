// SPDX-License-Identifier: MIT
#include "crm/stock/fifo.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr Quantity none;

} // namespace

std::optional<Worth> FifoLayers::Layer::take(Quantity part)
{
    std::optional<Worth> taken;
    if (worth) {
        taken = share_of(*worth, part, left);
        *worth -= *taken;
    }
    left -= part;
    return taken;
}

void FifoLayers::move(const LayerMove& movement)
{
    if (movement.quantity > none)
        come_in(movement);
    else
        go_out(movement);
    while (oldest_ < layers_.size() && layers_[oldest_].left == none)
        ++oldest_;
}

void FifoLayers::come_in(const LayerMove& movement)
{
    auto quantity = movement.quantity;
    for (auto place = oldest_; place < layers_.size() && quantity > none; ++place)
        if (auto& owed = layers_[place]; owed.left < none) {
            const auto settled = std::min(-owed.left, quantity);
            owed.take(-settled);
            quantity -= settled;
        }
    if (movement.returns_id)
        quantity = put_back(*movement.returns_id, quantity);
    if (quantity > none)
        add_layer(movement, quantity);
}

/// Puts goods back where a movement took them, what was taken last first; returns what is left.
Quantity FifoLayers::put_back(std::int64_t movement, Quantity quantity)
{
    const auto found = taken_by_.find(movement);
    if (found == taken_by_.end())
        return quantity;
    for (auto& taken = found->second; !taken.empty() && quantity > none;) {
        auto& last = taken.back();
        auto& layer = layers_[last.layer];
        const auto part = std::min(last.part.left, quantity);
        const auto worth = last.part.take(part);
        layer.left += part;
        if (worth)
            *layer.worth += *worth;
        oldest_ = std::min(oldest_, last.layer);
        quantity -= part;
        if (last.part.left == none)
            taken.pop_back();
    }
    return quantity;
}

void FifoLayers::go_out(const LayerMove& movement)
{
    auto wanted = -movement.quantity;
    if (movement.returns_id)
        if (const auto own = layer_of_.find(*movement.returns_id); own != layer_of_.end())
            take(movement, own->second, wanted);
    for (auto place = oldest_; place < layers_.size() && wanted > none; ++place)
        take(movement, place, wanted);
    if (wanted > none)
        add_layer(movement, -wanted);
}

void FifoLayers::take(const LayerMove& movement, std::size_t layer, Quantity& wanted)
{
    const auto part = std::min(layers_[layer].left, wanted);
    if (part <= none)
        return;
    const auto worth = layers_[layer].take(part);
    wanted -= part;
    if (movement.returned)
        taken_by_[movement.id].push_back({layer, {part, worth}});
}

void FifoLayers::add_layer(const LayerMove& movement, Quantity quantity)
{
    if (quantity > none && movement.returned)
        layer_of_[movement.id] = layers_.size();
    const auto all = movement.quantity < none ? -movement.quantity : movement.quantity;
    layers_.push_back({quantity, movement.worth
                                     ? std::optional(share_of(*movement.worth, quantity, all))
                                     : std::nullopt});
}

Quantity FifoLayers::on_hand() const
{
    Quantity sum;
    for (auto place = oldest_; place < layers_.size(); ++place)
        sum += layers_[place].left;
    return sum;
}

std::optional<Worth> FifoLayers::worth() const
{
    Worth sum;
    for (auto place = oldest_; place < layers_.size(); ++place) {
        const auto& layer = layers_[place];
        if (layer.left == none)
            continue;
        if (!layer.worth)
            return std::nullopt;
        sum += *layer.worth;
    }
    return sum;
}

std::optional<Money> FifoLayers::value() const
{
    const auto sum = worth();
    return sum ? std::optional(to_money(*sum)) : std::nullopt;
}

std::optional<UnitPrice> FifoLayers::unit_cost() const
{
    const auto sum = worth();
    const auto quantity = on_hand();
    if (!sum || quantity == none)
        return std::nullopt;
    return unit_cost_of(*sum, quantity);
}

} // namespace crm
