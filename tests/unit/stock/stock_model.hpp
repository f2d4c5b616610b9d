// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/base/money.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace crm::test
{

/// A movement of the model: whole units of one product.
struct ModelMove {
    std::int64_t id = 0;
    std::int64_t place = 0;
    std::string lot;
    int day = 0;
    int quantity = 0;
    std::optional<std::int64_t> cost; ///< ten-thousandths
    bool transfer = false;
    std::int64_t returns = 0;
};

/// Stock as simple as can be: a list of movements from which everything is counted anew.
struct StockModel {
    std::vector<ModelMove> moves;

    int level(std::int64_t place, const std::string& lot, int day) const
    {
        int sum = 0;
        for (const auto& m : moves)
            if (m.place == place && m.lot == lot && m.day <= day)
                sum += m.quantity;
        return sum;
    }

    int on_hand(int day) const
    {
        int sum = 0;
        for (const auto& m : moves)
            sum += m.day <= day ? m.quantity : 0;
        return sum;
    }

    /// What may leave on a day without being missed on a later one.
    int free(std::int64_t place, const std::string& lot, int day, int last_day) const
    {
        int least = level(place, lot, day);
        for (int later = day; later <= last_day; ++later)
            least = std::min(least, level(place, lot, later));
        return std::max(least, 0);
    }

    /// The moving average in ten-thousandths, in the order of recording.
    std::optional<std::int64_t> average(int day) const
    {
        std::int64_t stock = 0;
        std::optional<std::int64_t> average;
        for (const auto& m : moves) {
            if (m.day > day)
                continue;
            if (m.quantity > 0 && stock <= 0)
                average = m.cost;
            else if (m.quantity > 0 && (!average || !m.cost))
                average.reset();
            else if (average && m.cost && stock + m.quantity > 0) {
                const auto worth = stock * *average + m.quantity * *m.cost;
                const auto units = stock + m.quantity;
                average = worth < 0 ? 0 : (2 * worth + units) / (2 * units);
            }
            stock += m.quantity;
        }
        return average;
    }

    /// First in, first out, piece by piece: the sum of the costs of what is left.
    std::optional<std::int64_t> fifo(int day) const
    {
        std::vector<Piece> pieces; // in the order in which they came
        for (const auto& m : moves)
            if (m.day <= day && !m.transfer)
                move_pieces(pieces, m);
        std::int64_t worth = 0;
        for (const auto& piece : pieces) {
            if (piece.taken_by != 0)
                continue;
            if (!piece.cost)
                return std::nullopt;
            worth += *piece.cost;
        }
        return worth;
    }

  private:
    struct Piece {
        std::int64_t came_with = 0;
        std::optional<std::int64_t> cost;
        std::int64_t taken_by = 0; ///< 0: it is there
        int taken_as = 0;
    };

    static void move_pieces(std::vector<Piece>& pieces, const ModelMove& m)
    {
        for (int left = m.quantity; left > 0; --left) {
            Piece* own = nullptr;
            for (auto& piece : pieces)
                if (m.returns != 0 && piece.taken_by == m.returns &&
                    (own == nullptr || piece.taken_as > own->taken_as))
                    own = &piece;
            if (own != nullptr)
                own->taken_by = 0;
            else
                pieces.push_back({m.id, m.cost, 0, 0});
        }
        for (int left = -m.quantity; left > 0; --left) {
            const auto there = [](const Piece& piece) { return piece.taken_by == 0; };
            auto piece = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& each) {
                return there(each) && m.returns != 0 && each.came_with == m.returns;
            });
            if (piece == pieces.end())
                piece = std::find_if(pieces.begin(), pieces.end(), there);
            piece->taken_by = m.id;
            piece->taken_as = -left;
        }
    }
};

} // namespace crm::test
