// SPDX-License-Identifier: MIT
#include "crm/openitems/sepa/remittance.hpp"

#include "crm/openitems/sepa/text.hpp"

#include <fmt/format.h>

#include <set>

namespace crm
{

namespace
{

constexpr std::size_t longest = 140;
constexpr std::size_t longest_number = 35; // as long as an identifier, so that everything fits

} // namespace

std::string remittance_text(SepaKind kind, const SepaPayment& p)
{
    const bool german = p.party.language.empty() || p.party.language == "de";
    const auto ours = sepa_text(p.document, longest_number);
    const auto theirs = sepa_text(p.reference, longest_number);
    const bool by_theirs = kind == SepaKind::transfer && !theirs.empty();
    const auto in = [&](const char* german_words, const char* english_words,
                        const auto&... values) {
        return fmt::format(fmt::runtime(german ? german_words : english_words), values...);
    };
    auto text = in("Rechnung {} vom {}", "Invoice {} of {}", by_theirs ? theirs : ours,
                   to_string(p.document_date));
    if (p.skonto != Money{})
        text += in(", abzgl. Skonto {}", ", less discount {}", to_string(p.skonto));
    if (by_theirs)
        text += in(", unser Beleg {}", ", our number {}", ours);
    else if (!theirs.empty())
        text += in(", Ihr Zeichen {}", ", your reference {}", theirs);
    return sepa_text(text, longest);
}

void give_end_to_end_ids(std::vector<SepaPayment>& payments)
{
    std::set<std::string> given;
    for (auto& payment : payments) {
        payment.end_to_end = payment.document;
        if (is_sepa_id(payment.document) && given.insert(payment.document).second)
            continue;
        payment.end_to_end = fmt::format("CRM-{}", payment.document_id);
        while (!given.insert(payment.end_to_end).second)
            payment.end_to_end += '-';
    }
}

} // namespace crm
