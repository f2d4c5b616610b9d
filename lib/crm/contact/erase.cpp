// SPDX-License-Identifier: MIT
#include "crm/contact/erase.hpp"

#include "crm/base/text.hpp"
#include "crm/contact/audit_trail.hpp"
#include "crm/contact/contact_writer.hpp"
#include "crm/contact/details.hpp"
#include "crm/contact/erased_keys.hpp"

#include <algorithm>
#include <array>

namespace crm
{

namespace
{

/// Words that nobody else has would still be known to the search for what sounds alike.
void erase_words(Store& store, const std::string& text)
{
    auto others = store.prepare(
        "SELECT 1 FROM contact_text_index WHERE contact_text_index MATCH :phrase LIMIT 1");
    for (const auto& word : words(fold(text))) {
        others.bind(":phrase", '"' + word + '"');
        if (!others.step())
            store.prepare("DELETE FROM contact_word_index WHERE word = :word")
                .bind(":word", word)
                .run();
        others.reset();
    }
}

/// What the person was called, and the places of it, as the audit still knows them: the search
/// keeps the words of former names.
std::string former_words(Store& store, std::int64_t person_id)
{
    constexpr std::array indexed = {Field::name, Field::title, Field::city, Field::postcode};
    std::string found;
    AuditFilter filter;
    filter.contact_id = person_id;
    list_audit(store, filter, [&](const AuditChange& change) {
        const auto field =
            change.table == "contact" ? field_of(change.field.value_or("")) : std::nullopt;
        if (field && std::ranges::find(indexed, *field) != indexed.end())
            for (const auto& value : {change.before, change.after})
                found += value.value_or("") + ' ';
        return true;
    });
    return found;
}

/// What an invoice, a reminder and a payment need.
constexpr std::array wanted_by_claims = {
    Field::salutation, Field::title,   Field::street, Field::postcode, Field::city,
    Field::region,     Field::country, Field::phone,  Field::mobile,   Field::email,
    Field::vat_id,     Field::iban,    Field::bic,    Field::language, Field::tax_number,
};

bool stays(const FieldInfo& field, KeptOfPerson kept)
{
    return field.check == FieldCheck::boolean ||
           (kept == KeptOfPerson::address &&
            std::ranges::find(wanted_by_claims, field.field) != wanted_by_claims.end());
}

/// Every field empty but whether the contact is a customer and the like, and what is kept.
ContactData nothing_known(KeptOfPerson kept)
{
    ContactData data;
    if (kept != KeptOfPerson::address)
        data.manager_id = 0;
    for (const auto& field : fields())
        if (!stays(field, kept))
            data.values[field.field] = "";
    for (const auto field : {Field::name, Field::given_name, Field::family_name})
        data.values[field].reset();
    if (kept == KeptOfPerson::nothing) {
        data.values[Field::given_name] = "";
        data.values[Field::family_name] = erased_name;
    }
    return data;
}

void erase_details(Store& store, std::int64_t id, KeptOfPerson kept)
{
    for (const char* sql : {
             "DELETE FROM contact_field WHERE contact_id = :id",
             "DELETE FROM contact_tag WHERE contact_id = :id",
             "DELETE FROM relation WHERE contact_id = :id OR other_id = :id",
             "DELETE FROM note WHERE contact_id = :id",
             "DELETE FROM employment_function WHERE person_id = :id",
             "UPDATE employment SET role = NULL, department = NULL WHERE person_id = :id",
         })
        store.prepare(sql).bind(":id", id).run();
    if (kept == KeptOfPerson::address)
        return;
    for (const char* sql : {
             "DELETE FROM address WHERE contact_id = :id",
             "UPDATE employment SET phone = NULL, email = NULL WHERE person_id = :id",
         })
        store.prepare(sql).bind(":id", id).run();
}

bool is_archived(Store& store, std::int64_t id)
{
    auto query = store.prepare("SELECT 1 FROM contact WHERE id = :id AND archived_on IS NOT NULL");
    query.bind(":id", id);
    return query.step();
}

} // namespace

bool erase_contact(Store& store, std::int64_t person_id, KeptOfPerson kept, Date today)
{
    const auto values = read_values(store, person_id);
    SearchIndexer indexer(store);
    const auto entry = indexer.entry_of(person_id);
    const bool known_again = ErasedKeys(store).remember(entry, values.text(Field::postcode), today);
    indexer.remove(person_id); // by what is known until now, phones at work among it
    erase_details(store, person_id, kept);
    ContactWriter(store, today).change(person_id, nothing_known(kept));
    if (!is_archived(store, person_id))
        set_archived(store, person_id, today);
    erase_words(store, entry.name + ' ' + entry.context + ' ' + former_words(store, person_id));
    // What was deleted from the index is still in its older parts until they are written anew.
    store.execute("INSERT INTO contact_text_index (contact_text_index) VALUES ('optimize')");
    return known_again;
}

} // namespace crm
