// SPDX-License-Identifier: MIT
#include "crm/switchboard/erase.hpp"

#include "crm/base/error.hpp"
#include "crm/contact/consent.hpp"
#include "crm/log/erase.hpp"
#include "crm/mailing/frozen.hpp"
#include "crm/openitems/dunning/block.hpp"
#include "crm/openitems/dunning/posted.hpp"
#include "crm/openitems/sepa/mandate.hpp"
#include "crm/order/erase.hpp"
#include "crm/store/erasure.hpp"

#include <algorithm>
#include <iterator>

namespace crm
{

namespace
{

/// The person and the contacts that were merged into them.
std::vector<std::int64_t> records_of(Store& store, std::int64_t person_id)
{
    auto query = store.prepare("SELECT id FROM contact WHERE id = :id OR "
                               "merged_into_id = :id ORDER BY id");
    query.bind(":id", person_id);
    std::vector<std::int64_t> ids;
    while (query.step())
        ids.push_back(query.integer(0));
    return ids;
}

/// The ids that the held records have of one kind.
std::vector<std::int64_t> ids_in(const std::vector<HeldRecord>& held,
                                 std::optional<std::int64_t> HeldRecord::*kind)
{
    std::vector<std::int64_t> ids;
    for (const auto& record : held)
        if (record.*kind)
            ids.push_back(*(record.*kind));
    return ids;
}

KeptOfPerson kept_with(const std::vector<HeldRecord>& held)
{
    return held.empty()                                    ? KeptOfPerson::nothing
           : std::ranges::any_of(held, &HeldRecord::claim) ? KeptOfPerson::address
                                                           : KeptOfPerson::name;
}

/// The person is kept for all that is held, a contact who was merged into them for what is under
/// its own number.
KeptOfPerson kept_of(std::int64_t id, const Contact& person, std::vector<HeldRecord> held)
{
    if (id != person.id)
        std::erase_if(held, [id](const HeldRecord& record) { return record.contact_id != id; });
    return kept_with(held);
}

} // namespace

void check_erasable(Store& store, const Contact& person)
{
    if (person.kind != ContactKind::person)
        throw error(ErrorKind::rejected, "{} is a company; only a person can be erased",
                    person.name)
            .with_hint("'crm contact archive' takes a company out of the lists");
    auto staff = store.prepare("SELECT 1 FROM staff WHERE contact_id = :id");
    staff.bind(":id", person.id);
    if (staff.step())
        throw error(ErrorKind::rejected,
                    "{} belongs to the own staff, whose code stands in records", person.name)
            .with_hint("'crm contact leave' ends the employment");
}

Erasure erase_person(Store& store, const Contact& person, LocalTime now)
{
    const auto today = now.day;
    check_erasable(store, person);
    overwrite_deleted(store);
    Transaction transaction(store);
    Erasure erasure;
    erasure.held = held_records(store, person.id, today);
    erasure.kept = kept_with(erasure.held);
    const auto kept_entries = ids_in(erasure.held, &HeldRecord::log_id);
    const auto kept_consents = ids_in(erasure.held, &HeldRecord::consent_id);
    const auto kept_orders = ids_in(erasure.held, &HeldRecord::order_id);
    const auto kept_recipients = ids_in(erasure.held, &HeldRecord::recipient_id);
    for (const auto channel : advertising_channels())
        block_channel(store, person.id, channel, {"erased (GDPR 17)", erasure_source}, now);
    for (const auto id : records_of(store, person.id)) {
        erasure.known_again |= erase_contact(store, id, kept_of(id, person, erasure.held), today);
        erase_entries(store, id, kept_entries);
        std::ranges::copy_if(entries_elsewhere(store, id),
                             std::back_inserter(erasure.talks_of_companies), [&](auto entry) {
                                 return std::ranges::find(kept_entries, entry) ==
                                        kept_entries.end();
                             });
        erase_mandates(store, id, today);
        erase_block_reasons(store, id);
        erase_consent_words(store, id, kept_consents);
        erase_letters(store, id, last_letter_not_kept(store, today));
        erase_recipients(store, id, kept_orders);
        erase_frozen(store, id, kept_recipients);
        erase_audit_values(store, id);
    }
    transaction.commit();
    empty_write_ahead_log(store);
    return erasure;
}

} // namespace crm
