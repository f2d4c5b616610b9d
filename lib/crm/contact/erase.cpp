// SPDX-License-Identifier: MIT
#include "crm/contact/erase.hpp"

#include "crm/base/text.hpp"
#include "crm/contact/contact.hpp"
#include "crm/contact/erased_keys.hpp"

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

void erase_fields(Store& store, std::int64_t id, bool keep_name, Date today)
{
    store
        .prepare(R"sql(
            UPDATE contact
               SET name = iif(:keep, name, :erased), given_name = iif(:keep, given_name, NULL),
                   family_name = iif(:keep, family_name, :erased), legal_form = NULL,
                   salutation = NULL, title = NULL, street = NULL, postcode = NULL, city = NULL,
                   region = NULL, country = NULL, phone = NULL, mobile = NULL, fax = NULL,
                   email = NULL, web = NULL, vat_id = NULL, tax_number = NULL, leitweg_id = NULL,
                   iban = NULL, bic = NULL, language = NULL, birthday = NULL,
                   preferred_channel = NULL, manager_id = NULL,
                   archived_on = coalesce(archived_on, :today)
             WHERE id = :id)sql")
        .bind(":keep", keep_name)
        .bind(":erased", erased_name)
        .bind(":today", today)
        .bind(":id", id)
        .run();
}

void erase_details(Store& store, std::int64_t id)
{
    for (const char* sql : {
             "DELETE FROM contact_field WHERE contact_id = :id",
             "DELETE FROM contact_tag WHERE contact_id = :id",
             "DELETE FROM address WHERE contact_id = :id",
             "DELETE FROM relation WHERE contact_id = :id OR other_id = :id",
             "DELETE FROM note WHERE contact_id = :id",
             "UPDATE employment SET phone = NULL, email = NULL, department = NULL WHERE person_id "
             "= :id",
         })
        store.prepare(sql).bind(":id", id).run();
}

} // namespace

bool erase_contact(Store& store, std::int64_t person_id, bool keep_name, Date today)
{
    const auto values = read_values(store, person_id);
    SearchIndexer indexer(store);
    const auto entry = indexer.entry_of(person_id);
    const bool known_again = ErasedKeys(store).remember(entry, values.text(Field::postcode), today);
    indexer.remove(person_id);
    erase_fields(store, person_id, keep_name, today);
    erase_details(store, person_id);
    indexer.add(person_id);
    erase_words(store, entry.name + ' ' + entry.context);
    // What was deleted from the index is still in its older parts until they are written anew.
    store.execute("INSERT INTO contact_text_index (contact_text_index) VALUES ('optimize')");
    return known_again;
}

} // namespace crm
