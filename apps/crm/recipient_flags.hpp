// SPDX-License-Identifier: MIT
#pragma once

#include "crm/context.hpp"
#include "crm/mailing/filter.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// FILTER of the contract, as typed.
struct RecipientFlags {
    bool customer = false;
    bool prospect = false;
    bool supplier = false;
    bool all = false;
    bool or_never = false;
    std::vector<std::string> tags;
    std::vector<std::string> not_tags;
    std::optional<std::string> kind, manager, city, postcode, country;
    std::optional<std::string> no_order_since, ordered_since;
    std::optional<std::string> period, basis, min_revenue, max_revenue, min_order_value, top;
    std::optional<std::string> bought, lot, bought_group;
    std::optional<std::string> not_contacted_since, not_mailed_since;
    std::optional<std::string> where;

    bool operator==(const RecipientFlags&) const = default;
};

void declare_recipient_filter(CLI::App& verb, RecipientFlags& flags);

/// The flags as they are kept: amounts with a decimal point, whatever `--decimal` says; days that
/// are relative stay so. Throws usage for an amount that is none.
RecipientFlags kept_flags(const RecipientFlags& typed, Decimal decimal);

/// The meaning of kept flags today. Throws usage for a value that none of them takes, not_found for
/// an unknown manager, product or group.
RecipientFilter recipient_filter(Store& store, const RecipientFlags& kept, Date today);

/// Kept flags as words that a shell would read as them again: `--no-order-since 1y --city 'Bad
/// Homburg'`. That is how a segment or a mailing keeps its filter, and how it is shown.
std::string filter_words(const RecipientFlags& kept);
/// Reads what filter_words() wrote. Throws usage for anything else.
RecipientFlags parse_filter_words(std::string_view words);

/// A stored filter with what was typed besides: tags are added, a single value replaces the stored
/// one.
RecipientFlags merged(RecipientFlags stored, const RecipientFlags& typed);

/// Whom a command is for: a segment, conditions, or both.
struct RecipientChoice {
    std::optional<std::string> segment;
    RecipientFlags filter;
};

void declare_recipient_choice(CLI::App& verb, RecipientChoice& choice);

/// The kept flags of a choice. Conditions that were typed besides a segment are added to its own; a
/// single one replaces that of the segment. Throws not_found for an unknown segment.
RecipientFlags chosen_flags(const Context& ctx, Store& store, const RecipientChoice& choice);

} // namespace crm
