// SPDX-License-Identifier: MIT
#include "crm/contact/condition_choice.hpp"

#include "crm/base/text.hpp"
#include "crm/base/translate.hpp"
#include "crm/contact/employment.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace crm
{

namespace
{

enum class Scope { other_product, everything, group, product };

/// A condition and what it is weighed by, the heavier the better.
struct Candidate {
    Condition condition;
    bool own = false;
    Scope scope = Scope::everything;
    bool group_known = true;
    bool enough = true; ///< the quantity is reached

    [[nodiscard]] bool possible() const { return group_known && enough; }
    [[nodiscard]] auto weight() const
    {
        const auto& c = condition;
        return std::tuple(possible(), own, scope, c.from_quantity.value_or(Quantity{}),
                          c.agreed_on.value_or(c.recorded_on), c.id);
    }
};

Scope scope_for(const Condition& condition, const ConditionCase& wanted)
{
    if (!condition.product.empty())
        return lower(condition.product) == lower(trim(wanted.product)) ? Scope::product
                                                                       : Scope::other_product;
    if (condition.group.empty())
        return Scope::everything;
    const bool same = !wanted.group || lower(*wanted.group) == lower(condition.group);
    return same ? Scope::group : Scope::other_product;
}

/// Those of a contact that concern the case.
void collect(Store& store, const ConditionCase& wanted, std::int64_t contact_id,
             std::vector<Candidate>& candidates)
{
    for (auto& condition : conditions_in_force(store, contact_id, wanted.day)) {
        Candidate candidate;
        candidate.own = contact_id == wanted.contact_id;
        candidate.scope = scope_for(condition, wanted);
        candidate.group_known = condition.group.empty() || wanted.group;
        candidate.enough = !condition.from_quantity || *condition.from_quantity <= wanted.quantity;
        candidate.condition = std::move(condition);
        if (candidate.scope != Scope::other_product)
            candidates.push_back(std::move(candidate));
    }
}

/// All that concern the case, of every kind, the heaviest first.
std::vector<Candidate> candidates_for(Store& store, const ConditionCase& wanted)
{
    std::vector<Candidate> candidates;
    collect(store, wanted, wanted.contact_id, candidates);
    const auto employers = present_employments(store, wanted.contact_id, wanted.day);
    if (!employers.empty())
        collect(store, wanted, employers.front().company_id, candidates);
    std::ranges::sort(
        candidates, [](const Candidate& a, const Candidate& b) { return a.weight() > b.weight(); });
    return candidates;
}

std::string why(const Candidate& chosen)
{
    if (chosen.scope == Scope::product)
        return chosen.own ? tr("agreed for this product")
                          : tr("agreed with the company for this product");
    if (chosen.scope == Scope::group)
        return chosen.own ? tr("agreed for its group")
                          : tr("agreed with the company for its group");
    return chosen.own ? tr("agreed for everything") : tr("agreed with the company for everything");
}

std::string why_not(const Candidate& other, const Candidate& chosen)
{
    const auto id = chosen.condition.id;
    if (!other.group_known)
        return tr("the group of the product is not known");
    if (!other.enough)
        return format("only from a quantity of {} on", to_string(*other.condition.from_quantity));
    if (other.own != chosen.own)
        return format("condition {} is the person's own", id);
    if (other.scope != chosen.scope)
        return format("condition {} is more specific", id);
    if (other.condition.from_quantity != chosen.condition.from_quantity)
        return format("condition {} is for a higher quantity", id);
    return format("condition {} was agreed later", id);
}

constexpr std::array<Column<WeighedCondition>, 8> columns = {{
    {"id", "ID", Kind::integer, [](const WeighedCondition& w) -> Cell { return w.condition.id; }},
    {"kind", "KIND", Kind::text,
     [](const WeighedCondition& w) -> Cell { return to_string(w.condition.kind); }},
    {"value", "VALUE", Kind::text,
     [](const WeighedCondition& w) -> Cell { return value_of(w.condition); }},
    {"product", "PRODUCT", Kind::text,
     [](const WeighedCondition& w) {
         auto scope = scope_of(w.condition);
         return scope.empty() ? Cell() : Cell(std::move(scope));
     }},
    {"from", "FROM", Kind::date,
     [](const WeighedCondition& w) { return cell(w.condition.first_day); }},
    {"to", "TO", Kind::date, [](const WeighedCondition& w) { return cell(w.condition.last_day); }},
    {"applies", "APPLIES", Kind::boolean,
     [](const WeighedCondition& w) -> Cell { return w.applies; }},
    {"reason", "REASON", Kind::text, [](const WeighedCondition& w) { return text_cell(w.reason); }},
}};

} // namespace

std::span<const Column<WeighedCondition>> weighed_columns()
{
    return columns;
}

std::optional<Condition> applying_condition(Store& store, ConditionKind kind,
                                            const ConditionCase& wanted)
{
    for (auto& candidate : candidates_for(store, wanted))
        if (candidate.condition.kind == kind && candidate.possible())
            return std::move(candidate.condition);
    return std::nullopt;
}

std::vector<WeighedCondition> explain_conditions(Store& store, const ConditionCase& wanted)
{
    const auto candidates = candidates_for(store, wanted);
    std::vector<WeighedCondition> weighed;
    for (const auto kind : {ConditionKind::discount, ConditionKind::price}) {
        const Candidate* chosen = nullptr;
        for (const auto& candidate : candidates) {
            if (candidate.condition.kind != kind)
                continue;
            const bool applies = chosen == nullptr && candidate.possible();
            if (chosen == nullptr) // without one that applies, the reasons name none either
                chosen = &candidate;
            weighed.push_back({candidate.condition, applies,
                               applies ? why(candidate) : why_not(candidate, *chosen)});
        }
    }
    return weighed;
}

} // namespace crm
