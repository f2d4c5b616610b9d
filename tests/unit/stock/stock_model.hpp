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

inline Quantity whole(int number)
{
    return {number * 1000};
}

/// A movement of the model: whole units of one product.
struct ModelMove {
    std::int64_t id = 0;
    std::int64_t place = 0;
    std::string lot;
    int day = 0;
    int quantity = 0;
    std::optional<std::int64_t> worth; ///< of all, ten-millionths, below 0: went out
    bool transfer = false;
    std::int64_t returns = 0;
    bool reversal = false; ///< takes back what it returns

    /// Of a unit, in ten-thousandths.
    std::optional<std::int64_t> cost() const
    {
        return worth ? std::optional(rounded(*worth, quantity * 1000)) : std::nullopt;
    }

    static std::int64_t rounded(std::int64_t sum, std::int64_t units)
    {
        if (units < 0)
            return rounded(-sum, -units);
        return sum < 0 ? -((-2 * sum + units) / (2 * units)) : (2 * sum + units) / (2 * units);
    }
};

/// What there was at the end of a day.
struct ModelSums {
    int stock = 0;
    std::int64_t worth = 0;
    std::optional<std::int64_t> average; ///< ten-thousandths; nothing: not known

    std::int64_t positive() const { return std::max<std::int64_t>(worth, 0); }
    /// What units are worth, beyond what there is at the average, which has to be known.
    std::int64_t share(int units) const
    {
        if (units <= stock)
            return ModelMove::rounded(positive() * units, stock);
        return (stock > 0 ? positive() : 0) + (units - std::max(stock, 0)) * 1000 * *average;
    }
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

    /// What has to leave of which lots, in their order; nothing if it is not there.
    template<typename Lots>
    std::vector<std::pair<std::string, int>> taken(const Lots& lots, const ModelMove& wanted,
                                                   int last_day) const
    {
        std::vector<std::pair<std::string, int>> parts;
        int left = wanted.quantity;
        for (const auto& lot : lots) {
            const auto part = std::min(left, free(wanted.place, lot, wanted.day, last_day));
            if (part > 0)
                parts.emplace_back(lot, part);
            left -= part;
        }
        return left == 0 ? parts : decltype(parts){};
    }

    /// The movement that takes this one back until the end of a day, or that this one does.
    const ModelMove* undone(const ModelMove& m, int day) const
    {
        for (const auto& other : moves)
            if ((other.reversal && other.returns == m.id && other.day <= day) ||
                (m.reversal && m.returns == other.id))
                return &other;
        return nullptr;
    }

    /// In the order of days, then of recording, without what was taken back.
    ModelSums sums(int day) const
    {
        ModelSums sums;
        for (const auto& m : in_order()) {
            const auto* const other = m.day <= day ? undone(m, day) : nullptr;
            if (other != nullptr && m.reversal)
                change(sums, m.worth.value_or(0) + other->worth.value_or(0));
            else if (other == nullptr && m.day <= day && !m.transfer)
                add(sums, m);
        }
        return sums;
    }

    /// Whether without a movement there would be less than nothing at any time.
    bool needs(const ModelMove& needed, int last_day) const
    {
        int sum = 0;
        bool below = false;
        for (const auto& m : in_order())
            if (m.id != needed.id && !m.transfer && undone(m, last_day) == nullptr) {
                sum += m.quantity;
                below = below || sum < 0;
            }
        return below;
    }

    /// What units are worth that go out: a cost of their own, else their share as of the day, not
    /// more than the books have, and if nothing is left then all of it.
    std::optional<std::int64_t> worth_out(int day, int last_day, int units,
                                          std::optional<std::int64_t> own) const
    {
        const auto then = sums(day);
        const auto books = sums(last_day);
        if (!own && then.average)
            own = then.share(units);
        if (!own || !books.average)
            return own;
        return books.stock == units ? books.positive() : std::min(*own, books.positive());
    }

    /// What units are worth that come back of a movement: their share of what did not yet.
    std::optional<std::int64_t> worth_back(const ModelMove& original, int units) const
    {
        auto worth = original.worth;
        int left = original.quantity;
        for (const auto& m : moves)
            if (m.returns == original.id) {
                left += m.quantity;
                if (worth)
                    *worth += m.worth.value_or(0);
            }
        return worth ? std::optional(ModelMove::rounded(*worth * units, left)) : std::nullopt;
    }

    /// So many parts a ten-millionth has, for pieces of movements of up to ten units.
    static constexpr std::int64_t parts = 2520;

    /// First in, first out, piece by piece: the sum of the costs of what is left, in such parts.
    std::optional<std::int64_t> fifo(int day) const
    {
        std::vector<Piece> pieces; // in the order in which they came
        for (const auto& m : moves)
            if (m.day <= day && !m.transfer && undone(m, day) == nullptr)
                move_pieces(pieces, m);
        std::int64_t worth = 0;
        for (const auto& piece : pieces) {
            if (piece.taken_by != 0)
                continue;
            if (!piece.cost)
                return std::nullopt;
            worth += piece.owed ? -*piece.cost : *piece.cost;
        }
        return worth;
    }

  private:
    struct Piece {
        std::int64_t came_with = 0;
        std::optional<std::int64_t> cost;
        std::int64_t taken_by = 0; ///< 0: it is there
        int taken_as = 0;
        bool owed = false; ///< left before it was there

        bool there() const { return taken_by == 0 && !owed; }
    };
    static constexpr std::int64_t settled = -1;

    std::vector<ModelMove> in_order() const
    {
        auto ordered = moves;
        std::ranges::stable_sort(ordered, {}, &ModelMove::day);
        return ordered;
    }

    static void change(ModelSums& sums, std::int64_t by)
    {
        if (!sums.average)
            return;
        sums.worth += by;
        if (sums.stock > 0)
            sums.average = ModelMove::rounded(sums.positive(), sums.stock * 1000);
    }

    static void add(ModelSums& sums, const ModelMove& m)
    {
        const bool fills = m.quantity > 0 && sums.stock <= 0;
        const bool anew = fills || sums.stock == 0;
        auto worth = m.worth;
        if (!worth && m.quantity < 0 && sums.average)
            worth = -sums.share(-m.quantity);
        const bool known = worth && (sums.average || anew);
        if (known && !sums.average && sums.stock < 0)
            sums.worth = ModelMove::rounded(*worth * (sums.stock + m.quantity), m.quantity);
        else
            sums.worth = known ? sums.worth + *worth : 0;
        sums.stock += m.quantity;
        if (!known)
            sums.average.reset();
        else if (sums.stock > 0)
            sums.average = ModelMove::rounded(sums.positive(), sums.stock * 1000);
        else if (fills || !sums.average)
            sums.average = m.cost();
    }

    static void move_pieces(std::vector<Piece>& pieces, const ModelMove& m)
    {
        std::optional<std::int64_t> piece_worth;
        if (m.worth)
            piece_worth = *m.worth * parts / m.quantity;
        for (int left = m.quantity; left > 0; --left) {
            const auto owed = std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) {
                return piece.owed && piece.taken_by == 0;
            });
            if (owed != pieces.end()) {
                owed->taken_by = settled;
                continue;
            }
            Piece* own = nullptr;
            for (auto& piece : pieces)
                if (m.returns != 0 && piece.taken_by == m.returns &&
                    (own == nullptr || piece.taken_as > own->taken_as))
                    own = &piece;
            if (own != nullptr)
                own->taken_by = 0;
            else
                pieces.push_back({m.id, piece_worth, 0, 0, false});
        }
        for (int left = -m.quantity; left > 0; --left) {
            auto piece = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& each) {
                return each.there() && m.returns != 0 && each.came_with == m.returns;
            });
            if (piece == pieces.end())
                piece = std::ranges::find_if(pieces, &Piece::there);
            if (piece == pieces.end()) {
                pieces.push_back({0, piece_worth, 0, 0, true});
                continue;
            }
            piece->taken_by = m.id;
            piece->taken_as = -left;
        }
    }
};

} // namespace crm::test
