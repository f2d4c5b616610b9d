// SPDX-License-Identifier: MIT
#include "crm/openitems/bank/contact_numbers.hpp"

#include <algorithm>

namespace crm
{

const ContactNumbers::Numbers& ContactNumbers::of(std::int64_t contact_id)
{
    const auto [known, added] = known_.try_emplace(contact_id);
    auto& numbers = known->second;
    if (!added)
        return numbers;
    auto query = store_.prepare(R"sql(
        SELECT id, number, iif(side = 'payable', reference, NULL) FROM document
         WHERE contact_id IN (SELECT id FROM contact WHERE id = :contact OR merged_into_id = :contact)
         ORDER BY id)sql");
    query.bind(":contact", contact_id);
    while (query.step()) {
        numbers.all.push_back({query.integer(0), query.string(1), compressed(query.text(1))});
        if (!query.is_null(2))
            numbers.all.push_back({query.integer(0), query.string(1), compressed(query.text(2))});
    }
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
