// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/contact_numbers.hpp"

#include <algorithm>

namespace crm
{

namespace
{

constexpr std::size_t most_known = 1000; // contacts; lines of one are seldom far apart

} // namespace

/// Only an index is read: documents lie apart, and a customer has many.
void ContactNumbers::read_ours(std::int64_t contact_id, std::vector<Number>& into)
{
    auto query = store_.prepare(R"sql(
        SELECT id, number FROM document
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact))sql");
    query.bind(":contact", contact_id);
    while (query.step())
        into.push_back({query.integer(0), query.string(1), compressed(query.text(1))});
}

void ContactNumbers::read_suppliers(std::int64_t contact_id, std::vector<Number>& into)
{
    auto query = store_.prepare(R"sql(
        SELECT d.id, d.number, d.reference
          FROM contact AS c
          JOIN document AS d ON d.contact_id = c.id
         WHERE (c.id = :contact OR c.merged_into_id = :contact)
           AND (c.supplier OR EXISTS (SELECT 1 FROM personal_account
                                       WHERE contact_id = c.id AND side = 'payable'))
           AND d.side = 'payable' AND d.reference IS NOT NULL)sql");
    query.bind(":contact", contact_id);
    while (query.step())
        into.push_back({query.integer(0), query.string(1), compressed(query.text(2))});
}

const ContactNumbers::Numbers& ContactNumbers::of(std::int64_t contact_id)
{
    if (known_.size() >= most_known)
        known_.clear();
    const auto [known, added] = known_.try_emplace(contact_id);
    auto& numbers = known->second;
    if (!added)
        return numbers;
    read_ours(contact_id, numbers.all);
    read_suppliers(contact_id, numbers.all);
    std::ranges::stable_sort(numbers.all, {}, &Number::document_id);
    for (std::size_t place = 0; place < numbers.all.size(); ++place)
        numbers.table.add(numbers.all[place].letters, place);
    return numbers;
}

std::vector<NamedDocument> ContactNumbers::in(std::int64_t contact_id, const BankLine& line)
{
    const auto& numbers = of(contact_id);
    std::vector<NamedDocument> found;
    for (const auto* text : {&line.text, &line.end_to_end}) {
        auto mentions = numbers.table.in(Purpose(*text));
        std::ranges::stable_sort(mentions, {}, &Mention::start);
        for (const auto& mention : mentions) {
            const auto& number = numbers.all[mention.place];
            const auto same =
                std::ranges::find(found, number.document_id, &NamedDocument::document_id);
            if (same == found.end())
                found.push_back({number.document_id, number.shown, mention.naming});
            else
                same->naming = std::max(same->naming, mention.naming);
        }
    }
    return found;
}

} // namespace crm
