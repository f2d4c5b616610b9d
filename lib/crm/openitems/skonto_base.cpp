// SPDX-License-Identifier: MIT
#include "crm/openitems/skonto_base.hpp"

#include "crm/openitems/skonto.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::string_view select_credited = R"sql(
    SELECT credit_id, sum(amount)
      FROM allocation
     WHERE document_id = :document AND kind = 'credit' AND date <= :settled
     GROUP BY credit_id
    UNION ALL
    SELECT c.id, c.gross - (SELECT coalesce(sum(amount), 0) FROM allocation
                             WHERE credit_id = c.id AND (document_id IS NOT NULL OR kind = 'write-off')
                               AND date <= :settled)
      FROM document AS c
     WHERE c.corrects_id = :document AND c.date <= :credits)sql";

constexpr std::string_view select_taken = R"sql(
    SELECT coalesce(sum(amount), 0) FROM allocation
     WHERE document_id = :document AND kind = 'skonto' AND date <= :settled)sql";

std::string day_or_end(std::optional<Date> day)
{
    return day ? to_string(*day) : "9999-12-31";
}

} // namespace

SkontoBase::SkontoBase(Store& store, std::optional<Date> credits_until,
                       std::optional<Date> settled_until)
    : store_(store), credits_until_(credits_until), settled_until_(settled_until)
{
}

void SkontoBase::expect_many()
{
    auto& corrected = corrected_.emplace();
    auto query = store_.prepare("SELECT corrects_id FROM document WHERE corrects_id IS NOT NULL");
    while (query.step())
        corrected.insert(query.integer(0));
}

std::vector<SkontoBase::Part> SkontoBase::credited(std::int64_t document_id)
{
    if (!credited_) {
        credited_.emplace(store_.prepare(select_credited));
        credited_->bind(":credits", day_or_end(credits_until_));
        credited_->bind(":settled", day_or_end(settled_until_));
    }
    credited_->reset();
    credited_->bind(":document", document_id);
    std::vector<Part> parts;
    while (credited_->step())
        if (credited_->money(1) != Money{})
            parts.push_back({credited_->integer(0), credited_->money(1)});
    return parts;
}

bool SkontoBase::is_taken(std::int64_t document_id)
{
    if (!taken_) {
        taken_.emplace(store_.prepare(select_taken));
        taken_->bind(":settled", day_or_end(settled_until_));
    }
    taken_->reset();
    taken_->bind(":document", document_id);
    return taken_->step() && taken_->money(0) != Money{};
}

Money SkontoBase::of(std::int64_t document_id, Money gross, Money open)
{
    const bool untouched = open == gross; // nothing ever settled a part of it
    if (gross <= Money{} || (!untouched && is_taken(document_id)))
        return {};
    if (untouched && corrected_ && !corrected_->contains(document_id))
        return gross;
    auto base = gross;
    for (const auto& part : credited(document_id))
        base -= part.amount;
    return std::max(base, Money{});
}

std::vector<DocumentTax> SkontoBase::taxes_of(const Document& document)
{
    auto taxes = document.taxes;
    for (const auto& part : credited(document.id))
        for (const auto& given :
             split_by_rate(part.amount, document_by_id(store_, part.credit_id).taxes))
            for (auto& tax : taxes)
                if (tax.rate == given.rate) {
                    tax.net -= given.net;
                    tax.tax -= given.tax;
                }
    std::erase_if(taxes, [](const DocumentTax& tax) { return tax.net + tax.tax <= Money{}; });
    return taxes.empty() ? document.taxes : taxes;
}

} // namespace crm
