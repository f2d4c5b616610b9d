// SPDX-License-Identifier: MIT
#pragma once

#include "crm/openitems/document.hpp"

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace crm
{

/// What discounts for prompt payment are a percentage of: what of an invoice is still invoiced when
/// the credit notes are deducted that it was settled with, and those that correct it as far as they
/// settle nothing else. Nobody deducts 3 % of goods that went back (§ 17 UStG).
class SkontoBase
{
  public:
    /// Counts credit notes dated until a day and what was settled until a day; each for ever unless
    /// given.
    SkontoBase(Store& store, std::optional<Date> credits_until, std::optional<Date> settled_until);

    /// To be called before very many documents are asked for: reads once which were ever corrected.
    void expect_many();
    /// Of a document with that gross amount and so much open; nothing if its discount was taken.
    Money of(std::int64_t document_id, Money gross, Money open);
    /// What is still invoiced per rate; what was invoiced if that is nothing.
    std::vector<DocumentTax> taxes_of(const Document& document);

  private:
    struct Part {
        std::int64_t credit_id;
        Money amount;
    };
    std::vector<Part> credited(std::int64_t document_id);
    bool is_taken(std::int64_t document_id);

    Store& store_;
    std::optional<Date> credits_until_, settled_until_;
    // Made when first needed: a list of one contact seldom is about a discount.
    std::optional<Statement> credited_;
    std::optional<Statement> taken_;
    std::optional<std::unordered_set<std::int64_t>> corrected_;
};

} // namespace crm
