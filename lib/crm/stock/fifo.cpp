// SPDX-License-Identifier: MIT
#include "crm/stock/fifo.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr Quantity none;

} // namespace

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
        if (auto& owed = layers_[place].left; owed < none) {
            const auto settled = std::min(-owed, quantity);
            owed += settled;
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
        const auto part = std::min(last.quantity, quantity);
        layers_[last.layer].left += part;
        oldest_ = std::min(oldest_, last.layer);
        last.quantity -= part;
        quantity -= part;
        if (last.quantity == none)
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
    layers_[layer].left -= part;
    wanted -= part;
    if (movement.returned)
        taken_by_[movement.id].push_back({layer, part});
}

void FifoLayers::add_layer(const LayerMove& movement, Quantity quantity)
{
    if (quantity > none && movement.returned)
        layer_of_[movement.id] = layers_.size();
    layers_.push_back({quantity, movement.unit_cost});
}

Quantity FifoLayers::on_hand() const
{
    Quantity sum;
    for (auto place = oldest_; place < layers_.size(); ++place)
        sum += layers_[place].left;
    return sum;
}

std::optional<Int128> FifoLayers::worth() const
{
    Int128 sum = 0;
    for (auto place = oldest_; place < layers_.size(); ++place) {
        const auto& layer = layers_[place];
        if (layer.left == none)
            continue;
        if (!layer.unit_cost)
            return std::nullopt;
        sum += Int128{layer.left.thousandths} * layer.unit_cost->ten_thousandths;
    }
    return sum;
}

std::optional<Money> FifoLayers::value() const
{
    constexpr int to_cents = 100'000; // of thousandths times ten-thousandths
    const auto sum = worth();
    return sum ? std::optional(Money{round_half_away(*sum, to_cents)}) : std::nullopt;
}

std::optional<UnitPrice> FifoLayers::unit_cost() const
{
    const auto sum = worth();
    const auto quantity = on_hand().thousandths;
    if (!sum || quantity == 0)
        return std::nullopt;
    const auto sign = quantity < 0 ? -1 : 1;
    return UnitPrice{round_half_away(*sum * sign, Int128{quantity} * sign)};
}

} // namespace crm
