// SPDX-License-Identifier: MIT
#pragma once

#include "crm/base/date.hpp"
#include "crm/stock/worth.hpp"

#include <optional>

namespace crm
{

// The rule of the moving average (§ 240 (4) HGB, german-practice.md 3.16), in one place.
//
// Beside the quantity the books of a product carry what it is worth, exactly. What comes in adds
// what it cost. What goes out takes its share as of its day: what is dated later does not count. It
// never takes more than the books have, and what leaves last takes all that is left. So what is on
// hand and what left always cost what came, and in which order movements are added up makes no
// difference. The average, worth ÷ quantity, is only shown.
//
// What was taken back is left out, with the movement that took it back; what changes its place does
// nothing to the books.
//
// Two things that books may not know: goods of unknown cost make the worth unknown until the stock
// is used up (what left of them meanwhile keeps no cost, but takes its share of the books where a
// cost was supplied afterwards, by taking the receipt back); and goods that left before they were
// there left at the average of before, so that the receipt that fills the gap carries the
// correction: the average is then what it cost.

/// What a movement does to the books.
struct StockMove {
    Date day;
    Quantity quantity;          ///< below 0: goes out; 0: only the worth changes
    std::optional<Worth> worth; ///< below 0: goes out; nothing: not known
    Worth correction;           ///< of what left before it was there
};

/// What lies of a product in all places, and what it is worth.
struct AverageStock {
    Quantity on_hand;
    Worth worth;                        ///< none where unit_cost is not known
    std::optional<UnitPrice> unit_cost; ///< the average, of nothing on hand the last; or not known
    /// Day of the movement that made the worth unknown, or known again, or that left at a cost not
    /// known: from then on it has stayed so. Nothing: it was never unknown.
    std::optional<Date> since;

    bool operator==(const AverageStock&) const = default;

    /// Takes the next movement in the order of days, then of recording.
    void move(const StockMove& next);

    /// Whether movements that were added up in some other order come to the same.
    [[nodiscard]] bool adds_up() const { return !since && on_hand > Quantity{}; }
    /// Whether the worth has been known, or unknown, from the end of a day on.
    [[nodiscard]] bool steady_from(Date day) const { return !since || *since <= day; }
    /// Whether what was booked for a day, which made of `before` these, would come to the same in
    /// its place among later movements: all was and is known.
    [[nodiscard]] bool same_in_place(const AverageStock& before, Date day) const
    {
        return before.unit_cost && before.steady_from(day) && unit_cost && on_hand > Quantity{};
    }
    /// Whether what is there is used up, so that the next movement alone tells what goods cost.
    [[nodiscard]] bool begins_anew(Quantity next) const
    {
        return next > Quantity{} ? on_hand <= Quantity{} : on_hand == Quantity{};
    }
    /// What is on hand is worth, to the cent; nothing: not known.
    [[nodiscard]] std::optional<Money> value() const;
    /// The share of so much of it; beyond what is on hand at the average. Nothing: not known.
    [[nodiscard]] std::optional<Worth> share(Quantity quantity) const;

  private:
    void change(Worth by);
};

/// The value of one part after the other, each to the cent: together they are the value of all.
class ValueParts
{
  public:
    explicit ValueParts(const AverageStock& stock) : stock_(stock) {}
    /// Nothing: not known.
    std::optional<Money> next(Quantity quantity);

  private:
    AverageStock stock_;
    Quantity until_;
    Money used_;
};

/// What a unit of goods on hand (above 0) is worth.
UnitPrice average_of(const AverageStock& stock);

/// What goes out (above 0) is worth: a cost of its own, else its share `on_day`, within what the
/// books have. Nothing: not known.
std::optional<Worth> worth_out(const AverageStock& books, const AverageStock& on_day,
                               Quantity quantity, std::optional<Worth> own);

/// By how much goods that come in correct what left too cheap or too dear before they were there.
Worth correction_of(const AverageStock& books, Quantity quantity, std::optional<Worth> cost);

/// What the books fall by when so much goes out, to the cent: cents of many deliveries and of what
/// is left always add up.
Money cost_out(const AverageStock& books, Worth out);

} // namespace crm
