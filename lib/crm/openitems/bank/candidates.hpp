// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/bank/line.hpp"
#include "crm/openitems/bank/purpose.hpp"
#include "crm/openitems/skonto.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crm
{

/// An open item as a line of a statement may mean it.
struct Candidate {
    std::int64_t document_id = 0;
    std::string number; ///< letters and digits in capitals: how a purpose names it
    std::string ours;   ///< the same of our number, if `number` is the supplier's
    std::string shown;  ///< the number as it is
    std::int64_t contact_id = 0;
    std::string contact_number;
    std::string name; ///< folded
    Side side = Side::receivable;
    Date date;
    Date due;
    Money amount;
    Money open;
    std::vector<SkontoStep> skonto;
    std::string end_to_end; ///< the id that our last file for the bank gave it, like `number`
    Money sent;             ///< what that file pays or collects,
    Money sent_skonto;      ///< with that discount
};

/// A candidate for a line, and why.
struct Suggestion {
    const Candidate* candidate = nullptr;
    std::int64_t score = 0;
    std::string reason;
    bool named = false;  ///< by its number, a word of the text, or the end-to-end id we gave it
    bool by_id = false;  ///< by the end-to-end id
    bool known = false;  ///< by the IBAN or the name of the other side
    bool amount = false; ///< exactly what is open
    bool skonto = false; ///< exactly what is open less a discount in time, or that our file says
    bool sent = false;   ///< exactly what our file says
};

/// Where in a list something with a number is: a sorted list, which is made in a tenth of the time
/// of a table of lists when there are many.
class PlacesByNumber
{
  public:
    using Place = std::pair<std::int64_t, std::size_t>;

    void add(std::int64_t number, std::size_t place) { places_.emplace_back(number, place); }
    /// After the last add() and before the first of().
    void sort() { std::ranges::sort(places_); }
    [[nodiscard]] std::span<const Place> of(std::int64_t number) const
    {
        return std::ranges::equal_range(places_, number, {}, &Place::first);
    }

  private:
    std::vector<Place> places_;
};

/// All that is open, in the currency of the books, ready to be compared with lines.
class Candidates
{
  public:
    explicit Candidates(Store& store);

    /// The candidates for a line that are worth a look, those that it names and then the likeliest
    /// first (german-practice.md 3.6).
    [[nodiscard]] std::vector<Suggestion> of(const BankLine& line) const;
    /// One of them; null if nothing of it is open.
    [[nodiscard]] const Candidate* find(std::int64_t document_id) const;
    /// Whose account an IBAN is, as far as we know.
    [[nodiscard]] std::span<const std::int64_t> contacts_of(const std::string& iban) const;
    /// What was open is not any more.
    void remove(std::int64_t document_id);
    /// Everything open of a contact on the side that a line's sign is of.
    [[nodiscard]] Money open_of(std::int64_t contact_id, Side side) const;

    [[nodiscard]] int grace() const { return grace_; }

  private:
    /// A line as it is compared.
    struct Words {
        Purpose purpose;
        std::string name;                 ///< folded
        std::vector<std::size_t> in_text; ///< whose number is a word of it, sorted
        std::vector<std::size_t> in_id;   ///< the same of the end-to-end id
        std::vector<std::size_t> like;    ///< whose number is run together with something
    };

    void load(Store& store);
    void load_sent(Store& store);
    void load_ibans(Store& store);
    void index();
    [[nodiscard]] Words words_of(const BankLine& line) const;
    [[nodiscard]] std::vector<std::size_t> places_of(const BankLine& line,
                                                     const Words& words) const;
    void judge_name(Suggestion& s, const BankLine& line, const Words& words,
                    std::size_t place) const;
    void judge_amount(Suggestion& s, const BankLine& line) const;
    [[nodiscard]] Suggestion judge(std::size_t place, const BankLine& line,
                                   const Words& words) const;

    int grace_ = 0;
    std::deque<Candidate> all_; ///< by document; grows without a second copy
    NumberTable by_number_;
    PlacesByNumber by_amount_;
    PlacesByNumber by_contact_;
    std::unordered_map<std::string, std::vector<std::int64_t>> contacts_by_iban_;
};

} // namespace crm
